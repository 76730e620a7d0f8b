import fc from 'fast-check';

import { type Account, available, openedAccount } from '../../src/ledger/account.js';
import { applyTransfers } from '../../src/ledger/apply-transfers.js';
import { type LedgerBook, ledgerBook } from '../../src/ledger/ledger-book.js';
import { numberTransfers } from '../../src/ledger/number-transfers.js';
import { firstDifference, replay } from '../../src/ledger/replay.js';
import type { Transfer, TransferRequest } from '../../src/ledger/transfer.js';
import { instantOf } from './harness.js';

const SOURCE = 'PLACE/SOURCE/2024';
const QUOTA = 'PLACE/QUOTA/LN-210100/2024';
const HELD = 'PLACE/HELD/LN-210100/2024';
const NAMED = 'PLACE/NAMED/LN-210100/2024';
const ACCOUNTS = [SOURCE, QUOTA, HELD, NAMED];
const SUBJECT = { cause: 'TEST', courseRunId: null, enrolmentId: null };
const AT = instantOf(10);

const direct = (debit: string, credit: string, amount: bigint): TransferRequest => ({ kind: 'DIRECT', debit, credit, amount, ...SUBJECT });
const pending = (amount: bigint, expiresAt: string | null = null, debit = QUOTA, credit = HELD): TransferRequest => ({
  kind: 'PENDING',
  debit,
  credit,
  amount,
  expiresAt,
  ...SUBJECT,
});
const resolving = (kind: 'POST' | 'VOID' | 'EXPIRE', pendingId: string, amount: bigint): TransferRequest => ({
  kind,
  pendingId,
  amount,
  ...SUBJECT,
});
const reversal = (of: string): TransferRequest => ({ kind: 'REVERSAL', of, ...SUBJECT });

/** A ledger in memory: batches in, history and answers out. */
class Bench {
  book: LedgerBook = ledgerBook({ accounts: ACCOUNTS.map(openedAccount) });
  readonly history: Transfer[] = [];

  apply(requests: readonly TransferRequest[], at = AT): unknown {
    const past = new Map(this.history.map((transfer) => [transfer.id, { ...transfer, isReversed: this.isReversed(transfer.id) }]));
    const outcome = applyTransfers({ ...this.book, past }, requests, at);
    if (outcome.kind === 'refused') return outcome.reason;
    const ids = outcome.transfers.map((_, index) => `${this.history.length + index + 1}`);
    const { book, transfers } = numberTransfers(outcome, ids);
    this.book = book;
    this.history.push(...transfers);
    return 'applied';
  }

  isReversed(id: string): boolean {
    return this.history.some(({ kind, resolves }) => kind === 'REVERSAL' && resolves === id);
  }

  balance(code: string): string {
    const { debitsPending, debitsPosted, creditsPending, creditsPosted } = this.book.accounts.get(code) ?? openedAccount(code);
    return `${debitsPending} ${debitsPosted} ${creditsPending} ${creditsPosted}`;
  }
}

const benchOf = (...batches: readonly (readonly TransferRequest[])[]): Bench => {
  const bench = new Bench();
  for (const batch of batches) expect(bench.apply(batch)).toBe('applied');
  return bench;
};

describe('an account code says what the account is', () => {
  it.each([
    [SOURCE, { unit: 'PLACE', kind: 'SOURCE', regionCode: null, year: 2024, isLimited: false }],
    [QUOTA, { unit: 'PLACE', kind: 'QUOTA', regionCode: 'LN-210100', year: 2024, isLimited: true }],
    ['PLACE/HELD/LN-SHENFU/2030', { unit: 'PLACE', kind: 'HELD', regionCode: 'LN-SHENFU', year: 2030, isLimited: false }],
  ])('%s', (code, told) => expect(openedAccount(code)).toMatchObject({ code, owner: null, debitsPending: 0n, ...told }));
  it.each(['', 'PLACE/QUOTA', 'PLACE/OTHER/2024', 'YUAN/SOURCE/2024', 'PLACE/SOURCE/24'])('%p is a bug', (code) =>
    expect(() => openedAccount(code)).toThrow('invariant broken'),
  );
});

