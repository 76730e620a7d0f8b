import { z } from 'zod';
import { apportionFen } from '../money/allocate.js';
import { type Exact, exact, lesser, sumOf, ZERO } from '../money/exact.js';
import { exactFen, timesFen } from '../money/fen.js';
import { formatYuan, yuan } from '../money/yuan.js';
import { bilingual } from './bilingual.js';
import { clauseCitation } from './citations.js';
import { type Explained, operand, type Step, step } from './explanation.js';
import { Failure } from './failure.js';
import { countOrNone, dayText, expects, levelCode, listOf, MAX_LIST, nameText, optional, yuanText } from './input.js';
import { amountReadings, lineAmount } from './payable-amount.js';
import type { ReasonCode } from './reasons.js';
import { type Rule, ruleVersion } from './rule.js';
import type { RuleBook } from './rule-book.js';
import { tariffCell } from './tariff.js';
import { categoryNotices } from './trainee-decision.js';
import { readingOf } from './readings.js';

export const fundSource = z.enum(['SPECIAL_ACCOUNT', 'EMPLOYMENT_SUBSIDY'], {
  error: expects('应为 SPECIAL_ACCOUNT 或 EMPLOYMENT_SUBSIDY', 'SPECIAL_ACCOUNT or EMPLOYMENT_SUBSIDY'),
});
const scope = z.enum(['PERSON', 'CLASS'], { error: expects('应为 PERSON（人员）或 CLASS（班期）', 'PERSON or CLASS') });
const drawn = z.strictObject({ fund: fundSource, amount: yuanText });

const recoveryInput = z.strictObject({
  on: optional(dayText),
  region: optional(nameText),
  occupation: nameText,
  level: levelCode,
  scope,
  paidTrainees: countOrNone,
  affectedTrainees: countOrNone,
  paidFrom: listOf(drawn, MAX_LIST, 0),
});
export type RecoveryEstimateInput = z.infer<typeof recoveryInput>;
type Drawn = z.infer<typeof drawn>;

export interface RecoveryEstimate {
  readonly recovery: string;
  /** what goes back to each fund, the fund used last first; no empty rows */
  readonly refunds: readonly Drawn[];
  readonly remainsPaid: string;
  readonly affectedTrainees: number;
  /** whether what was paid is persons x subsidy per trainee: if not, look at the payout lines before deciding on a part */
  readonly isPaidByTariff: boolean;
  readonly notices: readonly ReasonCode[];
}

/**
 * What a finding makes the institution pay back, and to which fund: the whole amount of the affected persons, or of the run, in reverse order of use.
 * Throws AFFECTED_EXCEEDS_PAID, RECOVERY_EXCEEDS_PAID.
 * Source: 辽人社发〔2023〕36号, 五(一)
 */
export const recoveryEstimate: Rule<RecoveryEstimateInput, RecoveryEstimate> = {
  name: 'recoveryEstimate',
  version: '1',
  input: recoveryInput,
  regionOf: (input) => input.region,
  decide(book, input) {
    const cell = tariffCell(book, input.occupation, input.level, 'occupation');
    refuseMoreAffected(input.affectedTrainees, input.paidTrainees);
    const isWholeRun = input.scope === 'CLASS' || readingOf(book, 'clawback.scope') === 'WHOLE_CLASS';
    const affected = isWholeRun ? input.paidTrainees : input.affectedTrainees;
    const worth = lineAmount(cell, { headCount: affected, certifiedHours: null, onlineHours: null }, amountReadings(book));
    const paid = sumOf(input.paidFrom.map(({ amount }) => yuan(amount)));
    const isPaidByTariff = exactFen(timesFen(worth.perTrainee, input.paidTrainees)).equals(paid);
    const isEverything = isWholeRun || (affected === input.paidTrainees && affected > 0);
    const recovery = isEverything ? paid : exactFen(worth.amount);
    refuseMoreThanPaid(recovery, paid);
    const outcome: RecoveryEstimate = {
      recovery: formatYuan(recovery),
      refunds: refundsOf(book, recovery, input.paidFrom),
      remainsPaid: formatYuan(paid.minus(recovery)),
      affectedTrainees: affected,
      isPaidByTariff,
      notices: categoryNotices(book, true),
    };
    const explanation = step({
      label: bilingual('追回金额', 'Amount to recover'),
      rule: ruleVersion(recoveryEstimate),
      operands: [operand(bilingual('已拨付', 'Paid'), formatYuan(paid), 'CNY')],
      result: outcome.recovery,
      unit: 'CNY',
      citations: [clauseCitation(book, 'LN2023-36/5.1.3'), clauseCitation(book, 'LN2023-36/5.1.4')],
      steps: [isEverything ? paidStep(outcome.recovery) : worth.step, ...outcome.refunds.map((refund) => refundStep(book, refund))],
    });
    return { outcome, explanation } satisfies Explained<RecoveryEstimate>;
  },
};

