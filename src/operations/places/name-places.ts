import type { EntityManager } from 'typeorm';
import { applyTransfers } from '../../ledger/apply-transfers.js';
import { countedBy, type CountedPlace, type QuotaUnit } from '../../ledger/counted-persons.js';
import type { LedgerBook } from '../../ledger/ledger-book.js';
import type { NamedPlaces, PlaceFinding, Seeker } from '../../ledger/name-places.js';
import type { Pool } from '../../ledger/place-accounts.js';
import type { PendingTransfer } from '../../ledger/transfer.js';
import { invariant } from '../../money/invariant.js';
import { readingOf } from '../../policy/readings.js';
import { type CountedKey, countedName, countPersons, lockCounted } from '../../store/ledger/counted-places.js';
import { saveTransfers } from '../../store/ledger/save-transfers.js';
import type { CourseRunRow } from '../../store/rows/course-run-row.js';
import type { Act } from '../acting/act.js';
import { bookOfPool, loadPlaces, type PlaceBook } from './move-places.js';

/** The places that an act names, locked, and what they count. */
export interface CountingBook extends PlaceBook {
  readonly unit: QuotaUnit;
}

/** A person with the enrolment that asks for a place of a region. */
export interface PlaceSubject {
  readonly regionCode: string;
  readonly personId: string;
  readonly enrolmentId: string;
}

/**
 * Locks the places of some pools, with pending transfers, for acts that count persons. Throws READING_NOT_COMPUTED where a reading is in force under which places are
 * counted in another way.
 * Source: our design, docs/decisions/0011-places-ledger.md; Q46, Q47, Q48, Q51
 */
export async function lockPlaces(act: Act, pools: readonly Pool[], pendings: readonly string[]): Promise<CountingBook> {
  const [pool] = pools;
  invariant(pool !== undefined, 'places are of some region');
  const rules = bookOfPool(act, pool);
  readingOf(rules, 'quota.year');
  readingOf(rules, 'quota.twoRegions');
  return { ...(await loadPlaces(act, pools, pendings)), unit: readingOf(rules, 'quota.unit') };
}

/** The hold of a run in a book. */
export const holdOf = (book: LedgerBook, { holdId }: Pick<CourseRunRow, 'holdId'>): PendingTransfer | null =>
  holdId === null ? null : (book.pendings.get(holdId) ?? null);

export const countedKeyOf = (unit: QuotaUnit, year: number, subject: PlaceSubject): CountedKey => ({
  regionCode: subject.regionCode,
  year,
  counted: countedBy(unit, subject),
});

/**
 * Whether the year's places count each of the subjects already, in their order; locks what counts them. After `lockPlaces`.
 * Source: 辽人社发〔2023〕36号, 附件7; Q47
 */
export async function seekersOf(
  manager: EntityManager,
  unit: QuotaUnit,
  year: number,
  subjects: readonly PlaceSubject[],
): Promise<readonly Seeker[]> {
  const keys = subjects.map((subject) => countedKeyOf(unit, year, subject));
  const counted: ReadonlyMap<string, CountedPlace> = await lockCounted(manager, keys);
  return subjects.map(({ regionCode, enrolmentId }, index) => ({
    pool: { regionCode, year },
    enrolmentId,
    isCounted: counted.has(countedName(keys[index] as CountedKey)),
  }));
}

/** Whether somebody has a place, a new one or their own. */
export const isServed = (finding: PlaceFinding | undefined): boolean => finding === 'NAMED' || finding === 'COUNTED';

/**
 * Saves the places that were named for the subjects that found one: transfers, counters, and who is counted. Constant in statements.
 * Source: our design, docs/decisions/0011-places-ledger.md
 */
export async function saveNamedPlaces(
  { manager, entryId, at }: Act,
  { book, unit }: CountingBook,
  year: number,
  subjects: readonly PlaceSubject[],
  { findings, requests }: NamedPlaces,
): Promise<void> {
  const applied = applyTransfers(book, requests, at);
  invariant(applied.kind === 'applied', 'places that were found can be named');
  const { transfers } = await saveTransfers(manager, applied, { entryId, at, year });
  const naming = new Map(transfers.filter(({ kind }) => kind === 'PENDING').map(({ enrolmentId, id }) => [enrolmentId, id]));
  const served = subjects.filter((_subject, index) => isServed(findings[index]));
  await countPersons(
    manager,
    served.map((subject) => ({ ...countedKeyOf(unit, year, subject), transferId: naming.get(subject.enrolmentId) ?? null })),
  );
}