describe('two-phase transfers (our design, docs/decisions/0011)', () => {
  it.each<[string, TransferRequest[][], string, string]>([
    ['a direct transfer goes for good', [[direct(SOURCE, QUOTA, 600n)]], '0 0 0 600', '0 0 0 0'],
    ['a pending one is held on both sides', [[direct(SOURCE, QUOTA, 600n)], [pending(30n)]], '30 0 0 600', '0 0 30 0'],
    [
      'a posted part goes for good',
      [[direct(SOURCE, QUOTA, 600n)], [pending(30n)], [resolving('POST', '2', 10n)]],
      '20 10 0 600',
      '0 0 20 10',
    ],
    ['a voided part comes back', [[direct(SOURCE, QUOTA, 600n)], [pending(30n)], [resolving('VOID', '2', 10n)]], '20 0 0 600', '0 0 20 0'],
    [
      'an expired rest comes back',
      [[direct(SOURCE, QUOTA, 600n)], [pending(30n, AT)], [resolving('EXPIRE', '2', 30n)]],
      '0 0 0 600',
      '0 0 0 0',
    ],
    [
      'what was posted is taken back by a reversal',
      [[direct(SOURCE, QUOTA, 600n)], [pending(30n)], [resolving('POST', '2', 10n)], [reversal('3')]],
      '20 10 0 610',
      '0 10 20 10',
    ],
  ])('%s', (_rule, batches, quota, held) => {
    const bench = benchOf(...batches);
    expect([bench.balance(QUOTA), bench.balance(HELD)]).toEqual([quota, held]);
  });

  it.each<[string, TransferRequest[][], TransferRequest[], object]>([
    [
      'more than there is',
      [[direct(SOURCE, QUOTA, 5n)]],
      [pending(6n)],
      { code: 'INSUFFICIENT', account: QUOTA, asked: 6n, available: 5n },
    ],
    [
      'more than there is, because pending counts',
      [[direct(SOURCE, QUOTA, 5n)], [pending(3n)]],
      [pending(2n), pending(1n)],
      { code: 'INSUFFICIENT', account: QUOTA, asked: 3n, available: 2n },
    ],
    [
      'more than the same batch gives back',
      [[direct(SOURCE, QUOTA, 5n)], [pending(4n)]],
      [resolving('VOID', '2', 2n), pending(4n)],
      { code: 'INSUFFICIENT', account: QUOTA, asked: 4n, available: 3n },
    ],
    ['an unknown pending transfer', [], [resolving('POST', '9', 1n)], { code: 'PENDING_UNKNOWN', pendingId: '9' }],
    [
      'a part larger than what is open',
      [[direct(SOURCE, QUOTA, 5n)], [pending(4n)], [resolving('POST', '2', 3n)]],
      [resolving('VOID', '2', 2n)],
      { code: 'PENDING_CLOSED', pendingId: '2', asked: 2n, open: 1n },
    ],
    [
      'parts of one batch that are together larger',
      [[direct(SOURCE, QUOTA, 5n)], [pending(4n)]],
      [resolving('POST', '2', 3n), resolving('VOID', '2', 2n)],
      { code: 'PENDING_CLOSED', pendingId: '2', asked: 2n, open: 1n },
    ],
    [
      'a post from the instant of expiry on',
      [[direct(SOURCE, QUOTA, 5n)], [pending(4n, AT)]],
      [resolving('POST', '2', 1n)],
      { code: 'PENDING_EXPIRED', pendingId: '2', expiresAt: AT },
    ],
    [
      'a void from the instant of expiry on',
      [[direct(SOURCE, QUOTA, 5n)], [pending(4n, AT)]],
      [resolving('VOID', '2', 1n)],
      { code: 'PENDING_EXPIRED', pendingId: '2', expiresAt: AT },
    ],
    [
      'an expiry before its instant',
      [[direct(SOURCE, QUOTA, 5n)], [pending(4n, instantOf(11))]],
      [resolving('EXPIRE', '2', 4n)],
      { code: 'PENDING_NOT_EXPIRED', pendingId: '2', expiresAt: instantOf(11) },
    ],
    [
      'an expiry of what never expires',
      [[direct(SOURCE, QUOTA, 5n)], [pending(4n)]],
      [resolving('EXPIRE', '2', 4n)],
      { code: 'PENDING_NOT_EXPIRED', pendingId: '2', expiresAt: null },
    ],
    ['a reversal of nothing', [], [reversal('9')], { code: 'TRANSFER_UNKNOWN', transferId: '9' }],
    [
      'a reversal of what is held',
      [[direct(SOURCE, QUOTA, 5n)], [pending(4n)]],
      [reversal('2')],
      { code: 'NOT_REVERSIBLE', transferId: '2' },
    ],
    ['a second reversal', [[direct(SOURCE, QUOTA, 5n)], [reversal('1')]], [reversal('1')], { code: 'ALREADY_REVERSED', transferId: '1' }],
    [
      'two reversals in one batch',
      [[direct(SOURCE, QUOTA, 5n)]],
      [reversal('1'), reversal('1')],
      { code: 'ALREADY_REVERSED', transferId: '1' },
    ],
    [
      'a reversal of what is held meanwhile',
      [[direct(SOURCE, QUOTA, 5n)], [pending(4n)]],
      [reversal('1')],
      { code: 'INSUFFICIENT', account: QUOTA, asked: 5n, available: 1n },
    ],
  ])('refuses %s', (_what, before, batch, reason) => {
    const bench = benchOf(...before);
    const book = structuredClone(bench.book);
    expect(bench.apply(batch)).toEqual(reason);
    expect(bench.book).toEqual(book);
  });

  it('refuses to mix units', () => {
    const yuan: Account = { ...openedAccount(SOURCE), code: 'CNY/X/2024', unit: 'CNY' };
    const book = ledgerBook({ accounts: [yuan, openedAccount(QUOTA)] });
    expect(applyTransfers(book, [direct('CNY/X/2024', QUOTA, 1n)], AT)).toEqual({
      kind: 'refused',
      reason: { code: 'UNIT_MISMATCH', debit: 'CNY/X/2024', debitUnit: 'CNY', credit: QUOTA, creditUnit: 'PLACE' },
    });
  });

  it.each<[string, TransferRequest, string]>([
    ['nothing', direct(SOURCE, QUOTA, 0n), AT],
    ['less than nothing', pending(-1n), AT],
    ['an account to itself', direct(QUOTA, QUOTA, 1n), AT],
    ['an account that is not loaded', direct(SOURCE, 'PLACE/QUOTA/LN-210200/2024', 1n), AT],
    ['at a day instead of an instant', direct(SOURCE, QUOTA, 1n), '2024-01-01'],
  ])('to move %s is a bug', (_what, request, at) => expect(() => new Bench().apply([request], at)).toThrow('invariant broken'));
});

