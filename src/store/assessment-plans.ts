import type { EntityManager } from 'typeorm';
import type { Reach } from '../policy/access/reach.js';
import { yearOf } from './audit-log.js';
import { insertRows } from './insert-rows.js';
import { type RowPage, type RowPageRequest, readPage } from './read-page.js';
import { assessmentPlanRow, type AssessmentPlanRow } from './rows/assessment-plan-row.js';
import { allOf, type Condition, condition, factOf, selectRows, updateFact } from './select-rows.js';
import { withinReach } from './within-reach.js';

const RUN = 'FROM course_run AS run WHERE run.id = row.course_run_id AND run.year = row.year';

/** A plan is its run's: that of the institution, of the organising region, of the trainees' regions; and its assessment body's. */
export const assessmentPlanWithin = (reach: Reach): Condition =>
  withinReach(reach, {
    region: `EXISTS (SELECT ${RUN} AND run.region_code = ANY($1::text[])) OR EXISTS (SELECT FROM enrolment
      WHERE enrolment.course_run_id = row.course_run_id AND enrolment.year = row.year AND enrolment.region_code = ANY($1::text[]))`,
    institution: `(SELECT run.institution_code ${RUN})`,
    assessmentBody: 'row.assessment_body_code = ANY($1::text[])',
  });

/** A plan within reach, locked until the transaction ends; null where there is none. */
export async function lockAssessmentPlan(manager: EntityManager, reach: Reach, id: string): Promise<AssessmentPlanRow | null> {
  const [row] = await selectRows(manager, assessmentPlanRow, allOf(factOf(id), assessmentPlanWithin(reach)), 'FOR UPDATE OF row');
  return row ?? null;
}

/** The plans in force of some course runs within reach, at most one of each. */
export const plansInForce = (manager: EntityManager, reach: Reach, runIds: readonly string[]): Promise<AssessmentPlanRow[]> => {
  const years = [...new Set(runIds.map(yearOf))];
  const ofRuns = condition(
    "row.course_run_id = ANY($1::bigint[]) AND row.year = ANY($2::int[]) AND row.status <> 'WITHDRAWN'",
    runIds,
    years,
  );
  return selectRows(manager, assessmentPlanRow, allOf(ofRuns, assessmentPlanWithin(reach)));
};

/** Withdraws the plan in force of a course run, if it has one. */
export const withdrawPlans = (manager: EntityManager, runId: string): Promise<unknown> =>
  manager.query("UPDATE assessment_plan SET status = 'WITHDRAWN' WHERE course_run_id = $1 AND year = $2 AND status <> 'WITHDRAWN'", [
    runId,
    yearOf(runId),
  ]);

export const insertAssessmentPlan = (manager: EntityManager, row: AssessmentPlanRow): Promise<void> =>
  insertRows(manager, assessmentPlanRow, [row]);

export const updateAssessmentPlan = (manager: EntityManager, id: string, changes: Partial<AssessmentPlanRow>): Promise<void> =>
  updateFact(manager, assessmentPlanRow, id, changes);

/** The plans of assessment within reach that a filter lets through, page by page. */
export const readAssessmentPlans = (
  manager: EntityManager,
  reach: Reach,
  filter: readonly Condition[],
  page: RowPageRequest,
): Promise<RowPage<AssessmentPlanRow>> => readPage(manager, assessmentPlanRow, allOf(assessmentPlanWithin(reach), ...filter), page);
