import { type Exact, exact } from './exact.js';
import { invariant } from './invariant.js';

/**
 * A whole number of fen held in a number: exact up to 90 trillion yuan, which is asserted.
 * For batches only; single amounts stay decimals.
 * Source: our design, docs/decisions/0005-exact-money.md
 */
export type Fen = number;

/** The fen of an amount that has at most two decimals. */
export function toFen(amount: Exact): Fen {
  const fen = amount.times(exact('100'));
  invariant(fen.isInteger(), `${amount.toFixed()} CNY holds less than a fen`);
  const number = fen.toNumber();
  invariant(Number.isSafeInteger(number), `${amount.toFixed()} CNY is beyond exact fen`);
  return number;
}

/** Adds fen and refuses a sum that a number can no longer hold exactly. */
export function addFen(left: Fen, right: Fen): Fen {
  const sum = left + right;
  invariant(Number.isSafeInteger(sum), 'a sum beyond exact fen');
  return sum;
}

/** So many times a number of fen; refuses a product that a number can no longer hold exactly. */
export function timesFen(fen: Fen, count: number): Fen {
  const product = fen * count;
  invariant(Number.isSafeInteger(product), 'a product beyond exact fen');
  return product;
}

/** The sum of amounts in fen. */
export const sumOfFen = (amounts: readonly Fen[]): Fen => amounts.reduce(addFen, 0);

/** The amount that a number of fen stands for. */
export const exactFen = (fen: Fen): Exact => exact(formatFen(fen));

/** The yuan text of a number of fen. */
export function formatFen(fen: Fen): string {
  invariant(Number.isSafeInteger(fen), 'fen beyond exactness');
  const digits = Math.abs(fen).toString().padStart(3, '0');
  return `${fen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
