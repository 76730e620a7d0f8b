import type { ApolloServerPlugin, HTTPGraphQLRequest } from '@apollo/server';

/** Codes of a well-formed HTTP request whose GraphQL document or variables cannot be executed. */
const WELL_FORMED_CODES: ReadonlySet<unknown> = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'OPERATION_RESOLUTION_FAILURE',
]);

/**
 * A plugin that keeps at most `errorsMax` errors of a request that was not executed, and remembers whether the HTTP request around it
 * was well formed, which decides the status under application/json.
 * Source: our design, docs/decisions/0003-transport.md
 */
export function requestErrorPlugin(errorsMax: number) {
  const wellFormed = new WeakSet<HTTPGraphQLRequest>();
  const plugin: ApolloServerPlugin = {
    requestDidStart: async () => ({
      willSendResponse: async ({ request, response, errors }) => {
        if (response.body.kind !== 'single' || response.body.singleResult.data !== undefined || errors === undefined) return;
        response.body.singleResult.errors = response.body.singleResult.errors?.slice(0, errorsMax);
        if (request.http && errors.every((error) => WELL_FORMED_CODES.has(error.extensions['code']))) wellFormed.add(request.http);
      },
    }),
  };
  return { plugin, isWellFormed: (request: HTTPGraphQLRequest): boolean => wellFormed.has(request) };
}
