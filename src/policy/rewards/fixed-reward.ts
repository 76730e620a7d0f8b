import { formatYuan } from '../../money/yuan.js';
import type { Figure } from '../figure.js';
import type { RuleBook } from '../rule-book.js';
import { timesCount, timesStep } from './reward-figures.js';
import type { RewardFacts } from './reward-input.js';
import { notGranted, type RewardReason, type RewardWorked, rewardOutcome } from './reward-outcome.js';
import { readingOf } from '../readings.js';

/**
 * A reward that the notice grants as a fixed figure (给予): count x figure when its conditions hold, else nothing.
 * Source: 辽人社函〔2024〕251号, 三, 六, 十三, 十七
 */
export function fixedReward(book: RuleBook, figure: Figure, facts: RewardFacts): RewardWorked {
  const count = perUnit(book, figure) ? Math.min(facts.count ?? 1, 1) : (facts.count ?? 1);
  const reasons = unmetConditions(book, figure, facts);
  if (reasons.length > 0) return { outcome: notGranted(reasons), figures: [figure], steps: [] };
  const amount = timesCount(figure, count);
  return {
    outcome: rewardOutcome({ exactAmount: formatYuan(amount) }),
    figures: [figure],
    steps: [timesStep(figure, [['数量', 'Count', `${count}`]], amount)],
  };
}

/** Q73: whether a unit that sets up several stations is granted the figure once. */
const perUnit = (book: RuleBook, figure: Figure): boolean => figure.key === 'R-3B' && readingOf(book, 'reward.perStation') === 'PER_UNIT';

function unmetConditions(book: RuleBook, figure: Figure, facts: RewardFacts): RewardReason[] {
  const reasons: RewardReason[] = [];
  if (facts.conditionsMet === false) reasons.push('CONDITION_NOT_MET');
  const rankLimit = book.findFigure('REWARD_LIMIT', `${figure.key}/RANK`);
  if (rankLimit === null) return reasons;
  if (facts.rank === null || facts.rank > parseInt(rankLimit.value ?? '', 10)) reasons.push('RANK_NOT_MET');
  if (facts.isFullTime !== true) reasons.push('NOT_FULL_TIME');
  if (facts.isInLiaoning !== true) reasons.push('NOT_IN_LIAONING');
  return reasons;
}
