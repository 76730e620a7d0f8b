import { type FundSplitMethod, splitPayout } from '../policy/fund-split.js';
import { invariant } from '../money/invariant.js';
import type { Pool } from './place-accounts.js';
import type { DirectRequest, PendingRequest, PendingTransfer, ResolvingRequest, ReversalRequest, TransferSubject } from './transfer.js';

/** The funds of a region and year, in their order of use. Source: 辽人社发〔2023〕36号, 四(一)2 */
export const FUNDS = ['SPECIAL_ACCOUNT', 'EMPLOYMENT_SUBSIDY'] as const;
export type Fund = (typeof FUNDS)[number];

/** Why yuan move into, out of and between funds. */
export type FundCause = 'APPROPRIATION' | 'REVERSAL' | 'CARRY_OVER' | 'COMMIT' | 'PAYMENT' | 'RELEASE';

const NOBODY: TransferSubject = { courseRunId: null, enrolmentId: null };

/** Where the money of a region and year comes from: whoever appropriates it. Not limited; a region's own, so that two regions never wait for each other. */
export const fundSource = ({ regionCode, year }: Pool): string => `CNY/SOURCE/${regionCode}/${year}`;

/** The account of a fund: limited. */
export const fundAccount = ({ regionCode, year }: Pool, fund: Fund): string => `CNY/${fund}/${regionCode}/${year}`;

/** What was paid out of the funds, less what came back: limited, so that no more comes back than was paid. */
export const paidAccount = ({ regionCode, year }: Pool): string => `CNY/PAID/${regionCode}/${year}`;

/** The codes of all accounts of a region and year that hold yuan. Source: our design, docs/decisions/0017-payees-and-funds.md */
export const fundAccounts = (pool: Pool): readonly string[] => [
  fundSource(pool),
  ...FUNDS.map((fund) => fundAccount(pool, fund)),
  paidAccount(pool),
];

const nextYear = ({ regionCode, year }: Pool): Pool => ({ regionCode, year: year + 1 });

/** The account that what is left of a fund goes on to: the same fund of the next year. */
export const carriedTo = (pool: Pool, fund: Fund): string => fundAccount(nextYear(pool), fund);

/** Brings money into a fund. Source: 辽人社发〔2023〕36号, 四(一)2 */
export const appropriate = (pool: Pool, fund: Fund, amount: bigint): DirectRequest => ({
  kind: 'DIRECT',
  debit: fundSource(pool),
  credit: fundAccount(pool, fund),
  amount,
  cause: 'APPROPRIATION',
  ...NOBODY,
});

/** Takes back an appropriation, or what was carried over, whole. The ledger refuses (INSUFFICIENT) what is committed or paid. Source: our design, docs/decisions/0017-payees-and-funds.md */
export const reverseAppropriation = (transferId: string): ReversalRequest => ({
  kind: 'REVERSAL',
  of: transferId,
  cause: 'REVERSAL',
  ...NOBODY,
});

/** Moves what is left of a fund on to the next year. Source: our design, docs/decisions/0017-payees-and-funds.md */
export const carryOver = (pool: Pool, fund: Fund, amount: bigint): DirectRequest => ({
  kind: 'DIRECT',
  debit: fundAccount(pool, fund),
  credit: carriedTo(pool, fund),
  amount,
  cause: 'CARRY_OVER',
  ...NOBODY,
});

/** One line of a claim to be funded, in fen. */
export interface PayoutLine {
  readonly enrolmentId: string;
  readonly courseRunId: string;
  readonly amount: bigint;
}

/** What is available of each fund, in fen. */
export type FundBalances = Readonly<Record<Fund, bigint>>;

/** The holds on the funds for all lines; or the fund that is short, and how much it must get so that all lines can be paid. */
export type Commitment =
  | { readonly kind: 'committed'; readonly requests: readonly PendingRequest[] }
  | { readonly kind: 'short'; readonly fund: Fund; readonly missing: bigint };

/**
 * Holds the money of a claim's lines, all of them or none, in their order: the special account first, then the employment subsidy fund, exact to the fen; a line that
 * both pay has two holds. Under STRICT_BINARY one fund pays each line, and a special account that has too little for the next line is short itself.
 * A line of nothing is a bug.
 * Source: 辽人社发〔2023〕36号, 四(一)2; Q33
 */
export const commitFunds = (pool: Pool, lines: readonly PayoutLine[], balances: FundBalances, method: FundSplitMethod): Commitment => {
  const left = { ...balances };
  const requests: PendingRequest[] = [];
  for (const [index, { amount, courseRunId, enrolmentId }] of lines.entries()) {
    invariant(amount > 0n, `a payout of ${amount}`);
    const { special, employment, status } = splitPayout(left.SPECIAL_ACCOUNT, amount, method);
    if (status !== 'OK') return short('SPECIAL_ACCOUNT', lines.slice(index), left.SPECIAL_ACCOUNT);
    if (employment > left.EMPLOYMENT_SUBSIDY)
      return short('EMPLOYMENT_SUBSIDY', lines.slice(index), left.SPECIAL_ACCOUNT + left.EMPLOYMENT_SUBSIDY);
    const parts: Readonly<Record<Fund, bigint>> = { SPECIAL_ACCOUNT: special, EMPLOYMENT_SUBSIDY: employment };
    for (const fund of FUNDS) {
      if (parts[fund] > 0n) requests.push(commitment(pool, fund, parts[fund], { courseRunId, enrolmentId }));
      left[fund] -= parts[fund];
    }
  }
  return { kind: 'committed', requests };
};

const short = (fund: Fund, lines: readonly PayoutLine[], available: bigint): Commitment => ({
  kind: 'short',
  fund,
  missing: lines.reduce((sum, { amount }) => sum + amount, 0n) - available,
});

const commitment = (pool: Pool, fund: Fund, amount: bigint, subject: TransferSubject): PendingRequest => ({
  kind: 'PENDING',
  debit: fundAccount(pool, fund),
  credit: paidAccount(pool),
  amount,
  cause: 'COMMIT',
  expiresAt: null,
  ...subject,
});

/** Pays what was committed. Source: our design, docs/decisions/0011-places-ledger.md */
export const payCommitted = (pendings: readonly PendingTransfer[]): readonly ResolvingRequest[] =>
  pendings.flatMap((pending) => resolved(pending, 'POST', 'PAYMENT'));

/** Gives back to its fund what was committed and is not paid. Source: our design, docs/decisions/0011-places-ledger.md */
export const releaseCommitted = (pendings: readonly PendingTransfer[]): readonly ResolvingRequest[] =>
  pendings.flatMap((pending) => resolved(pending, 'VOID', 'RELEASE'));

const resolved = ({ id, openAmount, courseRunId, enrolmentId }: PendingTransfer, kind: 'POST' | 'VOID', cause: FundCause) =>
  openAmount === 0n ? [] : [{ kind, pendingId: id, amount: openAmount, cause, courseRunId, enrolmentId }];
