import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** Where the pages of the IDE are served. */
const BASE_PATH = '/graphql/ide/';
const OPTIONS_FILE = 'options.js';

/** The IDE may talk to this service only: scripts, styles, pictures and requests come from here. */
const PAGE_POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "frame-src 'self'",
  "frame-ancestors 'self'",
  "base-uri 'self'",
  "object-src 'none'",
].join('; ');

const PAGE_HEADERS = {
  'content-security-policy': PAGE_POLICY,
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
} as const;

const SETTINGS = {
  endpointURL: '/graphql',
  baseURL: BASE_PATH,
  disableAccount: true,
  initialSettings: { language: 'zh-CN' },
  instanceStorageNamespace: 'training_subsidy_',
  serveInitialOptionsInSeperateRequest: OPTIONS_FILE,
} as const;

/** A page of the IDE, with the headers that keep it at home. */
export interface Page {
  readonly headers: Readonly<Record<string, string>>;
  readonly html: string;
}

/**
 * Serves the files of the Altair IDE from the installed package and returns the page that loads them. Nothing comes from the internet,
 * and the page's own policy forbids it.
 * Source: our design, docs/decisions/0003-transport.md
 */
export async function addOfflineIde(fastify: FastifyInstance): Promise<() => Promise<Page>> {
  const root = join(dirname(createRequire(import.meta.url).resolve('altair-static')), 'dist');
  await fastify.register(fastifyStatic, {
    root,
    prefix: BASE_PATH,
    decorateReply: false,
    index: false,
    setHeaders: (reply, path) => {
      const isSandbox = path.split(sep).includes('iframe-sandbox');
      reply.header('cache-control', 'public, max-age=86400');
      reply.header('x-content-type-options', 'nosniff');
      // Scripts of a user run in this frame, which must not reach the page around it; closed in so, it has no origin of its own.
      reply.header('content-security-policy', isSandbox ? 'sandbox allow-scripts' : "frame-ancestors 'self'");
      if (isSandbox) reply.header('access-control-allow-origin', '*');
    },
  });
  fastify.get(`${BASE_PATH}${OPTIONS_FILE}`, async (_request, reply) => {
    const { renderInitSnippet } = await import('altair-static');
    return reply.headers(PAGE_HEADERS).type('text/javascript; charset=utf-8').send(renderInitSnippet(SETTINGS));
  });
  let html: string | null = null;
  return async () => {
    html ??= (await import('altair-static')).renderAltair(SETTINGS);
    return { headers: { ...PAGE_HEADERS, 'content-type': 'text/html; charset=utf-8' }, html };
  };
}

/** Whether a request comes from a browser's address bar, which wants a page and not data. */
export const wantsPage = (accept: string | undefined): boolean =>
  accept !== undefined && accept.includes('text/html') && !accept.includes('json');
