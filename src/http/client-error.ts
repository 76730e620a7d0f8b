import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { API_HEADERS, JSON_TYPE, REFUSALS, refusalAnswer } from './answer.js';

/**
 * Answers bytes that are not HTTP, or that came too slowly or with too many headers, and ends the connection.
 * Source: our design, docs/decisions/0003-transport.md
 */
export function answerClientError(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const status = error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : error.code === 'HPE_HEADER_OVERFLOW' ? 431 : 400;
  const { body } = refusalAnswer({ ...REFUSALS.malformed, status }, 'zh', {});
  const headers = Object.entries({
    ...API_HEADERS,
    'content-type': JSON_TYPE,
    'content-length': `${Buffer.byteLength(body)}`,
    connection: 'close',
  });
  const head = [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...headers.map(([name, value]) => `${name}: ${value}`)].join('\r\n');
  socket.end(`${head}\r\n\r\n${body}`);
}
