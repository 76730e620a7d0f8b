import fc from 'fast-check';
import {
  correspondingDayAfterMonths,
  correspondingDayAfterYears,
  dayOfWeek,
  isCalendarDay,
  isWeekend,
  nextDay,
  yearOf,
} from '../../src/policy/calendar-day.js';
import { runs } from './harness.js';

describe('the corresponding day years later (Q72, AMB-50)', () => {
  it.each([
    ['2025-03-15', 3, '2028-03-15'],
    ['2024-02-29', 3, '2027-02-28'],
    ['2024-02-29', 4, '2028-02-29'],
    ['2025-12-31', 1, '2026-12-31'],
    ['2025-01-01', 0, '2025-01-01'],
    ['0005-01-01', 3, '0008-01-01'],
  ])('%s and %d years: %s', (day, years, last) => {
    expect(correspondingDayAfterYears(day, years)).toBe(last);
  });

  it('is always a day of the calendar', () => {
    const days = fc
      .date({ min: new Date('1900-01-01'), max: new Date('2900-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(days, fc.nat({ max: 100 }), (day, years) => isCalendarDay(day) && isCalendarDay(correspondingDayAfterYears(day, years))),
      runs(300, 20_000),
    );
  });

  it('knows the days that the calendar of the language knows', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9_999 }), fc.nat({ max: 13 }), fc.nat({ max: 32 }), (year, month, day) => {
        const text = [`${year}`.padStart(4, '0'), `${month}`.padStart(2, '0'), `${day}`.padStart(2, '0')].join('-');
        const date = new Date(`${text}T00:00:00Z`);
        return isCalendarDay(text) === (!Number.isNaN(date.getTime()) && date.toISOString().startsWith(text));
      }),
      runs(1_000, 50_000),
    );
  });
});

/** A day by the calendar of the language. */
const dayAt = (instant: number): string => new Date(instant).toISOString().slice(0, 10);
const DAY_MS = 86_400_000;
const instants = fc.integer({ min: -700_000, max: 2_900_000 }).map((days) => days * DAY_MS);

describe('the corresponding day months later, the last of the month where it is missing (AMB-50)', () => {
  it.each([
    ['2025-08-31', 1, '2025-09-30'],
    ['2025-01-31', 1, '2025-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2025-12-15', 1, '2026-01-15'],
    ['2025-11-30', 3, '2026-02-28'],
    ['2025-06-15', 0, '2025-06-15'],
    ['2025-01-31', 12, '2026-01-31'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2025-12-31', 25, '2028-01-31'],
  ])('%s and %d months: %s', (day, months, last) => {
    expect(correspondingDayAfterMonths(day, months)).toBe(last);
  });

  it('lies so many months later, on the same day of the month or the last one', () => {
    fc.assert(
      fc.property(instants, fc.nat({ max: 600 }), (instant, months) => {
        const day = dayAt(instant);
        const later = correspondingDayAfterMonths(day, months);
        const monthsOf = (text: string): number => yearOf(text) * 12 + parseInt(text.slice(5, 7), 10);
        expect(monthsOf(later) - monthsOf(day)).toBe(months);
        expect(later.slice(8) === day.slice(8) || (later.slice(8) < day.slice(8) && nextDay(later).slice(8) === '01')).toBe(true);
      }),
      runs(300, 20_000),
    );
  });
});

describe('the next day and the day of the week', () => {
  it.each([
    ['2025-02-28', '2025-03-01'],
    ['2024-02-28', '2024-02-29'],
    ['2025-04-30', '2025-05-01'],
    ['2025-12-31', '2026-01-01'],
    ['1900-02-28', '1900-03-01'],
  ])('after %s comes %s', (day, next) => {
    expect(nextDay(day)).toBe(next);
  });

  it.each([
    ['0001-01-01', 1],
    ['2000-02-29', 2],
    ['2024-10-01', 2],
    ['2025-06-09', 1],
    ['2026-11-22', 7],
    ['2026-11-21', 6],
  ])('%s is day %d of its week', (day, number) => {
    expect(dayOfWeek(day)).toBe(number);
    expect(isWeekend(day)).toBe(number > 5);
  });

  it('are those of the calendar of the language', () => {
    fc.assert(
      fc.property(instants, (instant) => {
        expect(nextDay(dayAt(instant))).toBe(dayAt(instant + DAY_MS));
        expect(dayOfWeek(dayAt(instant)) % 7).toBe(new Date(instant).getUTCDay());
      }),
      runs(500, 50_000),
    );
  });
});
