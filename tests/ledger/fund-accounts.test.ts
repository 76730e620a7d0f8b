import fc from 'fast-check';
import { type Account, available, openedAccount } from '../../src/ledger/account.js';
import { applyTransfers } from '../../src/ledger/apply-transfers.js';
import {
  appropriate,
  carriedTo,
  carryOver,
  commitFunds,
  type Fund,
  fundAccount,
  fundAccounts,
  FUNDS,
  fundSource,
  paidAccount,
  payCommitted,
  type PayoutLine,
  releaseCommitted,
  reverseAppropriation,
} from '../../src/ledger/fund-accounts.js';
import { ledgerBook } from '../../src/ledger/ledger-book.js';
import { numberTransfers } from '../../src/ledger/number-transfers.js';
import { firstDifference, replay } from '../../src/ledger/replay.js';
import type { PendingTransfer, Transfer, TransferRequest } from '../../src/ledger/transfer.js';
import { LONG_MS, runs } from '../policy/harness.js';
import { instantOf } from './harness.js';

const POOL = { regionCode: 'LN-210200', year: 2026 };
const AT = instantOf(1);
const line = (amount: bigint, index = 0): PayoutLine => ({ enrolmentId: `${100 + index}`, courseRunId: '7', amount });
const of = (special: bigint, employment: bigint) => ({ SPECIAL_ACCOUNT: special, EMPLOYMENT_SUBSIDY: employment });

/** The ledger of a region, kept by hand: what was applied, under ids counted up. */
class Books {
  book = ledgerBook({ accounts: [...fundAccounts(POOL), ...FUNDS.map((fund) => carriedTo(POOL, fund))].map(openedAccount) });
  readonly history: Transfer[] = [];

  apply(...requests: readonly TransferRequest[]): readonly Transfer[] | string {
    const applied = applyTransfers(this.book, requests, AT);
    if (applied.kind === 'refused') return applied.reason.code;
    const ids = applied.transfers.map((_, index) => `${this.history.length + index + 1}`);
    const { book, transfers } = numberTransfers(applied, ids);
    const past = transfers.map((transfer): [string, Transfer & { isReversed: boolean }] => [
      transfer.id,
      { ...transfer, isReversed: false },
    ]);
    this.book = { ...book, past: new Map([...book.past, ...past]) };
    this.history.push(...transfers);
    return transfers;
  }

  left = (code: string): bigint => available(this.book.accounts.get(code) as Account);
  funds = (): readonly bigint[] => FUNDS.map((fund) => this.left(fundAccount(POOL, fund)));
  pendings = (): readonly PendingTransfer[] => [...this.book.pendings.values()];
}

describe('the accounts of the funds of a region and year (四(一)2)', () => {
  it('are limited, but for the source', () => {
    expect(fundAccounts(POOL)).toEqual([
      'CNY/SOURCE/LN-210200/2026',
      'CNY/SPECIAL_ACCOUNT/LN-210200/2026',
      'CNY/EMPLOYMENT_SUBSIDY/LN-210200/2026',
      'CNY/PAID/LN-210200/2026',
    ]);
    expect(fundAccounts(POOL).map((code) => openedAccount(code).isLimited)).toEqual([false, true, true, true]);
    expect(carriedTo(POOL, 'SPECIAL_ACCOUNT')).toBe('CNY/SPECIAL_ACCOUNT/LN-210200/2027');
  });

  it('get what is appropriated, hold what is committed, and pay it; what is released is available again', () => {
    const books = new Books();
    books.apply(appropriate(POOL, 'SPECIAL_ACCOUNT', 5_000n), appropriate(POOL, 'EMPLOYMENT_SUBSIDY', 9_000n));
    const lines = [line(4_000n, 0), line(3_000n, 1)];
    const commitment = commitFunds(POOL, lines, of(5_000n, 9_000n), 'WATERFALL');
    books.apply(...(commitment.kind === 'committed' ? commitment.requests : []));
    expect(books.funds()).toEqual([0n, 7_000n]);
    expect(books.pendings().map(({ debit, amount, enrolmentId, cause }) => [debit, amount, enrolmentId, cause])).toEqual([
      ['CNY/SPECIAL_ACCOUNT/LN-210200/2026', 4_000n, '100', 'COMMIT'],
      ['CNY/SPECIAL_ACCOUNT/LN-210200/2026', 1_000n, '101', 'COMMIT'],
      ['CNY/EMPLOYMENT_SUBSIDY/LN-210200/2026', 2_000n, '101', 'COMMIT'],
    ]);
    const [first, ...second] = books.pendings();
    books.apply(...payCommitted(first === undefined ? [] : [first]), ...releaseCommitted(second));
    expect(books.funds()).toEqual([1_000n, 9_000n]);
    expect(books.left(paidAccount(POOL))).toBe(4_000n);
    expect(payCommitted(books.pendings())).toEqual([]);
    expect(books.apply(...payCommitted(second))).toBe('PENDING_CLOSED');
  });

  it('an appropriation is taken back whole, once, and never below what is committed', () => {
    const books = new Books();
    books.apply(appropriate(POOL, 'SPECIAL_ACCOUNT', 5_000n), appropriate(POOL, 'SPECIAL_ACCOUNT', 300n));
    const commitment = commitFunds(POOL, [line(301n)], of(5_300n, 0n), 'WATERFALL');
    books.apply(...(commitment.kind === 'committed' ? commitment.requests : []));
    expect(books.apply(reverseAppropriation('1'))).toBe('INSUFFICIENT');
    books.apply(reverseAppropriation('2'));
    expect(books.funds()).toEqual([4_699n, 0n]);
    expect(books.apply(reverseAppropriation('2'))).toBe('ALREADY_REVERSED');
    expect(books.left(fundSource(POOL))).toBe(-5_000n);
  });

  it('what is available goes on to the next year, and no more', () => {
    const books = new Books();
    books.apply(appropriate(POOL, 'EMPLOYMENT_SUBSIDY', 100n));
    expect(books.apply(carryOver(POOL, 'EMPLOYMENT_SUBSIDY', 101n))).toBe('INSUFFICIENT');
    books.apply(carryOver(POOL, 'EMPLOYMENT_SUBSIDY', 100n));
    expect([books.left(fundAccount(POOL, 'EMPLOYMENT_SUBSIDY')), books.left(carriedTo(POOL, 'EMPLOYMENT_SUBSIDY'))]).toEqual([0n, 100n]);
  });
});

