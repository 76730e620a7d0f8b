import type { z } from 'zod';
import { startRefusals } from '../../policy/training/course-run-start.js';
import { updateCourseRun } from '../../store/course-runs.js';
import type { CourseRunRow } from '../../store/rows/course-run-row.js';
import { type Operation, refused } from '../acting/act.js';
import { releasePlaces } from '../places/release-places.js';
import { courseRunStep, readyForStep, stepRecord } from './course-run-step.js';

/**
 * Starts an approved course run; the places that nobody was named for go back to everyone. Not before the filed first day, and not while the institution is
 * suspended. Throws NOT_FOUND.
 * Source: 辽人社发〔2023〕36号, 四(一)2; our design, docs/decisions/0011-places-ledger.md
 */
export const startCourseRun: Operation<z.infer<typeof courseRunStep>, CourseRunRow> = {
  name: 'startCourseRun',
  input: courseRunStep,
  run: async (act, step) => {
    const ready = await readyForStep(act, step, ['APPROVED']);
    if (ready.kind === 'refused') return ready;
    const { run } = ready;
    const refusals = startRefusals((on) => act.desk.ruleBook({ on }), run, { on: step.on, today: act.today });
    if (refusals.length > 0) return refused(...refusals);
    const released = await releasePlaces(act, run, 'UNUSED');
    if (released.kind === 'refused') return refused(released.refusal);
    const changes = { status: 'STARTED', startedOn: step.on } as const;
    await updateCourseRun(act.manager, run.id, changes);
    const record = stepRecord(run, ['LN2023-36/4.1.8'], { amounts: { placesReleased: `${released.places}` } });
    return { kind: 'done', done: { ...run, ...changes }, record };
  },
};
