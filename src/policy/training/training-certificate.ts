import { exact } from '../../money/exact.js';
import { hourUnits } from '../../money/hour-units.js';
import { refuseCertificate } from '../refusals/certificates.js';
import type { Refusal } from '../refusals/refusal.js';

/** What a training institution certifies of one trainee. */
export interface TrainingCertificateLine {
  readonly fromOn: string;
  readonly toOn: string;
  /** decimal text */
  readonly hours: string;
  readonly issuedOn: string;
}

/** What is known of the training that is certified. */
export interface CompletedTraining {
  readonly runStatus: string;
  readonly startedOn: string | null;
  readonly finishedOn: string | null;
  /** decimal texts */
  readonly onlineHours: string;
  readonly offlineHours: string;
  readonly enrolmentStatus: string;
  /** the day of the enrolment in this run; for who was transferred, of the transfer */
  readonly enrolledOn: string;
  readonly hasTrainingCertificate: boolean;
  /** the first exam day of a level certificate that counts already: then a failed training certificate is being replaced */
  readonly firstExamOn: string | null;
}

/**
 * Every reason why a training certificate cannot be issued so; none where it can. The run must be finished, since the certificate follows its completion exam, and
 * the days must be in order: start of the run, first day, last day, end of the run; last day, day of issue. `at` is the line in the input.
 * Source: 辽人社发〔2023〕36号, 四(一), 附件3
 */
export function trainingCertificateRefusals(line: TrainingCertificateLine, training: CompletedTraining, at: string): readonly Refusal[] {
  const refusals = [...stateRefusals(training, at), ...dayRefusals(line, training, at), ...hourRefusals(line, training, at)];
  const { firstExamOn: examOn } = training;
  if (examOn !== null && line.issuedOn > examOn)
    refusals.push(refuseCertificate('EXAM_BEFORE_TRAINING_CERTIFICATE', `${at}.issuedOn`, { examOn, issuedOn: line.issuedOn }));
  return refusals;
}

function stateRefusals({ runStatus, enrolmentStatus: found, hasTrainingCertificate }: CompletedTraining, at: string): Refusal[] {
  const refusals: Refusal[] = [];
  const field = `${at}.enrolmentId`;
  if (runStatus !== 'FINISHED') refusals.push(refuseCertificate('RUN_NOT_FINISHED', field, { found: runStatus, expected: ['FINISHED'] }));
  const expected = ['ENROLLED', 'CERTIFIED'];
  if (!expected.includes(found)) refusals.push(refuseCertificate('NOT_ENROLLED', field, { found, expected }));
  if (hasTrainingCertificate) refusals.push(refuseCertificate('CERTIFICATE_EXISTS', field));
  return refusals;
}

function dayRefusals(
  { fromOn, toOn, issuedOn }: TrainingCertificateLine,
  { startedOn, finishedOn, enrolledOn }: CompletedTraining,
  at: string,
): Refusal[] {
  const refusals: Refusal[] = [];
  if (startedOn !== null && fromOn < startedOn)
    refusals.push(refuseCertificate('OUTSIDE_RUN', `${at}.fromOn`, { on: fromOn, startedOn, finishedOn: finishedOn ?? '…' }));
  if (finishedOn !== null && toOn > finishedOn)
    refusals.push(refuseCertificate('OUTSIDE_RUN', `${at}.toOn`, { on: toOn, startedOn: startedOn ?? '…', finishedOn }));
  if (toOn < enrolledOn) refusals.push(refuseCertificate('TRAINED_BEFORE_ENROLMENT', `${at}.toOn`, { toOn, enrolledOn }));
  if (toOn < fromOn) refusals.push(refuseCertificate('TRAINING_DAYS_REVERSED', `${at}.toOn`, { fromOn, toOn }));
  if (issuedOn < toOn) refusals.push(refuseCertificate('ISSUED_BEFORE_END', `${at}.issuedOn`, { issuedOn, toOn }));
  return refusals;
}

function hourRefusals({ hours }: TrainingCertificateLine, { onlineHours, offlineHours }: CompletedTraining, at: string): Refusal[] {
  const taught = exact(onlineHours).plus(exact(offlineHours));
  if (hourUnits(hours) === 0) return [refuseCertificate('HOURS_MISSING', `${at}.hours`)];
  return exact(hours).greaterThan(taught) ? [refuseCertificate('HOURS_ABOVE_RUN', `${at}.hours`, { hours, taught: taught.toFixed() })] : [];
}
