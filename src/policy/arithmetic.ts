import { z } from 'zod';
import { splitEqually } from '../money/allocate.js';
import { exact, sumOf } from '../money/exact.js';
import { formatFen } from '../money/fen.js';
import { formatYuan, fromTenThousandYuan, roundToFen, yuan } from '../money/yuan.js';
import { bilingual } from './bilingual.js';
import { clauseCitation } from './citations.js';
import { operand, type Step, step } from './explanation.js';
import {
  dayText,
  decimalText,
  expects,
  levelCode,
  listOf,
  MAX_LIST,
  nameText,
  optional,
  percentText,
  wholeNumber,
  yuanText,
} from './input.js';
import { amountReadings, lineAmount } from './payable-amount.js';
import { type Rule, ruleVersion } from './rule.js';
import type { RuleBook } from './rule-book.js';
import { tariffCell } from './tariff.js';

const arithmeticInput = z
  .strictObject({
    on: optional(dayText),
    region: optional(nameText),
    sum: optional(listOf(decimalText, MAX_LIST, 0)),
    override: optional(z.strictObject({ occupation: nameText, level: levelCode, percent: percentText })),
    round: optional(decimalText),
    splitEqually: optional(z.strictObject({ amount: yuanText, parts: wholeNumber(1, MAX_LIST) })),
    tenThousandYuan: optional(decimalText),
  })
  .refine(
    (input) =>
      [input.sum, input.override, input.round, input.splitEqually, input.tenThousandYuan].filter((part) => part !== null).length === 1,
    {
      path: [],
      error: expects(
        'sum、override、round、splitEqually、tenThousandYuan 应只填一项',
        'exactly one of sum, override, round, splitEqually and tenThousandYuan',
      ),
    },
  );
export type ArithmeticInput = z.infer<typeof arithmeticInput>;

export interface Arithmetic {
  readonly operation: 'SUM' | 'OVERRIDE' | 'ROUND' | 'SPLIT_EQUALLY' | 'TEN_THOUSAND_YUAN';
  /** yuan */
  readonly amount: string;
  /** what the percentage adds, for an override */
  readonly extra: string | null;
  /** the parts of an equal split; they sum to the amount */
  readonly parts: readonly string[] | null;
}

type Worked = Arithmetic & { readonly steps: readonly Step[]; readonly rounds: boolean };

/**
 * Exact sums, percentages on top of a tariff amount, rounding HALF_UP to the fen, equal splits that lose no fen, and yuan from 万元.
 * Source: 辽人社发〔2023〕36号, 四(一)2, 七(一); Q10, Q13
 */
export const arithmetic: Rule<ArithmeticInput, Arithmetic> = {
  name: 'arithmetic',
  version: '1',
  input: arithmeticInput,
  regionOf: (input) => input.region,
  decide(book, input) {
    const { steps, rounds, ...outcome } = work(book, input);
    const explanation = step({
      label: LABELS[outcome.operation],
      rule: ruleVersion(arithmetic),
      operands: operandsOf(input),
      result: outcome.amount,
      unit: 'CNY',
      rounding: rounds ? 'HALF_UP_TO_FEN' : 'NONE',
      citations: [clauseCitation(book, 'LN2023-36/7.1.4')],
      steps,
    });
    return { outcome, explanation };
  },
};

const LABELS = {
  SUM: bilingual('求和', 'Sum'),
  OVERRIDE: bilingual('地区调整', 'Regional percentage on top'),
  ROUND: bilingual('四舍五入到分', 'Rounded to the fen'),
  SPLIT_EQUALLY: bilingual('等分，不丢一分', 'Split equally without losing a fen'),
  TEN_THOUSAND_YUAN: bilingual('万元换算为元', 'Yuan from 万元'),
} as const;

const plain = { extra: null, parts: null, steps: [], rounds: false } as const;

function work(book: RuleBook, input: ArithmeticInput): Worked {
  if (input.sum !== null) return { ...plain, operation: 'SUM', amount: formatYuan(roundToFen(sumOf(input.sum.map(exact)))), rounds: true };
  if (input.override !== null) return workOverride(book, input.override);
  if (input.splitEqually !== null) {
    const { amount, parts } = input.splitEqually;
    return { ...plain, operation: 'SPLIT_EQUALLY', amount, parts: splitEqually(yuan(amount), parts).map(formatYuan) };
  }
  if (input.tenThousandYuan !== null)
    return { ...plain, operation: 'TEN_THOUSAND_YUAN', amount: formatYuan(fromTenThousandYuan(input.tenThousandYuan)), rounds: true };
  return { ...plain, operation: 'ROUND', amount: formatYuan(roundToFen(exact(input.round ?? '0'))), rounds: true };
}

function workOverride(book: RuleBook, asked: NonNullable<ArithmeticInput['override']>): Worked {
  const cell = tariffCell(book, asked.occupation, asked.level, 'override.occupation');
  const facts = { headCount: 1, certifiedHours: null, onlineHours: null };
  const base = lineAmount(cell, facts, amountReadings(book));
  const raised = lineAmount(cell, { ...facts, overridePercent: asked.percent }, amountReadings(book));
  const extra = formatFen(raised.amount - base.amount);
  return { ...plain, operation: 'OVERRIDE', amount: formatFen(raised.amount), extra, steps: [base.step, raised.step] };
}

function operandsOf(input: ArithmeticInput) {
  const value = bilingual('数值', 'Value');
  if (input.sum !== null) return input.sum.map((amount) => operand(value, amount, 'CNY'));
  if (input.splitEqually !== null)
    return [operand(value, input.splitEqually.amount, 'CNY'), operand(bilingual('份数', 'Parts'), input.splitEqually.parts, 'COUNT')];
  if (input.override !== null) return [operand(bilingual('百分比', 'Percentage'), input.override.percent, 'PERCENT')];
  if (input.tenThousandYuan !== null) return [operand(bilingual('万元', 'Ten thousand yuan'), input.tenThousandYuan, 'COUNT')];
  return [operand(value, input.round ?? '', 'CNY')];
}
