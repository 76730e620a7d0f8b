import { bilingual } from './bilingual.js';
import { Failure } from './failure.js';
import type { RuleBook } from './rule-book.js';

/** The open questions that a rule asks, each with the readings that it can compute. Other questions and readings are recorded for people. */
const COMPUTED = {
  'eligibility.sixCategories': ['UNCONFIRMED_PLACEHOLDERS', 'CONFIRMED_LIST'],
  'eligibility.studentWindow': ['JULY_TO_JUNE_LIAONING', 'JULY_TO_JUNE_ANY_UNIVERSITY', 'CALENDAR_YEAR_LIAONING'],
  'eligibility.standardMet': ['ATTESTED_TWICE', 'ATTESTED_BY_INSTITUTION', 'ATTESTED_BY_ASSESSMENT_BODY'],
  'eligibility.personRegion': ['ORGANISING_REGION', 'HOUSEHOLD_REGISTER', 'RESIDENCE'],
  'eligibility.identityDocuments': ['ANY_TYPED_DOCUMENT', 'RESIDENT_CARD_ONLY'],
  'eligibility.repeat': ['ONCE_PER_OCCUPATION_AND_LEVEL', 'NO_LIMIT'],
  'amount.payableHours': ['REQUIRED_HOURS', 'MIN_CERTIFIED_REQUIRED', 'CERTIFIED_HOURS'],
  'amount.cityOverride': ['RECORDED_OVERRIDE', 'PROVINCIAL_REFERENCE'],
  'amount.onlineHoursRate': ['FULL_RATE', 'OFFLINE_HOURS_ONLY'],
  'amount.rounding': ['PER_TRAINEE_HALF_UP', 'PER_LINE_HALF_UP', 'PER_TRAINEE_DOWN'],
  'evidence.bothCertificates': ['BOTH_CERTIFICATES', 'TRAINING_CERTIFICATE_ONLY'],
  'evidence.tuition': ['HOLD', 'IGNORE'],
  'evidence.onlineException': ['TRAINEE_REGION_HR', 'PROVINCE_HR', 'NO_EXCEPTION'],
  'evidence.onlineScope': ['PER_COURSE_RUN'],
  'evidence.attendanceMin': ['ALERT_ONLY'],
  'evidence.crossProvince': ['LISTING_VENUE_OR_TRAINEE', 'VENUE_ONLY'],
  'sanction.procedure': ['DECISION_OF_SUPERVISING_HR', 'PROVINCE_DECIDES'],
  'privacy.location': ['RESULT_AND_TIME_ONLY'],
  'evidence.realName': ['BLOCK', 'WARN'],
  'evidence.agreement': ['WARN', 'BLOCK'],
  'fund.balanceSource': ['ENTERED_BY_CITY_FINANCE'],
  'fund.split': ['WATERFALL', 'STRICT_BINARY'],
  'fund.payingRegion': ['TRAINEE_REGION', 'INSTITUTION_REGION'],
  'evidence.verification': ['MANUAL_REQUIRED', 'OPTIONAL'],
  'payout.batch': ['COURSE_RUN_AND_REGION'],
  'payout.deadline': ['NO_DEADLINE_ALERT_30_DAYS'],
  'payout.approval': ['FIVE_PERSONS', 'FOUR_PERSONS', 'THREE_PERSONS'],
  'payout.publicNotice': ['OFF', 'WORKING_DAYS_3', 'WORKING_DAYS_5', 'WORKING_DAYS_7'],
  'clawback.scope': ['AFFECTED_ONLY', 'WHOLE_CLASS'],
  'clawback.terms': ['THIRTY_DAYS_NO_INTEREST'],
  'clawback.refundOrder': ['REVERSE_ORDER_OF_USE', 'ORDER_OF_USE', 'PROPORTIONAL'],
  'quota.mode': ['CAP_FOR_SUBSIDISED_RESERVATIONS', 'TARGET'],
  'quota.period': ['CALENDAR_YEAR_REPEATED'],
  'quota.carryOver': ['NO_CARRY_OVER'],
  'quota.adjustment': ['PROVINCE_ZERO_SUM', 'PROVINCE_FREE_TOTAL'],
  'quota.holdExpiry': ['NONE', 'DAYS_30', 'DAYS_60', 'DAYS_90'],
  'quote.validity': ['DAYS_30', 'DAYS_60', 'DAYS_90'],
  'quota.unit': ['DISTINCT_PERSONS', 'CERTIFICATES'],
  'quota.year': ['PLAN_YEAR'],
  'quota.twoRegions': ['ONCE_PER_REGION'],
  'reward.capNeedsApproval': ['NEEDS_APPROVED_AMOUNT', 'CAP_IS_AMOUNT'],
  'reward.floorNeedsRate': ['FLOOR_ONLY', 'FLOOR_IS_RATE'],
  'reward.months': ['WHOLE_MONTHS', 'PRO_RATA_MONTHS', 'ROUND_UP_MONTHS'],
  'reward.perStation': ['PER_STATION', 'PER_UNIT'],
  'reward.seniorWorker': ['NO_AMOUNT_DEFINED', 'TECHNICIAN_RATE'],
  'reward.stacking': ['HUMAN_DECISION', 'SUM', 'HIGHEST_ONLY'],
} as const;

export type ReadingKey = keyof typeof COMPUTED;
export type ReadingCode<Key extends ReadingKey> = (typeof COMPUTED)[Key][number];

/** Whether any rule asks this question. */
const isAsked = (key: string): boolean => Object.hasOwn(COMPUTED, key);

/** Whether a rule computes this reading of this question. */
export const isComputed = (key: string, reading: string): boolean =>
  ((COMPUTED as Readonly<Record<string, readonly string[]>>)[key] ?? []).includes(reading);

/**
 * The reading in force of an open question that a rule asks. Throws READING_NOT_COMPUTED where somebody chose one that no rule knows: no other is used instead.
 * Source: our design, docs/decisions/0006-open-questions.md
 */
export function readingOf<Key extends ReadingKey>(book: RuleBook, key: Key): ReadingCode<Key> {
  const chosen = book.reading(key);
  if (isComputed(key, chosen)) return chosen as ReadingCode<Key>;
  throw new Failure(
    'READING_NOT_COMPUTED',
    bilingual(
      `${key} 现行的理解是 ${chosen}，本服务尚不能据此计算。可计算的有：${COMPUTED[key].join('、')}。`,
      `The reading in force of ${key} is ${chosen}, which this service cannot compute. It computes: ${COMPUTED[key].join(', ')}.`,
    ),
    null,
    { key, reading: chosen },
  );
}

/**
 * Refuses to record a reading that a rule would meet and cannot compute. Where no rule asks the question, any of its readings may be recorded for people.
 * Throws READING_NOT_COMPUTED naming the field.
 * Source: our design, docs/decisions/0006-open-questions.md
 */
export function requireComputed(key: string, reading: string, field: string): void {
  if (!isAsked(key) || isComputed(key, reading)) return;
  const known: readonly string[] = COMPUTED[key as ReadingKey];
  throw new Failure(
    'READING_NOT_COMPUTED',
    bilingual(
      `${field}：${key} 的理解 ${reading} 本服务不能计算，登记后有关计算都会失败。可登记的有：${known.join('、')}。`,
      `${field}: this service cannot compute the reading ${reading} of ${key}; every computation that asks it would fail. It may be: ${known.join(', ')}.`,
    ),
    field,
    { key, reading },
  );
}
