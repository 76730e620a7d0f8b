import { z } from 'zod';
import { exact, lesser, ZERO } from '../money/exact.js';
import { formatYuan, yuan } from '../money/yuan.js';
import { bilingual } from './bilingual.js';
import { clauseCitation } from './citations.js';
import { operand, step } from './explanation.js';
import { Failure } from './failure.js';
import { fundSplit } from './fund-split.js';
import {
  countOrNone,
  dayText,
  decimalText,
  headCount,
  hoursText,
  levelCode,
  nameText,
  optional,
  parseInput,
  percentText,
  shown,
  wholeNumber,
  yuanText,
} from './input.js';
import type { OpenQuestion } from './rule-archive.js';
import { amountReadings, lineAmount, refusesFewerHours } from './payable-amount.js';
import { isCeiling, quotaRow } from './quota.js';
import { regionOf } from './regions.js';
import { rewardEstimate } from './reward-estimate.js';
import { type Rule, ruleVersion } from './rule.js';
import type { RuleBook } from './rule-book.js';
import { tariffCell } from './tariff.js';

const MAX_YEARS = 100;
const effectInput = z.strictObject({
  on: optional(dayText),
  question: nameText,
  region: optional(nameText),
  occupation: optional(nameText),
  level: optional(levelCode),
  headCount: optional(headCount),
  certifiedHours: optional(hoursText),
  onlineHours: optional(hoursText),
  overridePercent: optional(percentText),
  specialAccountSurplus: optional(yuanText),
  payout: optional(yuanText),
  institutionRegion: optional(nameText),
  paidTrainees: optional(headCount),
  affectedTrainees: optional(headCount),
  usedPlaces: optional(countOrNone),
  item: optional(nameText),
  persons: optional(countOrNone),
  years: optional(wholeNumber(0, MAX_YEARS)),
  months: optional(decimalText),
  approvedRate: optional(yuanText),
});
export type OpenQuestionEffectInput = z.infer<typeof effectInput>;

export interface ReadingEffect {
  readonly reading: string;
  /** yuan; null where nothing is determined under this reading */
  readonly amount: string | null;
  /** yuan against the default reading; what is not determined counts as nothing */
  readonly difference: string;
  readonly isDefault: boolean;
  readonly isInForce: boolean;
}

export interface OpenQuestionEffect {
  readonly question: string;
  readonly key: string;
  readonly readings: readonly ReadingEffect[];
}

/**
 * What each reading of an open question is worth on given facts, in yuan, worked out by the same rules under that reading.
 * Throws UNKNOWN_OPEN_QUESTION, BAD_USER_INPUT naming the fact that the question needs.
 * Source: our design, docs/decisions/0006-open-questions.md
 */
export const openQuestionEffect: Rule<OpenQuestionEffectInput, OpenQuestionEffect> = {
  name: 'openQuestionEffect',
  version: '1',
  input: effectInput,
  regionOf: (input) => input.region,
  decide(book, input) {
    const question = findQuestion(book, input.question);
    const evaluate = EVALUATORS[question.id];
    if (evaluate === undefined) throw noYuanEffect(question);
    const amounts = question.readings.map(({ code }) => ({ code, amount: evaluate(book.reread(question.key, code), input) }));
    const base = amounts.find(({ code }) => code === question.defaultReading)?.amount ?? null;
    const readings = amounts.map(
      ({ code, amount }): ReadingEffect => ({
        reading: code,
        amount,
        difference: formatYuan(exact(amount ?? '0').minus(exact(base ?? '0'))),
        isDefault: code === question.defaultReading,
        isInForce: code === book.reading(question.key),
      }),
    );
    const explanation = step({
      label: question.question,
      rule: ruleVersion(openQuestionEffect),
      operands: readings.map(({ reading, amount }) => operand(bilingual(reading, reading), amount ?? '-', 'CNY')),
      result: readings.map(({ difference }) => difference).join(', '),
      unit: 'CNY',
      citations: question.norms.map((norm) => clauseCitation(book, norm)),
    });
    return { outcome: { question: question.id, key: question.key, readings }, explanation };
  },
};

/** Whether the readings of a question have a yuan difference that `openQuestionEffect` works out. */
export const hasYuanEffect = (id: string): boolean => id in EVALUATORS;

/** The open question of an id such as Q08 or a key such as `amount.payableHours`. Throws UNKNOWN_OPEN_QUESTION. */
export function findQuestion(book: RuleBook, idOrKey: string): OpenQuestion {
  const question = book.openQuestions.find(({ id, key }) => id === idOrKey || key === idOrKey);
  if (question !== undefined) return question;
  throw new Failure(
    'UNKNOWN_OPEN_QUESTION',
    bilingual(
      `question：没有未决问题“${shown(idOrKey)}”。编号和键见 openQuestions。`,
      `question: there is no open question "${shown(idOrKey)}". openQuestions lists ids and keys.`,
    ),
    'question',
  );
}

