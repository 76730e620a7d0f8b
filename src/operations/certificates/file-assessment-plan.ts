import { z } from 'zod';
import { notAfterClock } from '../../policy/business-day.js';
import { assessmentBodyOf } from '../../policy/directory.js';
import { dayText, documentNumber, nameText } from '../../policy/input.js';
import { assessmentPlanRefusals } from '../../policy/training/assessment-plan.js';
import { insertAssessmentPlan, withdrawPlans } from '../../store/assessment-plans.js';
import { nextId } from '../../store/audit-log.js';
import { hasLevelCertificates } from '../../store/certificates.js';
import { lockCourseRun } from '../../store/course-runs.js';
import type { AssessmentPlanRow } from '../../store/rows/assessment-plan-row.js';
import { type Operation, refused } from '../acting/act.js';
import { idOf } from '../acting/fact-id.js';
import { notFound } from '../acting/not-found.js';

const input = z.strictObject({
  courseRunId: idOf('CourseRun'),
  assessmentBody: nameText,
  theoryOn: dayText,
  practiceOn: dayText,
  documentNumber,
  filedOn: dayText,
});

/**
 * Files the plan by which an assessment body is to assess the trainees of a course run; it takes the place of the run's earlier one as long as nobody was certified
 * under that. The directory counts on the day of the theory part. Throws NOT_FOUND, UNKNOWN_INSTITUTION, BAD_USER_INPUT.
 * Source: 辽人社发〔2023〕36号, 四(二)
 */
export const fileAssessmentPlan: Operation<z.infer<typeof input>, AssessmentPlanRow> = {
  name: 'fileAssessmentPlan',
  input,
  run: async ({ manager, actor, reach, desk, today }, { assessmentBody, ...plan }) => {
    notAfterClock(plan.filedOn, today, 'filedOn');
    const run = await lockCourseRun(manager, reach, plan.courseRunId);
    if (run === null) throw notFound('courseRunId', '班期', 'course run');
    const book = desk.ruleBook({ on: plan.theoryOn });
    const bodyCode = assessmentBodyOf(book, assessmentBody, 'assessmentBody').code;
    const facts = { ...run, hasLevelCertificates: await hasLevelCertificates(manager, run.id) };
    const refusals = assessmentPlanRefusals(book, { ...run, bodyCode }, plan, facts);
    if (refusals.length > 0) return refused(...refusals);
    await withdrawPlans(manager, run.id);
    const id = await nextId(manager, run.year);
    const fresh = { status: 'FILED', filedBy: actor.person, confirmedBy: null, confirmedOn: null } as const;
    const row: AssessmentPlanRow = { ...plan, ...fresh, id, year: run.year, assessmentBodyCode: bodyCode };
    await insertAssessmentPlan(manager, row);
    const subjects = [
      { type: 'AssessmentPlan', id },
      { type: 'CourseRun', id: run.id },
    ];
    const details = { assessmentBody: bodyCode, theoryOn: row.theoryOn, practiceOn: row.practiceOn };
    return { kind: 'done', done: row, record: { region: run.regionCode, subjects, clauses: ['LN2023-36/4.2.1'], details } };
  },
};
