const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const MONTHS_IN_YEAR = 12;
const DAYS_IN_WEEK = 7;
const SATURDAY = 6;

const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

const daysIn = (year: number, month: number): number => (month === 2 && isLeapYear(year) ? 29 : (DAYS_IN_MONTH[month - 1] ?? 0));

type Parts = readonly [year: number, month: number, dayOfMonth: number];

const partsOf = (day: string): Parts => {
  const [, year = 0, month = 0, dayOfMonth = 0] = DAY.exec(day)?.map((part) => parseInt(part, 10)) ?? [];
  return [year, month, dayOfMonth];
};

const dayText = (...[year, month, dayOfMonth]: Parts): string =>
  [`${year}`.padStart(4, '0'), `${month}`.padStart(2, '0'), `${dayOfMonth}`.padStart(2, '0')].join('-');

/** Whether a text is a day of the calendar, written as 2026-01-31. */
export function isCalendarDay(text: string): boolean {
  const [year, month, day] = partsOf(text);
  return year > 0 && day >= 1 && day <= daysIn(year, month);
}

/** The calendar year of a day. */
export const yearOf = (day: string): number => partsOf(day)[0];

/** The day after a day. */
export function nextDay(day: string): string {
  const [year, month, dayOfMonth] = partsOf(day);
  if (dayOfMonth < daysIn(year, month)) return dayText(year, month, dayOfMonth + 1);
  return month < MONTHS_IN_YEAR ? dayText(year, month + 1, 1) : dayText(year + 1, 1, 1);
}

/** The day so many days later: the last day of a period of so many days, the start day not counted. */
export const dayAfterDays = (day: string, days: number): string => Array.from({ length: days }).reduce<string>(nextDay, day);

/** The day before a day. */
export function dayBefore(day: string): string {
  const [year, month, dayOfMonth] = partsOf(day);
  if (dayOfMonth > 1) return dayText(year, month, dayOfMonth - 1);
  return month > 1
    ? dayText(year, month - 1, daysIn(year, month - 1))
    : dayText(year - 1, MONTHS_IN_YEAR, daysIn(year - 1, MONTHS_IN_YEAR));
}

/** The day of the week by ISO 8601: 1 is Monday, 7 is Sunday. Counted from 0001-01-01, which was a Monday. */
export function dayOfWeek(day: string): number {
  const [year, month, dayOfMonth] = partsOf(day);
  const before = year - 1;
  const leapDays = Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400);
  const monthsBefore = Array.from({ length: month - 1 }, (_, index) => daysIn(year, index + 1));
  const daysBefore = monthsBefore.reduce((sum, days) => sum + days, 365 * before + leapDays) + dayOfMonth - 1;
  return (daysBefore % DAYS_IN_WEEK) + 1;
}

/** Whether a day is a Saturday or a Sunday. */
export const isWeekend = (day: string): boolean => dayOfWeek(day) >= SATURDAY;

/**
 * The corresponding day so many months later: the last day of a period, the start day not counted; the month's last day where the corresponding one is missing.
 * Source: our design, AMB-50 (docs/decisions/0006-open-questions.md)
 */
export function correspondingDayAfterMonths(day: string, months: number): string {
  const [year, month, dayOfMonth] = partsOf(day);
  const monthsBefore = year * MONTHS_IN_YEAR + month - 1 + months;
  const laterYear = Math.floor(monthsBefore / MONTHS_IN_YEAR);
  const laterMonth = (monthsBefore % MONTHS_IN_YEAR) + 1;
  return dayText(laterYear, laterMonth, Math.min(dayOfMonth, daysIn(laterYear, laterMonth)));
}

/**
 * The corresponding day so many years later: the last day of a period, the start day not counted; the month's last day where the corresponding one is missing.
 * Source: our design, AMB-50 and Q72 (docs/decisions/0006-open-questions.md)
 */
export const correspondingDayAfterYears = (day: string, years: number): string => correspondingDayAfterMonths(day, years * MONTHS_IN_YEAR);
