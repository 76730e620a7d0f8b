import { z } from 'zod';
import { reachesInstitution } from '../../policy/access/reach.js';
import { notAfterClock } from '../../policy/business-day.js';
import { dayText, noteText, wholeNumber } from '../../policy/input.js';
import { refuseRun } from '../../policy/refusals/course-runs.js';
import type { Refusal } from '../../policy/refusals/refusal.js';
import { lockCourseRun } from '../../store/course-runs.js';
import type { CourseRunRow, CourseRunStatus } from '../../store/rows/course-run-row.js';
import type { Act, ActRecord } from '../acting/act.js';
import { idOf } from '../acting/fact-id.js';
import { notFound } from '../acting/not-found.js';
import { requireRegion } from '../acting/require-reach.js';

const VERSION_MAX = 1_000_000;

/** What each step of a course run names: the run, the version that was seen, and the day. */
export const courseRunStep = z.strictObject({ courseRunId: idOf('CourseRun'), version: wholeNumber(1, VERSION_MAX), on: dayText });
export const reasonedCourseRunStep = courseRunStep.extend({ reason: noteText });

type Step = z.infer<typeof courseRunStep>;

/** A locked run that is ready for the step, or why it is not. */
type Ready = { readonly kind: 'ready'; readonly run: CourseRunRow } | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] };

/**
 * Locks the run of a step and checks what every step checks: its state, the version that was seen, and that the day is neither after the clock nor before the run's
 * filing. A region that only has trainees in the run sees it and takes no step of it. Throws NOT_FOUND, FORBIDDEN, BAD_USER_INPUT.
 * Source: our design, docs/decisions/0011-places-ledger.md
 */
export async function readyForStep(act: Act, { courseRunId, version, on }: Step, expected: readonly CourseRunStatus[]): Promise<Ready> {
  notAfterClock(on, act.today, 'on');
  const run = await lockCourseRun(act.manager, act.reach, courseRunId);
  if (run === null) throw notFound('courseRunId', '班期', 'course run');
  if (!reachesInstitution(act.reach, run.institutionCode)) requireRegion(act.reach, run.regionCode, 'courseRunId');
  const refusals: Refusal[] = [];
  if (!expected.includes(run.status)) refusals.push(refuseRun('RUN_STATUS', 'courseRunId', { found: run.status, expected: [...expected] }));
  if (run.version !== version) refusals.push(refuseRun('STALE_VERSION', 'version', { expected: version, found: run.version }));
  const before = run.startedOn ?? run.decidedOn ?? run.filedOn;
  if (on < before) refusals.push(refuseRun('NOT_BEFORE', 'on', { act: 'on', on, before }));
  return refusals.length > 0 ? { kind: 'refused', refusals } : { kind: 'ready', run };
}

/** What the log keeps of every step of a run. */
export const stepRecord = (run: CourseRunRow, clauses: readonly string[], rest: Partial<ActRecord> = {}): ActRecord => ({
  region: run.regionCode,
  subjects: [{ type: 'CourseRun', id: run.id }],
  clauses,
  ...rest,
  details: { version: run.version, ...rest.details },
});
