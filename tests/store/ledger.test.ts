import type { DataSource } from 'typeorm';

import { applyTransfers } from '../../src/ledger/apply-transfers.js';
import type { LedgerBook } from '../../src/ledger/ledger-book.js';
import { heldAccount, namedAccount, poolAccounts, quotaAccount, sourceAccount } from '../../src/ledger/place-accounts.js';
import { namePlace } from '../../src/ledger/places.js';
import type { AppliedTransfer, TransferRequest } from '../../src/ledger/transfer.js';
import { readAmount, writeAmount } from '../../src/store/ledger/amounts.js';
import { countPersons, releasePersons, renameCounted, usePersons } from '../../src/store/ledger/counted-places.js';
import { expireHolds } from '../../src/store/ledger/expire-holds.js';
import { loadBook } from '../../src/store/ledger/load-book.js';
import { replayFromDatabase } from '../../src/store/ledger/replay-from-database.js';
import { saveTransfers } from '../../src/store/ledger/save-transfers.js';
import { usageOfYear } from '../../src/store/ledger/usage-of-year.js';
import { describeOnEachDatabase } from '../harness/databases.js';
import { PlacesDesk, type Run, type Written } from './places-desk.js';

const YEAR = 2024;
const AT = '2024-03-01T08:00:00.000Z';
const DUE = '2024-04-01T08:00:00.000Z';
const LATER = '2024-04-02T08:00:00.000Z';
const SHENYANG = { regionCode: 'LN-210100', year: YEAR };
const DALIAN = { regionCode: 'LN-210200', year: YEAR };

const idOf = (written: Written): string => {
  if (typeof written === 'string') throw new Error(`refused: ${written}`);
  return written.at(-1)?.id ?? '';
};
const causesOf = (written: Written): readonly string[] | string =>
  typeof written === 'string' ? written : written.map(({ kind, cause, amount }) => `${kind} ${cause} ${amount}`);

describe('an amount of the ledger as the text of a numeric(18,2)', () => {
  it.each([
    ['PLACE', '30.00', 30n, '30'],
    ['PLACE', '0', 0n, '0'],
    ['PLACE', '-7.00', -7n, '-7'],
    ['CNY', '12.50', 1250n, '12.50'],
    ['CNY', '0.05', 5n, '0.05'],
    ['CNY', '-0.05', -5n, '-0.05'],
    ['CNY', '9999999999999999.99', 999999999999999999n, '9999999999999999.99'],
  ] as const)('%s %s is %s', (unit, text, amount, written) => {
    expect(readAmount(unit, text)).toBe(amount);
    expect(writeAmount(unit, amount)).toBe(written);
  });
  it.each([
    ['PLACE', '1.50'],
    ['CNY', '1.5'],
    ['CNY', '1e3'],
  ] as const)('%s %s is a bug', (unit, text) => expect(() => readAmount(unit, text)).toThrow('invariant broken'));
});

