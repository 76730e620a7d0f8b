import { type Exact, exact, lesser } from '../../money/exact.js';
import { formatYuan, yuan } from '../../money/yuan.js';
import { bilingual } from '../bilingual.js';
import { operand, type Step, step } from '../explanation.js';
import type { Figure } from '../figure.js';
import { ruleVersion } from '../rule.js';
import { REWARD_RULE } from './reward-rule.js';

/** The amount of a reward figure that has one. */
export const amountOf = (figure: Figure): Exact => yuan(figure.value ?? '');

const RULE = ruleVersion(REWARD_RULE);

/** count x figure */
export const timesStep = (figure: Figure, counts: readonly (readonly [zh: string, en: string, value: string])[], result: Exact): Step =>
  step({
    label: bilingual('数量 × 标准', 'Count x figure'),
    rule: RULE,
    operands: [
      ...counts.map(([zh, en, value]) => operand(bilingual(zh, en), value, 'COUNT')),
      operand(bilingual('标准', 'Figure'), figure.value ?? '', 'CNY'),
    ],
    result: formatYuan(result),
    unit: 'CNY',
    citations: [figure.citation],
  });

export interface Capped {
  readonly amount: Exact;
  readonly isCapped: boolean;
  readonly step: Step;
}

/** The smaller of what was approved and the cap. Source: 最高, 不超过 (AMB-29, Q62) */
export function capped(figure: Figure, approved: Exact, cap: Exact): Capped {
  const amount = lesser(approved, cap);
  const isCapped = approved.greaterThan(cap);
  return {
    amount,
    isCapped,
    step: step({
      label: bilingual('批准金额与上限取小', 'The smaller of approved amount and cap'),
      rule: RULE,
      operands: [
        operand(bilingual('批准金额', 'Approved'), formatYuan(approved), 'CNY'),
        operand(bilingual('上限', 'Cap'), formatYuan(cap), 'CNY'),
      ],
      result: formatYuan(amount),
      unit: 'CNY',
      citations: [figure.citation],
    }),
  };
}

export const timesCount = (figure: Figure, count: number): Exact => amountOf(figure).times(exact(count));
