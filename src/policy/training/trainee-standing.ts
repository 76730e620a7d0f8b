import { type ReasonCode } from '../reasons.js';
import { readingOf } from '../readings.js';
import type { RuleBook } from '../rule-book.js';
import { categoryNotices } from '../trainee-decision.js';

/** What a payout will look at, as far as the roster says it. */
export interface StandingFacts {
  readonly fundingMode: 'SUBSIDISED' | 'MARKET';
  readonly status: string;
  readonly realNameNumber: string | null;
}

/** What stands in the way of a payout, and what is to be noted besides. */
export interface TraineeStanding {
  readonly obstacles: readonly ReasonCode[];
  readonly notices: readonly ReasonCode[];
}

const LIVE: ReadonlySet<string> = new Set(['ENROLLED', 'CERTIFIED']);

/**
 * What is missing of a trainee who is on a roster. A missing real-name registration stands in the way of a payout, or by the other reading is a notice; it is a
 * notice in market training, for which nothing is paid. Nothing is missing of an enrolment that has ended.
 * Source: 辽人社发〔2023〕36号, 六(一), 四(一)2; Q23, Q01
 */
export function traineeStanding(book: RuleBook, { fundingMode, status, realNameNumber }: StandingFacts): TraineeStanding {
  if (!LIVE.has(status)) return { obstacles: [], notices: [] };
  const isSubsidised = fundingMode === 'SUBSIDISED';
  const missing: readonly ReasonCode[] = realNameNumber === null ? ['REALNAME_MISSING'] : [];
  const blocks = isSubsidised && readingOf(book, 'evidence.realName') === 'BLOCK';
  const notices = categoryNotices(book, isSubsidised);
  return blocks ? { obstacles: missing, notices } : { obstacles: [], notices: [...missing, ...notices] };
}
