import { connect, type Socket } from 'node:net';

/** A request as it goes over the wire, and how the body of its answer must begin. */
export interface Exchange {
  readonly request: string;
  readonly answerStart: Buffer;
}

export interface ConnectionEvents {
  /** The next exchange, or null when it is time to end. */
  readonly next: () => Exchange | null;
  readonly onAnswer: (milliseconds: number) => void;
  readonly onWrong: (answer: string) => void;
}

const HEAD_END = Buffer.from('\r\n\r\n');
const SHOWN_MAX = 300;

/**
 * One keep-alive connection that sends a request, reads the answer, checks it, and sends the next: no library stands between, so that
 * the generator needs little of the machine and the same little for every server. Resolves when there is no next exchange.
 */
export function runConnection(host: string, port: number, { next, onAnswer, onWrong }: ConnectionEvents): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port, noDelay: true });
    let exchange: Exchange | null = null;
    let sentAt = 0;
    let received: Buffer | null = null;
    const send = (): void => {
      exchange = next();
      if (exchange === null) return void socket.end();
      sentAt = performance.now();
      socket.write(exchange.request);
    };
    socket.once('connect', send);
    socket.once('error', reject);
    socket.once('close', () => (exchange === null ? resolve() : reject(new Error('the server closed the connection'))));
    socket.on('data', (chunk: Buffer) => {
      received = received === null ? chunk : Buffer.concat([received, chunk]);
      const bodyStart = completeBodyStart(received, socket);
      if (bodyStart === null || exchange === null) return;
      onAnswer(performance.now() - sentAt);
      if (!isExpected(received, bodyStart, exchange)) onWrong(received.toString('utf8', 0, bodyStart + SHOWN_MAX));
      received = null;
      send();
    });
  });
}

/** Where the body of an answer begins, once all of it is here. An answer that does not tell its length ends the connection. */
function completeBodyStart(received: Buffer, socket: Socket): number | null {
  const headEnd = received.indexOf(HEAD_END);
  if (headEnd < 0) return null;
  const bodyStart = headEnd + HEAD_END.length;
  const length = /\ncontent-length: *(\d+)/iu.exec(received.toString('latin1', 0, headEnd))?.[1];
  if (length !== undefined) return received.length >= bodyStart + Number(length) ? bodyStart : null;
  socket.destroy(new Error('an answer without content-length'));
  return null;
}

const OK = Buffer.from('HTTP/1.1 200 ');

function isExpected(received: Buffer, bodyStart: number, { answerStart }: Exchange): boolean {
  return (
    received.compare(OK, 0, OK.length, 0, OK.length) === 0 &&
    received.compare(answerStart, 0, answerStart.length, bodyStart, bodyStart + answerStart.length) === 0
  );
}
