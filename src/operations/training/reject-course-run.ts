import type { z } from 'zod';
import { updateCourseRun } from '../../store/course-runs.js';
import type { CourseRunRow } from '../../store/rows/course-run-row.js';
import type { Operation } from '../acting/act.js';
import { readyForStep, reasonedCourseRunStep, stepRecord } from './course-run-step.js';

/**
 * Rejects a filed course run with its reason. Throws NOT_FOUND.
 * Source: 辽人社发〔2023〕36号, 四(一)2
 */
export const rejectCourseRun: Operation<z.infer<typeof reasonedCourseRunStep>, CourseRunRow> = {
  name: 'rejectCourseRun',
  input: reasonedCourseRunStep,
  run: async (act, step) => {
    const ready = await readyForStep(act, step, ['FILED']);
    if (ready.kind === 'refused') return ready;
    const changes = { status: 'REJECTED', decidedBy: act.actor.person, decidedOn: step.on, statusReason: step.reason } as const;
    await updateCourseRun(act.manager, ready.run.id, changes);
    return {
      kind: 'done',
      done: { ...ready.run, ...changes },
      record: stepRecord(ready.run, ['LN2023-36/4.1.8']),
    };
  },
};
