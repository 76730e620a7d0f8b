import { type Exact, exact } from './exact.js';
import { invariant } from './invariant.js';

const DECIMALS_MAX = 6;

const ZERO_CODE = '0'.charCodeAt(0);
const POINT_CODE = '.'.charCodeAt(0);
const WHOLE_DIGITS_MAX = 9;

/**
 * A text of hours as a whole number of millionths of an hour: exact, and fast enough for batches. Throws when the text is no such hours.
 * Source: our design, docs/decisions/0005-exact-money.md
 */
export function hourUnits(text: string): number {
  const point = text.indexOf('.');
  const wholeLength = point < 0 ? text.length : point;
  const decimals = point < 0 ? 0 : text.length - point - 1;
  const isSized = wholeLength >= 1 && wholeLength <= WHOLE_DIGITS_MAX && decimals <= DECIMALS_MAX && (point < 0 || decimals >= 1);
  if (!isSized) refuse(text);
  let units = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === POINT_CODE && index === point) continue;
    const digit = code - ZERO_CODE;
    if (digit < 0 || digit > 9) refuse(text);
    units = units * 10 + digit;
  }
  return units * (POWERS_OF_TEN[DECIMALS_MAX - decimals] ?? 1);
}

/** Words the bug only where there is one: this runs a million times in a batch. */
function refuse(text: string): never {
  invariant(false, `'${text.slice(0, 20)}' is not hours`);
}

const POWERS_OF_TEN = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000] as const;

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

/** Whether a part is a share of the whole or more: the rest is not more than what the share leaves. Both are hour units, the part at most the whole. */
export const reachesShare = (part: number, whole: number, { numerator, denominator }: Share): boolean =>
  !exceedsShare(whole - part, whole, { numerator: denominator - numerator, denominator });
