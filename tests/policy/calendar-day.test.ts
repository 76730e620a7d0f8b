import fc from 'fast-check';
import { correspondingDayAfterYears, isCalendarDay } from '../../src/policy/calendar-day.js';
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
