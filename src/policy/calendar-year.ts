import { type Bilingual, bilingual } from './bilingual.js';
import { isCalendarDay, isWeekend, yearOf } from './calendar-day.js';
import type { Citation, Entry } from './figure.js';
import { rememberedPerBook } from './remembered.js';
import type { RuleBook } from './rule-book.js';

/** The kind of the list entries that hold one year's working-day calendar each. */
export const CALENDAR_YEAR = 'CALENDAR_YEAR';

/** Days off and make-up workdays of one calendar year: always a whole year from one notice. */
export interface CalendarYear {
  readonly year: number;
  /** days without work, rising, as the notice's spans give them: Saturdays and Sundays within a span among them */
  readonly daysOff: readonly string[];
  /** Saturdays and Sundays that are worked, rising */
  readonly makeUpWorkdays: readonly string[];
  readonly citation: Citation;
}

const CALENDAR_NOTICE = 'CN-HOLIDAYS-';

/** Whether a notice is one of the State Council's on holidays: those lay down the calendar and nothing about the programme. */
export const isCalendarNotice = (documentCode: string): boolean => documentCode.startsWith(CALENDAR_NOTICE);

/** The years whose calendar the rule book knows, by year, rising. Source: 国务院办公厅关于部分节假日安排的通知 (one a year) */
export const calendarYearsOf = rememberedPerBook(
  (book: RuleBook): ReadonlyMap<number, CalendarYear> =>
    new Map(
      book
        .entries(CALENDAR_YEAR)
        .map(toCalendarYear)
        .sort((a, b) => a.year - b.year)
        .map((calendar) => [calendar.year, calendar]),
    ),
);

function toCalendarYear({ key, attributes, citation }: Entry): CalendarYear {
  const { daysOff = '', makeUpWorkdays = '' } = attributes;
  return { year: parseInt(key, 10), daysOff: daysIn(daysOff), makeUpWorkdays: daysIn(makeUpWorkdays), citation };
}

const daysIn = (text: string): readonly string[] => text.split(' ').filter((day) => day !== '');

const YEAR = /^[1-9]\d{3}$/;

/** A column of a calendar row and what it should hold. */
export interface CalendarFault {
  readonly column: 'key' | 'daysOff' | 'makeUpWorkdays';
  readonly found: string;
  readonly allowed: Bilingual;
}

/** What is wrong with a row that is to be a year's calendar; null where nothing is. A half-written year would count periods wrongly without a word. */
export function faultOfCalendarYear(entry: Entry): CalendarFault | null {
  if (!YEAR.test(entry.key)) return { column: 'key', found: entry.key, allowed: bilingual('四位数的年度', 'a year of four digits') };
  const { year, daysOff, makeUpWorkdays } = toCalendarYear(entry);
  if (daysOff.length === 0) return { column: 'daysOff', found: '', allowed: bilingual('该年度的全部放假日', 'all days off of the year') };
  const ofYear = bilingual(`${year} 年的日期，由前到后，各一次，以空格分隔`, `days of ${year}, rising, each once, with blanks between`);
  const odd = oddDay(year, daysOff);
  if (odd !== null) return { column: 'daysOff', found: odd, allowed: ofYear };
  const oddWorkday = oddDay(year, makeUpWorkdays);
  if (oddWorkday !== null) return { column: 'makeUpWorkdays', found: oddWorkday, allowed: ofYear };
  const unmade = makeUpWorkdays.find((day) => !isWeekend(day) || daysOff.includes(day));
  const weekend = bilingual('不在放假日之内的周六或周日', 'a Saturday or Sunday that is no day off');
  return unmade === undefined ? null : { column: 'makeUpWorkdays', found: unmade, allowed: weekend };
}

/** The first day that is none, lies in another year, or does not follow the one before it. */
const oddDay = (year: number, days: readonly string[]): string | null =>
  days.find((day, index) => !isCalendarDay(day) || yearOf(day) !== year || (days[index - 1] ?? '') >= day) ?? null;
