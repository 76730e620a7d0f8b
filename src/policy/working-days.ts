import { invariant } from '../money/invariant.js';
import { bilingual } from './bilingual.js';
import { isWeekend, nextDay, yearOf } from './calendar-day.js';
import { type CalendarYear, calendarYearsOf } from './calendar-year.js';
import { Failure } from './failure.js';
import { rememberedPerBook } from './remembered.js';
import type { RuleBook } from './rule-book.js';

/** Says of a day whether it is worked. */
export type WorkingDayTest = (day: string) => boolean;

/** Monday to Friday but the days off, and the make-up workdays besides. */
export function workingDayTest(daysOff: readonly string[], makeUpWorkdays: readonly string[]): WorkingDayTest {
  const off = new Set(daysOff);
  const made = new Set(makeUpWorkdays);
  return (day) => made.has(day) || (!isWeekend(day) && !off.has(day));
}

const testsByYear = rememberedPerBook(
  (book: RuleBook): ReadonlyMap<number, WorkingDayTest> =>
    new Map([...calendarYearsOf(book)].map(([year, { daysOff, makeUpWorkdays }]) => [year, workingDayTest(daysOff, makeUpWorkdays)])),
);

/**
 * Whether a day is worked. A calendar row holds for the days of its year whatever day the book was asked for, so one book counts over the end of a year.
 * Throws CALENDAR_YEAR_UNKNOWN where the book has no calendar of the year: it is never guessed.
 * Source: 国务院办公厅关于部分节假日安排的通知 (one a year)
 */
export function isWorkingDay(book: RuleBook, day: string): boolean {
  const isWorked = testsByYear(book).get(yearOf(day));
  if (isWorked === undefined) throw unknownYear(book, yearOf(day));
  return isWorked(day);
}

/**
 * The last day of a period of `count` working days, the first day not counted: the one function that counts notice periods, review clocks and objections.
 * Only the days after `fromDay` are looked up. Throws CALENDAR_YEAR_UNKNOWN, also where the count runs into a year without a calendar.
 * Source: our design, AMB-50 (docs/decisions/0006-open-questions.md)
 */
export const workingDayAfter = (book: RuleBook, fromDay: string, count: number): string =>
  workedDaysAfter((day) => isWorkingDay(book, day), fromDay, count).at(-1) ?? fromDay;

/** The first `count` worked days after a day, rising, by whatever says what is worked; at least one. */
export function workedDaysAfter(isWorked: WorkingDayTest, fromDay: string, count: number): readonly string[] {
  invariant(Number.isSafeInteger(count) && count > 0, 'a period has at least one working day');
  const worked: string[] = [];
  for (let day = nextDay(fromDay); worked.length < count; day = nextDay(day)) if (isWorked(day)) worked.push(day);
  return worked;
}

/** The calendar of a year. Throws CALENDAR_YEAR_UNKNOWN. */
export function calendarYear(book: RuleBook, year: number): CalendarYear {
  const calendar = calendarYearsOf(book).get(year);
  if (calendar === undefined) throw unknownYear(book, year);
  return calendar;
}

function unknownYear(book: RuleBook, year: number): Failure {
  const known = [...calendarYearsOf(book).keys()].map(String);
  const { knownAt } = book.query;
  const when = knownAt === null ? bilingual('', '') : bilingual(`按 ${knownAt} 时的所知，`, `As known at ${knownAt}: `);
  return new Failure(
    'CALENDAR_YEAR_UNKNOWN',
    bilingual(
      `${when.zh}没有 ${year} 年的工作日历（已有：${known.join('、') || '无'}）。请先按国务院办公厅当年的节假日安排通知登记该年日历；工作日不作推测。`,
      `${when.en}there is no working-day calendar of ${year} (known: ${known.join(', ') || 'none'}). Record the year's calendar from the holiday notice of the General Office of the State Council first; working days are never guessed.`,
    ),
    null,
    { year, known },
  );
}
