import type { EntityManager } from 'typeorm';
import { createDataSource } from '../../ormconfig.js';
import { trainingInstitutionsOf } from '../../src/policy/directory.js';
import { isIdentityNumber } from '../../src/policy/identity-number.js';
import { LEVELS, occupationsOf } from '../../src/policy/occupations.js';
import { regionsOf } from '../../src/policy/regions.js';
import type { RuleBook } from '../../src/policy/rule-book.js';
import { insertEnrolments } from '../../src/store/enrolments.js';
import { insertRows } from '../../src/store/insert-rows.js';
import { identityHash } from '../../src/store/keys/identity-hash.js';
import type { KeyRing } from '../../src/store/keys/key-ring.js';
import { insertPersons, type NewPerson } from '../../src/store/persons.js';
import { type CourseRunRow, courseRunRow } from '../../src/store/rows/course-run-row.js';
import type { EnrolmentRow } from '../../src/store/rows/enrolment-row.js';

const YEAR = 2026;
const RUNS = 5;
const FIRST_ID = YEAR * 1e9;
const DAY = '2026-03-02';

/**
 * Writes so many trainees, with real ciphers, onto a few market runs in the service's own tables, without its operations and entries; those of one page
 * differ in institution, region, occupation, level and state.
 */
export async function fillEnrolments(url: string, keys: KeyRing, book: RuleBook, count: number): Promise<void> {
  const dataSource = await createDataSource({ url, dataFolder: '' });
  try {
    await dataSource.transaction(async (manager) => {
      const runs = Array.from({ length: RUNS }, (_, n) => runRow(book, n));
      await insertRows(manager, courseRunRow, runs);
      const digests = await fillPersons(manager, keys, count);
      const rows = Array.from({ length: count }, (_, n) => enrolment(book, runs[n % RUNS] as CourseRunRow, n, digests));
      if (!(await insertEnrolments(manager, rows, false))) throw new Error('the trainees of the bench are not different persons');
    });
    await dataSource.query('VACUUM ANALYZE');
  } finally {
    await dataSource.destroy();
  }
}

async function fillPersons(manager: EntityManager, keys: KeyRing, count: number): Promise<ReadonlyMap<string, string>> {
  const persons = Array.from({ length: count }, (_, n): NewPerson => {
    const number = inventedNumber(n);
    const identity = { documentType: 'RESIDENT_CARD', number } as const;
    return { id: personId(n), identityHash: identityHash(keys, identity.documentType, number), name: `学员${n}`, ...identity };
  });
  const digests = await insertPersons(manager, keys, persons);
  if (digests === null) throw new Error('the database of the bench is not empty');
  return digests;
}

const personId = (n: number): string => `${FIRST_ID + 1_000_000 + n}`;

const pick = <Item>(items: readonly Item[], n: number): Item => items[n % items.length] as Item;

/** A number whose check character holds and whose place does not exist, so that it is nobody's; room for 16,800 of them. */
function inventedNumber(n: number): string {
  const day = String(1 + (Math.trunc(n / 600) % 28)).padStart(2, '0');
  const digits = `000000199001${day}${String(n % 600).padStart(3, '0')}`;
  return (
    '0123456789X'
      .split('')
      .map((check) => digits + check)
      .find(isIdentityNumber) ?? ''
  );
}

function runRow(book: RuleBook, n: number): CourseRunRow {
  const places = {
    regionCode: pick(regionsOf(book), n).code,
    institutionCode: pick(trainingInstitutionsOf(book), n).code,
    occupationCode: pick(occupationsOf(book), n).code,
    level: pick(LEVELS, n),
  };
  return {
    id: `${FIRST_ID + 1 + n}`,
    year: YEAR,
    status: 'STARTED',
    version: 1,
    ...places,
    track: null,
    fundingMode: 'MARKET',
    planId: null,
    mode: 'OFFLINE',
    onlineHours: '0',
    offlineHours: '240',
    startsOn: DAY,
    endsOn: '2026-06-30',
    venue: 'bench',
    venueRegionCode: places.regionCode,
    places: 1_000_000,
    filedOn: DAY,
    filedBy: 'bench-filer',
    decidedBy: 'bench-approver',
    decidedOn: DAY,
    startedOn: DAY,
    finishedOn: null,
    cancelledOn: null,
    statusReason: null,
    holdId: null,
  };
}

function enrolment(book: RuleBook, run: CourseRunRow, n: number, digests: ReadonlyMap<string, string>): EnrolmentRow {
  const hasLeft = n % 7 === 3;
  return {
    id: `${FIRST_ID + 2_000_000 + n}`,
    year: YEAR,
    courseRunId: run.id,
    personId: personId(n),
    regionCode: pick(regionsOf(book), n).code,
    organisingRegionCode: run.regionCode,
    institutionCode: run.institutionCode,
    occupationCode: run.occupationCode,
    level: run.level,
    fundingMode: 'MARKET',
    category: null,
    categoryEvidence: null,
    meetsNationalStandard: true,
    realNameNumber: null,
    realNameOn: null,
    status: hasLeft ? 'WITHDRAWN' : 'ENROLLED',
    enrolledOn: DAY,
    endedOn: hasLeft ? '2026-04-01' : null,
    endReason: hasLeft ? 'bench' : null,
    transferredTo: null,
    attendedHours: null,
    entryId: `${FIRST_ID + 3_000_000}`,
    identityDigest: digests.get(personId(n)) ?? '',
  };
}
