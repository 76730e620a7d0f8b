import { Decimal } from 'decimal.js';
import { invariant } from './invariant.js';

/** decimal.js set up so that sums and products of every figure we accept are exact: inputs have at most 60 digits, and no product takes more than two such. */
const ExactDecimal = Decimal.clone({ precision: 120, rounding: Decimal.ROUND_HALF_UP, toExpNeg: -200, toExpPos: 200 });

/** An exact decimal number. Only this folder knows which library stands behind it. */
export type Exact = Decimal;

const DECIMAL_TEXT = /^-?\d{1,40}(\.\d{1,40})?$/;

/** Whether a text is a plain decimal number: no exponent, blank, plus sign, thousands separator or full-width digit. */
export const isDecimalText = (text: string): boolean => DECIMAL_TEXT.test(text);

/**
 * The exact number that a plain decimal text or a safe integer stands for.
 * Throws on anything else; callers check what people send before they ask.
 * Source: our design, docs/decisions/0005-exact-money.md
 */
export function exact(value: string | number): Exact {
  if (typeof value === 'number') invariant(Number.isSafeInteger(value), `${value} is not a safe integer`);
  else invariant(isDecimalText(value), `'${value.slice(0, 60)}' is not a plain decimal`);
  return new ExactDecimal(value);
}

export const ZERO: Exact = exact(0);

/** The exact sum of any number of terms. */
export const sumOf = (terms: readonly Exact[]): Exact => terms.reduce((sum, term) => sum.plus(term), ZERO);

/** How many decimals a decimal text shows: 2 for `12.50`. */
export const shownDecimals = (text: string): number => text.split('.')[1]?.length ?? 0;

/** The smaller of two numbers. */
export const lesser = (left: Exact, right: Exact): Exact => (left.lessThan(right) ? left : right);

/** The larger of two numbers. */
export const greater = (left: Exact, right: Exact): Exact => (left.greaterThan(right) ? left : right);
