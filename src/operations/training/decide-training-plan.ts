import { z } from 'zod';
import { notAfterClock } from '../../policy/business-day.js';
import { dayText, noteText } from '../../policy/input.js';
import { refuseRun } from '../../policy/refusals/course-runs.js';
import type { TrainingPlanRow } from '../../store/rows/training-plan-row.js';
import { lockTrainingPlan, updateTrainingPlan } from '../../store/training-plans.js';
import { type Act, type Operation, type Outcome, refused } from '../acting/act.js';
import { idOf } from '../acting/fact-id.js';
import { notFound } from '../acting/not-found.js';

const approval = z.strictObject({ trainingPlanId: idOf('TrainingPlan'), decidedOn: dayText });
const rejection = approval.extend({ reason: noteText });

/**
 * Approves a proposed plan; the person who proposed it may not. Throws NOT_FOUND.
 * Source: 辽人社发〔2023〕36号, 四(一)2
 */
export const approveTrainingPlan: Operation<z.infer<typeof approval>, TrainingPlanRow> = {
  name: 'approveTrainingPlan',
  input: approval,
  run: async (act, { trainingPlanId, decidedOn }) => decide(act, trainingPlanId, decidedOn, 'APPROVED', null),
};

/**
 * Rejects a proposed plan with its reason. Throws NOT_FOUND.
 * Source: 辽人社发〔2023〕36号, 四(一)2
 */
export const rejectTrainingPlan: Operation<z.infer<typeof rejection>, TrainingPlanRow> = {
  name: 'rejectTrainingPlan',
  input: rejection,
  run: async (act, { trainingPlanId, decidedOn, reason }) => decide(act, trainingPlanId, decidedOn, 'REJECTED', reason),
};

async function decide(
  { manager, actor, reach, today }: Act,
  id: string,
  decidedOn: string,
  status: 'APPROVED' | 'REJECTED',
  reason: string | null,
): Promise<Outcome<TrainingPlanRow>> {
  notAfterClock(decidedOn, today, 'decidedOn');
  const plan = await lockTrainingPlan(manager, reach, id);
  if (plan === null) throw notFound('trainingPlanId', '培训计划', 'training plan');
  if (plan.status !== 'PROPOSED')
    return refused(refuseRun('PLAN_STATUS', 'trainingPlanId', { found: plan.status, expected: ['PROPOSED'] }));
  if (status === 'APPROVED' && plan.proposedBy === actor.person)
    return refused(refuseRun('SAME_PERSON', null, { act: 'approveTrainingPlan', earlierAct: 'proposeTrainingPlan' }));
  if (decidedOn < plan.drawnUpOn)
    return refused(refuseRun('NOT_BEFORE', 'decidedOn', { act: 'decidedOn', on: decidedOn, before: plan.drawnUpOn }));
  const changes = { status, decidedBy: actor.person, decidedOn };
  await updateTrainingPlan(manager, id, changes);
  const record = {
    region: plan.regionCode,
    subjects: [{ type: 'TrainingPlan', id }],
    clauses: ['LN2023-36/4.1.8'],
    approved: status === 'APPROVED' ? plan.proposedBy : null,
    details: { status, decidedOn, reason },
  };
  return { kind: 'done', done: { ...plan, ...changes }, record };
}
