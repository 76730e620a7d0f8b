import { bilingual } from '../bilingual.js';
import { daysAfter } from '../calendar-day.js';
import { Failure } from '../failure.js';
import { readingOf } from '../readings.js';
import type { RuleBook } from '../rule-book.js';
import { concernsTrainee, type FindingFacts } from '../training/finding.js';

/** How many days after its notice a recovery is due: what the reading is called. */
const DAYS_OF: Readonly<Record<string, number>> = { THIRTY_DAYS_NO_INTEREST: 30 };

/** The day until which an institution gives money back, by the reading in force of Q42; no interest. Throws READING_NOT_COMPUTED. Source: Q42 */
export const dueOn = (book: RuleBook, noticedOn: string): string => daysAfter(noticedOn, DAYS_OF[readingOf(book, 'clawback.terms')] ?? 0);

/** A trainee for whose training something was paid. */
export interface PaidTrainee {
  readonly enrolmentId: string;
  readonly traineeRegion: string;
  readonly organisingRegion: string;
}

/**
 * Whether what was paid for a trainee is recovered because of a finding: all of it, of whom the finding concerns; by the other reading of Q41 of the whole class.
 * Throws READING_NOT_COMPUTED.
 * Source: 辽人社发〔2023〕36号, 五(一); Q41
 */
export function isRecovered(book: RuleBook, finding: FindingFacts, trainee: PaidTrainee): boolean {
  if (readingOf(book, 'clawback.scope') === 'WHOLE_CLASS') return true;
  const { enrolmentId, traineeRegion: regionCode, organisingRegion: organisingRegionCode } = trainee;
  return concernsTrainee(finding, { courseRunId: finding.courseRunId, enrolmentId, regionCode, organisingRegionCode });
}

/**
 * In which order funds get back what they paid. A share of each is worked out for an estimate; of money that arrives in parts it is not, since a later part could take a fen back. Throws READING_NOT_COMPUTED.
 * Source: Q43
 */
export function refundOrder(book: RuleBook): 'REVERSE_ORDER_OF_USE' | 'ORDER_OF_USE' {
  const reading = readingOf(book, 'clawback.refundOrder');
  if (reading !== 'PROPORTIONAL') return reading;
  throw new Failure(
    'READING_NOT_COMPUTED',
    bilingual(
      'clawback.refundOrder 现行的理解是 PROPORTIONAL，分次退还时本服务尚不能据此入账。',
      'The reading in force of clawback.refundOrder is PROPORTIONAL, by which this service cannot book money that comes back in parts.',
    ),
    null,
    { key: 'clawback.refundOrder', reading },
  );
}