function refundStep(book: RuleBook, { fund, amount }: Drawn): Step {
  const source = book.findEntry('FUND_SOURCE', fund)?.attributes ?? {};
  const label = bilingual(`退回${source['nameZh'] ?? fund}`, `Back to ${source['nameEn'] ?? fund}`);
  return step({
    label,
    rule: ruleVersion(recoveryEstimate),
    result: amount,
    unit: 'CNY',
    citations: [clauseCitation(book, 'LN2023-36/4.1.14')],
  });
}

const paidStep = (paid: string): Step =>
  step({
    label: bilingual('整个班期已拨付的金额', 'Everything paid for the course run'),
    rule: ruleVersion(recoveryEstimate),
    result: paid,
    unit: 'CNY',
  });

/** Throws AFFECTED_EXCEEDS_PAID where a finding names more persons than were paid for. Source: 辽人社发〔2023〕36号, 五(一) */
export function refuseMoreAffected(affected: number, paid: number): void {
  if (affected <= paid) return;
  throw new Failure(
    'AFFECTED_EXCEEDS_PAID',
    bilingual(
      `受影响 ${affected} 人，已补贴只有 ${paid} 人。请核对违规认定书上的人数。`,
      `${affected} persons are affected but only ${paid} were paid. Check the number against the finding.`,
    ),
    'affectedTrainees',
  );
}

function refuseMoreThanPaid(recovery: Exact, paid: Exact): void {
  if (recovery.lessThanOrEqualTo(paid)) return;
  throw new Failure(
    'RECOVERY_EXCEEDS_PAID',
    bilingual(
      `应追回 ${formatYuan(recovery)} 元，大于已拨付的 ${formatYuan(paid)} 元。请核对 paidFrom 各资金的金额。`,
      `${formatYuan(recovery)} CNY to recover is more than the ${formatYuan(paid)} CNY paid. Check the amounts in paidFrom.`,
    ),
    'paidFrom',
  );
}

function refundsOf(book: RuleBook, recovery: Exact, paidFrom: readonly Drawn[]): Drawn[] {
  const order = readingOf(book, 'clawback.refundOrder');
  if (order === 'PROPORTIONAL') return proportionalRefunds(recovery, paidFrom);
  let left = recovery;
  const refunds: Drawn[] = [];
  for (const { fund, amount } of order === 'ORDER_OF_USE' ? paidFrom : [...paidFrom].reverse()) {
    const part = lesser(left, exact(amount));
    left = left.minus(part);
    if (part.greaterThan(ZERO)) refunds.push({ fund, amount: formatYuan(part) });
  }
  return refunds;
}

/** Shared out by what each fund paid, to the fen, with the largest remainder. */
function proportionalRefunds(recovery: Exact, paidFrom: readonly Drawn[]): Drawn[] {
  if (recovery.isZero()) return [];
  const parts = apportionFen(
    recovery,
    paidFrom.map(({ amount }) => exact(amount)),
  );
  const refunds = paidFrom.map(({ fund }, index) => ({ fund, amount: formatYuan(parts[index] ?? ZERO) }));
  return refunds.filter(({ amount }) => amount !== formatYuan(ZERO));
}
