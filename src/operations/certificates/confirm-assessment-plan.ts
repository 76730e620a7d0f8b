import { z } from 'zod';
import { notAfterClock } from '../../policy/business-day.js';
import { dayText } from '../../policy/input.js';
import { confirmationRefusals } from '../../policy/training/assessment-plan.js';
import { lockAssessmentPlan, updateAssessmentPlan } from '../../store/assessment-plans.js';
import { shareRunOfPlan } from '../../store/course-runs.js';
import type { AssessmentPlanRow } from '../../store/rows/assessment-plan-row.js';
import { type Operation, refused } from '../acting/act.js';
import { idOf } from '../acting/fact-id.js';
import { notFound } from '../acting/not-found.js';

const input = z.strictObject({ assessmentPlanId: idOf('AssessmentPlan'), confirmedOn: dayText });

/**
 * Confirms a filed plan of assessment in the name of the body that it names, before the first part is held: from then on level certificates can be issued under it.
 * Throws NOT_FOUND, BAD_USER_INPUT.
 * Source: 辽人社发〔2023〕36号, 四(二)
 */
export const confirmAssessmentPlan: Operation<z.infer<typeof input>, AssessmentPlanRow> = {
  name: 'confirmAssessmentPlan',
  input,
  run: async ({ manager, actor, reach, desk, today }, { assessmentPlanId, confirmedOn }) => {
    notAfterClock(confirmedOn, today, 'confirmedOn');
    const run = await shareRunOfPlan(manager, assessmentPlanId);
    const plan = await lockAssessmentPlan(manager, reach, assessmentPlanId);
    if (plan === null || run === null) throw notFound('assessmentPlanId', '考核计划', 'plan of assessment');
    const book = desk.ruleBook({ on: plan.theoryOn });
    const assessor = { ...run, bodyCode: plan.assessmentBodyCode };
    const refusals = confirmationRefusals(book, assessor, { ...plan, runStatus: run.status }, { person: actor.person, confirmedOn });
    if (refusals.length > 0) return refused(...refusals);
    const changes = { status: 'CONFIRMED', confirmedBy: actor.person, confirmedOn } as const;
    await updateAssessmentPlan(manager, plan.id, changes);
    const subjects = [
      { type: 'AssessmentPlan', id: plan.id },
      { type: 'CourseRun', id: run.id },
    ];
    const details = { assessmentBody: plan.assessmentBodyCode, confirmedOn };
    const record = { region: run.regionCode, subjects, clauses: ['LN2023-36/4.2.1'], approved: plan.filedBy, details };
    return { kind: 'done', done: { ...plan, ...changes }, record };
  },
};
