const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

const daysIn = (year: number, month: number): number => (month === 2 && isLeapYear(year) ? 29 : (DAYS_IN_MONTH[month - 1] ?? 0));

/** Whether a text is a day of the calendar, written as 2026-01-31. */
export function isCalendarDay(text: string): boolean {
  const [, year, month, day] = DAY.exec(text)?.map((part) => parseInt(part, 10)) ?? [];
  return year !== undefined && month !== undefined && day !== undefined && year > 0 && day >= 1 && day <= daysIn(year, month);
}

/**
 * The corresponding day so many years later: the last day of a period, the start day not counted; the month's last day where the corresponding one is missing.
 * Source: our design, AMB-50 and Q72 (docs/decisions/0006-open-questions.md)
 */
export function correspondingDayAfterYears(day: string, years: number): string {
  const [, year = 0, month = 0, dayOfMonth = 0] = DAY.exec(day)?.map((part) => parseInt(part, 10)) ?? [];
  const last = Math.min(dayOfMonth, daysIn(year + years, month));
  return [`${year + years}`.padStart(4, '0'), `${month}`.padStart(2, '0'), `${last}`.padStart(2, '0')].join('-');
}
