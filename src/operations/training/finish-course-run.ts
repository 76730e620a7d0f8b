import type { z } from 'zod';
import { updateCourseRun } from '../../store/course-runs.js';
import type { CourseRunRow } from '../../store/rows/course-run-row.js';
import type { Operation } from '../acting/act.js';
import { courseRunStep, readyForStep, stepRecord } from './course-run-step.js';

/**
 * Says that a started course run has ended; certificates may follow. Throws NOT_FOUND.
 * Source: 辽人社发〔2023〕36号, 四(一)
 */
export const finishCourseRun: Operation<z.infer<typeof courseRunStep>, CourseRunRow> = {
  name: 'finishCourseRun',
  input: courseRunStep,
  run: async (act, step) => {
    const ready = await readyForStep(act, step, ['STARTED']);
    if (ready.kind === 'refused') return ready;
    const changes = { status: 'FINISHED', finishedOn: step.on } as const;
    await updateCourseRun(act.manager, ready.run.id, changes);
    return { kind: 'done', done: { ...ready.run, ...changes }, record: stepRecord(ready.run, ['LN2023-36/4.1.6']) };
  },
};
