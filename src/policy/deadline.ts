import { z } from 'zod';
import { bilingual } from './bilingual.js';
import { correspondingDayAfterMonths, correspondingDayAfterYears, nextDay, yearOf } from './calendar-day.js';
import { operand, type StepUnit, step } from './explanation.js';
import { Failure } from './failure.js';
import type { Citation, Figure } from './figure.js';
import { dayText, nameText, optional, shown } from './input.js';
import { type Rule, ruleVersion } from './rule.js';
import type { RuleBook } from './rule-book.js';
import { calendarYear, workingDayAfter } from './working-days.js';

const deadlineInput = z.strictObject({ on: optional(dayText), code: nameText, from: optional(dayText) });
export type DeadlineInput = z.infer<typeof deadlineInput>;

export interface Deadline {
  readonly code: string;
  /** the day the period starts from, itself not counted; null for a deadline printed as a day */
  readonly from: string | null;
  readonly lastDay: string;
  /** the day after: from when a bar no longer holds */
  readonly firstDayAfter: string;
  /** codes of the authorities that must be told, all of them */
  readonly filings: readonly string[];
}

/**
 * The last day of a printed period: the corresponding day after years or months (the month's last day where it is missing), the last of so many working days,
 * or the printed day itself. The day it starts from is not counted. Throws BAD_USER_INPUT, RULE_NOT_IN_FORCE, CALENDAR_YEAR_UNKNOWN.
 * Source: 辽宁省数字人才实训基地管理办法(试行) 第七、九、十条; our design, AMB-50 (docs/decisions/0006-open-questions.md)
 */
export const deadline: Rule<DeadlineInput, Deadline> = {
  name: 'deadline',
  version: '1',
  input: deadlineInput,
  regionOf: () => null,
  decide(book, { code, from }) {
    const figure = deadlineFigure(book, code);
    const start = figure.quantity === 'DATE' ? null : from;
    const lastDay = lastDayOf(book, figure, start);
    const label = bilingual(figure.attributes['labelZh'] ?? code, figure.attributes['labelEn'] ?? code);
    const explanation = step({
      label,
      rule: ruleVersion(deadline),
      operands: [
        ...(start === null ? [] : [operand(bilingual('起始日，不计', 'Starts from, not counted'), start, 'DAY')]),
        operand(bilingual('期限', 'Period'), figure.value ?? '', UNITS[figure.quantity] ?? 'COUNT'),
      ],
      result: lastDay,
      unit: 'DAY',
      citations: [figure.citation, ...calendarCitations(book, figure, start, lastDay)],
    });
    const filings = (figure.attributes['filings'] ?? '').split('|').filter((authority) => authority !== '');
    return { outcome: { code: figure.key, from: start, lastDay, firstDayAfter: nextDay(lastDay), filings }, explanation };
  },
};

const UNITS: Readonly<Partial<Record<Figure['quantity'], StepUnit>>> = { YEARS: 'YEARS', MONTHS: 'MONTHS', DATE: 'DAY' };

function lastDayOf(book: RuleBook, { quantity, value }: Figure, from: string | null): string {
  if (quantity === 'DATE') return value ?? '';
  if (from === null) throw missingStart();
  const length = parseInt(value ?? '', 10);
  if (quantity === 'YEARS') return correspondingDayAfterYears(from, length);
  return quantity === 'MONTHS' ? correspondingDayAfterMonths(from, length) : workingDayAfter(book, from, length);
}

/** The calendars of the years in which working days were counted. */
function calendarCitations(book: RuleBook, { quantity }: Figure, from: string | null, lastDay: string): readonly Citation[] {
  if (quantity !== 'WORKING_DAYS' || from === null) return [];
  const first = yearOf(nextDay(from));
  const years = Array.from({ length: yearOf(lastDay) - first + 1 }, (_, index) => first + index);
  return years.map((year) => calendarYear(book, year).citation);
}

function deadlineFigure(book: RuleBook, code: string): Figure {
  const known = book.figures('DEADLINE').map(({ key }) => key);
  if (known.length === 0 || known.includes(code)) return book.figure('DEADLINE', code);
  throw new Failure(
    'BAD_USER_INPUT',
    bilingual(
      `code：${book.query.on} 当日没有期限“${shown(code)}”，有：${known.join('、')}。请改正后重试。`,
      `code: no deadline "${shown(code)}" is in force on ${book.query.on}; there are ${known.join(', ')}. Correct it and ask again.`,
    ),
    'code',
  );
}

const missingStart = (): Failure =>
  new Failure(
    'BAD_USER_INPUT',
    bilingual('from：该期限需要起始日。请填写起始日后重试。', 'from: this deadline runs from a day. Give it and ask again.'),
    'from',
  );
