/** What the generator is told to do: ask one server for some seconds and check every answer. */
export interface LoadOrder {
  readonly host: string;
  readonly port: number;
  readonly path: string;
  readonly connections: number;
  readonly seconds: number;
  readonly question: LoadQuestion;
}

/** ESTIMATE: another request each time. SAME: one request, always with the same answer. */
export type LoadQuestion =
  | { readonly kind: 'ESTIMATE'; readonly expected: ExpectedTotal }
  | { readonly kind: 'SAME'; readonly headers: Readonly<Record<string, string>>; readonly body: string; readonly answer: string };

/** The total that each answer must show, in fen: base + heads of the first line x first + heads of the second x second. */
export interface ExpectedTotal {
  readonly base: number;
  readonly first: number;
  readonly second: number;
}

/** What came of an order. */
export interface LoadReport {
  readonly requests: number;
  readonly seconds: number;
  readonly medianMs: number;
  readonly p99Ms: number;
  /** The first answer that was not as expected; null when all were. */
  readonly wrong: string | null;
}
