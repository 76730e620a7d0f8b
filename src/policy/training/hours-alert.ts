import { amountReadings, fallsShort } from '../payable-amount.js';
import type { LevelCode } from '../input.js';
import type { RuleBook } from '../rule-book.js';
import { tariffCell } from '../tariff.js';

/**
 * The required hours of an occupation and level, in hours, where certified hours fall short of them so that nothing will be paid; null where they do not, or where
 * the book of the run's filing requires none.
 * Source: 辽人社发〔2023〕36号, 附件3, 附件5; Q08
 */
export function hoursShortOf(book: RuleBook, occupationCode: string, level: LevelCode, hours: string): string | null {
  if (book.findFigure('REQUIRED_HOURS', `${occupationCode}/${level}`) === null) return null;
  const cell = tariffCell(book, occupationCode, level, 'occupation');
  return fallsShort(cell, hours, amountReadings(book)) ? cell.requiredHours.value : null;
}
