import { z } from 'zod';
import { exact, sumOf } from '../money/exact.js';
import { sharePercent } from '../money/percent.js';
import { bilingual } from './bilingual.js';
import { operand, step } from './explanation.js';
import { countOrNone, dayText, listOf, optional, wholeNumber } from './input.js';
import { type Rule, ruleVersion } from './rule.js';

const MAX_YEARS = 100;
const progressInput = z.strictObject({
  on: optional(dayText),
  done: listOf(countOrNone, MAX_YEARS, 0),
  target: optional(wholeNumber(1, 100_000_000)),
  yearsLeft: wholeNumber(1, MAX_YEARS),
});
export type GoalProgressInput = z.infer<typeof progressInput>;

export interface GoalProgress {
  readonly target: number;
  readonly done: number;
  readonly donePercent: string;
  readonly remaining: number;
  /** persons a year from now on, rounded up */
  readonly perYear: number;
}

/**
 * What is left to the cumulative goal and how many persons a year that takes, rounded up. Without a target of its own the question means the printed goal.
 * Source: 辽人社发〔2023〕36号, 二
 */
export const goalProgress: Rule<GoalProgressInput, GoalProgress> = {
  name: 'goalProgress',
  version: '1',
  input: progressInput,
  regionOf: () => null,
  decide(book, input) {
    const goal = book.figure('GOAL', 'CUMULATIVE');
    const target = input.target ?? parseInt(goal.value ?? '', 10);
    const done = parseInt(sumOf(input.done.map((heads) => exact(heads))).toFixed(0), 10);
    const remaining = Math.max(0, target - done);
    const perYear = Math.ceil(remaining / input.yearsLeft);
    const outcome = { target, done, donePercent: sharePercent(exact(done), exact(target)), remaining, perYear };
    const explanation = step({
      label: bilingual('达到累计目标每年需培训', 'Persons a year to reach the goal'),
      rule: ruleVersion(goalProgress),
      operands: [
        operand(bilingual('目标', 'Target'), target, 'PERSONS'),
        operand(bilingual('已完成', 'Done'), done, 'PERSONS'),
        operand(bilingual('剩余年数', 'Years left'), input.yearsLeft, 'YEARS'),
      ],
      result: `${perYear}`,
      unit: 'PERSONS',
      rounding: 'UP_TO_WHOLE',
      citations: [goal.citation],
    });
    return { outcome, explanation };
  },
};
