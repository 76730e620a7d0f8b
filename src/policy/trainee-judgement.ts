import { z } from 'zod';
import { hourUnits } from '../money/hour-units.js';
import { listedFor } from './directory.js';
import { dayText, expects, flag, hoursText, levelCode, nameText, optional, yuanText } from './input.js';
import { findOccupation } from './occupations.js';
import { type AmountReadings, amountReadings, fallsShort } from './payable-amount.js';
import type { Hold, Refusal } from './reasons.js';
import { findRegion } from './regions.js';
import { exceedsOnlineShare } from './online-share.js';
import { rememberedPerBook } from './remembered.js';
import type { RuleBook } from './rule-book.js';
import { type TariffCell, tariffCell } from './tariff.js';
import { readingOf } from './readings.js';

const fundingMode = z.enum(['SUBSIDISED', 'MARKET'], {
  error: expects('应为 SUBSIDISED（政府补贴）或 MARKET（市场化）', 'SUBSIDISED or MARKET'),
});
const violation = z.enum(['PERSON', 'CLASS'], { error: expects('应为 PERSON（人员）、CLASS（班期）或空', 'PERSON, CLASS or null') });

/** Everything that decides whether one trainee is payable. */
export const traineeFacts = z
  .strictObject({
    on: optional(dayText),
    occupation: nameText,
    level: levelCode,
    fundingMode,
    category: optional(nameText),
    meetsNationalStandard: flag,
    institution: optional(nameText),
    assessmentBody: optional(nameText),
    hasTrainingCertificate: flag,
    hasLevelCertificate: flag,
    hasSkillCertificate: optional(flag),
    certificateOccupation: optional(nameText),
    certificateLevel: optional(levelCode),
    certifiedHours: hoursText,
    totalHours: hoursText,
    onlineHours: hoursText,
    isRecorded: flag,
    tuitionCharged: yuanText,
    isCrossProvince: flag,
    violation: optional(violation),
    traineeRegion: nameText,
    organisingRegion: nameText,
    isAlreadyPaid: flag,
  })
  .refine(({ onlineHours, totalHours }) => hourUnits(onlineHours) <= hourUnits(totalHours), {
    path: ['onlineHours'],
    error: expects('线上学时不得大于总学时', 'online hours not above total hours'),
  });
export type TraineeFacts = z.infer<typeof traineeFacts>;

export interface Judgement {
  readonly cell: TariffCell;
  /** all refusals in the order of the list; empty when nothing refuses */
  readonly refusals: readonly Refusal[];
  /** all holds, looked at only where nothing refuses */
  readonly holds: readonly Hold[];
}

/** What the open questions of the trainee rule say on the day. */
interface Readings {
  readonly amount: AmountReadings;
  readonly levelCertificateNeeded: boolean;
  readonly repeatRefused: boolean;
  readonly tuitionHolds: boolean;
}

const readingsOf = rememberedPerBook(
  (book: RuleBook): Readings => ({
    amount: amountReadings(book),
    levelCertificateNeeded: readingOf(book, 'evidence.bothCertificates') !== 'TRAINING_CERTIFICATE_ONLY',
    repeatRefused: readingOf(book, 'eligibility.repeat') !== 'NO_LIMIT',
    tuitionHolds: readingOf(book, 'evidence.tuition') !== 'IGNORE',
  }),
);

const NONE: readonly never[] = [];

/**
 * Judges one trainee: every refusal that applies, in order; holds only where none does. The same function serves one trainee and a million.
 * Source: 辽人社发〔2023〕36号, 三, 四(一), 四(二), 五, 附件1, 附件5, 附件6
 */
