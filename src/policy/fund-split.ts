import { z } from 'zod';
import { type Exact, lesser, sumOf } from '../money/exact.js';
import { formatYuan, yuan } from '../money/yuan.js';
import { bilingual } from './bilingual.js';
import { clauseCitation, requireInForce, TRAINING_NOTICE } from './citations.js';
import { operand, type Step, step } from './explanation.js';
import { dayText, expects, listOf, MAX_LIST, optional, yuanText } from './input.js';
import { type Rule, ruleVersion } from './rule.js';
import { readingOf } from './readings.js';

const method = z.enum(['WATERFALL', 'STRICT_BINARY'], { error: expects('应为 WATERFALL 或 STRICT_BINARY', 'WATERFALL or STRICT_BINARY') });
const fundSplitInput = z.strictObject({
  on: optional(dayText),
  method: optional(method),
  specialAccountSurplus: yuanText,
  payouts: listOf(yuanText, MAX_LIST, 0),
});
export type FundSplitInput = z.infer<typeof fundSplitInput>;

export interface FundSplitLine {
  readonly payout: string;
  readonly specialAccount: string;
  readonly employmentSubsidy: string;
  /** what the strict reading says: it blocks a payout above a surplus that is not used up */
  readonly status: 'OK' | 'BLOCKED_SURPLUS_INSUFFICIENT';
}

export interface FundSplit {
  readonly method: 'WATERFALL' | 'STRICT_BINARY';
  readonly lines: readonly FundSplitLine[];
  readonly surplusAfter: string;
  readonly totalSpecialAccount: string;
  readonly totalEmploymentSubsidy: string;
}

/**
 * Which fund pays which part of each payout, in the order given: the special-account surplus first, then the employment subsidy fund.
 * The method is that of the question, else the reading in force of Q33. A blocked payout draws on neither fund.
 * Source: 辽人社发〔2023〕36号, 四(一)2
 */
export const fundSplit: Rule<FundSplitInput, FundSplit> = {
  name: 'fundSplit',
  version: '1',
  input: fundSplitInput,
  regionOf: () => null,
  decide(book, input) {
    requireInForce(book, TRAINING_NOTICE);
    const chosen = input.method ?? readingOf(book, 'fund.split');
    let surplus = yuan(input.specialAccountSurplus);
    const lines = input.payouts.map((payout): FundSplitLine => {
      const parts = splitOne(surplus, yuan(payout), chosen);
      surplus = surplus.minus(parts.special);
      return { payout, specialAccount: formatYuan(parts.special), employmentSubsidy: formatYuan(parts.employment), status: parts.status };
    });
    const outcome: FundSplit = {
      method: chosen,
      lines,
      surplusAfter: formatYuan(surplus),
      totalSpecialAccount: formatYuan(sumOf(lines.map((line) => yuan(line.specialAccount)))),
      totalEmploymentSubsidy: formatYuan(sumOf(lines.map((line) => yuan(line.employmentSubsidy)))),
    };
    const explanation = step({
      label: bilingual('资金来源：先专账结余，后就业补助资金', 'Funds: special account first, then the employment subsidy fund'),
      rule: ruleVersion(fundSplit),
      operands: [
        operand(bilingual('专账结余', 'Special-account surplus'), input.specialAccountSurplus, 'CNY'),
        operand(bilingual('专账支付', 'From the special account'), outcome.totalSpecialAccount, 'CNY'),
        operand(bilingual('就业补助资金支付', 'From the employment subsidy fund'), outcome.totalEmploymentSubsidy, 'CNY'),
      ],
      result: formatYuan(yuan(outcome.totalSpecialAccount).plus(yuan(outcome.totalEmploymentSubsidy))),
      unit: 'CNY',
      citations: [clauseCitation(book, 'LN2023-36/4.1.14')],
      steps: lines.map(lineStep),
    });
    return { outcome, explanation };
  },
};

function splitOne(
  surplus: Exact,
  payout: Exact,
  chosen: FundSplit['method'],
): { special: Exact; employment: Exact; status: FundSplitLine['status'] } {
  const none = payout.minus(payout);
  if (chosen === 'STRICT_BINARY' && surplus.greaterThan(none) && surplus.lessThan(payout)) {
    return { special: none, employment: none, status: 'BLOCKED_SURPLUS_INSUFFICIENT' };
  }
  const special = lesser(surplus, payout);
  return { special, employment: payout.minus(special), status: 'OK' };
}

const lineStep = (line: FundSplitLine): Step =>
  step({
    label:
      line.status === 'OK'
        ? bilingual('一笔拨付', 'One payout')
        : bilingual('一笔拨付，因结余不足暂停', 'One payout, blocked: the surplus is too small'),
    rule: ruleVersion(fundSplit),
    operands: [
      operand(bilingual('拨付金额', 'Payout'), line.payout, 'CNY'),
      operand(bilingual('专账支付', 'From the special account'), line.specialAccount, 'CNY'),
      operand(bilingual('就业补助资金支付', 'From the employment subsidy fund'), line.employmentSubsidy, 'CNY'),
    ],
    result: formatYuan(yuan(line.specialAccount).plus(yuan(line.employmentSubsidy))),
    unit: 'CNY',
  });
