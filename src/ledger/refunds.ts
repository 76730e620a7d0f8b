import { invariant } from '../money/invariant.js';
import { type Fund, fundAccount, FUNDS, paidAccount } from './fund-accounts.js';
import type { DirectRequest } from './transfer.js';

/** What a fund of a year paid, in fen. */
export interface PaidPart {
  readonly fund: Fund;
  readonly year: number;
  readonly amount: bigint;
}

/** In which order funds get back what they paid. Source: Q43 */
export type RefundOrder = 'REVERSE_ORDER_OF_USE' | 'ORDER_OF_USE';

/** The parts together, one for each fund and year, in the order of their use: an earlier year first, and in it the special account. */
export function inOrderOfUse(parts: readonly PaidPart[]): readonly PaidPart[] {
  const years = [...new Set(parts.map(({ year }) => year))].sort((one, other) => one - other);
  return years.flatMap((year) =>
    FUNDS.map((fund) => ({ fund, year, amount: sumOf(parts.filter((part) => part.year === year && part.fund === fund)) })).filter(
      ({ amount }) => amount > 0n,
    ),
  );
}

const sumOf = (parts: readonly PaidPart[]): bigint => parts.reduce((sum, { amount }) => sum + amount, 0n);

/**
 * Which parts a repayment goes back to, after what has come back before: the last used first, or the first, whole before the next. More than was paid is a bug.
 * Source: 辽人社发〔2023〕36号, 五(一), 四(一)2; Q43
 */
export function refundParts(paid: readonly PaidPart[], before: bigint, amount: bigint, order: RefundOrder): readonly PaidPart[] {
  invariant(amount > 0n && before >= 0n && before + amount <= sumOf(paid), `${before} and ${amount} fen of ${sumOf(paid)} come back`);
  const used = inOrderOfUse(paid);
  const queue = order === 'ORDER_OF_USE' ? used : [...used].reverse();
  const refunds: PaidPart[] = [];
  let [skip, left] = [before, amount];
  for (const part of queue) {
    const back = part.amount > skip ? part.amount - skip : 0n;
    skip = skip > part.amount ? skip - part.amount : 0n;
    const taken = back < left ? back : left;
    if (taken > 0n) refunds.push({ ...part, amount: taken });
    left -= taken;
  }
  return refunds;
}

/** The transfers of a repayment that arrived in a year: out of what was paid in its own year, into the same fund of that year. Source: our design, docs/decisions/0020-recoveries.md */
export const repay = (regionCode: string, refunds: readonly PaidPart[], arrivedIn: number): readonly DirectRequest[] =>
  refunds.map(({ fund, year, amount }) => ({
    kind: 'DIRECT',
    debit: paidAccount({ regionCode, year }),
    credit: fundAccount({ regionCode, year: arrivedIn }, fund),
    amount,
    cause: 'REPAYMENT',
    courseRunId: null,
    enrolmentId: null,
  }));
