import { Decimal } from 'decimal.js';
import { type Exact, exact } from './exact.js';
import { invariant } from './invariant.js';

/** What share `part` is of `whole`, in percent with two decimals, HALF_UP, for display: decisions compare exactly instead. */
export function sharePercent(part: Exact, whole: Exact): string {
  invariant(!whole.isZero(), 'a share of nothing');
  return part.times(exact('100')).dividedBy(whole).toFixed(2, Decimal.ROUND_HALF_UP);
}

/** `percent` percent of an amount, exact and not rounded. */
export const percentOf = (amount: Exact, percent: Exact): Exact => amount.times(percent).times(exact('0.01'));
