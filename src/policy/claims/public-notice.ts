import { readingOf } from '../readings.js';
import type { RuleBook } from '../rule-book.js';
import { workingDayAfter } from '../working-days.js';

/** The working days that a reading of Q40 names, such as WORKING_DAYS_5. */
const DAYS_NAMED = /^WORKING_DAYS_(\d+)$/u;

/**
 * For how many working days a claim is published before it is approved: none where the reading in force of Q40 is OFF. Throws READING_NOT_COMPUTED where a notice is required for a number of days
 * that nobody has named.
 * Source: Q40; our design, docs/decisions/0018-claims.md
 */
export function noticeDays(book: RuleBook): number {
  const [, days] = DAYS_NAMED.exec(readingOf(book, 'payout.publicNotice')) ?? [];
  return days === undefined ? 0 : parseInt(days, 10);
}

/** The last day of a public notice, the day of publication not counted. Throws CALENDAR_YEAR_UNKNOWN. Source: Q40 */
export const noticeUntil = (book: RuleBook, publishedOn: string, days: number): string => workingDayAfter(book, publishedOn, days);
