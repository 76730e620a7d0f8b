import type { IncomingHttpHeaders } from 'node:http';
import { ApolloServer, HeaderMap, type HTTPGraphQLRequest, type HTTPGraphQLResponse } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { GraphQLSchema } from 'graphql';
import type { Language, RequestContext } from '../graphql/context.js';
import { errorFormatter } from '../graphql/errors.js';
import { type Answer, JSON_TYPE } from './answer.js';
import { TOKENS_MAX } from './limits/parse-within-limits.js';
import { requestErrorPlugin } from './request-error-plugin.js';

/** Errors of one request that are reported at most. */
const REQUEST_ERRORS_MAX = 5;

export interface FrontDoorOptions {
  readonly schema: GraphQLSchema;
  readonly language: Language;
  readonly introspection: boolean;
  readonly reportBug: (bug: unknown) => string;
}

/** A GraphQL request as HTTP brought it. */
export interface GraphqlRequest {
  readonly method: 'GET' | 'POST';
  readonly headers: IncomingHttpHeaders;
  readonly search: string;
  readonly body: unknown;
}

/** Apollo Server in one language, behind the transport. */
export interface FrontDoor<Context> {
  answer(request: GraphqlRequest, createContext: () => Context): Promise<Answer>;
  close(): Promise<void>;
}

/**
 * Starts Apollo Server for one language: it parses, validates, executes and words every error. The language belongs to the server because
 * Apollo formats errors without knowing the request. Throws when the schema is not valid.
 * Source: our design, docs/decisions/0003-transport.md
 */
export async function openFrontDoor<Context extends RequestContext>({
  schema,
  language,
  introspection,
  reportBug,
}: FrontDoorOptions): Promise<FrontDoor<Context>> {
  const requestErrors = requestErrorPlugin(REQUEST_ERRORS_MAX);
  const apollo = new ApolloServer<Context>({
    schema,
    introspection,
    allowBatchedHttpRequests: false,
    csrfPrevention: true,
    executionOptions: { maxCoercionErrors: REQUEST_ERRORS_MAX },
    formatError: errorFormatter(language, reportBug),
    hideSchemaDetailsFromClientErrors: true,
    includeStacktraceInErrorResponses: false,
    parseOptions: { maxTokens: TOKENS_MAX },
    persistedQueries: false,
    plugins: [
      requestErrors.plugin,
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
    stopOnTerminationSignals: false,
    stringifyResult: (result) => JSON.stringify(result),
    validationOptions: { maxErrors: REQUEST_ERRORS_MAX },
  });
  await apollo.start();
  return {
    answer: async (request, createContext) => {
      const httpGraphQLRequest = requestOf(request);
      const response = await apollo.executeHTTPGraphQLRequest({ httpGraphQLRequest, context: async () => createContext() });
      return answerOf(response, requestErrors.isWellFormed(httpGraphQLRequest));
    },
    close: () => apollo.stop(),
  };
}

function requestOf({ method, headers, search, body }: GraphqlRequest): HTTPGraphQLRequest {
  const map = new HeaderMap();
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) map.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return { method, headers: map, search, body };
}

/**
 * GraphQL over HTTP wants 200 for a well-formed request that cannot be executed when the answer is plain application/json,
 * and a 4xx only under application/graphql-response+json; Apollo Server gives 400 under both.
 */
function answerOf(response: HTTPGraphQLResponse, isWellFormedError: boolean): Answer {
  if (response.body.kind !== 'complete') throw new Error('incremental delivery is not part of this schema');
  const { 'content-type': contentType = JSON_TYPE, ...headers } = Object.fromEntries(response.headers);
  const isPlainJson = contentType.startsWith('application/json');
  const status = isWellFormedError && isPlainJson ? 200 : (response.status ?? 200);
  return { status, contentType, body: response.body.string, headers };
}
