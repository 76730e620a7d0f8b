import { formatYuan } from '../../money/yuan.js';
import { bilingual } from '../bilingual.js';
import { correspondingDayAfterYears } from '../calendar-day.js';
import { operand, step } from '../explanation.js';
import type { Figure } from '../figure.js';
import type { RuleBook } from '../rule-book.js';
import { amountOf, timesStep } from './reward-figures.js';
import type { RewardFacts } from './reward-input.js';
import { notGranted, type RewardReason, type RewardWorked, rewardOutcome } from './reward-outcome.js';

/**
 * The second tranche of a national platform: the first one received, a result recognised by the last day, at provincial level or above.
 * The last day is the corresponding day three years after the approval, included (Q72).
 * Source: 辽人社函〔2024〕251号, 十三
 */
export function secondTranche(book: RuleBook, figure: Figure, facts: RewardFacts): RewardWorked {
  const limit = book.figure('REWARD_LIMIT', `${figure.key}/YEARS`);
  const deadline = facts.approvedOn === null ? null : correspondingDayAfterYears(facts.approvedOn, parseInt(limit.value ?? '', 10));
  const deadlineStep = step({
    label: bilingual('最迟认定日期', 'Last day of recognition'),
    rule: 'rewardEstimate@1',
    operands: [
      operand(bilingual('批准日期', 'Approved on'), facts.approvedOn ?? '', 'DAY'),
      operand(bilingual('期限', 'Years'), limit.value ?? '', 'YEARS'),
    ],
    result: deadline ?? '',
    unit: 'DAY',
    citations: [limit.citation],
  });
  const worked = (outcome: RewardWorked['outcome']): RewardWorked => ({ outcome, figures: [figure, limit], steps: [deadlineStep] });
  const reasons = unmet(facts, deadline);
  if (reasons.length > 0) return worked(notGranted(reasons, { deadline }));
  if (facts.recognisedOn === null || deadline === null)
    return worked(rewardOutcome({ status: 'NEEDS_RECOGNITION', deadline, maxAmount: formatYuan(amountOf(figure)) }));
  return worked(rewardOutcome({ exactAmount: formatYuan(amountOf(figure)), deadline }));
}

function unmet(facts: RewardFacts, deadline: string | null): RewardReason[] {
  const reasons: RewardReason[] = [];
  if (facts.conditionsMet === false) reasons.push('CONDITION_NOT_MET');
  if (facts.isFirstTranchePaid !== true) reasons.push('FIRST_TRANCHE_MISSING');
  if (deadline !== null && facts.recognisedOn !== null && facts.recognisedOn > deadline) reasons.push('TOO_LATE');
  if (facts.isRecogniserProvincialOrAbove === false) reasons.push('RECOGNISER_TOO_LOW');
  return reasons;
}

/**
 * Both tranches of one platform together; the second only where it is included.
 * Source: 辽人社函〔2024〕251号, 十三
 */
export function bothTranches(figures: readonly [first: Figure, second: Figure], facts: RewardFacts): RewardWorked {
  const [first, second] = figures;
  const parts = [amountOf(first), facts.includesSecondTranche === true ? amountOf(second) : amountOf(second).times(0)];
  const [one, two] = parts as [(typeof parts)[0], (typeof parts)[0]];
  if (facts.conditionsMet === false) return { outcome: notGranted(['CONDITION_NOT_MET']), figures, steps: [] };
  const outcome = rewardOutcome({
    exactAmount: formatYuan(one.plus(two)),
    maxAmount: formatYuan(amountOf(first).plus(amountOf(second))),
    parts: [formatYuan(one), formatYuan(two)],
  });
  return {
    outcome,
    figures,
    steps: [
      timesStep(first, [['次数', 'Times', '1']], one),
      timesStep(second, [['次数', 'Times', facts.includesSecondTranche === true ? '1' : '0']], two),
    ],
  };
}
