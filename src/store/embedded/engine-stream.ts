import { Duplex } from 'node:stream';

/** How a stream reaches the engine. */
export interface EngineLine {
  begin(stream: EngineStream): void;
  send(stream: EngineStream, bytes: Uint8Array): void;
  leave(stream: EngineStream): void;
}

/**
 * Stands where pg expects a socket. All messages of one tick travel in one piece, because pg corks them.
 * Source: our design, docs/decisions/0002-embedded-database.md
 */
export class EngineStream extends Duplex {
  constructor(private readonly line: EngineLine) {
    super({ allowHalfOpen: false, autoDestroy: true });
  }

  connect(): this {
    this.line.begin(this);
    return this;
  }

  /** The engine put the session in order; pg now writes its start packet. */
  begun(): void {
    this.emit('connect');
  }

  setNoDelay(): this {
    return this;
  }

  setKeepAlive(): this {
    return this;
  }

  ref(): this {
    return this;
  }

  unref(): this {
    return this;
  }

  override _read(): void {
    // The engine pushes its replies when they come.
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.line.send(this, Uint8Array.from(chunk));
    done();
  }

  override _writev(chunks: { readonly chunk: Buffer; readonly encoding: BufferEncoding }[], done: () => void): void {
    this.line.send(this, Uint8Array.from(Buffer.concat(chunks.map(({ chunk }) => chunk))));
    done();
  }

  override _final(done: () => void): void {
    this.push(null);
    done();
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.line.leave(this);
    done(error);
  }
}
