import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { acceptedLanguage } from './accept-language.js';
import { type Answer, API_HEADERS, JSON_TYPE, REFUSALS, type Refusal, refusalAnswer } from './answer.js';
import type { GraphqlEndpoint } from './graphql-endpoint.js';
import { addOfflineIde, wantsPage } from './offline-ide.js';
import { isReadyInTime } from './readiness.js';

export interface RoutesOptions {
  readonly endpoint: GraphqlEndpoint;
  readonly state: { readonly isDraining: boolean };
  readonly isReady: () => Promise<boolean>;
  readonly reportBug: (bug: unknown) => string;
}

const ALLOW = 'GET, HEAD, POST, OPTIONS';

/**
 * Adds everything but POST /graphql: GET /graphql as data or as the IDE's page, the probes, and a worded JSON error for the rest.
 * Source: our design, docs/decisions/0003-transport.md
 */
export async function addRoutes(fastify: FastifyInstance, { endpoint, state, isReady, reportBug }: RoutesOptions): Promise<void> {
  fastify.addHook('onRequest', async (_request, reply) => {
    if (state.isDraining) reply.header('connection', 'close');
  });
  fastify.setNotFoundHandler((request, reply) => refuse(request, reply, REFUSALS.notFound));
  fastify.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status < 500) return refuse(request, reply, { ...REFUSALS.malformed, status });
    reportBug(error);
    return refuse(request, reply, REFUSALS.internal);
  });

  fastify.get('/healthz', (_request, reply) => send(reply, { status: 200, contentType: JSON_TYPE, body: '{"status":"ok"}' }));
  fastify.get('/readyz', async (request, reply) => {
    const ready = !state.isDraining && (await isReadyInTime(isReady));
    return ready
      ? send(reply, { status: 200, contentType: JSON_TYPE, body: '{"status":"ready"}' })
      : refuse(request, reply, REFUSALS.notReady);
  });

  const page = await addOfflineIde(fastify);
  fastify.get('/graphql', async (request, reply) => {
    if (wantsPage(request.headers.accept)) {
      const { headers, html } = await page();
      return reply.headers(headers).send(html);
    }
    const start = request.url.indexOf('?');
    return send(reply, await endpoint.get(request.headers, start < 0 ? '' : request.url.slice(start), request.socket.remoteAddress ?? ''));
  });
  fastify.options('/graphql', (_request, reply) =>
    reply
      .headers({ ...API_HEADERS, allow: ALLOW })
      .code(204)
      .send(),
  );
  fastify.route({
    method: ['PUT', 'PATCH', 'DELETE'],
    url: '/graphql',
    // The body is of no interest; reading it would only make the refusal depend on it.
    onRequest: async (request, reply) => refuse(request, reply.header('allow', ALLOW), REFUSALS.method),
    handler: () => undefined,
  });
}

const send = (reply: FastifyReply, { status, contentType, body, headers }: Answer): FastifyReply =>
  reply
    .code(status)
    .headers({ ...API_HEADERS, ...headers, 'content-type': contentType })
    .send(body);

const refuse = (request: FastifyRequest, reply: FastifyReply, refusal: Refusal): FastifyReply =>
  send(reply, refusalAnswer(refusal, acceptedLanguage(request.headers['accept-language']), request.headers));
