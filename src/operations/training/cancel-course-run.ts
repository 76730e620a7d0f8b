import type { z } from 'zod';
import { refuseRun } from '../../policy/refusals/course-runs.js';
import { withdrawPlans } from '../../store/assessment-plans.js';
import { updateCourseRun } from '../../store/course-runs.js';
import { rosterSize } from '../../store/enrolments.js';
import type { CourseRunRow } from '../../store/rows/course-run-row.js';
import { type Operation, refused } from '../acting/act.js';
import { releasePlaces } from '../places/release-places.js';
import { readyForStep, reasonedCourseRunStep, stepRecord } from './course-run-step.js';

/**
 * Cancels a course run that has no trainees (any more); its places go back to everyone and its plan of assessment is withdrawn. Trainees are withdrawn or transferred first, each with its own reason.
 * Throws NOT_FOUND.
 * Source: 辽人社发〔2023〕36号, 四(一)2; our design, docs/decisions/0011-places-ledger.md
 */
export const cancelCourseRun: Operation<z.infer<typeof reasonedCourseRunStep>, CourseRunRow> = {
  name: 'cancelCourseRun',
  input: reasonedCourseRunStep,
  run: async (act, step) => {
    const ready = await readyForStep(act, step, ['FILED', 'APPROVED', 'STARTED']);
    if (ready.kind === 'refused') return ready;
    const { run } = ready;
    const taken = await rosterSize(act.manager, run.id);
    if (taken > 0) return refused(refuseRun('ROSTER_NOT_EMPTY', 'courseRunId', { taken }));
    const released = await releasePlaces(act, run, 'CANCELLATION');
    if (released.kind === 'refused') return refused(released.refusal);
    const changes = { status: 'CANCELLED', cancelledOn: step.on, statusReason: step.reason } as const;
    await updateCourseRun(act.manager, run.id, changes);
    await withdrawPlans(act.manager, run.id);
    const record = stepRecord(run, ['LN2023-36/4.1.8'], {
      amounts: { placesReleased: `${released.places}` },
    });
    return { kind: 'done', done: { ...run, ...changes }, record };
  },
};
