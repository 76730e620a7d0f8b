import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fastify as createFastify, type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import type { Logger } from 'pino';
import type { RequestContext } from '../graphql/context.js';
import { acceptedLanguage } from './accept-language.js';
import { REFUSALS, refusalAnswer, writeAnswer } from './answer.js';
import { answerClientError } from './client-error.js';
import { drain } from './drain.js';
import { type EndpointOptions, type GraphqlEndpoint, openGraphqlEndpoint } from './graphql-endpoint.js';
import { listen } from './listen.js';
import { receiveBody } from './request-body.js';
import { addRoutes } from './routes.js';

export interface HttpServerOptions<Context extends RequestContext>
  extends Omit<EndpointOptions<Context>, 'isFastPathOn' | 'reportBug' | 'nowMs'> {
  /** Whether the service can answer now; false, a rejection or a long wait makes `/readyz` answer 503. */
  readonly isReady: () => Promise<boolean>;
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly logger: Logger;
  /** Run known queries compiled; off only in tests and comparisons. */
  readonly isFastPathOn?: boolean;
  /** Milliseconds on a clock that never goes back, for the rate limits; by default the system's own. */
  readonly nowMs?: () => number;
  /** Ids of bugs, for tests that compare answers. */
  readonly newErrorId?: () => string;
}

export interface HttpServer {
  /** The address of `/graphql`. */
  readonly url: string;
  readonly port: number;
  /** Turns `/readyz` to 503, takes no more connections, waits at most ten seconds for requests in flight, then closes Apollo Server. */
  stop(): Promise<void>;
}

/** A request, with its body, must have arrived within this time, in milliseconds. */
const REQUEST_TIMEOUT_MS = 30_000;
const KEEP_ALIVE_TIMEOUT_MS = 65_000;

/**
 * Starts the HTTP server: `/graphql` (POST and GET, the offline IDE for browsers), `/healthz` and `/readyz`. Throws a StartFailure
 * when the port or host cannot be used, and whatever graphql-js says of a schema that is not valid.
 * Source: our design, docs/decisions/0003-transport.md
 */
export async function startHttpServer<Context extends RequestContext>(options: HttpServerOptions<Context>): Promise<HttpServer> {
  const { logger, newErrorId = randomUUID } = options;
  const reportBug = (bug: unknown): string => {
    const errorId = newErrorId();
    logger.error({ err: bug, errorId }, 'a request met a bug');
    return errorId;
  };
  const nowMs = options.nowMs ?? (() => performance.now());
  const endpoint = await openGraphqlEndpoint({ ...options, isFastPathOn: options.isFastPathOn ?? true, nowMs, reportBug });
  const state = { isDraining: false };
  const routeLogger: FastifyBaseLogger = logger;
  const fastify = createFastify({
    loggerInstance: routeLogger,
    logController: new LogController({ disableRequestLogging: true }),
    clientErrorHandler: answerClientError,
    frameworkErrors: (_error, request, reply) => {
      reply.hijack();
      writeAnswer(
        reply.raw,
        refusalAnswer(REFUSALS.malformed, acceptedLanguage(request.headers['accept-language']), request.headers),
        state.isDraining,
      );
    },
    return503OnClosing: false,
    serverFactory: (route) => serverInFrontOf(route, (request, response) => answerPost(endpoint, request, response, state, reportBug)),
  });
  await addRoutes(fastify, { endpoint, state, isReady: options.isReady, reportBug });
  await fastify.ready();
  await listen(fastify.server, options.host, options.port);
  const { port } = fastify.server.address() as AddressInfo;
  const host = options.host.includes(':') ? `[${options.host}]` : options.host;
  let stopping: Promise<void> | null = null;
  const stop = async (): Promise<void> => {
    state.isDraining = true;
    await drain(fastify.server);
    await closeAll(fastify, endpoint);
  };
  return { url: `http://${host}:${port}/graphql`, port, stop: () => (stopping ??= stop()) };
}

/** POST /graphql, which is nearly all there is, goes past the router, whose hooks and parsers it does not need. */
function serverInFrontOf(route: RequestListener, post: (request: IncomingMessage, response: ServerResponse) => void): Server {
  const server = createServer((request, response) => {
    const isPost = request.method === 'POST' && (request.url === '/graphql' || request.url?.startsWith('/graphql?'));
    if (isPost) post(request, response);
    else route(request, response);
  });
  server.requestTimeout = REQUEST_TIMEOUT_MS;
  server.headersTimeout = REQUEST_TIMEOUT_MS;
  server.keepAliveTimeout = KEEP_ALIVE_TIMEOUT_MS;
  return server;
}

function answerPost(
  endpoint: GraphqlEndpoint,
  request: IncomingMessage,
  response: ServerResponse,
  state: { readonly isDraining: boolean },
  reportBug: (bug: unknown) => string,
): void {
  const { headers } = request;
  const fail = (bug: unknown): void => {
    reportBug(bug);
    writeAnswer(response, refusalAnswer(REFUSALS.internal, acceptedLanguage(headers['accept-language']), headers), state.isDraining);
  };
  receiveBody(request, (received) => {
    if (received.kind === 'gone') return;
    if (received.kind === 'refused') {
      writeAnswer(response, refusalAnswer(received.refusal, acceptedLanguage(headers['accept-language']), headers), state.isDraining);
      return;
    }
    try {
      const answer = endpoint.post(headers, received.text, request.socket.remoteAddress ?? '');
      if (answer instanceof Promise) answer.then((found) => writeAnswer(response, found, state.isDraining)).catch(fail);
      else writeAnswer(response, answer, state.isDraining);
    } catch (bug) {
      fail(bug);
    }
  });
}

async function closeAll(fastify: FastifyInstance, endpoint: GraphqlEndpoint): Promise<void> {
  await fastify.close();
  await endpoint.close();
}
