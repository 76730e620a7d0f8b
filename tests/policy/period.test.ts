import fc from 'fast-check';
import { dayBefore, nextDay } from '../../src/policy/calendar-day.js';
import { overlap, type Period, without } from '../../src/policy/period.js';

const period = (from: string | null, to: string | null): Period => ({ from, to });

describe('what is left of a period without others (docs/decisions/0016-two-persons.md)', () => {
  test.each<[string, Period, Period[], Period[]]>([
    ['nothing', period('2026-01-01', '2026-12-31'), [period(null, null)], []],
    ['all of it', period('2026-01-01', '2026-12-31'), [period('2027-01-01', null)], [period('2026-01-01', '2026-12-31')]],
    ['the days before', period(null, null), [period('2026-03-01', null)], [period(null, '2026-02-28')]],
    ['the days before in a leap year', period('2024-01-01', null), [period('2024-03-01', null)], [period('2024-01-01', '2024-02-29')]],
    ['the days after', period('2026-01-01', null), [period(null, '2026-12-31')], [period('2027-01-01', null)]],
    ['both', period(null, null), [period('2026-03-01', '2026-03-31')], [period(null, '2026-02-28'), period('2026-04-01', null)]],
    [
      'what two leave',
      period('2026-01-01', '2026-12-31'),
      [period('2026-02-01', '2026-02-28'), period('2026-12-31', null)],
      [period('2026-01-01', '2026-01-31'), period('2026-03-01', '2026-12-30')],
    ],
  ])('%s', (_title, whole, taken, left) => {
    expect(without(whole, ...taken)).toEqual(left);
  });

  const day = fc.integer({ min: 1, max: 28 }).map((number) => `2026-02-${`${number}`.padStart(2, '0')}`);
  const anyPeriod = fc
    .tuple(fc.option(day), fc.option(day))
    .map(([from, to]): Period => (from !== null && to !== null && from > to ? period(to, from) : period(from, to)));

  test('a day is left when it was in the whole and in none of the others, and no two parts share one', () => {
    fc.assert(
      fc.property(anyPeriod, fc.array(anyPeriod, { maxLength: 3 }), day, (whole, taken, on) => {
        const parts = without(whole, ...taken);
        const holds = (some: Period) => overlap(some, period(on, on));
        expect(parts.filter(holds).length).toBe(holds(whole) && !taken.some(holds) ? 1 : 0);
      }),
    );
  });

  test('the day before the next day is the day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3000 }), (days) => {
        const on = Array.from({ length: days }).reduce<string>((text) => nextDay(text), '2023-12-29');
        expect(dayBefore(nextDay(on))).toBe(on);
      }),
      { numRuns: 20 },
    );
  });
});