describe('which fund pays what (四(一)2, Q33)', () => {
  it.each([
    [
      'WATERFALL',
      [4_000n, 1_280n, 100n],
      of(5_000n, 380n),
      [
        [4_000n, 0n],
        [1_000n, 280n],
        [0n, 100n],
      ],
    ],
    ['WATERFALL', [1n], of(0n, 1n), [[0n, 1n]]],
    [
      'STRICT_BINARY',
      [4_000n, 1_000n, 5n],
      of(5_000n, 5n),
      [
        [4_000n, 0n],
        [1_000n, 0n],
        [0n, 5n],
      ],
    ],
  ] as const)('%s %j of %j', (method, amounts, balances, parts) => {
    const commitment = commitFunds(POOL, amounts.map(line), balances, method);
    expect(partsOf(commitment, amounts.length)).toEqual(parts);
  });

  it.each([
    ['WATERFALL', [100n, 200n], of(50n, 100n), 'EMPLOYMENT_SUBSIDY', 150n],
    ['WATERFALL', [1n], of(0n, 0n), 'EMPLOYMENT_SUBSIDY', 1n],
    ['STRICT_BINARY', [100n, 200n], of(150n, 9_999n), 'SPECIAL_ACCOUNT', 150n],
    ['STRICT_BINARY', [100n, 200n, 300n], of(100n, 200n), 'EMPLOYMENT_SUBSIDY', 300n],
  ] as const)('%s %j of %j is short in %s', (method, amounts, balances, fund, missing) => {
    const shortage = commitFunds(POOL, amounts.map(line), balances, method);
    expect(shortage).toEqual({ kind: 'short', fund, missing });
    expect(commitFunds(POOL, amounts.map(line), { ...balances, [fund]: balances[fund] + missing }, method).kind).toBe('committed');
  });

  it('no lines hold nothing, and a line of nothing is a bug', () => {
    expect(commitFunds(POOL, [], of(0n, 0n), 'WATERFALL')).toEqual({ kind: 'committed', requests: [] });
    expect(() => commitFunds(POOL, [line(0n)], of(1n, 1n), 'WATERFALL')).toThrow('a payout of 0');
  });
});

type Committed = ReturnType<typeof commitFunds>;

/** What each line gets from each fund. */
const partsOf = (commitment: Committed, count: number): readonly (readonly [bigint, bigint])[] => {
  if (commitment.kind === 'short') throw new Error(`short by ${commitment.missing}`);
  const part = (index: number, fund: Fund): bigint =>
    commitment.requests
      .filter(({ enrolmentId, debit }) => enrolmentId === `${100 + index}` && debit === fundAccount(POOL, fund))
      .reduce((sum, { amount }) => sum + amount, 0n);
  return Array.from({ length: count }, (_, index) => [part(index, 'SPECIAL_ACCOUNT'), part(index, 'EMPLOYMENT_SUBSIDY')] as const);
};

const least = (one: bigint, other: bigint): bigint => (one < other ? one : other);

