import { CATEGORY_KIND } from '../category-list.js';
import { Failure } from '../failure.js';
import { checkedIdentityDocument, type IdentityDocument, type IdentityDocumentType } from '../identity-document.js';
import { titleText } from '../input.js';
import { readingOf } from '../readings.js';
import type { Refusal } from '../refusals/refusal.js';
import { refuseTrainee, type TraineeRefusalCode } from '../refusals/trainees.js';
import { findRegion } from '../regions.js';
import type { RuleBook } from '../rule-book.js';
import { namesPerson, writtenName } from './trainee-name.js';

/** What the institution writes about one trainee. */
export interface EnrolmentLine {
  readonly name: string;
  readonly documentType: IdentityDocumentType;
  readonly identityNumber: string;
  /** code or name; null: that of the run */
  readonly region: string | null;
  readonly category: string | null;
  readonly categoryEvidence: string | null;
  readonly meetsNationalStandard: boolean;
}

/** The same, everything in its one written form. */
export interface CheckedLine {
  readonly name: string;
  readonly document: IdentityDocument;
  readonly regionCode: string;
  readonly category: string | null;
  readonly categoryEvidence: string | null;
  readonly meetsNationalStandard: boolean;
}

/** What of a run decides about its lines. */
export interface LineRun {
  readonly regionCode: string;
  readonly fundingMode: 'SUBSIDISED' | 'MARKET';
}

export type LineCheck =
  | { readonly kind: 'good'; readonly line: CheckedLine }
  | { readonly kind: 'bad'; readonly refusals: readonly Refusal[] };

/**
 * Checks one line by itself: name, document, region, and in a subsidised run category with evidence and national standard. `at` is what stands before its fields in
 * an error, such as `lines[2].`; what is refused never repeats name or number.
 * Source: 辽人社发〔2023〕36号, 三, 四(一)2, 五(三), 附件4
 */
export function checkLine(book: RuleBook, run: LineRun, line: EnrolmentLine, at: string, today: string): LineCheck {
  const refusals: Refusal[] = [];
  const name = writtenName(line.name);
  if (name === null) refusals.push(refuseTrainee('NAME_INVALID', `${at}name`));
  const document = documentOf(book, line, `${at}identityNumber`, today);
  if (document.kind === 'bad') refusals.push(document.refusal);
  const region = traineeRegion(book, run, line.region, `${at}region`);
  if (region.kind === 'bad') refusals.push(region.refusal);
  refusals.push(...qualityRefusals(book, run, { ...line, name }, at));
  if (refusals.length > 0 || name === null || document.kind === 'bad' || region.kind === 'bad') return { kind: 'bad', refusals };
  const { category, categoryEvidence, meetsNationalStandard } = line;
  const checked = { name, document: document.document, regionCode: region.code, category, categoryEvidence, meetsNationalStandard };
  return { kind: 'good', line: checked };
}

type Bad = { readonly kind: 'bad'; readonly refusal: Refusal };

function documentOf(
  book: RuleBook,
  { documentType: type, identityNumber: number }: EnrolmentLine,
  field: string,
  today: string,
): Bad | { readonly kind: 'good'; readonly document: IdentityDocument } {
  try {
    return { kind: 'good', document: checkedIdentityDocument(book, { type, number }, field, today) };
  } catch (error) {
    // One wrong number of many is an answer about its line; whatever else is wrong concerns them all.
    if (!(error instanceof Failure) || !isOfDocument(error.code)) throw error;
    return { kind: 'bad', refusal: { ...refuseTrainee(error.code, field, error.facts), text: error.text } };
  }
}

const isOfDocument = (code: string): code is TraineeRefusalCode & Failure['code'] =>
  code === 'IDENTITY_NUMBER_INVALID' || code === 'IDENTITY_DOCUMENT_NOT_ACCEPTED';

/**
 * The region of a trainee, as the institution declares it; where none is written, that of the run, unless the reading of `eligibility.personRegion` looks at
 * something that a run does not say.
 * Source: 辽人社发〔2023〕36号, 五(三), 四(一)2; Q06
 */
export function traineeRegion(
  book: RuleBook,
  run: LineRun,
  written: string | null,
  field: string,
): Bad | { readonly kind: 'good'; readonly code: string } {
  const reading = readingOf(book, 'eligibility.personRegion');
  if (written === null) {
    if (reading === 'ORGANISING_REGION') return { kind: 'good', code: run.regionCode };
    return { kind: 'bad', refusal: refuseTrainee('REGION_NEEDED', field, { reading }) };
  }
  const code = findRegion(book, written)?.code;
  return code === undefined ? { kind: 'bad', refusal: refuseTrainee('REGION_UNKNOWN', field) } : { kind: 'good', code };
}

/** What of a trainee decides about the subsidy; the name only so that the evidence does not repeat it. */
export interface TraineeQuality extends Pick<EnrolmentLine, 'category' | 'categoryEvidence' | 'meetsNationalStandard'> {
  readonly name: string | null;
}

/**
 * What speaks against a category, its evidence and the national standard. In a market run the category may be missing, but not be one that nobody knows.
 * Source: 辽人社发〔2023〕36号, 四(一)2; Q03
 */
export function qualityRefusals(
  book: RuleBook,
  { fundingMode }: LineRun,
  { name, category, categoryEvidence, meetsNationalStandard }: TraineeQuality,
  at: string,
): readonly Refusal[] {
  const isSubsidised = fundingMode === 'SUBSIDISED';
  const refusals: Refusal[] = [];
  const isKnown = category !== null && book.findEntry(CATEGORY_KIND, category) !== null;
  if (!isKnown && (isSubsidised || category !== null))
    refusals.push(refuseTrainee('CATEGORY_NOT_ELIGIBLE', `${at}category`, { codes: book.entries(CATEGORY_KIND).map(({ key }) => key) }));
  const isWritten = categoryEvidence !== null && titleText.safeParse(categoryEvidence).success && !namesPerson(categoryEvidence, name);
  if (!isWritten && (isSubsidised || categoryEvidence !== null))
    refusals.push(refuseTrainee('CATEGORY_EVIDENCE_NEEDED', `${at}categoryEvidence`));
  const isAttestedHere = readingOf(book, 'eligibility.standardMet') !== 'ATTESTED_BY_ASSESSMENT_BODY';
  if (isSubsidised && isAttestedHere && !meetsNationalStandard)
    refusals.push(refuseTrainee('STANDARD_NOT_MET', `${at}meetsNationalStandard`));
  return refusals;
}
