import type { EntityManager } from 'typeorm';
import type { Reach } from '../policy/access/reach.js';
import { insertRows } from './insert-rows.js';
import { type RowPage, type RowPageRequest, readPage } from './read-page.js';
import { courseRunRow, type CourseRunRow } from './rows/course-run-row.js';
import { allOf, type Condition, condition, factOf, selectRows, updateFact } from './select-rows.js';
import { withinReach } from './within-reach.js';
import { yearOf } from './audit-log.js';

/** A run is its institution's, its organising region's, its trainees' regions', and that of the assessment body of its assessment plan. */
export const runWithin = (reach: Reach): Condition =>
  withinReach(reach, {
    region: `(row.region_code = ANY($1::text[]) OR EXISTS (SELECT FROM enrolment WHERE enrolment.course_run_id = row.id AND enrolment.year = row.year
      AND enrolment.region_code = ANY($1::text[])))`,
    institution: 'row.institution_code',
    assessmentBody: `EXISTS (SELECT FROM assessment_plan WHERE assessment_plan.course_run_id = row.id AND assessment_plan.year = row.year
      AND assessment_plan.status <> 'WITHDRAWN' AND assessment_plan.assessment_body_code = ANY($1::text[]))`,
  });

/** A course run within reach, locked until the transaction ends; null where there is none. */
export async function lockCourseRun(manager: EntityManager, reach: Reach, id: string): Promise<CourseRunRow | null> {
  const [row] = await selectRows(manager, courseRunRow, allOf(factOf(id), runWithin(reach)), 'FOR UPDATE OF row');
  return row ?? null;
}

/** The run of a plan of assessment that the caller may see, which nobody changes until the transaction ends: before the plan, as a cancellation locks them. */
export async function shareRunOfPlan(manager: EntityManager, planId: string): Promise<CourseRunRow | null> {
  const ofPlan = condition(
    'row.year = $2 AND row.id = (SELECT course_run_id FROM assessment_plan WHERE id = $1 AND year = $2)',
    planId,
    yearOf(planId),
  );
  const [row] = await selectRows(manager, courseRunRow, ofPlan, 'FOR SHARE OF row');
  return row ?? null;
}

/** Course runs by id, whoever asks: for objects that the caller already may see. */
export const courseRunsOf = (manager: EntityManager, ids: readonly string[]): Promise<CourseRunRow[]> =>
  selectRows(manager, courseRunRow, {
    sql: 'row.id = ANY($1::bigint[]) AND row.year = ANY($2::int[])',
    parameters: [ids, [...new Set(ids.map(yearOf))]],
  });

export const insertCourseRun = (manager: EntityManager, row: CourseRunRow): Promise<void> => insertRows(manager, courseRunRow, [row]);

export const updateCourseRun = (manager: EntityManager, id: string, changes: Partial<CourseRunRow>): Promise<void> =>
  updateFact(manager, courseRunRow, id, changes);

/** The course runs within reach that a filter lets through, page by page. */
export const readCourseRuns = (
  manager: EntityManager,
  reach: Reach,
  filter: readonly Condition[],
  page: RowPageRequest,
): Promise<RowPage<CourseRunRow>> => readPage(manager, courseRunRow, allOf(runWithin(reach), ...filter), page);

/** One version of a course run as it was. */
export interface CourseRunVersion {
  readonly version: number;
  readonly details: CourseRunRow;
  readonly reason: string;
  readonly changedBy: string;
  readonly changedAt: Date;
}

/** Keeps a version of a run, so that what was approved can be seen beside what it became. */
export async function insertCourseRunVersion(
  manager: EntityManager,
  run: CourseRunRow,
  { reason, changedBy, changedAt }: { readonly reason: string; readonly changedBy: string; readonly changedAt: string },
): Promise<void> {
  await manager.query(
    `INSERT INTO course_run_version (course_run_id, year, version, details, reason, changed_by, changed_at) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [run.id, run.year, run.version, JSON.stringify(run), reason, changedBy, changedAt],
  );
}

/** All versions of some runs, of each the first one first. */
export const versionsOfRuns = (manager: EntityManager, ids: readonly string[]): Promise<CourseRunVersion[]> =>
  manager.query<CourseRunVersion[]>(
    `SELECT version, details, reason, changed_by AS "changedBy", changed_at AS "changedAt" FROM course_run_version
     WHERE course_run_id = ANY($1::bigint[]) AND year = ANY($2::int[]) ORDER BY course_run_id, version`,
    [ids, [...new Set(ids.map(yearOf))]],
  );

/** All versions of a run, the first one first. */
export const courseRunVersions = (manager: EntityManager, id: string): Promise<CourseRunVersion[]> => versionsOfRuns(manager, [id]);
