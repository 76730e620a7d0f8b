import { EMPTY_BALANCE } from '../../src/ledger/account.js';
import { firstDifference, replay, type ReplayableTransfer } from '../../src/ledger/replay.js';

const row = (
  id: string,
  kind: ReplayableTransfer['kind'],
  debit: string,
  credit: string,
  amount: bigint,
  resolves: string | null = null,
) => ({
  id,
  kind,
  debit,
  credit,
  amount,
  resolves,
});
const HISTORY: readonly ReplayableTransfer[] = [
  row('1', 'DIRECT', 'S', 'Q', 600n),
  row('2', 'PENDING', 'Q', 'H', 30n),
  row('3', 'VOID', 'Q', 'H', 5n, '2'),
  row('4', 'POST', 'Q', 'H', 4n, '2'),
  row('5', 'EXPIRE', 'Q', 'H', 1n, '2'),
  row('6', 'REVERSAL', 'H', 'Q', 4n, '4'),
];
const TOLD = {
  balances: new Map([
    ['S', { ...EMPTY_BALANCE, debitsPosted: 600n }],
    ['Q', { debitsPending: 20n, debitsPosted: 4n, creditsPending: 0n, creditsPosted: 604n }],
    ['H', { debitsPending: 0n, debitsPosted: 4n, creditsPending: 20n, creditsPosted: 4n }],
  ]),
  open: new Map([['2', 20n]]),
};

describe('a replay of the history (our design, docs/decisions/0011)', () => {
  it('gives balances and open amounts', () => expect(replay(HISTORY)).toEqual(TOLD));
  it('goes on from an earlier part', () => expect(replay(HISTORY.slice(3), replay(HISTORY.slice(0, 3)))).toEqual(TOLD));
  it('agrees with counters that say the same', () => expect(firstDifference(TOLD, replay(HISTORY))).toBeNull());
  it('tells an account that never moved from nothing', () => {
    expect(firstDifference({ ...TOLD, balances: new Map([...TOLD.balances, ['A', EMPTY_BALANCE]]) }, replay(HISTORY))).toBeNull();
  });

  it.each([
    ['a counter that was changed', HISTORY, 'Q', 'debitsPosted', 5n, 4n],
    ['a transfer that is gone', HISTORY.slice(1), 'Q', 'creditsPosted', 604n, 4n],
    ['a transfer that came from nowhere', [...HISTORY, row('7', 'DIRECT', 'A', 'S', 1n)], 'A', 'debitsPosted', 0n, 1n],
  ] as const)('names %s', (_what, history, subject, field, counter, replayed) => {
    const balances = new Map(TOLD.balances);
    if (counter === 5n) balances.set('Q', { ...balances.get('Q')!, debitsPosted: 5n });
    expect(firstDifference({ ...TOLD, balances }, replay(history))).toEqual({ subject, field, counter, replayed });
  });

  it('names an open amount that differs', () => {
    expect(firstDifference({ ...TOLD, open: new Map([['2', 19n]]) }, replay(HISTORY))).toEqual({
      subject: '2',
      field: 'openAmount',
      counter: 19n,
      replayed: 20n,
    });
  });
});