/** The waterfall without a loop over balances: of the first so many fen of all lines laid end to end, the special account pays those below its balance. */
const oracle = (amounts: readonly bigint[], special: bigint): readonly (readonly [bigint, bigint])[] =>
  amounts.map((amount, index) => {
    const before = amounts.slice(0, index).reduce((sum, other) => sum + other, 0n);
    const fromSpecial = least(before + amount, special) - least(before, special);
    return [fromSpecial, amount - fromSpecial];
  });

describe('the laws of commitment', () => {
  const fen = fc.oneof(fc.bigInt({ min: 0n, max: 500n }), fc.bigInt({ min: 0n, max: 10n ** 17n }));
  const amounts = fc.array(
    fen.map((amount) => amount + 1n),
    { maxLength: 20 },
  );

  it(
    'WATERFALL equals the oracle: parts sum to the line, never more than available, the special account first',
    () => {
      fc.assert(
        fc.property(amounts, fen, fen, (payouts, special, employment) => {
          const total = payouts.reduce((sum, amount) => sum + amount, 0n);
          const commitment = commitFunds(POOL, payouts.map(line), of(special, employment), 'WATERFALL');
          if (total > special + employment) {
            expect(commitment).toEqual({ kind: 'short', fund: 'EMPLOYMENT_SUBSIDY', missing: total - special - employment });
            return;
          }
          expect(partsOf(commitment, payouts.length)).toEqual(oracle(payouts, special));
          expect(commitment.kind === 'committed' && commitment.requests.every(({ amount }) => amount > 0n)).toBe(true);
        }),
        runs(500, 200_000),
      );
    },
    LONG_MS,
  );

  it(
    'STRICT_BINARY pays each line from one fund, and the employment subsidy fund only once the special account is used up',
    () => {
      fc.assert(
        fc.property(amounts, fen, fen, (payouts, special, employment) => {
          const commitment = commitFunds(POOL, payouts.map(line), of(special, employment), 'STRICT_BINARY');
          if (commitment.kind === 'short') {
            const enough = { ...of(special, employment), [commitment.fund]: of(special, employment)[commitment.fund] + commitment.missing };
            expect(commitFunds(POOL, payouts.map(line), enough, 'STRICT_BINARY').kind).toBe('committed');
            return;
          }
          const parts = partsOf(commitment, payouts.length);
          const sumOf = (at: 0 | 1): bigint => parts.reduce((sum, part) => sum + part[at], 0n);
          expect(parts.map(([one, other]) => one + other)).toEqual(payouts);
          expect(parts.every(([one, other]) => one === 0n || other === 0n)).toBe(true);
          expect(sumOf(0) <= special && sumOf(1) <= employment && (sumOf(1) === 0n || sumOf(0) === special)).toBe(true);
        }),
        runs(500, 100_000),
      );
    },
    LONG_MS,
  );

  it(
    'whatever is appropriated, committed, paid, released, carried over and taken back: no limited account below zero, debits equal credits, a replay agrees',
    () => {
      const step = fc.record({
        act: fc.constantFrom('give', 'commit', 'pay', 'release', 'carry', 'reverse'),
        amount: fc.bigInt(1n, 900n),
        nth: fc.nat(20),
      });
      fc.assert(
        fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
          const books = new Books();
          for (const { act, amount, nth } of steps) {
            const fund = FUNDS[nth % 2] as Fund;
            const [special = 0n, employment = 0n] = books.funds();
            const pendings = books.pendings().slice(nth % 3);
            const commitment = commitFunds(POOL, [line(amount), line(BigInt(nth + 1), 1)], of(special, employment), 'WATERFALL');
            const requests: Readonly<Record<typeof act, readonly TransferRequest[]>> = {
              give: [appropriate(POOL, fund, amount)],
              commit: commitment.kind === 'committed' ? commitment.requests : [],
              pay: payCommitted(pendings),
              release: releaseCommitted(pendings),
              carry: [carryOver(POOL, fund, amount)],
              reverse: [reverseAppropriation(`${nth + 1}`)],
            };
            books.apply(...requests[act]);
          }
          const accounts = [...books.book.accounts.values()];
          expect(accounts.filter((account) => account.isLimited && available(account) < 0n)).toEqual([]);
          const sum = (of: (account: Account) => bigint): bigint => accounts.reduce((total, account) => total + of(account), 0n);
          expect(sum(({ debitsPosted }) => debitsPosted)).toBe(sum(({ creditsPosted }) => creditsPosted));
          expect(sum(({ debitsPending }) => debitsPending)).toBe(sum(({ creditsPending }) => creditsPending));
          const open = new Map(books.pendings().map(({ id, openAmount }): [string, bigint] => [id, openAmount]));
          expect(firstDifference({ balances: books.book.accounts, open }, replay(books.history))).toBeNull();
        }),
        runs(100, 5_000),
      );
    },
    LONG_MS,
  );
});
