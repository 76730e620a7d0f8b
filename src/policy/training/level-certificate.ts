import type { LevelCode } from '../input.js';
import { refuseAssessment } from '../refusals/assessments.js';
import { refuseCertificate } from '../refusals/certificates.js';
import type { Refusal } from '../refusals/refusal.js';
import { readingOf } from '../readings.js';
import type { RuleBook } from '../rule-book.js';
import { trackOf } from './track.js';

/** What is assessed: it must be what was trained. */
export interface AssessedSubject {
  readonly occupationCode: string;
  readonly track: string | null;
  readonly level: LevelCode;
}

/** What an assessment body certifies of one trainee. */
export interface LevelCertificateLine extends AssessedSubject {
  /** null: not passed */
  readonly theoryPassedOn: string | null;
  readonly practicePassedOn: string | null;
  readonly issuedOn: string;
  /** as the assessment body attests it (Q03) */
  readonly meetsNationalStandard: boolean;
}

/** What is known of the trainee and of the plan that the assessment follows. */
export interface AssessedTraining extends AssessedSubject {
  readonly enrolmentStatus: string;
  /** as the institution attested it at enrolment */
  readonly meetsNationalStandard: boolean;
  /** of the training certificate that counts; null where there is none */
  readonly trainingIssuedOn: string | null;
  readonly hasLevelCertificate: boolean;
  readonly plan: { readonly status: string; readonly theoryOn: string; readonly practiceOn: string };
}

const PARTS = [
  { field: 'theoryPassedOn', planned: 'theoryOn' },
  { field: 'practicePassedOn', planned: 'practiceOn' },
] as const;

/**
 * Every reason why a level certificate cannot be issued so; none where it can. It follows a training certificate and a confirmed plan, both parts are passed, and
 * it is for what was trained. `at` is the line in the input.
 * Source: 辽人社发〔2023〕36号, 四(二), 附件4; Q03
 */
export function levelCertificateRefusals(
  book: RuleBook,
  line: LevelCertificateLine,
  training: AssessedTraining,
  at: string,
): readonly Refusal[] {
  return [
    ...stateRefusals(training, at),
    ...subjectRefusals(line, training, at),
    ...PARTS.flatMap((part) => partRefusals(part, line, training, at)),
    ...standardRefusals(book, line, training, at),
  ];
}

function stateRefusals({ enrolmentStatus, trainingIssuedOn, hasLevelCertificate, plan }: AssessedTraining, at: string): Refusal[] {
  const refusals: Refusal[] = [];
  const field = `${at}.enrolmentId`;
  const expected = ['ENROLLED', 'CERTIFIED'];
  if (!expected.includes(enrolmentStatus)) refusals.push(refuseCertificate('NOT_ENROLLED', field, { found: enrolmentStatus, expected }));
  if (plan.status !== 'CONFIRMED')
    refusals.push(refuseAssessment('PLAN_NOT_CONFIRMED', field, { found: plan.status, expected: ['CONFIRMED'] }));
  if (trainingIssuedOn === null) refusals.push(refuseCertificate('TRAINING_CERTIFICATE_FIRST', field));
  if (hasLevelCertificate) refusals.push(refuseCertificate('CERTIFICATE_EXISTS', field));
  return refusals;
}

function subjectRefusals(line: AssessedSubject, training: AssessedSubject, at: string): Refusal[] {
  const pairs = [
    ['occupation', line.occupationCode, training.occupationCode],
    ['track', trackOf(line.track), trackOf(training.track)],
    ['level', line.level, training.level],
  ] as const;
  return pairs
    .filter(([, found, trained]) => found !== trained)
    .map(([part, found, trained]) => refuseCertificate('CERT_MISMATCH', `${at}.${part}`, { found: found ?? '-', trained: trained ?? '-' }));
}

/** Who must have attested that the conditions of the national standard are met: the institution at enrolment, the assessment body, or both. */
function standardRefusals(book: RuleBook, line: LevelCertificateLine, training: AssessedTraining, at: string): Refusal[] {
  const reading = readingOf(book, 'eligibility.standardMet');
  const refusals: Refusal[] = [];
  if (reading !== 'ATTESTED_BY_ASSESSMENT_BODY' && !training.meetsNationalStandard)
    refusals.push(refuseCertificate('STANDARD_NOT_ATTESTED', `${at}.enrolmentId`));
  if (reading !== 'ATTESTED_BY_INSTITUTION' && !line.meetsNationalStandard)
    refusals.push(refuseCertificate('STANDARD_NOT_MET', `${at}.meetsNationalStandard`));
  return refusals;
}

function partRefusals(
  { field, planned }: (typeof PARTS)[number],
  line: LevelCertificateLine,
  { trainingIssuedOn, plan }: AssessedTraining,
  at: string,
): Refusal[] {
  const examOn = line[field];
  const path = `${at}.${field}`;
  if (examOn === null) return [refuseCertificate('PART_NOT_PASSED', path)];
  const refusals: Refusal[] = [];
  if (trainingIssuedOn !== null && examOn < trainingIssuedOn)
    refusals.push(refuseCertificate('EXAM_BEFORE_TRAINING_CERTIFICATE', path, { examOn, issuedOn: trainingIssuedOn }));
  if (examOn < plan[planned]) refusals.push(refuseCertificate('EXAM_BEFORE_PLAN', path, { examOn, plannedOn: plan[planned] }));
  if (line.issuedOn < examOn) refusals.push(refuseCertificate('ISSUED_BEFORE_EXAM', `${at}.issuedOn`, { issuedOn: line.issuedOn, examOn }));
  return refusals;
}
