import { faultOfCalendarYear } from '../../src/policy/calendar-year.js';
import type { Entry } from '../../src/policy/figure.js';
import { archive } from './harness.js';

const calendar = archive.entries.find(({ kind, key }) => kind === 'CALENDAR_YEAR' && key === '2026') as Entry;
const row = (key: string, daysOff: string, makeUpWorkdays = ''): Entry => ({ ...calendar, key, attributes: { daysOff, makeUpWorkdays } });

describe("a year's calendar is whole or no calendar (our design)", () => {
  it.each([
    ['days off alone', row('2030', '2030-01-01')],
    ['with a make-up Saturday', row('2030', '2030-01-01 2030-01-02', '2030-01-05')],
  ])('%s', (_what, entry) => {
    expect(faultOfCalendarYear(entry)).toBeNull();
  });

  it.each([
    ['no year', row('26', '2026-01-01'), 'key', '26'],
    ['no days off', row('2030', ''), 'daysOff', ''],
    ['a day of another year', row('2030', '2029-12-31 2030-01-01'), 'daysOff', '2029-12-31'],
    ['no day', row('2030', '2030-02-29'), 'daysOff', '2030-02-29'],
    ['days falling', row('2030', '2030-01-02 2030-01-01'), 'daysOff', '2030-01-01'],
    ['a day twice', row('2030', '2030-01-01 2030-01-01'), 'daysOff', '2030-01-01'],
    ['other separators', row('2030', '2030-01-01,2030-01-02'), 'daysOff', '2030-01-01,2030-01-02'],
    ['a weekday to make up', row('2030', '2030-01-01', '2030-01-04'), 'makeUpWorkdays', '2030-01-04'],
    ['off and worked', row('2030', '2030-01-05', '2030-01-05'), 'makeUpWorkdays', '2030-01-05'],
    ['a workday of another year', row('2030', '2030-01-01', '2031-01-04'), 'makeUpWorkdays', '2031-01-04'],
  ])('refuses %s', (_what, entry, column, found) => {
    expect(faultOfCalendarYear(entry)).toMatchObject({ column, found });
  });
});
