import { type Exact, exact, shownDecimals, sumOf } from './exact.js';

/** So many sessions of so many hours each. */
export interface Sessions {
  readonly count: number;
  /** decimal text */
  readonly hours: string;
}

/**
 * The hours of all sessions together, as a decimal text that keeps the decimals of the finest one: 20 x `3.2` gives `64.0`.
 * Source: our design, docs/decisions/0005-exact-money.md
 */
export function totalHours(sessions: readonly Sessions[]): string {
  const total = sumOf(sessions.map(({ count, hours }) => exact(hours).times(exact(count))));
  return total.toFixed(Math.max(0, ...sessions.map(({ hours }) => shownDecimals(hours))));
}

/** Hours without needless zeros: `128`, `127.5`. */
export const formatHours = (hours: Exact): string => hours.toFixed();
