import { exact, lesser, ZERO } from '../money/exact.js';
import { formatFen } from '../money/fen.js';
import { formatYuan } from '../money/yuan.js';
import { bilingual } from './bilingual.js';
import { operand, type Step, step } from './explanation.js';
import { Failure } from './failure.js';
import { fundSplit } from './fund-split.js';
import { parseInput, shown } from './input.js';
import type { OpenQuestionEffectInput } from './open-question-facts.js';
import { amountReadings, fallsShort, lineAmount } from './payable-amount.js';
import { isCeiling, quotaRow } from './quota.js';
import { readingOf } from './readings.js';
import { refuseMoreAffected } from './recovery-estimate.js';
import { regionOf } from './regions.js';
import { rewardEstimate } from './reward-estimate.js';
import { ruleVersion } from './rule.js';
import type { RuleBook } from './rule-book.js';
import { tariffCell } from './tariff.js';

/** What facts are worth under the readings of a book: yuan, null where nothing is determined, and the steps to it. */
export interface Worth {
  readonly amount: string | null;
  readonly steps: readonly Step[];
}

/** The rule that the pricing steps belong to, with its version. */
export const EFFECT_RULE = { name: 'openQuestionEffect', version: '1' } as const;

type Pricing = (book: RuleBook, input: OpenQuestionEffectInput) => Worth;

/** How the questions that move money are priced. A question that is not here has no direct yuan difference. Source: open-questions, Q08 to Q68 */
export const PRICINGS: Readonly<Record<string, Pricing>> = {
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
  Q68: rewardedByMonths,
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

const NOTHING: Worth = { amount: formatYuan(ZERO), steps: [] };

const cellOf = (book: RuleBook, input: OpenQuestionEffectInput) =>
  tariffCell(book, need(input, 'occupation'), need(input, 'level'), 'occupation');

function subsidyOfLine(book: RuleBook, input: OpenQuestionEffectInput): Worth {
  const cell = cellOf(book, input);
  const readings = amountReadings(book);
  if (fallsShort(cell, input.certifiedHours, readings)) return NOTHING;
  const overridePercent = readingOf(book, 'amount.cityOverride') === 'PROVINCIAL_REFERENCE' ? null : input.overridePercent;
  const { certifiedHours, onlineHours } = input;
  const { amount, step: line } = lineAmount(
    cell,
    { headCount: input.headCount ?? 1, certifiedHours, onlineHours, overridePercent },
    readings,
  );
  return { amount: formatFen(amount), steps: [line] };
}

function paidNow(book: RuleBook, input: OpenQuestionEffectInput): Worth {
  const specialAccountSurplus = need(input, 'specialAccountSurplus');
  const payouts = [need(input, 'payout')];
  const { explanation } = fundSplit.decide(book, parseInput(fundSplit.input, { specialAccountSurplus, payouts }));
  return { amount: explanation.result, steps: [explanation] };
}

function paidByTraineeRegion(book: RuleBook, input: OpenQuestionEffectInput): Worth {
  const trainee = regionOf(book, need(input, 'region'), 'region');
  const institution = regionOf(book, need(input, 'institutionRegion'), 'institutionRegion');
  const pays = readingOf(book, 'fund.payingRegion') === 'TRAINEE_REGION' || trainee.code === institution.code;
  return pays ? subsidyOfLine(book, input) : NOTHING;
}

function recovered(book: RuleBook, input: OpenQuestionEffectInput): Worth {
  refuseMoreAffected(need(input, 'affectedTrainees'), need(input, 'paidTrainees'));
  const isWholeRun = readingOf(book, 'clawback.scope') === 'WHOLE_CLASS';
  return subsidyOfLine(book, { ...input, headCount: need(input, isWholeRun ? 'paidTrainees' : 'affectedTrainees') });
}

function subsidisedPlaces(book: RuleBook, input: OpenQuestionEffectInput): Worth {
  const row = quotaRow(book, need(input, 'region'), 'region');
  const asked = need(input, 'headCount');
  const free = Math.max(0, row.places - need(input, 'usedPlaces'));
  const heads = isCeiling(book) ? lesser(exact(asked), exact(free)) : exact(asked);
  const cell = cellOf(book, input);
  const amount = formatYuan(cell.amount.times(heads));
  const line = step({
    label: bilingual('可补贴人数 × 每人补贴', 'Subsidised heads x subsidy per trainee'),
    rule: ruleVersion(EFFECT_RULE),
    operands: [
      operand(bilingual('名额', 'Quota'), row.places, 'PERSONS'),
      operand(bilingual('可补贴人数', 'Subsidised heads'), heads.toFixed(), 'PERSONS'),
      operand(bilingual('每人补贴', 'Subsidy per trainee'), formatYuan(cell.amount), 'CNY'),
    ],
    result: amount,
    unit: 'CNY',
    citations: [row.figure.citation, cell.requiredHours.citation, cell.hourlyRate.citation],
  });
  return { amount, steps: [line] };
}

function rewarded(book: RuleBook, input: OpenQuestionEffectInput): Worth {
  const { persons, years, months, approvedRate } = input;
  const facts = parseInput(rewardEstimate.input, { item: need(input, 'item'), persons, years, months, approvedRate });
  const { outcome, explanation } = rewardEstimate.decide(book, facts);
  return { amount: outcome.exactAmount, steps: [explanation] };
}

/** Part of a month is refused under one reading of Q68 and priced under the others: so here a refusal is a reading's answer. */
function rewardedByMonths(book: RuleBook, input: OpenQuestionEffectInput): Worth {
  const asked = { ...input, months: need(input, 'months') };
  try {
    return rewarded(book, asked);
  } catch (error) {
    if (error instanceof Failure && error.field === 'months') return { amount: null, steps: [] };
    throw error;
  }
}
