import { applyTransfers } from '../../../src/ledger/apply-transfers.js';
import type { LedgerBook } from '../../../src/ledger/ledger-book.js';
import { poolAccounts, quotaAccount, sourceAccount } from '../../../src/ledger/place-accounts.js';
import { adjustPlaces, allocatePlaces, holdPlaces } from '../../../src/ledger/places.js';
import type { TransferRequest } from '../../../src/ledger/transfer.js';
import type { Workplace } from '../../../src/operations/acting/perform.js';
import { loadPlaces } from '../../../src/operations/places/move-places.js';
import { nodeId } from '../../../src/policy/node-id.js';
import { nextId } from '../../../src/store/audit-log.js';
import { insertCourseRun } from '../../../src/store/course-runs.js';
import { loadBook } from '../../../src/store/ledger/load-book.js';
import { saveTransfers } from '../../../src/store/ledger/save-transfers.js';
import { usageOfYear } from '../../../src/store/ledger/usage-of-year.js';
import type { CourseRunRow } from '../../../src/store/rows/course-run-row.js';
import { numberOf } from '../../policy/identity-numbers.js';

export const YEAR = 2026;
export const DALIAN = 'LN-210200';
export const SHENYANG = 'LN-210100';
const AT = '2026-03-01T00:00:00.000Z';

/** A number of the form of GB 11643 that belongs to nobody: born on 1 January 1990, the n-th of a place. */
export const identityNumber = (n: number): string =>
  numberOf(`21${`${n}`.padStart(7, '0').slice(0, 4)}19900101${`${n}`.padStart(7, '0').slice(4)}`);

const NAMES = ['欧阳丹', '司马青', '慕容雪', '上官云', '诸葛明'];

/** A good line about the n-th person. */
export const lineOf = (n: number, changes: object = {}) => ({
  name: NAMES[n % NAMES.length] as string,
  identityNumber: identityNumber(n),
  category: 'CAT5',
  categoryEvidence: `失业登记 ${n}`,
  meetsNationalStandard: true,
  ...changes,
});

/** So many good lines from a person on. */
export const linesOf = (count: number, from = 0) => Array.from({ length: count }, (_, index) => lineOf(from + index));

const MARCH: Omit<CourseRunRow, 'id'> = {
  year: YEAR,
  status: 'APPROVED',
  version: 1,
  regionCode: DALIAN,
  institutionCode: 'TI-DUT',
  occupationCode: 'AI',
  track: null,
  level: 'JUNIOR',
  fundingMode: 'SUBSIDISED',
  planId: '2026000000001',
  mode: 'OFFLINE',
  onlineHours: '0',
  offlineHours: '128',
  startsOn: '2026-03-10',
  endsOn: '2026-04-30',
  venue: '大连市甘井子区凌工路2号',
  venueRegionCode: DALIAN,
  places: 30,
  filedOn: '2026-02-20',
  filedBy: 'chen',
  decidedBy: 'li',
  decidedOn: '2026-02-25',
  startedOn: null,
  finishedOn: null,
  cancelledOn: null,
  statusReason: null,
  holdId: null,
};

/** Moves places outside of any operation; gives the id of the last transfer. */
const move = (
  workplace: Workplace,
  regions: readonly string[],
  requests: (book: LedgerBook) => readonly TransferRequest[],
): Promise<string> =>
  workplace.dataSource.transaction(async (manager) => {
    const accounts = [sourceAccount(YEAR), ...regions.flatMap((regionCode) => poolAccounts({ regionCode, year: YEAR }))];
    const book = await loadBook(manager, { accounts });
    const applied = applyTransfers(book, requests(book), AT);
    if (applied.kind === 'refused') throw new Error(applied.reason.code);
    const { transfers } = await saveTransfers(manager, applied, { entryId: '2026000000000', at: AT, year: YEAR });
    return transfers.at(-1)?.id ?? '';
  });

/** Makes a region's places of 2026 so many, whatever Annex 7 gives it. */
export async function allocate(workplace: Workplace, regionCode: string, places: number): Promise<void> {
  const pool = { regionCode, year: YEAR };
  const { dataSource, desk } = workplace;
  await dataSource.transaction((manager) => loadPlaces({ manager, desk, at: AT, entryId: '2026000000000' }, [pool], []));
  await move(workplace, [regionCode], (book) => {
    const account = book.accounts.get(quotaAccount(pool));
    const more = BigInt(places) - (account === undefined ? 0n : account.creditsPosted - account.debitsPosted);
    if (more === 0n) return [];
    if (more > 0n) return allocatePlaces(pool, more);
    return adjustPlaces({ year: YEAR, fromRegion: regionCode, toRegion: null, places: -more });
  });
}

/** An approved run of 大连理工大学; a subsidised one holds its places. */
export async function approvedRun(workplace: Workplace, changes: Partial<CourseRunRow> = {}): Promise<CourseRunRow> {
  const { manager } = workplace.dataSource;
  const id = await nextId(manager, YEAR);
  const isMarket = changes.fundingMode === 'MARKET';
  const run: CourseRunRow = { ...MARCH, id, ...(isMarket && { planId: null }), ...changes };
  const pool = { regionCode: run.regionCode, year: YEAR };
  const held = isMarket ? null : await move(workplace, [run.regionCode], () => holdPlaces(pool, BigInt(run.places), id, null));
  const withHold = { ...run, holdId: held };
  await insertCourseRun(manager, withHold);
  return withHold;
}

/** What names a run in an input. */
export const inRun = ({ id }: CourseRunRow) => ({ courseRunId: nodeId('CourseRun', id), enrolledOn: '2026-03-02' });

/** How a region's places of 2026 stand: `allocated held named used available`. */
export async function placesOf(workplace: Workplace, regionCode: string): Promise<string> {
  const rows = await usageOfYear(workplace.dataSource.manager, YEAR, '2026-03-02T04:00:00.000Z');
  const row = rows.find((one) => one.regionCode === regionCode);
  return row === undefined ? '' : [row.allocated, row.held, row.named, row.used, row.available].join(' ');
}

/** How many rows a statement counts. */
export async function countOf({ dataSource }: Workplace, table: string): Promise<number> {
  const [row] = await dataSource.query<{ readonly count: number }[]>(`SELECT count(*)::integer AS count FROM ${table}`);
  return row?.count ?? 0;
}
