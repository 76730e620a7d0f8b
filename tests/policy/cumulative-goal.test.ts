import { cumulativeGoal } from '../../src/policy/cumulative-goal.js';
import { ask, failureOf } from './harness.js';

describe('the cumulative goal of 20,000 by 2030 (辽人社发〔2023〕36号, 二)', () => {
  it.each([
    [2024, 2030, 3000, 7, 21_000, true, 2858],
    [2024, 2030, 2857, 7, 19_999, false, 2858],
    [2024, 2030, 2858, 7, 20_006, true, 2858],
    [2023, 2030, 2500, 8, 20_000, true, 2500],
    [2024, 2024, 0, 1, 0, false, 20_000],
  ])('%d to %d, %d a year', (fromYear, toYear, perYear, years, total, meetsGoal, minPerYear) => {
    expect(ask(cumulativeGoal, { fromYear, toYear, perYear })).toMatchObject({ years, total, goal: 20_000, meetsGoal, minPerYear });
  });

  it('cannot end before it begins', () => {
    expect(failureOf(() => ask(cumulativeGoal, { fromYear: 2030, toYear: 2024, perYear: 1 })).field).toBe('toYear');
  });
});
