import { requireInForce, TRAINING_NOTICE } from '../citations.js';
import type { RuleBook } from '../rule-book.js';

export type CertificateEntry = 'TRAINING_CERTIFICATE' | 'LEVEL_CERTIFICATE';

/** What stands on paper only and is seen to when a certificate is verified. */
const ON_PAPER = ['seal', 'photo', 'qrCode'];
/** What is recorded of every certificate; the holder's name and document stand encrypted with the enrolment. */
const RECORDED = ['name', 'idType', 'idNumber', 'occupation', 'track', 'level', 'issueDate', 'certificateNo'];
const RECORDED_OF: Readonly<Record<CertificateEntry, readonly string[]>> = {
  TRAINING_CERTIFICATE: [...RECORDED, 'from', 'to', 'hours', 'institutionName'],
  LEVEL_CERTIFICATE: [...RECORDED, 'assessmentBodyName'],
};

/**
 * The fields that the notice in force requires on a certificate and that are not recorded: none, until a later notice asks for more. Throws RULE_NOT_IN_FORCE on
 * a day before the notice.
 * Source: 辽人社发〔2023〕36号, 附件3, 附件4
 */
export function fieldsNotRecorded(book: RuleBook, certificate: CertificateEntry): readonly string[] {
  requireInForce(book, TRAINING_NOTICE);
  const required = book.findEntry('CERTIFICATE', certificate)?.attributes['requiredFields'] ?? '';
  return required.split('|').filter((field) => field !== '' && !ON_PAPER.includes(field) && !RECORDED_OF[certificate].includes(field));
}
