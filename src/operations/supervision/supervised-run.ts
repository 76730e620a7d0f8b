import { refuseRun } from '../../policy/refusals/course-runs.js';
import type { Refusal } from '../../policy/refusals/refusal.js';
import { lockCourseRun } from '../../store/course-runs.js';
import type { CourseRunRow, CourseRunStatus } from '../../store/rows/course-run-row.js';
import type { Act } from '../acting/act.js';
import { notFound } from '../acting/not-found.js';

/** A locked run, or why nothing can be recorded of it. */
type Supervised =
  | { readonly kind: 'found'; readonly run: CourseRunRow }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] };

/** Locks the run that something is recorded of, which must be in one of the states. Throws NOT_FOUND. */
export async function supervisedRun(act: Act, courseRunId: string, expected: readonly CourseRunStatus[]): Promise<Supervised> {
  const run = await lockedRun(act, courseRunId);
  if (expected.includes(run.status)) return { kind: 'found', run };
  return { kind: 'refused', refusals: [refuseRun('RUN_STATUS', 'courseRunId', { found: run.status, expected: [...expected] })] };
}

/** Locks a run within reach, whatever its state. Throws NOT_FOUND. */
export async function lockedRun({ manager, reach }: Act, courseRunId: string): Promise<CourseRunRow> {
  const run = await lockCourseRun(manager, reach, courseRunId);
  if (run === null) throw notFound('courseRunId', '班期', 'course run');
  return run;
}
