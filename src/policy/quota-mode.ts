import { dayAfterDays } from './calendar-day.js';
import { readingOf } from './readings.js';
import type { RuleBook } from './rule-book.js';

export type QuotaMode = 'CAP' | 'TARGET';

/** Whether the places of the book's region are a ceiling or a target. Source: 辽人社发〔2023〕36号, 七(一); Q46 */
export const quotaModeOf = (book: RuleBook): QuotaMode => (readingOf(book, 'quota.mode') === 'TARGET' ? 'TARGET' : 'CAP');

/** Whether an adjustment may change the total of the province. Throws READING_NOT_COMPUTED. Source: 辽人社发〔2023〕36号, 附件7; Q50 */
export const mayTotalChange = (book: RuleBook): boolean => readingOf(book, 'quota.adjustment') === 'PROVINCE_FREE_TOTAL';

/** Makes sure that the places of Annex 7 are those of each calendar year by itself. Throws READING_NOT_COMPUTED. Source: Q45, Q49 */
export function requireYearlyQuota(book: RuleBook): void {
  readingOf(book, 'quota.period');
  readingOf(book, 'quota.carryOver');
}

const DAYS = /^DAYS_(\d+)$/u;

/**
 * The instant at which places held at `at` lapse while nobody is named on them; null: never. Both are ISO instants in UTC. A later change of the reading leaves
 * the holds of before as they are.
 * Source: our design, docs/decisions/0006-open-questions.md (Q95)
 */
export function holdExpiresAt(book: RuleBook, at: string): string | null {
  const [, days] = DAYS.exec(readingOf(book, 'quota.holdExpiry')) ?? [];
  if (days === undefined) return null;
  const [day = '', time = ''] = at.split('T');
  return `${dayAfterDays(day, parseInt(days, 10))}T${time}`;
}
