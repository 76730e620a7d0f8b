import { Worker } from 'node:worker_threads';

import { damaged } from './data-folder.js';
import { EngineStream, type EngineLine } from './engine-stream.js';
import type { ServeOrder, ServeReply, ServeRequest } from './serve-worker.js';

/** The embedded PostgreSQL, running in a worker thread so that a heavy query does not stop the service. */
export interface Engine {
  /** A connection for pg; there may be one at a time. */
  openStream(): EngineStream;
  /** Writes everything down and ends the worker. A second call does nothing. */
  close(): Promise<void>;
}

const START_MS_MAX = 60_000;
const CLOSE_MS_MAX = 30_000;

/**
 * Starts the engine on a prepared folder. Throws DATA_FOLDER_DAMAGED when PostgreSQL cannot start on its files.
 * Source: our design, docs/decisions/0002-embedded-database.md
 */
export const startEngine = async (folder: string): Promise<Engine> => {
  const order: ServeOrder = { folder };
  const worker = new Worker(new URL('./serve-worker.js', import.meta.url), { workerData: order, stderr: true, stdout: true });
  try {
    await untilReady(worker);
  } catch (error) {
    await worker.terminate();
    throw damaged(folder, error instanceof Error ? error.message : String(error));
  }
  return serve(worker);
};

const untilReady = (worker: Worker): Promise<void> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no answer within ${START_MS_MAX} ms`)), START_MS_MAX);
    // These listeners stay: after the first answer they find the promise settled and do nothing.
    worker.once('message', (reply: ServeReply) => {
      clearTimeout(timer);
      if (reply.kind === 'failed') reject(new Error([reply.reason, ...reply.log].join('\n')));
      else resolve();
    });
    worker.on('error', reject);
    worker.on('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`the engine ended with code ${code}`));
    });
  });

class WorkerLine implements EngineLine {
  private readonly streams = new Map<number, EngineStream>();
  private readonly sessions = new Map<EngineStream, number>();
  private sessionCount = 0;
  private ended: Error | null = null;

  constructor(private readonly worker: Worker) {
    worker.on('message', (reply: ServeReply) => this.receive(reply));
    worker.on('error', (error) => this.end(error));
    worker.on('exit', () => this.end(new Error('the embedded database has ended')));
  }

  begin(stream: EngineStream): void {
    if (this.ended !== null) {
      stream.destroy(this.ended);
      return;
    }
    this.sessionCount += 1;
    this.streams.set(this.sessionCount, stream);
    this.sessions.set(stream, this.sessionCount);
    this.tell({ kind: 'begin', session: this.sessionCount });
  }

  send(stream: EngineStream, bytes: Uint8Array): void {
    const session = this.sessions.get(stream);
    if (session !== undefined) this.tell({ kind: 'bytes', session, bytes });
  }

  leave(stream: EngineStream): void {
    const session = this.sessions.get(stream);
    if (session === undefined) return;
    this.sessions.delete(stream);
    this.streams.delete(session);
  }

  tell(request: ServeRequest): void {
    if (request.kind === 'bytes') this.worker.postMessage(request, [request.bytes.buffer as ArrayBuffer]);
    else this.worker.postMessage(request);
  }

  private receive(reply: ServeReply): void {
    if (reply.kind === 'begun') this.streams.get(reply.session)?.begun();
    // A reply for a client that has left is nobody's.
    if (reply.kind === 'bytes' && reply.bytes.length > 0) this.streams.get(reply.session)?.push(reply.bytes);
  }

  private end(error: Error): void {
    this.ended ??= error;
    for (const stream of this.streams.values()) stream.destroy(error);
  }
}

const serve = (worker: Worker): Engine => {
  const line = new WorkerLine(worker);
  let closing: Promise<void> | null = null;
  const close = async (): Promise<void> => {
    const ended = new Promise<void>((resolve) => void worker.once('exit', () => resolve()));
    line.tell({ kind: 'close' });
    const timer = setTimeout(() => void worker.terminate(), CLOSE_MS_MAX);
    await ended;
    clearTimeout(timer);
  };
  return {
    openStream: () => new EngineStream(line),
    close: () => (closing ??= close()),
  };
};
