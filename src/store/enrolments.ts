import type { EntityManager } from 'typeorm';
import type { Reach } from '../policy/access/reach.js';
import { yearOf } from './audit-log.js';
import { insertRows } from './insert-rows.js';
import { type RowPage, type RowPageRequest, readPage } from './read-page.js';
import { readPagesOfRuns } from './read-pages.js';
import { enrolmentRow, type EnrolmentRow } from './rows/enrolment-row.js';
import { allOf, type Condition, condition, factOf, selectRows, updateFact } from './select-rows.js';
import { withinReach } from './within-reach.js';

/** An enrolment is its institution's, its trainee's region's, that of the region that organises the run, and of the assessment body of the run's assessment plan. */
export const enrolmentWithin = (reach: Reach): Condition =>
  withinReach(reach, {
    region: '(row.region_code = ANY($1::text[]) OR row.organising_region_code = ANY($1::text[]))',
    institution: 'row.institution_code',
    assessmentBody: `EXISTS (SELECT FROM assessment_plan WHERE assessment_plan.course_run_id = row.course_run_id AND assessment_plan.year = row.year
      AND assessment_plan.status <> 'WITHDRAWN' AND assessment_plan.assessment_body_code = ANY($1::text[]))`,
  });

/** An enrolment as what an act upon the trainee reaches: only its institution and the trainee's own region. Source: 辽人社发〔2023〕36号, 五(三) */
const actedUponWithin = (reach: Reach): Condition => withinReach(reach, { region: 'row.region_code', institution: 'row.institution_code' });

/** An enrolment whose trainee an act reaches; null where there is none. */
export async function findEnrolment(manager: EntityManager, reach: Reach, id: string): Promise<EnrolmentRow | null> {
  const [row] = await selectRows(manager, enrolmentRow, allOf(factOf(id), actedUponWithin(reach)));
  return row ?? null;
}

/** An enrolment within reach, locked until the transaction ends; null where there is none. */
export async function lockEnrolment(manager: EntityManager, reach: Reach, id: string): Promise<EnrolmentRow | null> {
  const [row] = await selectRows(manager, enrolmentRow, allOf(factOf(id), actedUponWithin(reach)), 'FOR UPDATE');
  return row ?? null;
}

/** Some enrolments within reach, locked in the order of their ids. */
export const lockEnrolments = (manager: EntityManager, reach: Reach, ids: readonly string[]): Promise<EnrolmentRow[]> =>
  selectRows(
    manager,
    enrolmentRow,
    allOf(
      condition('row.id = ANY($1::bigint[]) AND row.year = ANY($2::int[])', ids, [...new Set(ids.map(yearOf))]),
      actedUponWithin(reach),
    ),
    'ORDER BY row.id FOR UPDATE',
  );

export const updateEnrolment = (manager: EntityManager, id: string, changes: Partial<EnrolmentRow>): Promise<void> =>
  updateFact(manager, enrolmentRow, id, changes);

/** The enrolments within reach that a filter lets through, page by page, with the columns that are named, or all. */
export const readEnrolments = (
  manager: EntityManager,
  reach: Reach,
  filter: readonly Condition[],
  page: RowPageRequest,
  columns: ReadonlySet<keyof EnrolmentRow> | null = null,
): Promise<RowPage<EnrolmentRow>> => readPage(manager, enrolmentRow, allOf(enrolmentWithin(reach), ...filter), page, columns);

/** The same page of the rosters of several runs, as far as they are within reach, with one statement. */
export const enrolmentPages = (
  manager: EntityManager,
  reach: Reach,
  courseRunIds: readonly string[],
  filter: readonly Condition[],
  page: RowPageRequest,
): Promise<ReadonlyMap<string, readonly EnrolmentRow[]>> =>
  readPagesOfRuns(manager, enrolmentRow, courseRunIds, allOf(enrolmentWithin(reach), ...filter), page);

/**
 * Puts enrolments on the roster of their run: rows and keys, in three statements whatever their number. Gives false where a person came onto the roster or into
 * the same subsidised training meanwhile. Where training may be repeated, who has the key already keeps it.
 * Source: our design, docs/decisions/0014-trainees.md
 */
export async function insertEnrolments(manager: EntityManager, rows: readonly EnrolmentRow[], mayRepeat: boolean): Promise<boolean> {
  await insertRows(manager, enrolmentRow, rows);
  if ((await claim(manager, ROSTER, rows)) < rows.length) return false;
  const subsidised = rows.filter(({ fundingMode }) => fundingMode === 'SUBSIDISED');
  return (await claim(manager, ONCE, subsidised)) === subsidised.length || mayRepeat;
}

const KEYS = 'record("id" bigint, "courseRunId" bigint, "personId" bigint, "occupationCode" text, level text)';
const ROSTER = `INSERT INTO roster_key (course_run_id, person_id, enrolment_id)
  SELECT "courseRunId", "personId", id FROM jsonb_to_recordset($1::jsonb) AS ${KEYS} ORDER BY 1, 2 ON CONFLICT DO NOTHING RETURNING 1`;
