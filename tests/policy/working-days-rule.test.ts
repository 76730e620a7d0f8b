import { workingDays } from '../../src/policy/working-days-rule.js';
import { ask, failureOf } from './harness.js';

const clausesOf = (citations: readonly { readonly clause: string; readonly documentNumber: string | null }[]) =>
  citations.map(({ clause, documentNumber }) => [clause, documentNumber]);

describe('workingDays: when a period of working days ends (AMB-50)', () => {
  it('over the end of a year it cites both notices and says how many days fell into each', () => {
    const answer = ask(workingDays, { from: '2025-12-29', days: 5 });
    expect(answer).toMatchObject({ lastDay: '2026-01-06', basis: 'RECORDED', years: [2025, 2026] });
    expect(answer.explanation.result).toBe('2026-01-06');
    expect(clausesOf(answer.explanation.citations)).toEqual([
      ['CN-HOLIDAYS-2025/1-6', '国办发明电〔2024〕12号'],
      ['CN-HOLIDAYS-2026/1-7', '国办发明电〔2025〕7号'],
    ]);
    expect(answer.explanation.steps.map(({ result, operands }) => [result, ...operands.map(({ value }) => value)])).toEqual([
      ['2', '2025', '2025-12-30', '2025-12-31'],
      ['3', '2026', '2026-01-04', '2026-01-06'],
    ]);
  });

  it('is asked under the rules of its first day, so that the same question has the same receipt on any day', () => {
    expect(ask(workingDays, { from: '2025-06-09', days: 5 }).ruleBook.query.on).toBe('2025-06-09');
  });

  it.each([
    ['no day off', { daysOff: [], makeUpWorkdays: [] }, '2024-10-07'],
    ['days off alone', { daysOff: ['2024-10-01'] }, '2024-10-08'],
    ['workdays alone', { makeUpWorkdays: ['2024-10-05'] }, '2024-10-05'],
    ['both', { daysOff: ['2024-10-01', '2024-10-02'], makeUpWorkdays: ['2024-10-06'] }, '2024-10-08'],
  ])('lists given with the question replace the calendar: %s', (_what, lists, lastDay) => {
    const answer = ask(workingDays, { from: '2024-09-30', days: 5, ...lists });
    expect([answer.lastDay, answer.basis, answer.explanation.citations]).toEqual([lastDay, 'GIVEN', []]);
  });

  it('a simulation needs no recorded year', () => {
    expect(ask(workingDays, { from: '2031-12-30', days: 2, daysOff: ['2032-01-01'] }).lastDay).toBe('2032-01-02');
  });

  it.each([
    [{ from: '2025-06-09', days: 0 }, 'BAD_USER_INPUT', 'days'],
    [{ from: '2025-06-31', days: 5 }, 'BAD_USER_INPUT', 'from'],
    [{ from: '2025-06-09', days: 5, daysOff: ['2025-06-14'], makeUpWorkdays: ['2025-06-14'] }, 'BAD_USER_INPUT', 'makeUpWorkdays[0]'],
    [{ from: '2026-12-28', days: 4 }, 'CALENDAR_YEAR_UNKNOWN', null],
  ])('%j is refused', (question, code, field) => {
    const failure = failureOf(() => ask(workingDays, question));
    expect([failure.code, failure.field]).toEqual([code, field]);
  });
});
