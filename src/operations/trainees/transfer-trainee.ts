import type { z } from 'zod';
import { readingOf } from '../../policy/readings.js';
import type { Refusal } from '../../policy/refusals/refusal.js';
import { refuseTrainee } from '../../policy/refusals/trainees.js';
import { qualityRefusals } from '../../policy/training/enrolment-line.js';
import { transferRefusals } from '../../policy/training/transfer-target.js';
import { nextId } from '../../store/audit-log.js';
import { countingCertificates } from '../../store/certificates.js';
import { courseRunsOf, lockCourseRun } from '../../store/course-runs.js';
import { freeKeys, insertEnrolments, isOnRoster, updateEnrolment } from '../../store/enrolments.js';
import type { CourseRunRow } from '../../store/rows/course-run-row.js';
import type { EnrolmentRow } from '../../store/rows/enrolment-row.js';
import { type Act, type Operation, refused } from '../acting/act.js';
import { idOf } from '../acting/fact-id.js';
import { notFound } from '../acting/not-found.js';
import { LostToAnother } from '../acting/transaction.js';
import { moveTraineePlace } from '../places/move-trainee-place.js';
import { rootOf } from './enrolment-record.js';
import { roomOf } from './place-applicants.js';
import { ofRun } from './save-enrolments.js';
import { readyTrainee, traineeAct, traineeSubjects } from './trainee-act.js';

const input = traineeAct.extend({ toCourseRunId: idOf('CourseRun') });

/**
 * Moves a trainee to another run of the same institution, occupation, track, level, funding and year. The place goes along; the enrolment ends and names the one that
 * goes on. The run is locked before the enrolment, as everybody does. Throws NOT_FOUND, BAD_USER_INPUT.
 * Source: 辽人社发〔2023〕36号, 四(一), 六(一); our design, docs/decisions/0014-trainees.md
 */
export const transferTrainee: Operation<z.infer<typeof input>, EnrolmentRow> = {
  name: 'transferTrainee',
  input,
  run: async (act, { toCourseRunId, ...step }) => {
    const run = await lockCourseRun(act.manager, act.reach, toCourseRunId);
    if (run === null) throw notFound('toCourseRunId', '班期', 'course run');
    const ready = await readyTrainee(act, step, ['ENROLLED']);
    if (ready.kind === 'refused') return refused(...ready.refusals);
    const { enrolment } = ready;
    const refusals = await targetRefusals(act, ready, run, step.on);
    if (refusals.length > 0) return refused(...refusals);
    const id = await nextId(act.manager, run.year);
    const short = await moveTraineePlace(act, { enrolment, run, regionCode: enrolment.regionCode, enrolmentId: id });
    if (short !== null) return refused(short);
    const next: EnrolmentRow = { ...enrolment, ...ofRun(run), id, enrolledOn: step.on, attendedHours: null, entryId: act.entryId };
    await goOn(act, enrolment, next, step.reason);
    const record = {
      region: enrolment.regionCode,
      subjects: [...traineeSubjects(next), ...traineeSubjects(enrolment)],
      clauses: ['LN2023-36/4.1.5', 'LN2023-36/6.1.4'],
      details: { on: step.on, from: enrolment.id, merkleRoot: rootOf([next]) },
    };
    return { kind: 'done', done: next, record };
  },
};

async function targetRefusals(
  act: Act,
  { enrolment, name }: { readonly enrolment: EnrolmentRow; readonly name: string },
  run: CourseRunRow,
  on: string,
): Promise<readonly Refusal[]> {
  const [from] = await courseRunsOf(act.manager, [enrolment.courseRunId]);
  if ((await countingCertificates(act.manager, [enrolment.id])).length > 0) return [refuseTrainee('TRAINING_CERTIFIED', 'enrolmentId')];
  const unlike = from === undefined ? [] : transferRefusals(from, run, on);
  if (unlike.length > 0) return unlike;
  if (await isOnRoster(act.manager, run.id, enrolment.personId)) return [refuseTrainee('ALREADY_ON_ROSTER', 'toCourseRunId')];
  const room = await roomOf(act, run);
  if (room !== null && room < 1)
    return [refuseTrainee('RUN_FULL', 'toCourseRunId', { places: run.places, available: Math.max(0, room), asked: 1 })];
  return qualityRefusals(act.desk.ruleBook({ on, region: run.regionCode }), run, { ...enrolment, name }, '');
}

/** Ends the one enrolment and begins the other, which takes over the keys. */
async function goOn({ manager, desk }: Act, enrolment: EnrolmentRow, next: EnrolmentRow, reason: string): Promise<void> {
  const changes = { status: 'TRANSFERRED', endedOn: next.enrolledOn, endReason: reason, transferredTo: next.id } as const;
  await updateEnrolment(manager, enrolment.id, changes);
  await freeKeys(manager, enrolment);
  const book = desk.ruleBook({ on: next.enrolledOn, region: next.organisingRegionCode });
  const mayRepeat = readingOf(book, 'eligibility.repeat') === 'NO_LIMIT';
  if (!(await insertEnrolments(manager, [next], mayRepeat))) throw new LostToAnother('somebody was enrolled elsewhere meanwhile');
}
