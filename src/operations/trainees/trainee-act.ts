import { z } from 'zod';
import { notAfterClock } from '../../policy/business-day.js';
import { dayText, noteText } from '../../policy/input.js';
import { refuseRun } from '../../policy/refusals/course-runs.js';
import type { Refusal } from '../../policy/refusals/refusal.js';
import { refuseTrainee } from '../../policy/refusals/trainees.js';
import { namesPerson } from '../../policy/training/trainee-name.js';
import { lockEnrolment } from '../../store/enrolments.js';
import { lockPersonName } from '../../store/persons.js';
import type { EnrolmentRow, EnrolmentStatus } from '../../store/rows/enrolment-row.js';
import type { Act } from '../acting/act.js';
import { idOf } from '../acting/fact-id.js';
import { notFound } from '../acting/not-found.js';

/** What each act on a trainee names: the enrolment, the day, and the reason, which is kept with the enrolment and must not say whose it is. */
export const traineeAct = z.strictObject({ enrolmentId: idOf('Enrolment'), on: dayText, reason: noteText });

/** A locked enrolment with its person's name, ready for the act; or why it is not. */
type Ready =
  | { readonly kind: 'ready'; readonly enrolment: EnrolmentRow; readonly name: string }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] };

/**
 * Locks the enrolment of an act and checks what every act checks: its state, that the day is neither after the clock nor before the enrolment, and that the reason
 * names nobody. Throws NOT_FOUND, BAD_USER_INPUT.
 * Source: our design, docs/decisions/0014-trainees.md
 */
export async function readyTrainee(
  { manager, reach, keys, today }: Act,
  { enrolmentId, on, reason }: z.infer<typeof traineeAct>,
  expected: readonly EnrolmentStatus[],
): Promise<Ready> {
  notAfterClock(on, today, 'on');
  const enrolment = await lockEnrolment(manager, reach, enrolmentId);
  if (enrolment === null) throw notFound('enrolmentId', '报名', 'enrolment');
  const name = await lockPersonName(manager, keys, enrolment.personId);
  const { status: found, enrolledOn: before } = enrolment;
  const refusals: Refusal[] = [];
  if (!expected.includes(found)) refusals.push(refuseTrainee('ENROLMENT_STATUS', 'enrolmentId', { found, expected: [...expected] }));
  if (on < before) refusals.push(refuseRun('NOT_BEFORE', 'on', { act: 'on', on, before }));
  if (namesPerson(reason, name)) refusals.push(refuseTrainee('REASON_NAMES_PERSON', 'reason'));
  return refusals.length > 0 ? { kind: 'refused', refusals } : { kind: 'ready', enrolment, name };
}

/** What an act on a trainee is about. */
export const traineeSubjects = ({ id, courseRunId }: EnrolmentRow) => [
  { type: 'Enrolment', id },
  { type: 'CourseRun', id: courseRunId },
];