const noYuanEffect = (question: OpenQuestion): Failure =>
  new Failure(
    'BAD_USER_INPUT',
    bilingual(
      `question：${question.id} 的各种理解不能直接折算成元。可折算的有：${Object.keys(EVALUATORS).join('、')}。`,
      `question: the readings of ${question.id} have no direct yuan difference. These have: ${Object.keys(EVALUATORS).join(', ')}.`,
    ),
    'question',
  );

type Evaluator = (book: RuleBook, input: OpenQuestionEffectInput) => string | null;

const EVALUATORS: Readonly<Record<string, Evaluator>> = {
  Q08: subsidyOfLine,
  Q10: subsidyOfLine,
  Q12: subsidyOfLine,
  Q13: subsidyOfLine,
  Q33: paidNow,
  Q35: paidByTraineeRegion,
  Q41: recovered,
  Q46: subsidisedPlaces,
  Q62: rewarded,
  Q63: rewarded,
  Q68: rewarded,
};

function need<Key extends keyof OpenQuestionEffectInput>(
  input: OpenQuestionEffectInput,
  field: Key,
): NonNullable<OpenQuestionEffectInput[Key]> {
  const value = input[field];
  if (value !== null && value !== undefined) return value as NonNullable<OpenQuestionEffectInput[Key]>;
  throw new Failure(
    'BAD_USER_INPUT',
    bilingual(
      `${field}：测算 ${shown(input.question)} 需要此项。请补充后重试。`,
      `${field}: ${shown(input.question)} cannot be priced without it. Give it and ask again.`,
    ),
    field,
  );
}

const cellOf = (book: RuleBook, input: OpenQuestionEffectInput) =>
  tariffCell(book, need(input, 'occupation'), need(input, 'level'), 'occupation');

function subsidyOfLine(book: RuleBook, input: OpenQuestionEffectInput): string {
  const cell = cellOf(book, input);
  const readings = amountReadings(book);
  const isShort = input.certifiedHours !== null && exact(input.certifiedHours).lessThan(exact(cell.requiredHours.value ?? ''));
  if (isShort && refusesFewerHours(readings)) return formatYuan(ZERO);
  const overridePercent = book.reading('amount.cityOverride') === 'PROVINCIAL_REFERENCE' ? null : input.overridePercent;
  return formatYuan(
    lineAmount(
      cell,
      { headCount: input.headCount ?? 1, certifiedHours: input.certifiedHours, onlineHours: input.onlineHours, overridePercent },
      readings,
    ).amount,
  );
}

function paidNow(book: RuleBook, input: OpenQuestionEffectInput): string {
  const asked = parseInput(fundSplit.input, {
    specialAccountSurplus: need(input, 'specialAccountSurplus'),
    payouts: [need(input, 'payout')],
  });
  const { outcome } = fundSplit.decide(book, asked);
  return formatYuan(yuan(outcome.totalSpecialAccount).plus(yuan(outcome.totalEmploymentSubsidy)));
}

function paidByTraineeRegion(book: RuleBook, input: OpenQuestionEffectInput): string {
  const trainee = regionOf(book, need(input, 'region'), 'region');
  const institution = regionOf(book, need(input, 'institutionRegion'), 'institutionRegion');
  const pays = book.reading('fund.payingRegion') !== 'INSTITUTION_REGION' || trainee.code === institution.code;
  return pays ? subsidyOfLine(book, input) : formatYuan(ZERO);
}

function recovered(book: RuleBook, input: OpenQuestionEffectInput): string {
  const heads = book.reading('clawback.scope') === 'WHOLE_CLASS' ? need(input, 'paidTrainees') : need(input, 'affectedTrainees');
  return subsidyOfLine(book, { ...input, headCount: heads });
}

function subsidisedPlaces(book: RuleBook, input: OpenQuestionEffectInput): string {
  const row = quotaRow(book, need(input, 'region'), 'region');
  const asked = need(input, 'headCount');
  const free = Math.max(0, row.places - need(input, 'usedPlaces'));
  const heads = isCeiling(book) ? lesser(exact(asked), exact(free)) : exact(asked);
  return formatYuan(cellOf(book, input).amount.times(heads));
}

function rewarded(book: RuleBook, input: OpenQuestionEffectInput): string | null {
  const { item, persons, years, months, approvedRate } = input;
  need(input, 'item');
  const facts = parseInput(rewardEstimate.input, { item, persons, years, months, approvedRate });
  try {
    return rewardEstimate.decide(book, facts).outcome.exactAmount;
  } catch (error) {
    if (error instanceof Failure && error.field === 'months') return null; // part of a month: refused under this reading, priced under the others
    throw error;
  }
}
