import { ScenarioProblem } from './scenario-problem.js';
import type { AskGraphql, GraphqlAnswer } from './run-scenario.js';

/** Asks the GraphQL endpoint of a service by HTTP. Throws in words when nobody answers or the answer is no GraphQL. */
export function askOver(url: string): AskGraphql {
  if (!URL.canParse(url))
    throw new ScenarioProblem(
      `--url ${url} 不是网址，应如 http://127.0.0.1:4000。`,
      `--url ${url} is no address; it looks like http://127.0.0.1:4000.`,
    );
  const endpoint = new URL(url);
  if (endpoint.pathname === '/') endpoint.pathname = '/graphql';
  return async (query, variables) => {
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ query, variables }),
    }).catch((problem: unknown) => {
      throw new ScenarioProblem(
        `${endpoint.href} 没有应答（${String(problem)}）。请确认服务正在该地址运行。`,
        `${endpoint.href} does not answer (${String(problem)}). Is the service running there?`,
      );
    });
    const text = await response.text();
    try {
      return JSON.parse(text) as GraphqlAnswer;
    } catch {
      throw new Error(`${endpoint.href} answered ${response.status} and no JSON`); // the address is some other server
    }
  };
}
