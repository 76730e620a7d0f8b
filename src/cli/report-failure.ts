import type { Bilingual } from '../policy/bilingual.js';

/** Tells the operator what went wrong: a worded failure in both languages, anything else with its stack. */
export function reportFailure(problem: unknown): void {
  const text = problem instanceof Error ? (problem as { readonly text?: Bilingual }).text : undefined;
  process.stderr.write(text === undefined ? `${problem instanceof Error ? problem.stack : String(problem)}\n` : `${text.zh}\n${text.en}\n`);
}
