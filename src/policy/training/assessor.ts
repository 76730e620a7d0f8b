import { assessmentBodiesOf, type ListedBody, listedFor, trainingInstitutionsOf } from '../directory.js';
import { refuseAssessment } from '../refusals/assessments.js';
import type { Refusal } from '../refusals/refusal.js';
import type { RuleBook } from '../rule-book.js';
import { listingStatusOf } from './listing-status.js';

/** Who would assess whose trainees in what. */
export interface Assessor {
  readonly bodyCode: string;
  readonly institutionCode: string;
  readonly occupationCode: string;
}

/**
 * Why a body may not assess the trainees of an institution in an occupation on the day of the book: not listed, suspended or removed, or the trainer itself.
 * Source: 辽人社发〔2023〕36号, 四(二), 附件6
 */
export function assessorRefusals(
  book: RuleBook,
  { bodyCode: body, institutionCode, occupationCode: occupation }: Assessor,
  field: string | null,
): readonly Refusal[] {
  const refusals: Refusal[] = [];
  const { on } = book.query;
  const recorded = listingStatusOf(book, body, occupation);
  if (recorded !== null && recorded.status !== 'LISTED') {
    const { status: found, since, documentNumber: document } = recorded;
    refusals.push(refuseAssessment('ASSESSOR_SUSPENDED', field, { body, found, since, document, expected: ['LISTED'] }));
  } else if (!(listedFor(book, 'ASSESSMENT', occupation)?.has(body) ?? false)) {
    refusals.push(refuseAssessment('ASSESSOR_NOT_LISTED', field, { body, occupation, on, listed: listedCodes(book, occupation) }));
  }
  if (isTrainer(book, body, institutionCode))
    refusals.push(refuseAssessment('ASSESSOR_IS_TRAINER', field, { body, institution: institutionCode }));
  return refusals;
}

const listedCodes = (book: RuleBook, occupation: string): readonly string[] => {
  const codes = assessmentBodiesOf(book)
    .filter(({ listings }) => listings.some(({ occupationCode }) => occupationCode === occupation))
    .map(({ code }) => code);
  return codes.length === 0 ? ['-'] : codes;
};

/** One organisation may stand in both directories under two codes; its full name or its unified social credit code is the same in both. */
function isTrainer(book: RuleBook, bodyCode: string, institutionCode: string): boolean {
  const found = (bodies: readonly ListedBody[], code: string) => bodies.find((listed) => listed.code === code);
  const body = found(assessmentBodiesOf(book), bodyCode);
  const institution = found(trainingInstitutionsOf(book), institutionCode);
  if (bodyCode === institutionCode || body === undefined || institution === undefined) return bodyCode === institutionCode;
  return body.nameZh === institution.nameZh || (body.creditCode !== null && body.creditCode === institution.creditCode);
}
