/**
 * What the log keeps of an error: its kind, message, place in the code, and what a database says of it without the row that it concerns. The statement, its
 * parameters and the failing row stay out: names, evidence and reasons may stand in them. The cause follows by the same rule.
 * Source: our design, docs/decisions/0012-identities.md
 */
export function loggedError(problem: unknown): unknown {
  if (!(problem instanceof Error)) return { message: typeof problem };
  const { name, message, stack, cause } = problem;
  return { name, message, ...databaseFacts(problem), stack, ...(cause === undefined ? {} : { cause: loggedError(cause) }) };
}

const KEPT = ['code', 'severity', 'constraint', 'table'] as const;

const databaseFacts = (problem: Error): Readonly<Record<string, unknown>> =>
  Object.fromEntries(KEPT.flatMap((key) => (key in problem ? [[key, (problem as unknown as Record<string, unknown>)[key]]] : [])));
