import { exact, sumOf } from '../../money/exact.js';
import { formatYuan, yuan } from '../../money/yuan.js';
import type { Figure } from '../figure.js';
import type { RuleBook } from '../rule-book.js';
import { capIsAmount } from './capped-reward.js';
import { amountOf, capped, timesCount, timesStep } from './reward-figures.js';
import type { RewardFacts } from './reward-input.js';
import { notGranted, type RewardWorked, rewardOutcome } from './reward-outcome.js';
import { readingOf } from '../readings.js';

/**
 * Training of technicians and senior technicians, each with its own figure per person. Senior workers are named without one, so a list with them has no amount.
 * Source: 辽人社函〔2024〕251号, 五; Q70
 */
export function technicianReward(book: RuleBook, technician: Figure, seniorTechnician: Figure, facts: RewardFacts): RewardWorked {
  const isWorkerPriced = readingOf(book, 'reward.seniorWorker') === 'TECHNICIAN_RATE';
  const workers = facts.seniorWorkers ?? 0;
  const lines = [
    { figure: technician, heads: (facts.technicians ?? 0) + (isWorkerPriced ? workers : 0) },
    { figure: seniorTechnician, heads: facts.seniorTechnicians ?? 0 },
  ].map(({ figure, heads }) => {
    const amount = timesCount(figure, heads);
    return { amount, step: timesStep(figure, [['人数', 'Persons', `${heads}`]], amount) };
  });
  const known = { parts: lines.map(({ amount }) => formatYuan(amount)) };
  const isUndefined = workers > 0 && !isWorkerPriced;
  const outcome =
    facts.conditionsMet === false
      ? notGranted(['CONDITION_NOT_MET'])
      : isUndefined
        ? rewardOutcome({ ...known, status: 'NO_AMOUNT_DEFINED' })
        : rewardOutcome({ ...known, exactAmount: formatYuan(sumOf(lines.map(({ amount }) => amount))) });
  return { outcome, figures: [technician, seniorTechnician], steps: lines.map((line) => line.step) };
}

/**
 * An innovation team: research funds and reward, each under its own cap.
 * Source: 辽人社函〔2024〕251号, 六
 */
export function teamReward(book: RuleBook, research: Figure, reward: Figure, facts: RewardFacts): RewardWorked {
  const count = facts.count ?? 1;
  const caps = [timesCount(research, count), timesCount(reward, count)] as const;
  const maxAmount = formatYuan(sumOf([...caps]));
  const figures = [research, reward];
  if (facts.conditionsMet === false) return { outcome: notGranted(['CONDITION_NOT_MET'], { maxAmount }), figures, steps: [] };
  const fallback = (cap: (typeof caps)[0]) => (capIsAmount(book) ? formatYuan(cap) : null);
  const researchApproved = facts.researchAmount ?? fallback(caps[0]);
  const rewardApproved = facts.rewardAmount ?? fallback(caps[1]);
  if (researchApproved === null || rewardApproved === null)
    return { outcome: rewardOutcome({ status: 'NEEDS_APPROVED_AMOUNT', maxAmount }), figures, steps: [] };
  const parts = [capped(research, yuan(researchApproved), caps[0]), capped(reward, yuan(rewardApproved), caps[1])];
  const outcome = rewardOutcome({
    exactAmount: formatYuan(sumOf(parts.map(({ amount }) => amount))),
    maxAmount,
    parts: parts.map(({ amount }) => formatYuan(amount)),
    isCapped: parts.some(({ isCapped }) => isCapped),
  });
  return { outcome, figures, steps: parts.map((part) => part.step) };
}

/**
 * Several rewards for one subject and event. No clause says whether they add up: the sum is shown as an upper bound and left to people (Q65).
 * Source: 辽人社函〔2024〕251号 (silent)
 */
export function stackedRewards(book: RuleBook, figures: readonly Figure[]): RewardWorked {
  const hasBound = figures.every(({ value, binding, unit }) => value !== null && binding !== 'FLOOR' && unit !== 'PERSON_MONTH');
  const amounts = figures.map((figure) => (figure.value === null ? exact(0) : amountOf(figure)));
  const sum = formatYuan(sumOf(amounts));
  const reading = readingOf(book, 'reward.stacking');
  const decided =
    reading === 'SUM'
      ? sum
      : reading === 'HIGHEST_ONLY'
        ? formatYuan(amounts.reduce((a, b) => (b.greaterThan(a) ? b : a), exact(0)))
        : null;
  const isOpen = decided === null || figures.some(({ binding }) => binding !== 'FIXED');
  const outcome = rewardOutcome({
    status: isOpen ? 'NEEDS_STACKING_DECISION' : 'DETERMINED',
    exactAmount: isOpen ? null : decided,
    upperBound: hasBound ? sum : null,
  });
  return {
    outcome,
    figures,
    steps: figures.filter(({ value }) => value !== null).map((figure) => timesStep(figure, [['次数', 'Times', '1']], amountOf(figure))),
  };
}
