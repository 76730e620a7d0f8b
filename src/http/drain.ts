import type { Server } from 'node:http';

/** How long requests in flight may take to finish, in milliseconds. */
const DRAIN_TIMEOUT_MS = 10_000;
const SWEEP_EVERY_MS = 50;

/**
 * Takes no more connections and waits until those with a request in flight are done, ten seconds at most; then ends what is left.
 * Source: our design, docs/decisions/0003-transport.md
 */
export async function drain(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  // A connection kept alive for a next request becomes idle after server.close() has looked.
  const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_EVERY_MS);
  const end = setTimeout(() => server.closeAllConnections(), DRAIN_TIMEOUT_MS);
  await closed;
  clearInterval(sweep);
  clearTimeout(end);
}