describeOnEachDatabase('the ledger in the database (our design, docs/decisions/0011)', (open) => {
  let dataSource: DataSource;
  let desk: PlacesDesk;
  beforeAll(async () => {
    dataSource = await open();
    desk = new PlacesDesk(dataSource);
  });
  beforeEach(async () => {
    await dataSource.query('TRUNCATE account, transfer, pending_transfer, reversed_transfer, counted_key CASCADE');
  });
  afterEach(async () => {
    expect(await replayFromDatabase(dataSource.manager, YEAR)).toBeNull();
  });

  /** allocated held named used available released */
  const usage = async (at = AT): Promise<Record<string, string>> => {
    const rows = await usageOfYear(dataSource.manager, YEAR, at);
    return Object.fromEntries(
      rows.map(({ regionCode, allocated, held, named, used, available, released }) => [
        regionCode,
        [allocated, held, named, used, available, released].join(' '),
      ]),
    );
  };
  const runOf = async (id: string, places: bigint, expiresAt: string | null = null, pool = SHENYANG): Promise<Run> => ({
    id,
    pool,
    hold: idOf(await desk.hold(pool, id, places, expiresAt, AT)),
  });
  const enrolment = (id: string, person: string, run: Run) => ({ id, person, run });

  it('leads a place from the province to a certificate', async () => {
    await desk.allocate(SHENYANG, 600n, AT);
    await desk.allocate(DALIAN, 5n, AT);
    expect(await usage()).toEqual({ 'LN-210100': '600 0 0 0 600 0', 'LN-210200': '5 0 0 0 5 0' });
    const run = await runOf('11', 30n);
    expect(run.hold).toMatch(/^2024\d{9}$/);
    expect((await usage())['LN-210100']).toBe('600 30 0 0 570 0');
    expect(causesOf(await desk.enrol(enrolment('101', '1', run), AT))).toEqual(['VOID NAME 1', 'PENDING NAME 1']);
    expect(causesOf(await desk.enrol(enrolment('102', '2', run), AT))).toEqual(['VOID NAME 1', 'PENDING NAME 1']);
    expect((await usage())['LN-210100']).toBe('600 28 2 0 570 0');
    expect(causesOf(await desk.release(run, AT))).toEqual(['VOID UNUSED 28']);
    expect((await usage())['LN-210100']).toBe('600 0 2 0 598 28');
    expect(causesOf(await desk.certify(enrolment('101', '1', run), AT))).toEqual(['POST CERTIFICATE 1']);
    expect(causesOf(await desk.certify(enrolment('101', '1', run), AT))).toEqual([]);
    expect(causesOf(await desk.withdraw(enrolment('102', '2', run), AT))).toEqual(['VOID WITHDRAWAL 1']);
    expect((await usage())['LN-210100']).toBe('600 0 0 1 599 29');
  });

  it('counts a person once in a region and year: the second run gives its held place back, the last withdrawal the named one', async () => {
    await desk.allocate(SHENYANG, 10n, AT);
    const [first, second] = [await runOf('11', 3n), await runOf('12', 3n)];
    await desk.enrol(enrolment('101', '1', first), AT);
    expect(causesOf(await desk.enrol(enrolment('102', '1', second), AT))).toEqual(['VOID ALREADY_COUNTED 1']);
    expect((await usage())['LN-210100']).toBe('10 4 1 0 5 0');
    expect(causesOf(await desk.withdraw(enrolment('101', '1', first), AT))).toEqual([]);
    expect(causesOf(await desk.withdraw(enrolment('102', '1', second), AT))).toEqual(['VOID WITHDRAWAL 1']);
    expect((await usage())['LN-210100']).toBe('10 4 0 0 6 1');
    expect(await dataSource.query('SELECT * FROM counted_key')).toEqual([]);
  });

  it('moves a person within a region with the place, and between two regions from place to place', async () => {
    await desk.allocate(SHENYANG, 10n, AT);
    await desk.allocate(DALIAN, 10n, AT);
    const [old, near, far] = [await runOf('11', 2n), await runOf('12', 2n), await runOf('13', 2n, null, DALIAN)];
    await desk.enrol(enrolment('101', '1', old), AT);
    expect(causesOf(await desk.move(enrolment('101', '1', old), enrolment('102', '1', near), AT))).toEqual(['VOID ALREADY_COUNTED 1']);
    expect((await usage())['LN-210100']).toBe('10 2 1 0 7 0');
    expect(causesOf(await desk.move(enrolment('102', '1', near), enrolment('103', '1', far), AT))).toEqual([
      'VOID WITHDRAWAL 1',
      'VOID NAME 1',
      'PENDING NAME 1',
    ]);
    expect(await usage()).toEqual({ 'LN-210100': '10 2 0 0 8 1', 'LN-210200': '10 1 1 0 8 0' });
  });

  it('refuses to hold, name or adjust below what is reserved, and writes nothing then', async () => {
    await desk.allocate(SHENYANG, 5n, AT);
    await runOf('11', 4n);
    expect(await desk.hold(SHENYANG, '12', 2n, null, AT)).toBe('INSUFFICIENT');
    expect(await desk.adjust(YEAR, 'LN-210100', 'LN-210200', 2n, AT)).toBe('INSUFFICIENT');
    expect(await desk.adjust(YEAR, 'LN-210100', null, 2n, AT)).toBe('INSUFFICIENT');
    expect(causesOf(await desk.adjust(YEAR, 'LN-210100', 'LN-210200', 1n, AT))).toEqual(['DIRECT ADJUSTMENT 1']);
    expect(await desk.enrol(enrolment('101', '1', { id: '13', pool: SHENYANG, hold: null }), AT)).toBe('INSUFFICIENT');
    expect(await usage()).toEqual({ 'LN-210100': '4 4 0 0 0 0', 'LN-210200': '1 0 0 0 1 0' });
    expect(await dataSource.query('SELECT count(*)::int AS count FROM transfer')).toEqual([{ count: 3 }]);
  });

  it('lets a target be passed, and is a cap again the day after, in which what is named stays and can be used', async () => {
    await desk.allocate(SHENYANG, 1n, AT);
    const open = new PlacesDesk(dataSource, [SHENYANG]);
    const run = { id: '11', pool: SHENYANG, hold: idOf(await open.hold(SHENYANG, '11', 3n, null, AT)) };
    await open.enrol(enrolment('101', '1', run), AT);
    expect(await usage()).toEqual({ 'LN-210100': '1 2 1 0 -2 0' });
    expect(await open.adjust(YEAR, 'LN-210100', null, 1n, AT)).toBe('INSUFFICIENT');
    expect(await desk.hold(SHENYANG, '12', 1n, null, AT)).toBe('INSUFFICIENT');
    expect(causesOf(await desk.enrol(enrolment('102', '2', run), AT))).toEqual(['VOID NAME 1', 'PENDING NAME 1']);
    await desk.certify(enrolment('101', '1', run), AT);
    await desk.release(run, AT);
    expect(await usage()).toEqual({ 'LN-210100': '1 0 1 1 -1 1' });
    await desk.withdraw(enrolment('102', '2', run), AT);
    expect(await usage()).toEqual({ 'LN-210100': '1 0 0 1 0 2' });
    expect(await dataSource.query(`SELECT beyond_target FROM account WHERE kind = 'QUOTA'`)).toEqual([{ beyond_target: '0.00' }]);
  });

  it('expires holds on read, by the next act in the region, and by the sweeper, once', async () => {
    await desk.allocate(SHENYANG, 9n, AT);
    const [run, other] = [await runOf('11', 4n, DUE), await runOf('12', 4n, DUE)];
    await desk.enrol(enrolment('101', '1', run), AT);
    expect(await usage(AT)).toEqual({ 'LN-210100': '9 7 1 0 1 0' });
    expect(await usage(DUE)).toEqual({ 'LN-210100': '9 0 1 0 8 7' });
    expect(causesOf(await desk.enrol(enrolment('102', '2', run), LATER))).toEqual(['EXPIRE EXPIRY 3', 'PENDING NAME 1']);
    const entries: string[] = [];
    const sweep = (at: string) =>
      dataSource.transaction((manager) =>
        expireHolds(manager, {
          at,
          limit: 10,
          writeEntry: async (applied, year) => (entries.push(`${applied.transfers.length} ${year}`), '8'),
        }),
      );
    expect(await sweep(AT)).toEqual([]);
    expect(causesOf(await sweep(LATER))).toEqual(['EXPIRE EXPIRY 4']);
    expect(await sweep(LATER)).toEqual([]);
    expect(entries).toEqual(['1 2024']);
    expect(await usage(LATER)).toEqual({ 'LN-210100': '9 0 2 0 7 7' });
    expect(causesOf(await desk.release(other, LATER))).toEqual([]);
    const third = await runOf('13', 7n, DUE);
    expect(causesOf(await desk.hold(SHENYANG, '14', 7n, null, LATER))).toEqual(['EXPIRE EXPIRY 7', 'PENDING HOLD 7']);
    expect(third.hold).not.toBeNull();
  });

  it('takes back a direct transfer once', async () => {
    const allocation = idOf(await desk.allocate(SHENYANG, 5n, AT));
    const reverse = () =>
      dataSource.transaction(async (manager) => {
        const book = await loadBook(manager, { accounts: [sourceAccount(YEAR), quotaAccount(SHENYANG)], past: [allocation] });
        const request: TransferRequest = { kind: 'REVERSAL', of: allocation, cause: 'REVERSAL', courseRunId: null, enrolmentId: null };
        const outcome = applyTransfers(book, [request], AT);
        if (outcome.kind === 'refused') return outcome.reason.code;
        return (await saveTransfers(manager, outcome, { entryId: '7', at: AT, year: YEAR })).transfers;
      });
    expect(causesOf(await reverse())).toEqual(['REVERSAL REVERSAL 5']);
    expect(await reverse()).toBe('ALREADY_REVERSED');
    expect(await usage()).toEqual({ 'LN-210100': '0 0 0 0 0 0' });
  });

  it('stops, and writes nothing, when the counters do not allow what was decided', async () => {
    await desk.allocate(SHENYANG, 5n, AT);
    const run = await runOf('11', 4n);
    const stale = await dataSource.transaction((manager) =>
      loadBook(manager, { accounts: poolAccounts(SHENYANG), pendings: [run.hold ?? ''] }),
    );
    const save = (requests: readonly TransferRequest[]) =>
      dataSource.transaction(async (manager) => {
        const outcome = applyTransfers(stale, requests, AT);
        if (outcome.kind === 'refused') throw new Error(outcome.reason.code);
        return saveTransfers(manager, outcome, { entryId: '7', at: AT, year: YEAR });
      });
    const subject = { courseRunId: null, enrolmentId: null };
    const [quota, held] = [quotaAccount(SHENYANG), heldAccount(SHENYANG)];
    const one: TransferRequest = { kind: 'PENDING', debit: quota, credit: held, amount: 1n, cause: 'HOLD', expiresAt: null, ...subject };
    const rest: TransferRequest = { kind: 'POST', pendingId: run.hold ?? '', amount: 4n, cause: 'X', ...subject };
    await save([one]);
    await expect(save([one])).rejects.toThrow('1 of 2 accounts changed within their limits');
    await save([rest]);
    await expect(save([rest])).rejects.toThrow(/account_debits_pending_check|open for what was resolved/);
    await expect(dataSource.query(`UPDATE account SET debits_posted = 6 WHERE kind = 'QUOTA'`)).rejects.toThrow('account_not_overdrawn');
    await expect(dataSource.query('DELETE FROM transfer')).rejects.toThrow('evidence is never changed or deleted');
  });

  it('names ten thousand places in as many statements as one', async () => {
    await desk.allocate(SHENYANG, 10_000n, AT);
    const run = await runOf('11', 6_000n);
    let statements = 0;
    const enrolMany = (numbers: readonly number[]) =>
      dataSource.transaction(async (manager) => {
        const query = manager.query.bind(manager);
        manager.query = (...args: Parameters<typeof query>) => ((statements += 1), query(...args));
        const loaded = await loadBook(manager, { accounts: poolAccounts(SHENYANG), pendings: [run.hold ?? ''] });
        let book: LedgerBook = loaded;
        const transfers: AppliedTransfer[] = [];
        for (const number of numbers) {
          const hold = book.pendings.get(run.hold ?? '') ?? null;
          const outcome = applyTransfers(
            book,
            namePlace({ pool: SHENYANG, hold, courseRunId: '11', enrolmentId: `${number}`, isCounted: false }, AT),
            AT,
          );
          if (outcome.kind === 'refused') throw new Error(outcome.reason.code);
          book = outcome.book;
          transfers.push(...outcome.transfers);
        }
        const saved = await saveTransfers(manager, { book, transfers }, { entryId: '7', at: AT, year: YEAR });
        const named = saved.transfers.filter(({ kind }) => kind === 'PENDING');
        await countPersons(
          manager,
          named.map(({ id, enrolmentId }) => ({ ...SHENYANG, counted: `person/${enrolmentId}`, transferId: id })),
        );
      });
    await enrolMany([1]);
    const forOne = statements;
    statements = 0;
    const startedAt = performance.now();
    await enrolMany(Array.from({ length: 9_999 }, (_, index) => index + 2));
    expect(statements).toBe(forOne);
    expect(performance.now() - startedAt).toBeLessThan(20_000);
    expect(await usage()).toEqual({ 'LN-210100': '10000 0 10000 0 0 0' });
    expect(await dataSource.query(`SELECT credits_pending FROM account WHERE code = $1`, [namedAccount(SHENYANG)])).toEqual([
      { credits_pending: '10000.00' },
    ]);
  });

  it('keeps the counted places as they were decided, or stops', async () => {
    const key = (counted: string) => ({ ...SHENYANG, counted });
    await countPersons(dataSource.manager, [
      { ...key('person/1'), transferId: '5' },
      { ...key('person/2'), transferId: '6' },
    ]);
    await countPersons(dataSource.manager, [
      { ...key('person/1'), transferId: null },
      { ...key('person/1'), transferId: null },
      { ...key('enrolment/7'), transferId: '8' },
    ]);
    await releasePersons(dataSource.manager, [key('person/1'), key('person/2')]);
    await usePersons(dataSource.manager, [key('person/1')]);
    await renameCounted(dataSource.manager, key('enrolment/7'), 'enrolment/9');
    expect(await dataSource.query('SELECT counted, transfer_id, enrolments, is_used FROM counted_key ORDER BY counted')).toEqual([
      { counted: 'enrolment/9', transfer_id: '8', enrolments: 1, is_used: false },
      { counted: 'person/1', transfer_id: '5', enrolments: 2, is_used: true },
    ]);
    const again = countPersons(dataSource.manager, [{ ...key('person/1'), transferId: '9' }]);
    await expect(again).rejects.toThrow('0 of 1 counted places are new');
    await expect(usePersons(dataSource.manager, [key('person/1')])).rejects.toThrow('0 of 1 counted places were unused');
    await expect(releasePersons(dataSource.manager, [key('person/1'), key('person/1')])).rejects.toThrow('0 of 1 counted places');
    await expect(countPersons(dataSource.manager, [{ ...key('person/3'), transferId: null }])).rejects.toThrow(
      '0 of 1 counted places exist',
    );
  });
});
