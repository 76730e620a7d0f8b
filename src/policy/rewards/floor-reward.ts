import { exact } from '../../money/exact.js';
import { formatYuan, yuan } from '../../money/yuan.js';
import type { Figure } from '../figure.js';
import type { RuleBook } from '../rule-book.js';
import { amountOf, timesStep } from './reward-figures.js';
import type { RewardFacts } from './reward-input.js';
import { notGranted, type RewardWorked, rewardOutcome } from './reward-outcome.js';
import { readingOf } from '../readings.js';

/**
 * A subsidy with a floor (不少于) per person and year: the approved rate decides, and it may not be below the floor.
 * Source: 辽人社函〔2024〕251号, 四; Q63
 */
export function floorReward(book: RuleBook, figure: Figure, facts: RewardFacts): RewardWorked {
  const persons = facts.persons ?? facts.count ?? 1;
  const years = facts.years ?? 1;
  const personYears = exact(persons).times(exact(years));
  const floor = amountOf(figure).times(personYears);
  const minAmount = formatYuan(floor);
  const counts = [
    ['人数', 'Persons', `${persons}`],
    ['年数', 'Years', `${years}`],
  ] as const;
  const steps = [timesStep(figure, counts, floor)];
  const worked = (outcome: RewardWorked['outcome']): RewardWorked => ({ outcome, figures: [figure], steps });
  if (facts.conditionsMet === false) return worked(notGranted(['CONDITION_NOT_MET']));
  if (facts.approvedRate === null) {
    const isRate = readingOf(book, 'reward.floorNeedsRate') === 'FLOOR_IS_RATE';
    return worked(isRate ? rewardOutcome({ exactAmount: minAmount, minAmount }) : rewardOutcome({ status: 'FLOOR_ONLY', minAmount }));
  }
  const rate = yuan(facts.approvedRate);
  if (rate.lessThan(amountOf(figure))) return worked(rewardOutcome({ status: 'BELOW_FLOOR', minAmount }));
  const paid = rate.times(personYears);
  const paidStep = timesStep(figure, [...counts, ['批准标准', 'Approved rate', facts.approvedRate]], paid);
  return { outcome: rewardOutcome({ exactAmount: formatYuan(paid), minAmount }), figures: [figure], steps: [...steps, paidStep] };
}
