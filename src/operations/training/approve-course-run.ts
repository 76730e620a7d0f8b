import type { z } from 'zod';
import { holdPlaces } from '../../ledger/places.js';
import { refuseRun } from '../../policy/refusals/course-runs.js';
import type { Refusal } from '../../policy/refusals/refusal.js';
import { filingRefusals, type PlanFacts } from '../../policy/training/course-run-filing.js';
import { courseRunVersions, updateCourseRun } from '../../store/course-runs.js';
import type { CourseRunRow } from '../../store/rows/course-run-row.js';
import { type Act, type Operation, refused } from '../acting/act.js';
import { loadPlaces, movePlaces } from '../places/move-places.js';
import { factsOfRun } from './course-run-input.js';
import { courseRunStep, readyForStep, stepRecord } from './course-run-step.js';
import { holdExpiry } from '../places/hold-expiry.js';

/**
 * Approves a filed course run and holds its places for nobody in particular; whoever filed or changed it may not. What was true at the filing is looked at again. A market run
 * holds none. Refuses where the region has too few places under a ceiling. Throws NOT_FOUND.
 * Source: 辽人社发〔2023〕36号, 四(一)2, 七(一), 附件7
 */
export const approveCourseRun: Operation<z.infer<typeof courseRunStep>, CourseRunRow> = {
  name: 'approveCourseRun',
  input: courseRunStep,
  run: async (act, step) => {
    const ready = await readyForStep(act, step, ['FILED']);
    if (ready.kind === 'refused') return ready;
    const { run } = ready;
    const facts = await factsOfRun(act.manager, run);
    const refusals = [
      ...(await involvementRefusals(act, run)),
      ...filingRefusals(act.desk.ruleBook({ on: run.startsOn }), run, facts),
      ...planDayRefusals(step.on, facts.plan),
    ];
    if (refusals.length > 0) return refused(...refusals);
    const held = await hold(act, run);
    if (held.kind === 'refused') return refused(held.refusal);
    const changes = { status: 'APPROVED', decidedBy: act.actor.person, decidedOn: step.on, holdId: held.holdId } as const;
    await updateCourseRun(act.manager, run.id, changes);
    const amounts = { placesHeld: run.fundingMode === 'MARKET' ? '0' : `${run.places}` };
    const record = stepRecord(run, ['LN2023-36/4.1.8', 'LN2023-36/7.1.3'], { approved: run.filedBy, amounts });
    return { kind: 'done', done: { ...run, ...changes }, record };
  },
};

/** Who filed the run, or changed it since, does not approve it. */
async function involvementRefusals({ manager, actor }: Act, run: CourseRunRow): Promise<Refusal[]> {
  const versions = await courseRunVersions(manager, run.id);
  const last = versions.findLast(({ changedBy }) => changedBy === actor.person);
  if (last === undefined) return [];
  const earlierAct = last.version === 1 ? 'fileCourseRun' : 'changeCourseRun';
  return [refuseRun('SAME_PERSON', null, { act: 'approveCourseRun', earlierAct })];
}

/** No run is approved, and so none is started, before the plan that it belongs to. */
const planDayRefusals = (on: string, plan: PlanFacts | null): Refusal[] =>
  typeof plan?.decidedOn === 'string' && on < plan.decidedOn
    ? [refuseRun('NOT_BEFORE', 'on', { act: 'on', on, before: plan.decidedOn })]
    : [];

async function hold(act: Act, run: CourseRunRow) {
  if (run.fundingMode === 'MARKET') return { kind: 'held', holdId: null } as const;
  const pool = { regionCode: run.regionCode, year: run.year };
  const moved = await movePlaces(
    act,
    await loadPlaces(act, [pool], []),
    holdPlaces(pool, BigInt(run.places), run.id, holdExpiry(act, pool)),
  );
  return moved.kind === 'refused' ? moved : ({ kind: 'held', holdId: moved.transfers[0]?.id ?? null } as const);
}
