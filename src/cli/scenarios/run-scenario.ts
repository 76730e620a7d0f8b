import { isDeepStrictEqual } from 'node:util';
import type { Scenario } from './scenario-file.js';
import { ScenarioProblem } from './scenario-problem.js';
import { findScenarioOperation } from './scenario-operations.js';
import { PRESENT_DAY } from './words.js';

export interface ScenarioResult {
  readonly scenario: Scenario;
  readonly passed: boolean;
  /** one line for each key that is not as expected, or what went wrong */
  readonly complaints: readonly string[];
}

/** Asks a GraphQL endpoint and gives its parsed answer. */
export type AskGraphql = (query: string, variables: Record<string, unknown>) => Promise<GraphqlAnswer>;

export interface GraphqlAnswer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

/** Runs one case through the public API: it passes when every expected key equals the answer's. */
export async function runScenario(scenario: Scenario, ask: AskGraphql, on: string | null): Promise<ScenarioResult> {
  const operation = findScenarioOperation(scenario.op);
  if (operation === 'not yet') return { scenario, passed: false, complaints: ['not yet'] };
  if (operation === 'unknown') return { scenario, passed: false, complaints: [`unknown operation '${scenario.op}'`] };
  try {
    const day = on ?? (typeof scenario.input['on'] === 'string' ? scenario.input['on'] : PRESENT_DAY);
    const answer = await ask(operation.query, operation.variables(scenario.input, day));
    const [error] = answer.errors ?? [];
    const got =
      error === undefined
        ? operation.answer(answer.data as never, scenario.input)
        : { error: error.extensions?.code, message: error.message };
    const complaints = Object.entries(scenario.expected).flatMap(([key, wanted]) => complaintAbout(key, wanted, got));
    return { scenario, passed: complaints.length === 0, complaints };
  } catch (problem) {
    if (problem instanceof ScenarioProblem) throw problem; // nobody answers: the other cases would say the same
    return { scenario, passed: false, complaints: [problem instanceof Error ? problem.message : String(problem)] };
  }
}

function complaintAbout(key: string, wanted: unknown, got: Record<string, unknown>): string[] {
  if (isDeepStrictEqual(got[key], wanted)) return [];
  const reason = typeof got['message'] === 'string' && key !== 'error' ? ` (${got['message']})` : '';
  return [`${key}: expected ${JSON.stringify(wanted)}, got ${JSON.stringify(got[key])}${reason}`];
}
