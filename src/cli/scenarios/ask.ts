import type { AskGraphql, GraphqlAnswer } from './run-scenario.js';

/** Asks the GraphQL endpoint of a service by HTTP. Throws in words when nobody answers or the answer is no GraphQL. */
export function askOver(url: string): AskGraphql {
  const endpoint = new URL(url);
  if (endpoint.pathname === '/') endpoint.pathname = '/graphql';
  return async (query, variables) => {
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ query, variables }),
    }).catch((problem: unknown) => {
      throw new Error(`${endpoint.href} does not answer: ${String(problem)}. Is the service running there?`);
    });
    const text = await response.text();
    try {
      return JSON.parse(text) as GraphqlAnswer;
    } catch {
      throw new Error(`${endpoint.href} answered ${response.status} and no JSON`); // the address is some other server
    }
  };
}
