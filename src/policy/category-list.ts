import type { Entry } from './figure.js';
import { readingOf } from './readings.js';
import type { RuleBook } from './rule-book.js';

/** The kind under which the categories of trainees stand in the rule book. */
export const CATEGORY_KIND = 'TRAINEE_CATEGORY';

/** The open question that asks which the categories are (Q01). */
export const CATEGORY_QUESTION = 'eligibility.sixCategories';

/** One category of trainees entitled to the subsidy. */
export interface TraineeCategory {
  readonly code: string;
  /** a candidate only, until the list is confirmed */
  readonly nameZh: string;
  readonly nameEn: string;
  readonly entry: Entry;
}

/** The categories on the day, in the order of their codes: placeholders until the list is confirmed. Source: 辽人社发〔2023〕36号, 四(一)2 */
export const categoriesOf = (book: RuleBook): readonly TraineeCategory[] =>
  book.entries(CATEGORY_KIND).map((entry) => ({
    code: entry.key,
    nameZh: entry.attributes['nameZh'] ?? entry.attributes['candidateZh'] ?? entry.key,
    nameEn: entry.attributes['nameEn'] ?? entry.attributes['candidateEn'] ?? entry.key,
    entry,
  }));

/** Whether the list in force on the day was confirmed by a document. Source: 辽人社发〔2023〕36号, 四(一)2; Q01 */
export const isCategoryListConfirmed = (book: RuleBook): boolean => readingOf(book, CATEGORY_QUESTION) === 'CONFIRMED_LIST';
