import { Decimal } from 'decimal.js';
import { type Exact, exact } from './exact.js';
import { invariant } from './invariant.js';

const FEN_DECIMALS = 2;

/**
 * Rounds an amount HALF_UP to the fen: the one place where money is rounded.
 * Source: our design, docs/decisions/0005-exact-money.md (Q13 amount.rounding)
 */
export const roundToFen = (amount: Exact): Exact => amount.toDecimalPlaces(FEN_DECIMALS, Decimal.ROUND_HALF_UP);

/** Cuts an amount down to the fen towards zero: only the alternative reading of Q13 asks for it. */
export const cutToFen = (amount: Exact): Exact => amount.toDecimalPlaces(FEN_DECIMALS, Decimal.ROUND_DOWN);

/** The yuan text of an amount, exactly two decimals: `1280.00`. Throws when a part of a fen would be lost. */
export function formatYuan(amount: Exact): string {
  invariant(amount.decimalPlaces() <= FEN_DECIMALS, `${amount.toFixed()} CNY holds less than a fen`);
  return amount.isZero() ? '0.00' : amount.toFixed(FEN_DECIMALS);
}

/** The amount that a yuan text such as `1280.00` stands for. Throws when it holds less than a fen. */
export function yuan(text: string): Exact {
  const amount = exact(text);
  invariant(amount.decimalPlaces() <= FEN_DECIMALS, `${text} CNY holds less than a fen`);
  return amount;
}

/** Yuan from 万元: `700` gives 7000000.00. The result is rounded to the fen. */
export const fromTenThousandYuan = (text: string): Exact => roundToFen(exact(text).times(exact('10000')));
