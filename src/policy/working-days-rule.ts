import { z } from 'zod';
import { bilingual } from './bilingual.js';
import { yearOf } from './calendar-day.js';
import { operand, type Step, step } from './explanation.js';
import { Failure } from './failure.js';
import { dayText, listOf, MAX_LIST, optional, wholeNumber } from './input.js';
import { type Rule, ruleVersion } from './rule.js';
import type { RuleBook } from './rule-book.js';
import { calendarYear, isWorkingDay, workedDaysAfter, workingDayTest } from './working-days.js';

/** Four years of working days: more than any calendar that was ever published ahead. Ours, not the notices'. */
const MAX_DAYS = 1_000;

const givenDays = optional(listOf(dayText, MAX_LIST, 0));
const workingDaysInput = z.strictObject({
  from: dayText,
  days: wholeNumber(1, MAX_DAYS),
  daysOff: givenDays,
  makeUpWorkdays: givenDays,
});
export type WorkingDaysInput = z.infer<typeof workingDaysInput>;

/** By which calendar: the State Council's as recorded, or days given with the question. */
export type WorkingDayBasis = 'RECORDED' | 'GIVEN';

export interface WorkingDays {
  readonly from: string;
  readonly days: number;
  readonly lastDay: string;
  readonly basis: WorkingDayBasis;
  /** the calendar years in which days were counted, rising */
  readonly years: readonly number[];
}

/**
 * The last day of a period of working days, the first day not counted. As soon as one of the two lists is given, even an empty one, they stand in the
 * place of the recorded calendar: a simulation, for which no year has to be known. Throws CALENDAR_YEAR_UNKNOWN; BAD_USER_INPUT for a day in both lists.
 * Source: 国务院办公厅关于部分节假日安排的通知 (one a year); our design, AMB-50 (docs/decisions/0006-open-questions.md)
 */
export const workingDays: Rule<WorkingDaysInput, WorkingDays> = {
  name: 'workingDays',
  version: '1',
  input: workingDaysInput,
  regionOf: () => null,
  dayOf: ({ from }) => from,
  decide(book, input) {
    const { from, days } = input;
    const basis = input.daysOff === null && input.makeUpWorkdays === null ? 'RECORDED' : 'GIVEN';
    const counted = workedDaysAfter(basis === 'RECORDED' ? (day) => isWorkingDay(book, day) : givenTest(input), from, days);
    const years = [...new Set(counted.map(yearOf))];
    const lastDay = counted.at(-1) ?? from;
    const explanation = step({
      label: bilingual('期间最后一日（首日不计）', 'Last day of the period, the first day not counted'),
      rule: ruleVersion(workingDays),
      operands: [operand(bilingual('首日', 'First day'), from, 'DAY'), operand(bilingual('工作日数', 'Working days'), days, 'COUNT')],
      result: lastDay,
      unit: 'DAY',
      citations: basis === 'RECORDED' ? years.map((year) => calendarYear(book, year).citation) : [],
      steps: years.map((year) => yearStep(book, basis, year, counted)),
    });
    return { outcome: { from, days, lastDay, basis, years }, explanation };
  },
};

function givenTest({ daysOff, makeUpWorkdays }: WorkingDaysInput): (day: string) => boolean {
  const off = daysOff ?? [];
  const made = makeUpWorkdays ?? [];
  const both = made.findIndex((day) => off.includes(day));
  if (both === -1) return workingDayTest(off, made);
  const field = `makeUpWorkdays[${both}]`;
  throw new Failure(
    'BAD_USER_INPUT',
    bilingual(
      `${field}：${made[both] ?? ''} 同时列为放假日和上班日。请只列在其中一处。`,
      `${field}: ${made[both] ?? ''} is listed as a day off and as a workday. List it in one place only.`,
    ),
    field,
  );
}

const yearStep = (book: RuleBook, basis: WorkingDayBasis, year: number, counted: readonly string[]): Step => {
  const ofYear = counted.filter((day) => yearOf(day) === year);
  return step({
    label: bilingual('该年度计入的工作日', 'Working days counted in the year'),
    rule: ruleVersion(workingDays),
    operands: [
      operand(bilingual('年度', 'Year'), year, 'COUNT'),
      operand(bilingual('第一个计入日', 'First day counted'), ofYear[0] ?? '', 'DAY'),
      operand(bilingual('最后计入日', 'Last day counted'), ofYear.at(-1) ?? '', 'DAY'),
    ],
    result: `${ofYear.length}`,
    unit: 'COUNT',
    citations: basis === 'RECORDED' ? [calendarYear(book, year).citation] : [],
  });
};
