import type { z } from 'zod';
import { updateCourseRun } from '../../store/course-runs.js';
import type { CourseRunRow } from '../../store/rows/course-run-row.js';
import { type Operation, refused } from '../acting/act.js';
import { releasePlaces } from '../places/release-places.js';
import { courseRunStep, readyForStep, stepRecord } from './course-run-step.js';

/**
 * Starts an approved course run; the places that nobody was named for go back to everyone. Throws NOT_FOUND.
 * Source: 辽人社发〔2023〕36号, 四(一)2; our design, docs/decisions/0011-places-ledger.md
 */
export const startCourseRun: Operation<z.infer<typeof courseRunStep>, CourseRunRow> = {
  name: 'startCourseRun',
  input: courseRunStep,
  run: async (act, step) => {
    const ready = await readyForStep(act, step, ['APPROVED']);
    if (ready.kind === 'refused') return ready;
    const released = await releasePlaces(act, ready.run, 'UNUSED');
    if (released.kind === 'refused') return refused(released.refusal);
    const changes = { status: 'STARTED', startedOn: step.on } as const;
    await updateCourseRun(act.manager, ready.run.id, changes);
    const record = stepRecord(ready.run, ['LN2023-36/4.1.8'], { amounts: { placesReleased: `${released.places}` } });
    return { kind: 'done', done: { ...ready.run, ...changes }, record };
  },
};
