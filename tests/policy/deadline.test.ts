import { deadline } from '../../src/policy/deadline.js';
import { ask, failureOf } from './harness.js';

describe('deadlines: the start not counted, corresponding day, working days by the calendar (AMB-50)', () => {
  it.each([
    ['D-TB-BAN', '2026-03-10', '2028-03-10', '2028-03-11', []],
    ['D-TB-BAN', '2024-02-29', '2026-02-28', '2026-03-01', []],
    ['D-TB-TERM', '2025-07-01', '2028-07-01', '2028-07-02', []],
    ['D-TB-CHANGE', '2025-08-31', '2025-09-30', '2025-10-01', ['PROVINCE_DATA', 'CITY_DATA']],
    ['D-TB-CHANGE', '2025-12-15', '2026-01-15', '2026-01-16', ['PROVINCE_DATA', 'CITY_DATA']],
    ['D-TB-CHANGE', '2024-01-31', '2024-02-29', '2024-03-01', ['PROVINCE_DATA', 'CITY_DATA']],
    ['D-TB-NOTICE', '2025-06-09', '2025-06-16', '2025-06-17', []],
    ['D-TB-NOTICE', '2025-09-26', '2025-10-10', '2025-10-11', []],
  ])('%s from %s: %s', (code, from, lastDay, firstDayAfter, filings) => {
    expect(ask(deadline, { code, from })).toMatchObject({ code, from, lastDay, firstDayAfter, filings });
  });

  it('a deadline printed as a day is that day (LN2023-B2 五)', () => {
    expect(ask(deadline, { code: 'D-B2' })).toMatchObject({ from: null, lastDay: '2023-06-15', firstDayAfter: '2023-06-16' });
  });

  it('working days cite the calendars of the years they fell into', () => {
    const { citations } = ask(deadline, { code: 'D-TB-NOTICE', from: '2025-12-29' }).explanation;
    expect(citations.map(({ clause }) => clause)).toEqual(['LN2025-TB/7.3', 'CN-HOLIDAYS-2025/1-6', 'CN-HOLIDAYS-2026/1-7']);
  });

  it.each([
    [{ code: 'D-TB-TERM' }, 'BAD_USER_INPUT', 'from'],
    [{ code: 'D-X', from: '2025-07-01' }, 'BAD_USER_INPUT', 'code'],
    [{ code: 'D-TB-TERM', from: '2025-01-01', on: '2025-06-03' }, 'BAD_USER_INPUT', 'code'],
    [{ code: 'D-B2', on: '2023-05-30' }, 'RULE_NOT_IN_FORCE', 'on'],
    [{ code: 'D-TB-NOTICE', from: '2026-12-30' }, 'CALENDAR_YEAR_UNKNOWN', null],
  ])('%j is refused', (question, code, field) => {
    const failure = failureOf(() => ask(deadline, question));
    expect([failure.code, failure.field]).toEqual([code, field]);
  });
});
