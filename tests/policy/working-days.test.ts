import fc from 'fast-check';
import { nextDay } from '../../src/policy/calendar-day.js';
import { isWorkingDay, workedDaysAfter, workingDayAfter, workingDayTest } from '../../src/policy/working-days.js';
import { archive, book, bookOf, failureOf, runs } from './harness.js';

describe('which days are worked (国务院办公厅节假日安排通知)', () => {
  it.each([
    ['国庆节 2024: Sunday before is worked', '2024-09-29', true],
    ['国庆节 2024: first day', '2024-10-01', false],
    ['国庆节 2024: last day, a Monday', '2024-10-07', false],
    ['国庆节 2024: Tuesday after', '2024-10-08', true],
    ['国庆节 2024: Saturday after is worked', '2024-10-12', true],
    ['国庆节 2024: Sunday after is not', '2024-10-13', false],
    ['除夕 2024 is worked', '2024-02-09', true],
    ['除夕 2025 is off', '2025-01-28', false],
    ['元旦 2025, a Wednesday by itself', '2025-01-01', false],
    ['the day after 元旦 2025', '2025-01-02', true],
    ['端午节 2023: Sunday after is worked', '2023-06-25', true],
    ['中秋节 2026: Sunday before is worked', '2026-09-20', true],
    ['中秋节 2026: a Friday off', '2026-09-25', false],
    ['a plain Saturday', '2026-11-21', false],
    ['a plain Monday', '2026-11-23', true],
  ])('%s: %s %p', (_what, day, isWorked) => {
    expect(isWorkingDay(book, day)).toBe(isWorked);
  });

  it.each([
    [2023, 249, '260 weekdays, 18 of them off, 7 weekend days worked'],
    [2024, 251, '262 weekdays, 19 of them off, 8 weekend days worked'],
    [2025, 248, '261 weekdays, 18 of them off, 5 weekend days worked'],
    [2026, 248, '261 weekdays, 19 of them off, 6 weekend days worked'],
  ])('%d has %d working days: %s', (year, count) => {
    let worked = 0;
    for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = nextDay(day)) if (isWorkingDay(book, day)) worked += 1;
    expect(worked).toBe(count);
  });
});

describe('the last of so many working days, the first day not counted (AMB-50)', () => {
  it.each([
    ['2025-06-09', 5, '2025-06-16', '10, 11, 12, 13, 16 June'],
    ['2024-09-27', 1, '2024-09-29', 'the Sunday is worked'],
    ['2024-09-27', 3, '2024-10-08', '29 and 30 September, 8 October'],
    ['2024-09-30', 5, '2024-10-12', '8 to 11 October and the Saturday'],
    ['2024-09-30', 6, '2024-10-14', 'then Monday'],
    ['2023-01-19', 4, '2023-01-30', '20, 28, 29 (Saturday, Sunday), 30 January'],
    ['2024-02-02', 5, '2024-02-08', '4 (Sunday), 5, 6, 7, 8 February'],
    ['2024-02-02', 7, '2024-02-18', '9 February, then the Sunday after the holiday'],
    ['2025-01-24', 6, '2025-02-08', '26 (Sunday), 27 January, 5, 6, 7, 8 (Saturday) February'],
    ['2026-02-12', 8, '2026-03-02', '13, 14 (Saturday), 24 to 27, 28 (Saturday) February, 2 March'],
    ['2026-09-22', 5, '2026-09-30', '23, 24, 28, 29, 30 September'],
    ['2026-09-30', 3, '2026-10-10', '8, 9, 10 (Saturday) October'],
    ['2024-10-05', 1, '2024-10-08', 'from a day off'],
    ['2023-12-28', 3, '2024-01-03', 'over the year: 29 December, 2, 3 January'],
    ['2025-12-30', 3, '2026-01-05', 'over the year: 31 December, 4 (Sunday), 5 January'],
    ['2026-12-28', 3, '2026-12-31', 'to the last known day'],
    ['2022-12-31', 1, '2023-01-03', 'the first day itself is not looked up'],
  ])('%s and %d: %s (%s)', (from, count, last) => {
    expect(workingDayAfter(book, from, count)).toBe(last);
  });

  it('is the same whatever day the book was asked for: a row holds for its year, not for the day of the question', () => {
    for (const on of ['2010-01-01', '2023-12-29', '2030-01-01'])
      expect(workingDayAfter(bookOf(archive, on), '2025-12-30', 3)).toBe('2026-01-05');
  });

  const days = fc.integer({ min: 0, max: 1_200 }).map((offset) => new Date(Date.UTC(2023, 0, 1 + offset)).toISOString().slice(0, 10));
  const counts = fc.integer({ min: 1, max: 60 });

  it('n + m days are n days and then m days, and the last one is worked', () => {
    fc.assert(
      fc.property(days, counts, counts, (from, n, m) => {
        const last = workingDayAfter(book, from, n + m);
        expect(workingDayAfter(book, workingDayAfter(book, from, n), m)).toBe(last);
        expect(isWorkingDay(book, last)).toBe(true);
      }),
      runs(200, 10_000),
    );
  });

  it('a later start never ends earlier', () => {
    fc.assert(
      fc.property(days, counts, (from, n) => workingDayAfter(book, from, n) <= workingDayAfter(book, nextDay(from), n)),
      runs(200, 10_000),
    );
  });

  it('refuses a period of no days as a bug', () => {
    expect(() => workingDayAfter(book, '2025-06-09', 0)).toThrow('invariant');
  });
});

describe('a year without a calendar is refused, never guessed', () => {
  it.each([
    ['the day itself', () => isWorkingDay(book, '2027-01-04'), 2027],
    ['a year before', () => isWorkingDay(book, '2022-12-30'), 2022],
    ['a count that runs over the end of the last year', () => workingDayAfter(book, '2026-12-28', 4), 2027],
  ])('%s', (_what, question, year) => {
    const failure = failureOf(question);
    expect([failure.code, failure.facts]).toEqual(['CALENDAR_YEAR_UNKNOWN', { year, known: ['2023', '2024', '2025', '2026'] }]);
    expect(failure.text.zh).toContain(`${year} 年`);
    expect(failure.text.en).toContain('Record the year');
  });

  it('also one that was published later than asked', () => {
    const asKnown = bookOf(archive, '2025-10-01', null, '2025-11-03T15:59:59.999Z');
    expect(failureOf(() => isWorkingDay(asKnown, '2026-01-05')).text.en).toMatch(/^As known at 2025-11-03.* 2023, 2024, 2025\)/);
    expect(isWorkingDay(bookOf(archive, '2025-10-01', null, '2025-11-03T16:00:00.000Z'), '2026-01-05')).toBe(true);
  });
});

describe('a simulated calendar', () => {
  it('Monday to Friday, but the days off, and the make-up workdays besides', () => {
    const isWorked = workingDayTest(['2030-01-01'], ['2030-01-05']);
    expect(workedDaysAfter(isWorked, '2029-12-31', 4)).toEqual(['2030-01-02', '2030-01-03', '2030-01-04', '2030-01-05']);
  });
});
