import { ask } from './harness.js';

const PROGRESS = 'query ($input: GoalProgressInput!) { goalProgress(input: $input) { target done donePercent remaining perYear } }';
const CUMULATIVE = 'query ($input: CumulativeGoalInput!) { cumulativeGoal(input: $input) { years total goal meetsGoal minPerYear } }';

describe('goalProgress: what is left to 20000 persons, persons a year rounded up (二)', () => {
  it.each([
    [
      '2400 and 2700 done, five years left: 14900 / 5',
      { done: [2400, 2700], yearsLeft: 5 },
      { target: 20000, done: 5100, donePercent: '25.50', remaining: 14900, perYear: 2980 },
    ],
    [
      'part of a person is a person: 17143 / 6',
      { done: [2857], yearsLeft: 6 },
      { target: 20000, done: 2857, donePercent: '14.29', remaining: 17143, perYear: 2858 },
    ],
    ['one person short', { done: [19999], yearsLeft: 1 }, { target: 20000, done: 19999, donePercent: '100.00', remaining: 1, perYear: 1 }],
    ['exactly the goal', { done: [20000], yearsLeft: 1 }, { target: 20000, done: 20000, donePercent: '100.00', remaining: 0, perYear: 0 }],
    [
      'more than the goal',
      { done: [12000, 12000], yearsLeft: 3 },
      { target: 20000, done: 24000, donePercent: '120.00', remaining: 0, perYear: 0 },
    ],
    [
      'a target of its own',
      { done: [1], target: 3000, yearsLeft: 1 },
      { target: 3000, done: 1, donePercent: '0.03', remaining: 2999, perYear: 2999 },
    ],
  ])('%s', async (_title, input, goalProgress) => {
    expect(await ask(PROGRESS, { input })).toEqual({ goalProgress });
  });

  it('refuses a question without a year left', async () => {
    await expect(ask(PROGRESS, { input: { done: [0], yearsLeft: 0 } })).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'yearsLeft',
    });
  });
});

describe('cumulativeGoal: both years count, and the goal is a floor (二; Q52)', () => {
  it.each([
    [
      'seven years of 3000',
      { fromYear: 2024, toYear: 2030, perYear: 3000 },
      { years: 7, total: 21000, goal: 20000, meetsGoal: true, minPerYear: 2858 },
    ],
    [
      'one person a year below the break-even: 7 x 2857 = 19999',
      { fromYear: 2024, toYear: 2030, perYear: 2857 },
      { years: 7, total: 19999, goal: 20000, meetsGoal: false, minPerYear: 2858 },
    ],
    [
      'exactly the goal: 8 x 2500',
      { fromYear: 2023, toYear: 2030, perYear: 2500 },
      { years: 8, total: 20000, goal: 20000, meetsGoal: true, minPerYear: 2500 },
    ],
    [
      'one year alone',
      { fromYear: 2030, toYear: 2030, perYear: 19999 },
      { years: 1, total: 19999, goal: 20000, meetsGoal: false, minPerYear: 20000 },
    ],
  ])('%s', async (_title, input, cumulativeGoal) => {
    expect(await ask(CUMULATIVE, { input })).toEqual({ cumulativeGoal });
  });

  it('refuses years in the wrong order', async () => {
    const input = { fromYear: 2030, toYear: 2029, perYear: 1 };
    await expect(ask(CUMULATIVE, { input })).rejects.toMatchObject({ code: 'BAD_USER_INPUT', field: 'toYear' });
  });
});
