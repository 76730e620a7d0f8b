import { type Exact, exact, sumOf } from './exact.js';
import { formatYuan, yuan } from './yuan.js';
import { invariant } from './invariant.js';

/**
 * Splits an amount into equal parts that lose no fen: the first parts take the extra fen.
 * Source: our design, docs/decisions/0005-exact-money.md
 */
export function splitEqually(amount: Exact, parts: number): Exact[] {
  invariant(parts > 0, 'at least one part');
  const fen = fenOf(amount);
  const base = fen / BigInt(parts);
  const extra = fen - base * BigInt(parts);
  const step = extra < 0n ? -1n : 1n;
  const shares = Array.from({ length: parts }, (_, index) => fenToYuan(BigInt(index) < extra * step ? base + step : base));
  invariant(sumOf(shares).equals(amount), 'the parts sum to the whole');
  return shares;
}

const fenToYuan = (fen: bigint): Exact => yuan(formatYuan(exact(fen.toString()).times(exact('0.01'))));

/**
 * Shares out a whole number of units by weight with the largest remainder; ties go to the earlier weight.
 * Returns one whole number per weight; they sum to `total`.
 * Source: our design, docs/decisions/0005-exact-money.md
 */
export const apportionByLargestRemainder = (total: number, weights: readonly bigint[]): number[] =>
  apportion(BigInt(total), weights).map((units) => parseInt(units.toString(), 10));

/**
 * Shares out an amount by weight, to the fen, with the largest remainder; the parts sum to the amount.
 * Source: our design, docs/decisions/0005-exact-money.md
 */
export const apportionFen = (amount: Exact, weights: readonly Exact[]): Exact[] =>
  apportion(fenOf(amount), weights.map(fenOf)).map(fenToYuan);

function apportion(total: bigint, weights: readonly bigint[]): bigint[] {
  const weightSum = weights.reduce((sum, weight) => sum + weight, 0n);
  invariant(weightSum > 0n, 'some weight to share by');
  const shares = weights.map((weight, index) => ({
    index,
    units: (total * weight) / weightSum,
    remainder: (total * weight) % weightSum,
  }));
  const left = total - shares.reduce((sum, share) => sum + share.units, 0n);
  const favoured = [...shares].sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1));
  for (const share of favoured.slice(0, parseInt(left.toString(), 10))) share.units += 1n;
  invariant(shares.reduce((sum, share) => sum + share.units, 0n) === total, 'the shares sum to the total');
  return shares.map(({ units }) => units);
}

const fenOf = (amount: Exact): bigint => BigInt(amount.times(exact('100')).toFixed(0));
