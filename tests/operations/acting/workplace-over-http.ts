import { pino } from 'pino';
import { buildServiceSchema } from '../../../src/graphql/schema.js';
import { serviceContext } from '../../../src/graphql/service-context.js';
import { createAuthenticator } from '../../../src/http/authenticate.js';
import { type HttpServer, startHttpServer } from '../../../src/http/start-http-server.js';
import type { Workplace } from '../../../src/operations/acting/perform.js';
import { TEST_KEYS } from '../../http/tokens/signing.js';

/** The whole way from HTTP to a workplace of the tests; callers bring tokens signed by the tests' key. */
export const serveWorkplace = (workplace: Workplace): Promise<HttpServer> =>
  startHttpServer({
    schema: buildServiceSchema(),
    createContext: (caller) => serviceContext(caller, workplace),
    authenticator: createAuthenticator({ trusted: TEST_KEYS, clock: () => new Date(), isRevoked: () => false }),
    rateLimits: { anonymousPerMinute: 0, authenticatedPerMinute: 0 },
    trustedProxies: 0,
    isReady: async () => true,
    host: '127.0.0.1',
    port: 0,
    introspection: true,
    logger: pino({ level: 'silent' }),
  });

/** One mutation over HTTP: the body of the answer, as it came. */
export async function send(url: string, authorization: string, query: string, input: object): Promise<string> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization },
    body: JSON.stringify({ query, variables: { input } }),
  });
  return response.text();
}
