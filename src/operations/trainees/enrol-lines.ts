import { notAfterClock } from '../../policy/business-day.js';
import { refuseRun } from '../../policy/refusals/course-runs.js';
import { refuseTrainee } from '../../policy/refusals/trainees.js';
import type { Refusal } from '../../policy/refusals/refusal.js';
import { lockCourseRun } from '../../store/course-runs.js';
import type { CourseRunRow } from '../../store/rows/course-run-row.js';
import type { EnrolmentRow } from '../../store/rows/enrolment-row.js';
import type { Act } from '../acting/act.js';
import { notFound } from '../acting/not-found.js';
import type { Enrolling, LineRefusals } from './enrolling.js';
import { checkedApplicants, identified } from './find-applicants.js';
import { lockRunPlaces, placeApplicants } from './place-applicants.js';
import { saveEnrolments } from './save-enrolments.js';

/** Those who are on the roster of the run now, and why the other lines are not; or why nobody is. */
export type EnrolmentResult =
  | { readonly kind: 'enrolled'; readonly run: CourseRunRow; readonly rows: readonly EnrolmentRow[]; readonly refusals: readonly Refusal[] }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] };

const refusedBy = (refusals: readonly Refusal[]): EnrolmentResult => ({ kind: 'refused', refusals });

/**
 * Enrols the good lines of a list, or none where one is bad and the caller wants all or nothing. Constant in statements, whatever the number of lines. Gives the
 * refusals in the order of the lines. Throws NOT_FOUND, BAD_USER_INPUT.
 * Source: 辽人社发〔2023〕36号, 三, 四(一), 五(三), 六(一)
 */
export async function enrolLines(act: Act, enrolling: Enrolling): Promise<EnrolmentResult> {
  const { courseRunId, enrolledOn, isAllOrNothing } = enrolling;
  notAfterClock(enrolledOn, act.today, 'enrolledOn');
  const run = await lockCourseRun(act.manager, act.reach, courseRunId);
  if (run === null) throw notFound('courseRunId', '班期', 'course run');
  const ofRun = runRefusals(run, enrolledOn);
  if (ofRun.length > 0) return refusedBy(ofRun);
  const book = act.desk.ruleBook({ on: enrolledOn, region: run.regionCode });
  const checked = checkedApplicants(act, book, run, enrolling);
  const places = await lockRunPlaces(act, run, checked.good);
  const found = await identified(act, book, run, checked.good);
  const bad = [...checked.refusals, ...found.refusals];
  if (found.good.length === 0 || (isAllOrNothing && bad.length > 0)) return refusedBy(inOrder(bad));
  const placed = await placeApplicants(act, run, places, found.good, isAllOrNothing);
  if (placed.served.length === 0 || (isAllOrNothing && placed.refusals.length > 0)) return refusedBy(inOrder([...bad, ...placed.refusals]));
  const rows = await saveEnrolments(act, book, { run, enrolledOn, places, placed });
  return { kind: 'enrolled', run, rows, refusals: inOrder([...bad, ...placed.refusals]) };
}

function runRefusals({ status, decidedOn, endsOn }: CourseRunRow, enrolledOn: string): readonly Refusal[] {
  const expected = ['APPROVED', 'STARTED'];
  if (!expected.includes(status)) return [refuseRun('RUN_STATUS', 'courseRunId', { found: status, expected })];
  if (enrolledOn > endsOn) return [refuseTrainee('ENROLLED_AFTER_END', 'enrolledOn', { on: enrolledOn, endsOn })];
  if (decidedOn === null || enrolledOn >= decidedOn) return [];
  return [refuseRun('NOT_BEFORE', 'enrolledOn', { act: 'enrolledOn', on: enrolledOn, before: decidedOn })];
}

const inOrder = (lines: readonly LineRefusals[]): readonly Refusal[] =>
  [...lines].sort((one, other) => one.index - other.index).flatMap(({ refusals }) => refusals);
