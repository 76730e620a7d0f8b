import { bilingual } from './bilingual.js';
import { Failure } from './failure.js';
import type { RuleBook } from './rule-book.js';

/** The open questions that a rule asks, each with the readings that it can compute. Other questions and readings are recorded for people. */
const COMPUTED = {
  'eligibility.studentWindow': ['JULY_TO_JUNE_LIAONING', 'JULY_TO_JUNE_ANY_UNIVERSITY', 'CALENDAR_YEAR_LIAONING'],
  'eligibility.repeat': ['ONCE_PER_OCCUPATION_AND_LEVEL', 'NO_LIMIT'],
  'amount.payableHours': ['REQUIRED_HOURS', 'MIN_CERTIFIED_REQUIRED', 'CERTIFIED_HOURS'],
  'amount.cityOverride': ['RECORDED_OVERRIDE', 'PROVINCIAL_REFERENCE'],
  'amount.onlineHoursRate': ['FULL_RATE', 'OFFLINE_HOURS_ONLY'],
  'amount.rounding': ['PER_TRAINEE_HALF_UP', 'PER_LINE_HALF_UP', 'PER_TRAINEE_DOWN'],
  'evidence.bothCertificates': ['BOTH_CERTIFICATES', 'TRAINING_CERTIFICATE_ONLY'],
  'evidence.tuition': ['HOLD', 'IGNORE'],
  'fund.split': ['WATERFALL', 'STRICT_BINARY'],
  'fund.payingRegion': ['TRAINEE_REGION', 'INSTITUTION_REGION'],
  'clawback.scope': ['AFFECTED_ONLY', 'WHOLE_CLASS'],
  'clawback.refundOrder': ['REVERSE_ORDER_OF_USE', 'ORDER_OF_USE', 'PROPORTIONAL'],
  'quota.mode': ['CAP_FOR_SUBSIDISED_RESERVATIONS', 'TARGET'],
  'quota.unit': ['DISTINCT_PERSONS', 'CERTIFICATES'],
  'reward.capNeedsApproval': ['NEEDS_APPROVED_AMOUNT', 'CAP_IS_AMOUNT'],
  'reward.floorNeedsRate': ['FLOOR_ONLY', 'FLOOR_IS_RATE'],
  'reward.months': ['WHOLE_MONTHS', 'PRO_RATA_MONTHS', 'ROUND_UP_MONTHS'],
  'reward.perStation': ['PER_STATION', 'PER_UNIT'],
  'reward.seniorWorker': ['NO_AMOUNT_DEFINED', 'TECHNICIAN_RATE'],
  'reward.stacking': ['HUMAN_DECISION', 'SUM', 'HIGHEST_ONLY'],
} as const;

export type ReadingKey = keyof typeof COMPUTED;
export type ReadingCode<Key extends ReadingKey> = (typeof COMPUTED)[Key][number];

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
