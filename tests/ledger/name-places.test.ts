import fc from 'fast-check';
import { available, openedAccount } from '../../src/ledger/account.js';
import { applyTransfers } from '../../src/ledger/apply-transfers.js';
import { type LedgerBook, ledgerBook } from '../../src/ledger/ledger-book.js';
import { namePlaces, type Seeker } from '../../src/ledger/name-places.js';
import { heldAccount, namedAccount, type Pool, quotaAccount } from '../../src/ledger/place-accounts.js';
import { namePlace } from '../../src/ledger/places.js';
import type { PendingTransfer } from '../../src/ledger/transfer.js';
import { runs } from '../money/harness.js';

const AT = '2026-03-02T04:00:00.000Z';
const RUN = '2026000000001';
const OWN: Pool = { regionCode: 'LN-210200', year: 2026 };
const OTHER: Pool = { regionCode: 'LN-210100', year: 2026 };

const holdOf = (openAmount: bigint, amount = openAmount): PendingTransfer => ({
  id: '9',
  unit: 'PLACE',
  debit: quotaAccount(OWN),
  credit: heldAccount(OWN),
  amount,
  openAmount,
  cause: 'HOLD',
  courseRunId: RUN,
  enrolmentId: null,
  expiresAt: null,
});

/** A ledger with so many free places in each pool, beside a hold. */
const bookWith = (free: bigint, otherFree: bigint, hold: PendingTransfer, targets: readonly string[] = []): LedgerBook => {
  const { openAmount } = hold;
  const accounts = [
    { ...openedAccount(quotaAccount(OWN)), creditsPosted: free + openAmount, debitsPending: openAmount },
    { ...openedAccount(heldAccount(OWN)), creditsPending: openAmount },
    openedAccount(namedAccount(OWN)),
    { ...openedAccount(quotaAccount(OTHER)), creditsPosted: otherFree },
    openedAccount(heldAccount(OTHER)),
    openedAccount(namedAccount(OTHER)),
  ];
  return ledgerBook({ accounts, pendings: [hold], targets });
};

type Kind = readonly [Pool, boolean];
const seekers = (...kinds: readonly Kind[]): readonly Seeker[] =>
  kinds.map(([pool, isCounted], index) => ({ pool, enrolmentId: `${index}`, isCounted }));
const NEW: readonly [Pool, boolean] = [OWN, false];
const KNOWN: readonly [Pool, boolean] = [OWN, true];
const FOREIGN: readonly [Pool, boolean] = [OTHER, false];

describe('places for many who enrol in one run (附件7; docs/decisions/0011)', () => {
  it.each([
    ['held places first, then free ones, then none', 2n, 1n, 0n, [NEW, NEW, NEW, NEW], 'NAMED NAMED NAMED SHORT'],
    ['somebody counted already gives a held place back', 1n, 0n, 0n, [KNOWN, NEW, NEW], 'COUNTED NAMED SHORT'],
    ['somebody counted needs no place', 0n, 0n, 0n, [KNOWN, KNOWN], 'COUNTED COUNTED'],
    ['those of another region take places there, not the held ones', 2n, 0n, 1n, [FOREIGN, FOREIGN, NEW], 'NAMED SHORT NAMED'],
    ['nothing held, nothing free', 0n, 0n, 5n, [NEW, FOREIGN], 'SHORT NAMED'],
  ] as const)('%s', (_title, held, free, otherFree, kinds, expected) => {
    const hold = holdOf(held, 5n);
    const named = namePlaces(bookWith(free, otherFree, hold), { courseRunId: RUN, hold, room: null }, seekers(...kinds), AT);
    expect(named.findings.join(' ')).toBe(expected);
  });

  it('a full run takes nobody more, and a line that found no place takes no room', () => {
    const hold = holdOf(9n);
    const find = (room: number, ...kinds: readonly Kind[]) =>
      namePlaces(bookWith(0n, 0n, hold), { courseRunId: RUN, hold, room }, seekers(...kinds), AT).findings.join(' ');
    expect(find(2, NEW, NEW, NEW)).toBe('NAMED NAMED FULL');
    expect(find(2, FOREIGN, NEW, NEW, NEW)).toBe('SHORT NAMED NAMED FULL');
    expect(find(0, NEW)).toBe('FULL');
  });

  it('a pool under a target has no end (Q46)', () => {
    const hold = holdOf(0n, 1n);
    const book = bookWith(0n, 0n, hold, [quotaAccount(OWN)]);
    expect(namePlaces(book, { courseRunId: RUN, hold, room: null }, seekers(NEW, NEW, FOREIGN), AT).findings.join(' ')).toBe(
      'NAMED NAMED SHORT',
    );
  });

  it('a hold whose time is over serves nobody', () => {
    const hold = { ...holdOf(3n), expiresAt: AT };
    expect(namePlaces(bookWith(0n, 0n, hold), { courseRunId: RUN, hold, room: null }, seekers(NEW), AT).findings).toEqual(['SHORT']);
  });

  it('what a hold gives back is one transfer for each cause, whatever the number', () => {
    const hold = holdOf(4n);
    const { requests, availableBefore } = namePlaces(
      bookWith(1n, 0n, hold),
      { courseRunId: RUN, hold, room: null },
      seekers(NEW, KNOWN, NEW, NEW),
      AT,
    );
    expect(requests.filter(({ kind }) => kind === 'VOID')).toEqual([
      { kind: 'VOID', pendingId: '9', amount: 3n, cause: 'NAME', courseRunId: RUN, enrolmentId: null },
      { kind: 'VOID', pendingId: '9', amount: 1n, cause: 'ALREADY_COUNTED', courseRunId: RUN, enrolmentId: '1' },
    ]);
    expect(requests.filter(({ kind }) => kind === 'PENDING').map(({ enrolmentId }) => enrolmentId)).toEqual(['0', '2', '3']);
    expect([...availableBefore]).toEqual([[quotaAccount(OWN), 5n]]);
  });

  it('leads where naming one after the other leads', () => {
    const kind = fc.constantFrom(NEW, KNOWN, FOREIGN, [OTHER, true] as const);
    const small = fc.bigInt({ min: 0n, max: 6n });
    fc.assert(
      fc.property(small, small, small, fc.array(kind, { maxLength: 12 }), (held, free, otherFree, kinds) => {
        const hold = holdOf(held, 6n);
        const start = bookWith(free, otherFree, hold);
        const asking = seekers(...kinds);
        const { findings, requests } = namePlaces(start, { courseRunId: RUN, hold, room: null }, asking, AT);
        const together = applyTransfers(start, requests, AT);
        let book = start;
        const singly = asking.map((seeker) => {
          const open = book.pendings.get('9') ?? null;
          const ownHold = seeker.pool === OWN ? open : null;
          const step = applyTransfers(book, namePlace({ ...seeker, hold: ownHold, courseRunId: RUN }, AT), AT);
          if (step.kind === 'refused') return 'SHORT';
          book = step.book;
          return seeker.isCounted ? 'COUNTED' : 'NAMED';
        });
        expect(findings).toEqual(singly);
        expect(together.kind).toBe('applied');
        if (together.kind !== 'applied') return;
        expect(together.book.accounts).toEqual(book.accounts);
        expect(together.book.pendings).toEqual(book.pendings);
        for (const account of together.book.accounts.values()) expect(account.isLimited && available(account) < 0n).toBe(false);
      }),
      runs(300, 20_000),
    );
  });
});
