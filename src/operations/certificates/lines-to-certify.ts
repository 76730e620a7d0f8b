import { invariant } from '../../money/invariant.js';
import { notAfterClock } from '../../policy/business-day.js';
import { countingCertificates } from '../../store/certificates.js';
import { type EnrolmentToCertify, lockEnrolmentsToCertify, lockRunsOfEnrolments } from '../../store/enrolments-to-certify.js';
import type { CertificateKind, CertificateRow } from '../../store/rows/certificate-row.js';
import type { CourseRunRow } from '../../store/rows/course-run-row.js';
import type { Act } from '../acting/act.js';
import { notFound } from '../acting/not-found.js';

/** One line with what is known of it, and where it stands in the input. */
export interface LineToCertify<Line> {
  readonly line: Line;
  /** such as `lines[2]` */
  readonly at: string;
  readonly enrolment: EnrolmentToCertify;
  readonly run: CourseRunRow;
  /** the certificates that count already */
  readonly training: CertificateRow | null;
  readonly level: CertificateRow | null;
}

/**
 * The lines of a batch with their enrolments, locked, and the certificates that these have; in four statements whatever their number. Throws NOT_FOUND for an
 * enrolment outside the actor's reach, BAD_USER_INPUT for a day of issue after the clock.
 * Source: our design, docs/decisions/0011-places-ledger.md
 */
export async function linesToCertify<Line extends { readonly enrolmentId: string; readonly issuedOn: string }>(
  { manager, reach, today }: Act,
  lines: readonly Line[],
): Promise<readonly LineToCertify<Line>[]> {
  for (const [index, { issuedOn }] of lines.entries()) notAfterClock(issuedOn, today, `lines[${index}].issuedOn`);
  const ids = [...new Set(lines.map(({ enrolmentId }) => enrolmentId))];
  const runs = new Map((await lockRunsOfEnrolments(manager, ids)).map((run) => [run.id, run]));
  const enrolments = new Map((await lockEnrolmentsToCertify(manager, reach, ids)).map((enrolment) => [enrolment.id, enrolment]));
  const counting = await countingCertificates(manager, ids);
  const certificates = new Map(counting.map((certificate) => [`${certificate.kind}/${certificate.enrolmentId}`, certificate]));
  const found = (kind: CertificateKind, enrolmentId: string) => certificates.get(`${kind}/${enrolmentId}`) ?? null;
  return lines.map((line, index) => {
    const at = `lines[${index}]`;
    const enrolment = enrolments.get(line.enrolmentId);
    if (enrolment === undefined) throw notFound(`${at}.enrolmentId`, '培训人员', 'enrolment');
    const run = runs.get(enrolment.courseRunId);
    invariant(run !== undefined, `enrolment ${enrolment.id} has no course run`);
    return { line, at, enrolment, run, training: found('TRAINING', enrolment.id), level: found('LEVEL', enrolment.id) };
  });
}
