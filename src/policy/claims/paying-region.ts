import { bilingual } from '../bilingual.js';
import { Failure } from '../failure.js';
import { readingOf } from '../readings.js';
import type { RuleBook } from '../rule-book.js';

/**
 * Makes sure that a trainee's region pays. By the other reading of Q35 the institution's would, and no notice says which that is: the directory names none. Throws READING_NOT_COMPUTED.
 * Source: 辽人社发〔2023〕36号, 四(一)2; Q35
 */
export function requirePayingByTrainee(book: RuleBook): void {
  const reading = readingOf(book, 'fund.payingRegion');
  if (reading === 'TRAINEE_REGION') return;
  throw new Failure(
    'READING_NOT_COMPUTED',
    bilingual(
      `fund.payingRegion 现行的理解是 ${reading}，目录没有载明机构所在地区，不能据此受理申领。`,
      `The reading in force of fund.payingRegion is ${reading}; no directory names the region of an institution, so no claim can be taken by it.`,
    ),
    null,
    { key: 'fund.payingRegion', reading },
  );
}
