import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import type { Language } from '../graphql/context.js';
import { wordedError } from '../graphql/errors.js';
import { type Bilingual, bilingual } from '../policy/bilingual.js';

export const JSON_TYPE = 'application/json; charset=utf-8';
export const GRAPHQL_RESPONSE_TYPE = 'application/graphql-response+json; charset=utf-8';

/** What goes over the wire, whoever made it. */
export interface Answer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Headers of every answer that is not a page: nothing may frame, sniff, cache or leak it. */
export const API_HEADERS: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

/**
 * Every refusal that the transport itself gives, before GraphQL is asked.
 * Source: our design, docs/decisions/0003-transport.md
 */
export const REFUSALS = {
  bodyTooLarge: refusal(
    413,
    'BODY_TOO_LARGE',
    '请求体超过上限（1 MB，带令牌时 4 MB）；请分批提交。',
    'The request body exceeds the limit of 1 MB, or 4 MB with a token; send it in parts.',
  ),
  bodyNotJson: refusal(400, 'BAD_REQUEST', '请求体不是有效的 JSON。', 'The request body is not valid JSON.'),
  contentType: refusal(
    415,
    'UNSUPPORTED_MEDIA_TYPE',
    '请求体须为 UTF-8 的 application/json，且不压缩；请设置 content-type 请求头。',
    'The request body must be application/json in UTF-8, not compressed; set the content-type header.',
  ),
  method: refusal(405, 'METHOD_NOT_ALLOWED', '此地址不接受该请求方法。', 'This address does not accept that method.'),
  notFound: refusal(404, 'NOT_FOUND', '没有这个地址；GraphQL 在 /graphql。', 'There is nothing here; GraphQL is at /graphql.'),
  notReady: refusal(503, 'NOT_READY', '服务尚未就绪或正在停止。', 'The service is not ready yet or is stopping.'),
  malformed: refusal(400, 'BAD_REQUEST', '请求无法识别。', 'The request cannot be understood.'),
  internal: refusal(500, 'INTERNAL_SERVER_ERROR', '服务内部出错。', 'The service failed internally.'),
} as const;

export interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly text: Bilingual;
  readonly facts?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
}

function refusal(status: number, code: string, zh: string, en: string): Refusal {
  return { status, code, text: bilingual(zh, en) };
}

/**
 * A refusal as a GraphQL error body, in the media type that the caller asked for.
 * Source: our design, docs/decisions/0003-transport.md
 */
export function refusalAnswer(
  { status, headers: ownHeaders, ...wording }: Refusal,
  language: Language,
  headers: IncomingHttpHeaders,
): Answer {
  const isGraphqlResponse = headers.accept?.includes('application/graphql-response+json') && !headers.accept.includes('application/json');
  return {
    status,
    contentType: isGraphqlResponse ? GRAPHQL_RESPONSE_TYPE : JSON_TYPE,
    body: JSON.stringify({ errors: [wordedError(language, wording)] }),
    ...(ownHeaders && { headers: ownHeaders }),
  };
}

/** Writes an answer to a bare response; a caller that has gone away is not an error. */
export function writeAnswer(response: ServerResponse, { status, contentType, body, headers }: Answer, isDraining: boolean): void {
  if (response.headersSent || response.destroyed) return;
  const bytes = Buffer.from(body);
  if (headers === undefined && !isDraining) {
    // The usual answer: one flat list, which node:http writes without looking at it again.
    response.writeHead(status, ['content-type', contentType, 'content-length', bytes.length, ...API_HEADER_LIST]);
  } else {
    const closing = isDraining && { connection: 'close' };
    response.writeHead(status, { 'content-type': contentType, 'content-length': bytes.length, ...API_HEADERS, ...headers, ...closing });
  }
  response.end(bytes);
}

const API_HEADER_LIST = Object.entries(API_HEADERS).flat();