describe('a limit that is a target today (Q46)', () => {
  const targets = new Set([QUOTA]);
  const passed = () => {
    const bench = benchOf([direct(SOURCE, QUOTA, 2n)]);
    bench.book = { ...bench.book, targets };
    expect(bench.apply([pending(5n)])).toBe('applied');
    expect(available(bench.book.accounts.get(QUOTA) ?? openedAccount(QUOTA))).toBe(-3n);
    return bench;
  };

  it('is passed by pending transfers, and by nothing that goes for good at once', () => {
    expect(passed().apply([direct(QUOTA, SOURCE, 1n)])).toEqual({ code: 'INSUFFICIENT', account: QUOTA, asked: 1n, available: -3n });
  });

  it('binds again as a cap, but not what takes nothing more', () => {
    const bench = passed();
    bench.book = { ...bench.book, targets: new Set() };
    expect(bench.apply([pending(1n)])).toEqual({ code: 'INSUFFICIENT', account: QUOTA, asked: 1n, available: -3n });
    expect(bench.apply([resolving('VOID', '2', 1n), pending(1n, null, QUOTA, NAMED)])).toBe('applied');
    expect(bench.apply([resolving('POST', '2', 4n)])).toBe('applied');
  });
});

const amount = fc.bigInt({ min: 1n, max: 9n });
const account = fc.constantFrom(...ACCOUNTS);
const pendingId = fc.integer({ min: 1, max: 12 }).map(String);
const anyRequest = fc.oneof(
  fc
    .tuple(account, account, amount)
    .map(([debit, credit, n]) => direct(debit, credit === debit ? (debit === SOURCE ? QUOTA : SOURCE) : credit, n)),
  amount.map((n) => direct(SOURCE, QUOTA, n)),
  fc.tuple(amount, fc.option(fc.integer({ min: 0, max: 20 }))).map(([n, hours]) => pending(n, hours === null ? null : instantOf(hours))),
  fc
    .tuple(fc.constantFrom('POST' as const, 'VOID' as const, 'EXPIRE' as const), pendingId, amount)
    .map(([kind, id, n]) => resolving(kind, id, n)),
  pendingId.map(reversal),
);

describe('laws for all batches', () => {
  it('debits equal credits, limits hold, each unit resolves once, all or nothing, replay equals the counters', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.array(anyRequest, { minLength: 1, maxLength: 4 }), fc.integer({ min: 0, max: 20 })), { maxLength: 25 }),
        (batches) => {
          const bench = new Bench();
          for (const [requests, hours] of batches) {
            const [before, written] = [bench.book, bench.history.length];
            const answer = bench.apply(requests, instantOf(hours));
            expect(bench.history.length - written).toBe(answer === 'applied' ? requests.length : 0);
            if (answer !== 'applied') expect(bench.book).toBe(before);
            checkLaws(bench);
          }
        },
      ),
      { numRuns: process.env.LONG === undefined ? 150 : 3_000 },
    );
  });
});

const checkLaws = ({ book, history }: Bench): void => {
  const accounts = [...book.accounts.values()];
  const total = (field: 'debitsPending' | 'debitsPosted' | 'creditsPending' | 'creditsPosted') =>
    accounts.reduce((sum, one) => sum + one[field], 0n);
  expect([total('debitsPending'), total('debitsPosted')]).toEqual([total('creditsPending'), total('creditsPosted')]);
  for (const one of accounts) if (one.isLimited) expect(available(one)).toBeGreaterThanOrEqual(0n);
  for (const { id, amount: whole, openAmount } of book.pendings.values()) {
    const resolved = history
      .filter(({ kind, resolves }) => resolves === id && kind !== 'REVERSAL')
      .reduce((sum, one) => sum + one.amount, 0n);
    expect(openAmount).toBe(whole - resolved);
    expect(openAmount).toBeGreaterThanOrEqual(0n);
  }
  const open = new Map([...book.pendings].map(([id, { openAmount }]) => [id, openAmount]));
  expect(firstDifference({ balances: book.accounts, open }, replay(history))).toBeNull();
};