const ONCE = `INSERT INTO once_key (person_id, occupation_code, level, enrolment_id)
  SELECT "personId", "occupationCode", level, id FROM jsonb_to_recordset($1::jsonb) AS ${KEYS} ORDER BY 1, 2, 3 ON CONFLICT DO NOTHING RETURNING 1`;

async function claim(manager: EntityManager, insert: string, rows: readonly EnrolmentRow[]): Promise<number> {
  if (rows.length === 0) return 0;
  const records = rows.map(({ id, courseRunId, personId, occupationCode, level }) => ({
    id,
    courseRunId,
    personId,
    occupationCode,
    level,
  }));
  const [row] = await manager.query<{ readonly count: number }[]>(
    `WITH claimed AS (${insert}) SELECT count(*)::integer AS count FROM claimed`,
    [JSON.stringify(records)],
  );
  return row?.count ?? 0;
}

/** How many are on the roster of a run: neither withdrawn nor transferred. */
export async function rosterSize(manager: EntityManager, courseRunId: string): Promise<number> {
  const [row] = await manager.query<{ readonly count: number }[]>(
    'SELECT count(*)::integer AS count FROM roster_key WHERE course_run_id = $1',
    [courseRunId],
  );
  return row?.count ?? 0;
}

/**
 * Takes an enrolment off the roster of its run and out of what is subsidised once. Where training may be repeated and the person has another such enrolment, that one
 * has the key from now on.
 * Source: our design, docs/decisions/0014-trainees.md
 */
export async function freeKeys(manager: EntityManager, { id, courseRunId, personId, occupationCode, level }: EnrolmentRow): Promise<void> {
  await manager.query('DELETE FROM roster_key WHERE course_run_id = $1 AND person_id = $2 AND enrolment_id = $3', [
    courseRunId,
    personId,
    id,
  ]);
  const once = [personId, occupationCode, level, id];
  await manager.query('DELETE FROM once_key WHERE person_id = $1 AND occupation_code = $2 AND level = $3 AND enrolment_id = $4', once);
  await manager.query(
    `INSERT INTO once_key (person_id, occupation_code, level, enrolment_id) SELECT person_id, occupation_code, level, id FROM enrolment
     WHERE person_id = $1 AND occupation_code = $2 AND level = $3 AND id <> $4 AND funding_mode = 'SUBSIDISED' AND status IN ('ENROLLED', 'CERTIFIED')
     ORDER BY id LIMIT 1 ON CONFLICT DO NOTHING`,
    once,
  );
}

/** Whether a person is on the roster of a run. */
export async function isOnRoster(manager: EntityManager, courseRunId: string, personId: string): Promise<boolean> {
  const found = await manager.query<unknown[]>('SELECT true FROM roster_key WHERE course_run_id = $1 AND person_id = $2', [
    courseRunId,
    personId,
  ]);
  return found.length > 0;
}

/** Whether a person has enrolments of other institutions, ended ones too. */
export async function isEnrolledElsewhere(manager: EntityManager, { personId, institutionCode }: EnrolmentRow): Promise<boolean> {
  const found = await manager.query<unknown[]>('SELECT true FROM enrolment WHERE person_id = $1 AND institution_code <> $2 LIMIT 1', [
    personId,
    institutionCode,
  ]);
  return found.length > 0;
}

/** What a corrected enrolment said before, and why and in which entry that was changed. */
export interface EnrolmentVersion {
  readonly details: Readonly<Record<string, unknown>>;
  readonly reason: string;
  readonly entryId: string;
}

/** Keeps what an enrolment said before it is corrected, so that the line under its entry's root can be made again. */
export async function insertEnrolmentVersion(
  manager: EntityManager,
  { id, year }: EnrolmentRow,
  { details, reason, entryId }: EnrolmentVersion,
): Promise<void> {
  await manager.query(
    `INSERT INTO enrolment_version (enrolment_id, year, version, details, reason, entry_id)
     SELECT $1, $2, 1 + count(*), $3, $4, $5 FROM enrolment_version WHERE enrolment_id = $1::bigint AND year = $2::integer`,
    [id, year, JSON.stringify(details), reason, entryId],
  );
}

/** What an enrolment said before each of its corrections, the first one first. */
export const enrolmentVersions = (manager: EntityManager, id: string): Promise<EnrolmentVersion[]> =>
  manager.query<EnrolmentVersion[]>(
    `SELECT details, reason, entry_id AS "entryId" FROM enrolment_version WHERE enrolment_id = $1 AND year = $2 ORDER BY version`,
    [id, yearOf(id)],
  );

/** Writes the numbers of the real-name register, one for each enrolment, in one statement. */
export async function writeRealNames(
  manager: EntityManager,
  lines: readonly { readonly enrolmentId: string; readonly realNameNumber: string }[],
  on: string,
): Promise<void> {
  const records = lines.map(({ enrolmentId: id, realNameNumber: number }) => ({ id, number }));
  await manager.query(
    `UPDATE enrolment SET real_name_number = record.number, real_name_on = $2 FROM jsonb_to_recordset($1::jsonb) AS record(id bigint, number text)
     WHERE enrolment.id = record.id AND enrolment.year = record.id / 1000000000`,
    [JSON.stringify(records), on],
  );
}
