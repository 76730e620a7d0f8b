import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist';

import { DurableFiles } from './durable-files.js';

/** What the worker is started with. */
export interface ServeOrder {
  readonly folder: string;
}

/** What the worker is told: `session` counts the clients, one after the other. */
export type ServeRequest =
  | { readonly kind: 'begin'; readonly session: number }
  | { readonly kind: 'bytes'; readonly session: number; readonly bytes: Uint8Array }
  | { readonly kind: 'close' };

/** What the worker tells. */
export type ServeReply =
  | { readonly kind: 'ready' }
  | { readonly kind: 'failed'; readonly reason: string; readonly log: readonly string[] }
  | { readonly kind: 'begun'; readonly session: number }
  | { readonly kind: 'bytes'; readonly session: number; readonly bytes: Uint8Array }
  | { readonly kind: 'closed' };

const LOG_LINES_MAX = 40;

/** PGlite's own parameters, except that fsync is on and is the call that DurableFiles carries out. */
const START_PARAMETERS = [
  ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
  '-c',
  'fsync=on',
  '-c',
  'wal_sync_method=fsync',
  '-c',
  'timezone=UTC',
  '-c',
  'datestyle=ISO',
];

const port = parentPort as MessagePort;
const log: string[] = [];

const tell = (reply: ServeReply): void => {
  if (reply.kind === 'bytes') port.postMessage(reply, [reply.bytes.buffer as ArrayBuffer]);
  else port.postMessage(reply);
};

const keepLogLine = (line: string): boolean => {
  log.push(line);
  if (log.length > LOG_LINES_MAX) log.shift();
  return false;
};

const start = async (): Promise<PGlite | null> => {
  try {
    const { folder } = workerData as ServeOrder;
    return await PGlite.create({
      fs: new DurableFiles(folder),
      extensions: { btree_gist },
      startParams: START_PARAMETERS,
      onStdout: keepLogLine,
      onStderr: keepLogLine,
    });
  } catch (error) {
    tell({ kind: 'failed', reason: error instanceof Error ? error.message : String(error), log });
    return null;
  }
};

/** A simple query as the PostgreSQL protocol writes it. */
const simpleQuery = (text: string): Uint8Array => {
  const body = Buffer.from(`${text}\0`, 'utf8');
  const head = Buffer.alloc(5);
  head.write('Q', 0, 'latin1');
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
};

const SYNC = Uint8Array.from([0x53, 0, 0, 0, 4]);

const execute = async (engine: PGlite, message: Uint8Array): Promise<Uint8Array> => {
  const parts: Uint8Array[] = [];
  // The bytes are a view of the engine's memory, so they are copied before the engine goes on.
  await engine.execProtocolRawStream(message, { onRawData: (bytes) => void parts.push(bytes.slice()) });
  const reply = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    reply.set(part, offset);
    offset += part.length;
  }
  return reply;
};

/** PGlite has one session for ever: what the client before left open must not reach the next one. */
const beginSession = async (engine: PGlite): Promise<void> => {
  for (const message of [SYNC, simpleQuery('ROLLBACK'), simpleQuery('DISCARD ALL')]) await execute(engine, message);
};

const obey = async (engine: PGlite, request: ServeRequest): Promise<void> => {
  switch (request.kind) {
    case 'begin':
      await beginSession(engine);
      tell({ kind: 'begun', session: request.session });
      break;
    case 'bytes':
      tell({ kind: 'bytes', session: request.session, bytes: await execute(engine, request.bytes) });
      break;
    case 'close':
      await engine.close();
      tell({ kind: 'closed' });
      port.close();
      break;
  }
};

const engine = await start();
if (engine !== null) {
  let queue = Promise.resolve();
  port.on('message', (request: ServeRequest) => {
    queue = queue.then(() => obey(engine, request));
  });
  tell({ kind: 'ready' });
} else port.close();
