import type { z } from 'zod';
import { holdPlaces } from '../../ledger/places.js';
import { refuseRun } from '../../policy/refusals/course-runs.js';
import { filingRefusals } from '../../policy/training/course-run-filing.js';
import { updateCourseRun } from '../../store/course-runs.js';
import type { CourseRunRow } from '../../store/rows/course-run-row.js';
import { type Act, type Operation, refused } from '../acting/act.js';
import { loadPlaces, movePlaces } from '../places/move-places.js';
import { factsOfRun } from './course-run-input.js';
import { courseRunStep, readyForStep, stepRecord } from './course-run-step.js';
import { holdExpiry } from '../places/hold-expiry.js';

/**
 * Approves a filed course run and holds its places for nobody in particular; the person who filed it may not. What was true at the filing is looked at again. A market run
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
    if (run.filedBy === act.actor.person)
      return refused(refuseRun('SAME_PERSON', null, { act: 'approveCourseRun', earlierAct: 'fileCourseRun' }));
    const refusals = filingRefusals(act.desk.ruleBook({ on: run.startsOn }), run, await factsOfRun(act.manager, run));
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
