import { type Exact, exact } from './exact.js';
import { invariant } from './invariant.js';
import { formatYuan, roundToFen } from './yuan.js';

/** An amount divided by a count: the fraction in lowest terms, and the yuan text to show. */
export function exactFraction(amount: Exact, count: number): { exactFraction: string; display: string } {
  invariant(count > 0, 'a mean of something');
  const fen = BigInt(amount.times(exact('100')).toFixed(0));
  const denominator = BigInt(count) * 100n;
  const divisor = greatestCommonDivisor(fen < 0n ? -fen : fen, denominator);
  return { exactFraction: `${fen / divisor}/${denominator / divisor}`, display: formatYuan(roundToFen(amount.dividedBy(exact(count)))) };
}

function greatestCommonDivisor(left: bigint, right: bigint): bigint {
  return right === 0n ? left : greatestCommonDivisor(right, left % right);
}