export function judgeTrainee(book: RuleBook, facts: TraineeFacts): Judgement {
  const cell = tariffCell(book, facts.occupation, facts.level, 'occupation');
  const readings = readingsOf(book);
  const refusals: Refusal[] = [];
  personRefusals(book, facts, refusals);
  directoryRefusals(book, facts, cell, refusals);
  certificateRefusals(book, facts, cell, readings, refusals);
  if (facts.isCrossProvince) refusals.push('CROSS_PROVINCE_FORBIDDEN');
  if (facts.violation === 'PERSON') refusals.push('VIOLATION_PERSON');
  if (facts.violation === 'CLASS') refusals.push('VIOLATION_CLASS');
  if (facts.isAlreadyPaid && readings.repeatRefused) refusals.push('DUPLICATE_OCCUPATION_LEVEL');
  return refusals.length > 0 ? { cell, refusals, holds: NONE } : { cell, refusals: NONE, holds: holdsOf(book, facts, readings) };
}

function personRefusals(book: RuleBook, facts: TraineeFacts, refusals: Refusal[]): void {
  const isMarket = facts.fundingMode === 'MARKET';
  if (isMarket) refusals.push('MARKET_MODE');
  if (!isMarket && (facts.category === null || book.findEntry('TRAINEE_CATEGORY', facts.category) === null))
    refusals.push('CATEGORY_NOT_ELIGIBLE');
  if (!facts.meetsNationalStandard) refusals.push('STANDARD_NOT_MET');
  if (
    facts.traineeRegion !== facts.organisingRegion &&
    regionCode(book, facts.traineeRegion) !== regionCode(book, facts.organisingRegion)
  ) {
    refusals.push('REGION_MISMATCH');
  }
}

const regionCode = (book: RuleBook, name: string): string => findRegion(book, name)?.code ?? name;

function directoryRefusals(book: RuleBook, facts: TraineeFacts, cell: TariffCell, refusals: Refusal[]): void {
  const trainers = listedFor(book, 'TRAINING', cell.occupation.code);
  if (trainers === undefined) refusals.push('NO_TRAINING_INSTITUTION');
  else if (!trainers.has(facts.institution ?? '')) refusals.push('INSTITUTION_NOT_LISTED_FOR_OCCUPATION');
  const assessors = listedFor(book, 'ASSESSMENT', cell.occupation.code);
  if (assessors === undefined) refusals.push('NO_EVALUATION_INSTITUTION');
  else if (facts.hasLevelCertificate && !assessors.has(facts.assessmentBody ?? '')) refusals.push('EVALUATOR_NOT_LISTED_FOR_OCCUPATION');
}

function certificateRefusals(book: RuleBook, facts: TraineeFacts, cell: TariffCell, readings: Readings, refusals: Refusal[]): void {
  if (!facts.hasTrainingCertificate) refusals.push('TRAINING_CERT_MISSING');
  if (!facts.hasLevelCertificate && readings.levelCertificateNeeded) refusals.push('LEVEL_CERT_MISSING');
  if (facts.hasLevelCertificate && !certificateMatches(book, facts, cell)) refusals.push('CERT_MISMATCH');
  if (fallsShort(cell, facts.certifiedHours, readings.amount)) refusals.push('HOURS_BELOW_REQUIREMENT');
}

function certificateMatches(book: RuleBook, facts: TraineeFacts, cell: TariffCell): boolean {
  const named = facts.certificateOccupation;
  if (named === null || facts.certificateLevel !== facts.level) return false;
  return named === cell.occupation.code || findOccupation(book, named)?.code === cell.occupation.code;
}

function holdsOf(book: RuleBook, facts: TraineeFacts, readings: Readings): readonly Hold[] {
  const isOnlineHeavy = exceedsOnlineShare(book, facts.onlineHours, facts.totalHours);
  const isCharged = readings.tuitionHolds && facts.tuitionCharged !== '0.00' && /[1-9]/u.test(facts.tuitionCharged);
  if (!isOnlineHeavy && facts.isRecorded && !isCharged) return NONE;
  const holds: Hold[] = [];
  if (isOnlineHeavy) holds.push('HOLD_ONLINE_SHARE');
  if (!facts.isRecorded) holds.push('HOLD_RECORDING_MISSING');
  if (isCharged) holds.push('HOLD_TUITION_CHARGED');
  return holds;
}
