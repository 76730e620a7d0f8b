import { z } from 'zod';
import { notAfterClock } from '../../policy/business-day.js';
import { dayText, expects, noteText, optional } from '../../policy/input.js';
import { refuseCertificate } from '../../policy/refusals/certificates.js';
import { verificationRefusals } from '../../policy/training/certificate-verification.js';
import { freeEnrolment, takeEnrolments } from '../../store/certificate-keys.js';
import { lockCertificate, updateCertificate } from '../../store/certificates.js';
import { lockEnrolmentOfCertificate } from '../../store/enrolments-to-certify.js';
import type { CertificateRow } from '../../store/rows/certificate-row.js';
import { type Act, type Operation, refused } from '../acting/act.js';
import { idOf } from '../acting/fact-id.js';
import { notFound } from '../acting/not-found.js';

const outcome = z.enum(['VERIFIED', 'FAILED'], { error: expects('应为 VERIFIED（相符）或 FAILED（不符）', 'VERIFIED or FAILED') });
const source = z.enum(['OSTA', 'ZSGX', 'PAPER'], {
  error: expects('应为 OSTA（osta.org.cn）、ZSGX（zsgx.mohrss.gov.cn）或 PAPER（纸质原件）', 'OSTA, ZSGX or PAPER'),
});
const input = z.strictObject({
  certificateId: idOf('Certificate'),
  outcome,
  source,
  verifiedOn: dayText,
  note: optional(noteText),
});

/**
 * Records that an officer of the trainee's region looked a certificate up on one of the two sites or on paper, and whether it was right; not by who recorded the
 * certificate. One that failed counts no more and may be replaced; an outcome may be corrected as long as it was not. Throws NOT_FOUND, BAD_USER_INPUT.
 * Source: 辽人社发〔2023〕36号, 四(二), 附件3; Q21
 */
export const verifyCertificate: Operation<z.infer<typeof input>, CertificateRow> = {
  name: 'verifyCertificate',
  input,
  run: async (act, asked) => {
    const { manager, actor, today, reach } = act;
    notAfterClock(asked.verifiedOn, today, 'verifiedOn');
    const enrolment = await lockEnrolmentOfCertificate(manager, reach.regions, asked.certificateId);
    const certificate = await lockCertificate(manager, asked.certificateId);
    if (enrolment === null || certificate === null) throw notFound('certificateId', '证书', 'certificate');
    const refusals = verificationRefusals(certificate, { ...asked, person: actor.person });
    if (refusals.length > 0) return refused(...refusals);
    if (!(await keepCounting(act, certificate, asked.outcome))) return refused(refuseCertificate('CERTIFICATE_REPLACED', 'certificateId'));
    const changes = {
      verification: asked.outcome,
      verificationSource: asked.source,
      verifiedBy: actor.person,
      verifiedOn: asked.verifiedOn,
      verificationNote: asked.note,
    };
    await updateCertificate(manager, certificate.id, changes);
    const subjects = [
      { type: 'Certificate', id: certificate.id },
      { type: 'Enrolment', id: certificate.enrolmentId },
    ];
    const details = { outcome: asked.outcome, source: asked.source, verifiedOn: asked.verifiedOn, before: certificate.verification };
    const approved = asked.outcome === 'VERIFIED' ? certificate.recordedBy : null;
    const record = { region: enrolment.regionCode, subjects, clauses: ['LN2023-36/4.2.6'], approved, details };
    return { kind: 'done', done: { ...certificate, ...changes }, record };
  },
};

/** What failed counts no more; what failed before counts again, unless another certificate took its place: then false. */
async function keepCounting({ manager }: Act, certificate: CertificateRow, becomes: 'VERIFIED' | 'FAILED'): Promise<boolean> {
  if (becomes === 'FAILED') await freeEnrolment(manager, certificate);
  if (becomes === 'FAILED' || certificate.verification !== 'FAILED') return true;
  return (await takeEnrolments(manager, [certificate])).size === 0;
}
