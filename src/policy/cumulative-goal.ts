import { z } from 'zod';
import { bilingual } from './bilingual.js';
import { operand, step } from './explanation.js';
import { countOrNone, dayText, expects, optional, wholeNumber } from './input.js';
import { type Rule, ruleVersion } from './rule.js';

const FIRST_YEAR = 2000;
const LAST_YEAR = 2100;
const year = wholeNumber(FIRST_YEAR, LAST_YEAR);
const cumulativeInput = z
  .strictObject({ on: optional(dayText), fromYear: year, toYear: year, perYear: countOrNone })
  .refine(({ fromYear, toYear }) => fromYear <= toYear, {
    path: ['toYear'],
    error: expects('截止年份不得早于起始年份', 'a year not before fromYear'),
  });
export type CumulativeGoalInput = z.infer<typeof cumulativeInput>;

export interface CumulativeGoal {
  readonly years: number;
  readonly total: number;
  readonly goal: number;
  readonly meetsGoal: boolean;
  /** the least persons a year that reach the goal */
  readonly minPerYear: number;
}

/**
 * What a steady number of persons a year adds up to, both years included, against the cumulative goal, which is a floor.
 * Source: 辽人社发〔2023〕36号, 二
 */
export const cumulativeGoal: Rule<CumulativeGoalInput, CumulativeGoal> = {
  name: 'cumulativeGoal',
  version: '1',
  input: cumulativeInput,
  regionOf: () => null,
  decide(book, { fromYear, toYear, perYear }) {
    const figure = book.figure('GOAL', 'CUMULATIVE');
    const goal = parseInt(figure.value ?? '', 10);
    const years = toYear - fromYear + 1;
    const total = years * perYear;
    const outcome = { years, total, goal, meetsGoal: total >= goal, minPerYear: Math.ceil(goal / years) };
    const explanation = step({
      label: bilingual('累计培训人数', 'Persons trained in all'),
      rule: ruleVersion(cumulativeGoal),
      operands: [operand(bilingual('年数', 'Years'), years, 'YEARS'), operand(bilingual('每年人数', 'Persons a year'), perYear, 'PERSONS')],
      result: `${total}`,
      unit: 'PERSONS',
      citations: [figure.citation],
    });
    return { outcome, explanation };
  },
};
