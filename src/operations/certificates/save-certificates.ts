import type { Refusal } from '../../policy/refusals/refusal.js';
import { refuseCertificate } from '../../policy/refusals/certificates.js';
import { takeEnrolments, takeNumbers } from '../../store/certificate-keys.js';
import { insertCertificates } from '../../store/certificates.js';
import { nextIds } from '../../store/next-ids.js';
import type { CertificateRow } from '../../store/rows/certificate-row.js';
import type { Act } from '../acting/act.js';
import type { LineToCertify } from './lines-to-certify.js';

/** A certificate before it has an id. */
export type NewCertificate = Omit<CertificateRow, 'id'>;

type Saved =
  | { readonly kind: 'saved'; readonly certificates: readonly CertificateRow[] }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] };

/** What a certificate takes from its line, whoever issues it. */
export const takenFromLine = (
  { actor }: Act,
  { enrolment, run, line }: LineToCertify<{ readonly number: string; readonly issuedOn: string }>,
) => ({
  year: enrolment.year,
  enrolmentId: enrolment.id,
  courseRunId: run.id,
  number: line.number,
  issuedOn: line.issuedOn,
  recordedBy: actor.person,
  ...UNVERIFIED,
});

const UNVERIFIED = {
  verification: 'UNVERIFIED',
  verificationSource: null,
  verifiedBy: null,
  verifiedOn: null,
  verificationNote: null,
} as const;

/**
 * Saves the certificates of the lines of a batch, in their order and in four statements; or says which numbers their issuer has used, and for which enrolments
 * another certificate came first. Then nothing of the batch may stay.
 * Source: 辽人社发〔2023〕36号, 附件3注3
 */
export async function saveCertificates({ manager }: Act, fresh: readonly NewCertificate[]): Promise<Saved> {
  const years = fresh.map(({ year }) => year);
  const ids = await nextIds(manager, years);
  const certificates = fresh.map((certificate, index): CertificateRow => ({ ...certificate, id: ids[index] ?? '' }));
  const numbersTaken = await takeNumbers(manager, certificates);
  const enrolmentsTaken = await takeEnrolments(manager, certificates);
  const refusals = certificates.flatMap(({ id }, index) => [
    ...(numbersTaken.has(id) ? [refuseCertificate('NUMBER_TAKEN', `lines[${index}].number`)] : []),
    ...(enrolmentsTaken.has(id) ? [refuseCertificate('CERTIFICATE_EXISTS', `lines[${index}].enrolmentId`)] : []),
  ]);
  if (refusals.length > 0) return { kind: 'refused', refusals };
  await insertCertificates(manager, certificates);
  return { kind: 'saved', certificates };
}
