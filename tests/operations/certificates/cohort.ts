import { createHash, randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { applyTransfers } from '../../../src/ledger/apply-transfers.js';
import { ledgerBook } from '../../../src/ledger/ledger-book.js';
import { poolAccounts, sourceAccount } from '../../../src/ledger/place-accounts.js';
import { allocatePlaces, namePlace } from '../../../src/ledger/places.js';
import { confirmAssessmentPlan } from '../../../src/operations/certificates/confirm-assessment-plan.js';
import { fileAssessmentPlan } from '../../../src/operations/certificates/file-assessment-plan.js';
import { issueTrainingCertificate } from '../../../src/operations/certificates/issue-training-certificate.js';
import type { Workplace } from '../../../src/operations/acting/perform.js';
import { nodeId } from '../../../src/policy/node-id.js';
import { insertCourseRun } from '../../../src/store/course-runs.js';
import { countPersons } from '../../../src/store/ledger/counted-places.js';
import { lockAccounts } from '../../../src/store/ledger/lock-accounts.js';
import { saveTransfers } from '../../../src/store/ledger/save-transfers.js';
import { nextIds } from '../../../src/store/next-ids.js';
import type { CourseRunRow } from '../../../src/store/rows/course-run-row.js';
import { done, NOON, PEOPLE } from '../workplace.js';

/** A finished run with its trainees, as if all before had been done: held from 5 to 30 January 2026, 128 hours of AI, junior. */
export interface Cohort {
  readonly run: CourseRunRow;
  readonly runId: string;
  readonly trainees: readonly { readonly rowId: string; readonly id: string; readonly personId: string }[];
}

const RUN = {
  year: 2026,
  status: 'FINISHED',
  version: 1,
  regionCode: 'LN-210200',
  institutionCode: 'TI-DUT',
  occupationCode: 'AI',
  track: null,
  level: 'JUNIOR',
  fundingMode: 'SUBSIDISED',
  mode: 'OFFLINE',
  onlineHours: '0',
  offlineHours: '128',
  startsOn: '2026-01-05',
  endsOn: '2026-01-30',
  venue: '大连理工大学',
  venueRegionCode: 'LN-210200',
  places: 60,
  filedOn: '2025-12-20',
  filedBy: 'chen',
  decidedBy: 'li',
  decidedOn: '2025-12-22',
  startedOn: '2026-01-05',
  finishedOn: '2026-01-30',
  cancelledOn: null,
  statusReason: null,
  holdId: null,
} as const;

export interface CohortChanges {
  readonly run?: Partial<CourseRunRow>;
  readonly trainee?: Readonly<Record<string, unknown>>;
  /** persons that were trained before; new ones where left out */
  readonly personIds?: readonly string[];
}

/** Inserts a run and its trainees, with named places where it is subsidised. */
export const cohortOf = (
  { dataSource }: Workplace,
  size: number,
  { run: changes = {}, trainee = {}, personIds }: CohortChanges = {},
): Promise<Cohort> =>
  dataSource.transaction(async (manager) => {
    const [runRowId = '', planId = ''] = await nextIds(manager, [2026, 2026]);
    const isMarket = changes.fundingMode === 'MARKET';
    const run: CourseRunRow = { ...RUN, planId: isMarket ? null : planId, ...changes, id: runRowId };
    await insertCourseRun(manager, run);
    const persons = personIds ?? (await insertPersons(manager, size));
    const ids = await nextIds(
      manager,
      persons.map(() => run.year),
    );
    const rows = ids.map((id, index) => ({ ...enrolmentOf(run), ...trainee, id, person_id: persons[index] }));
    await manager.query('INSERT INTO enrolment SELECT * FROM jsonb_populate_recordset(null::enrolment, $1::jsonb)', [JSON.stringify(rows)]);
    if (!isMarket) await namePlaces(manager, run, rows as readonly EnrolmentRecord[]);
    const trainees = ids.map((rowId, index) => ({ rowId, id: nodeId('Enrolment', rowId), personId: persons[index] ?? '' }));
    return { run, runId: nodeId('CourseRun', run.id), trainees };
  });

interface EnrolmentRecord {
  readonly id: string;
  readonly person_id: string;
  readonly region_code: string;
}

const enrolmentOf = (run: CourseRunRow) => ({
  year: run.year,
  course_run_id: run.id,
  region_code: run.regionCode,
  organising_region_code: run.regionCode,
  institution_code: run.institutionCode,
  occupation_code: run.occupationCode,
  level: run.level,
  funding_mode: run.fundingMode,
  meets_national_standard: true,
  status: 'ENROLLED',
  enrolled_on: '2026-01-05',
  entry_id: '2026000000001',
  identity_digest: 'none',
});

async function insertPersons(manager: EntityManager, size: number): Promise<readonly string[]> {
  const ids = await nextIds(
    manager,
    Array.from({ length: size }, () => 2026),
  );
  const rows = ids.map((id) => ({
    id,
    identity_hash: createHash('sha256').update(randomUUID()).digest('hex'),
    document_type: 'RESIDENT_CARD',
    name_cipher: String.raw`\x00`,
    number_cipher: String.raw`\x00`,
    key_version: 1,
    salt: String.raw`\x00`,
  }));
  await manager.query('INSERT INTO person SELECT * FROM jsonb_populate_recordset(null::person, $1::jsonb)', [JSON.stringify(rows)]);
  return ids;
}

/** Gives the region as many places as are named here; a person who is counted already gets none. */
async function namePlaces(manager: EntityManager, run: CourseRunRow, rows: readonly EnrolmentRecord[]): Promise<void> {
  const at = NOON.toISOString();
  const pools = [...new Set(rows.map(({ region_code }) => region_code))].map((regionCode) => ({ regionCode, year: run.year }));
  const accounts = await lockAccounts(manager, [sourceAccount(run.year), ...pools.flatMap(poolAccounts)]);
  const known = await manager.query<{ counted: string }[]>('SELECT counted FROM counted_key');
  const isCounted = (personId: string) => known.some(({ counted }) => counted === `person/${personId}`);
  const requests = rows.flatMap(({ id, person_id, region_code: regionCode }) => {
    const pool = { regionCode, year: run.year };
    if (isCounted(person_id)) return [];
    return [...allocatePlaces(pool, 1n), ...namePlace({ pool, hold: null, courseRunId: run.id, enrolmentId: id, isCounted: false }, at)];
  });
  const applied = applyTransfers(ledgerBook({ accounts }), requests, at);
  if (applied.kind !== 'applied') throw new Error('the places of the tests cannot be named');
  const { transfers } = await saveTransfers(manager, applied, { entryId: '2026000000001', at, year: run.year });
  const named = new Map(transfers.map(({ kind, enrolmentId, id }) => [kind === 'PENDING' ? enrolmentId : null, id]));
  await countPersons(
    manager,
    rows.map(({ id, person_id, region_code: regionCode }) => ({
      regionCode,
      year: run.year,
      counted: `person/${person_id}`,
      transferId: named.get(id) ?? null,
    })),
  );
}

let last = 0;
/** A certificate number that no other test has. */
export const freshNumber = (): string => {
  last += 1;
  return `ZS-${last}`;
};

/** The lines of the training certificates of a cohort: issued on 2 February. */
export const trainingLines = ({ trainees }: Cohort, changes: object = {}) =>
  trainees.map(({ id }) => ({
    enrolmentId: id,
    number: freshNumber(),
    fromOn: '2026-01-05',
    toOn: '2026-01-30',
    hours: '128',
    issuedOn: '2026-02-02',
    ...changes,
  }));

/** The lines of the level certificates of a cohort: theory on 9 February, practice on 10 February, issued on 13 February. */
export const levelLines = ({ trainees }: Cohort, changes: object = {}) =>
  trainees.map(({ id }) => ({
    enrolmentId: id,
    number: freshNumber(),
    occupation: 'AI',
    level: 'JUNIOR',
    theoryPassedOn: '2026-02-09',
    practicePassedOn: '2026-02-10',
    issuedOn: '2026-02-13',
    meetsNationalStandard: true,
    ...changes,
  }));

/** A plan of assessment by EI-CESI: theory on 9 February, practice on 10 February. */
export const planInput = ({ runId }: Cohort, changes: object = {}) => ({
  courseRunId: runId,
  assessmentBody: 'EI-CESI',
  theoryOn: '2026-02-09',
  practiceOn: '2026-02-10',
  documentNumber: '考核〔2026〕0号（测试）',
  filedOn: '2026-01-20',
  ...changes,
});

/** A plan that is filed and confirmed. */
export async function confirmedPlan(workplace: Workplace, cohort: Cohort, changes: object = {}) {
  const plan = await done(workplace, fileAssessmentPlan, PEOPLE.institution, planInput(cohort, changes));
  const input = { assessmentPlanId: nodeId('AssessmentPlan', plan.id), confirmedOn: '2026-01-22' };
  return done(workplace, confirmAssessmentPlan, PEOPLE.assessor, input);
}

/** A cohort that is ready for its level certificates: plan confirmed, training certificates issued. */
export async function assessedCohort(workplace: Workplace, size: number, changes: CohortChanges = {}): Promise<Cohort> {
  const cohort = await cohortOf(workplace, size, changes);
  await confirmedPlan(workplace, cohort);
  await done(workplace, issueTrainingCertificate, PEOPLE.institution, { lines: trainingLines(cohort) });
  return cohort;
}
