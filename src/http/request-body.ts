import type { IncomingMessage } from 'node:http';
import { REFUSALS, type Refusal } from './answer.js';

/** Largest request body, in bytes, of somebody unknown. */
const BODY_BYTES_MAX = 1_048_576;

/**
 * The same with a token: room for a list of 10,000 trainees at 400 bytes each. Whether the token is good is found out before anybody parses the body.
 */
const BODY_BYTES_MAX_WITH_TOKEN = 4 * BODY_BYTES_MAX;

/** How much of a refused body is still taken in and thrown away, so that the caller can read the refusal before the connection ends. */
const DISCARDED_BYTES_MAX = 16 * BODY_BYTES_MAX;

/** A body that arrived, a refusal of it, or nothing because the caller went away. */
export type ReceivedBody =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'gone' };

/**
 * Reads a request body as UTF-8 text and tells `done` once. A body over the limit is refused as soon as it is known to be too large;
 * what still comes is thrown away.
 * Source: our design, docs/decisions/0003-transport.md
 */
export function receiveBody(request: IncomingMessage, done: (body: ReceivedBody) => void): void {
  const { 'content-length': announced, authorization } = request.headers;
  const bytesMax = authorization === undefined ? BODY_BYTES_MAX : BODY_BYTES_MAX_WITH_TOKEN;
  if (announced !== undefined && Number(announced) > bytesMax) {
    discard(request);
    return done({ kind: 'refused', refusal: REFUSALS.bodyTooLarge });
  }
  let chunks: Buffer[] = [];
  let bytes = 0;
  let isDone = false;
  const finish = (body: ReceivedBody): void => {
    if (isDone) return;
    isDone = true;
    chunks = [];
    done(body);
  };
  request.on('data', (chunk: Buffer) => {
    if (isDone) return;
    bytes += chunk.length;
    if (bytes > bytesMax) {
      discard(request);
      return finish({ kind: 'refused', refusal: REFUSALS.bodyTooLarge });
    }
    chunks.push(chunk);
  });
  request.on('end', () => {
    const whole = chunks.length === 1 ? chunks[0] : Buffer.concat(chunks);
    finish({ kind: 'text', text: whole?.toString('utf8') ?? '' });
  });
  request.on('close', () => finish({ kind: 'gone' }));
  // An aborted upload ends in 'close'; without a listener the error would end the process.
  request.on('error', () => finish({ kind: 'gone' }));
}

function discard(request: IncomingMessage): void {
  let bytes = 0;
  request.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > DISCARDED_BYTES_MAX) request.destroy();
  });
  // An upload cut off while it is thrown away concerns nobody.
  request.on('error', () => undefined);
}

/** Longer than any honest header; a longer one is not looked at. */
const CONTENT_TYPE_LENGTH_MAX = 100;

/** Whether a content-type header announces JSON in UTF-8. */
export function isJsonType(header: string | undefined): boolean {
  if (header === 'application/json') return true;
  if (header === undefined || header.length > CONTENT_TYPE_LENGTH_MAX) return false;
  return /^\s*application\/json\s*(;\s*charset="?utf-8"?\s*)?;?\s*$/iu.test(header);
}
