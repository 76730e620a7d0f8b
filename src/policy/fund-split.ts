import { z } from 'zod';
import { fenOfYuan, yuanOfFen } from '../money/whole-fen.js';
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

/** How a payout is divided (Q33). */
export type FundSplitMethod = z.infer<typeof method>;

export interface FundSplitLine {
  readonly payout: string;
  readonly specialAccount: string;
  readonly employmentSubsidy: string;
  /** what the strict reading says: it blocks a payout above a surplus that is not used up */
  readonly status: 'OK' | 'BLOCKED_SURPLUS_INSUFFICIENT';
}

export interface FundSplit {
  readonly method: FundSplitMethod;
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
    let surplus = fenOfYuan(input.specialAccountSurplus);
    const totals = { special: 0n, employment: 0n };
    const lines = input.payouts.map((payout): FundSplitLine => {
      const { special, employment, status } = splitPayout(surplus, fenOfYuan(payout), chosen);
      surplus -= special;
      totals.special += special;
      totals.employment += employment;
      return { payout, specialAccount: yuanOfFen(special), employmentSubsidy: yuanOfFen(employment), status };
    });
    const outcome: FundSplit = {
      method: chosen,
      lines,
      surplusAfter: yuanOfFen(surplus),
      totalSpecialAccount: yuanOfFen(totals.special),
      totalEmploymentSubsidy: yuanOfFen(totals.employment),
    };
    const explanation = step({
      label: bilingual('资金来源：先专账结余，后就业补助资金', 'Funds: special account first, then the employment subsidy fund'),
      rule: ruleVersion(fundSplit),
      operands: [
        operand(bilingual('专账结余', 'Special-account surplus'), input.specialAccountSurplus, 'CNY'),
        operand(bilingual('专账支付', 'From the special account'), outcome.totalSpecialAccount, 'CNY'),
        operand(bilingual('就业补助资金支付', 'From the employment subsidy fund'), outcome.totalEmploymentSubsidy, 'CNY'),
      ],
      result: yuanOfFen(totals.special + totals.employment),
      unit: 'CNY',
      citations: [clauseCitation(book, 'LN2023-36/4.1.14')],
      steps: lines.map(lineStep),
    });
    return { outcome, explanation };
  },
};

/** The parts of one payout, in fen. */
export interface PayoutParts {
  readonly special: bigint;
  readonly employment: bigint;
  readonly status: FundSplitLine['status'];
}

/**
 * Divides one payout, in fen, between a special account with so much left and the employment subsidy fund. Under STRICT_BINARY one fund pays it: a surplus that is not
 * used up but too small blocks it, and then neither fund pays.
 * Source: 辽人社发〔2023〕36号, 四(一)2; Q33
 */
export function splitPayout(surplus: bigint, payout: bigint, chosen: FundSplitMethod): PayoutParts {
  if (chosen === 'STRICT_BINARY' && surplus > 0n && surplus < payout)
    return { special: 0n, employment: 0n, status: 'BLOCKED_SURPLUS_INSUFFICIENT' };
  const special = surplus < payout ? surplus : payout;
  return { special, employment: payout - special, status: 'OK' };
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
    result: yuanOfFen(fenOfYuan(line.specialAccount) + fenOfYuan(line.employmentSubsidy)),
    unit: 'CNY',
  });
