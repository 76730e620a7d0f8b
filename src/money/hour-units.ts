import { type Exact, exact } from './exact.js';
import { invariant } from './invariant.js';

const DECIMALS_MAX = 6;
const HOURS_TEXT = /^\d{1,9}(\.\d{1,6})?$/;

/**
 * A text of hours as a whole number of millionths of an hour: exact, and fast enough for batches. Throws when the text is no such hours.
 * Source: our design, docs/decisions/0005-exact-money.md
 */
export function hourUnits(text: string): number {
  invariant(HOURS_TEXT.test(text), `'${text.slice(0, 20)}' is not hours`);
  const point = text.indexOf('.');
  if (point < 0) return parseInt(text, 10) * 10 ** DECIMALS_MAX;
  return parseInt(text.slice(0, point) + text.slice(point + 1), 10) * 10 ** (DECIMALS_MAX - (text.length - point - 1));
}

/** A share as a fraction of whole numbers, in lowest terms. */
export interface Share {
  readonly numerator: number;
  readonly denominator: number;
}

/** The share that a decimal text such as `0.50` stands for. */
export function shareOf(text: string): Share {
  const [numerator, denominator] = exact(text).toFraction() as [Exact, Exact];
  return { numerator: numerator.toNumber(), denominator: denominator.toNumber() };
}

/** Whether a part is more than a share of the whole, compared by cross-multiplication and so exactly. Both are hour units. */
export function exceedsShare(part: number, whole: number, { numerator, denominator }: Share): boolean {
  const left = part * denominator;
  const right = whole * numerator;
  if (Number.isSafeInteger(left) && Number.isSafeInteger(right)) return left > right;
  return BigInt(part) * BigInt(denominator) > BigInt(whole) * BigInt(numerator);
}
