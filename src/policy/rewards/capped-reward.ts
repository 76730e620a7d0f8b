import { exact, sumOf } from '../../money/exact.js';
import { formatYuan, yuan } from '../../money/yuan.js';
import type { Figure } from '../figure.js';
import type { RuleBook } from '../rule-book.js';
import { amountOf, capped, timesCount, timesStep } from './reward-figures.js';
import type { RewardFacts } from './reward-input.js';
import { notGranted, type RewardWorked, rewardOutcome } from './reward-outcome.js';
import { readingOf } from '../readings.js';

/** Q62: whether a cap alone is an amount. By default it is not. */
export const capIsAmount = (book: RuleBook): boolean => readingOf(book, 'reward.capNeedsApproval') === 'CAP_IS_AMOUNT';

/**
 * A reward with a cap (最高, 不超过): the smaller of what was approved and count x cap; without an approved amount there is none.
 * Source: 辽人社函〔2024〕251号, 四, 六, 八, 十二
 */
export function cappedReward(book: RuleBook, figure: Figure, facts: RewardFacts): RewardWorked {
  const count = facts.count ?? 1;
  const cap = timesCount(figure, count);
  const maxAmount = formatYuan(cap);
  if (facts.conditionsMet === false) return { outcome: notGranted(['CONDITION_NOT_MET'], { maxAmount }), figures: [figure], steps: [] };
  const capStep = timesStep(figure, [['数量', 'Count', `${count}`]], cap);
  const approved = facts.approvedAmount ?? (capIsAmount(book) ? maxAmount : null);
  if (approved === null)
    return { outcome: rewardOutcome({ status: 'NEEDS_APPROVED_AMOUNT', maxAmount }), figures: [figure], steps: [capStep] };
  const paid = capped(figure, yuan(approved), cap);
  const outcome = rewardOutcome({ exactAmount: formatYuan(paid.amount), maxAmount, isCapped: paid.isCapped });
  return { outcome, figures: [figure], steps: [capStep, paid.step] };
}

/**
 * Project money with a cap for each project: every approved amount is capped by itself.
 * Source: 辽人社函〔2024〕251号, 十三
 */
export function projectReward(book: RuleBook, figure: Figure, facts: RewardFacts): RewardWorked {
  const approved = facts.approvedAmounts ?? (facts.approvedAmount === null ? [] : [facts.approvedAmount]);
  if (facts.conditionsMet === false || approved.length === 0) return cappedReward(book, figure, { ...facts, approvedAmount: null });
  const parts = approved.map((amount) => capped(figure, yuan(amount), amountOf(figure)));
  const outcome = rewardOutcome({
    exactAmount: formatYuan(sumOf(parts.map(({ amount }) => amount))),
    maxAmount: formatYuan(amountOf(figure).times(exact(approved.length))),
    parts: parts.map(({ amount }) => formatYuan(amount)),
    isCapped: parts.some(({ isCapped }) => isCapped),
  });
  return { outcome, figures: [figure], steps: parts.map((part) => part.step) };
}
