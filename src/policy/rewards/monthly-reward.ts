import { type Exact, exact, lesser } from '../../money/exact.js';
import { formatYuan, roundToFen, yuan } from '../../money/yuan.js';
import { bilingual } from '../bilingual.js';
import { Failure } from '../failure.js';
import type { Figure } from '../figure.js';
import { shown } from '../input.js';
import type { RuleBook } from '../rule-book.js';
import { capIsAmount } from './capped-reward.js';
import { amountOf, timesStep } from './reward-figures.js';
import type { RewardFacts } from './reward-input.js';
import { notGranted, type RewardWorked, rewardOutcome } from './reward-outcome.js';
import { readingOf } from '../readings.js';

/**
 * A subsidy capped per person and month (每人每月最高): persons x months x the smaller of approved rate and cap. The months are asked for: the notice names none.
 * Source: 辽人社函〔2024〕251号, 十; Q68
 */
export function monthlyReward(book: RuleBook, figure: Figure, facts: RewardFacts): RewardWorked {
  const persons = facts.persons ?? facts.count ?? 1;
  const cap = amountOf(figure);
  const perMonth = cap.times(exact(persons));
  const maxAmountPerMonth = formatYuan(perMonth);
  const perMonthStep = timesStep(figure, [['人数', 'Persons', `${persons}`]], perMonth);
  const worked = (outcome: RewardWorked['outcome'], steps = [perMonthStep]): RewardWorked => ({ outcome, figures: [figure], steps });
  if (facts.conditionsMet === false) return worked(notGranted(['CONDITION_NOT_MET'], { maxAmountPerMonth }));
  if (facts.months === null) return worked(rewardOutcome({ status: 'NEEDS_MONTHS', maxAmountPerMonth }));
  const months = countedMonths(book, facts.months);
  const most = roundToFen(perMonth.times(months));
  const maxAmount = formatYuan(most);
  const rate = facts.approvedRate ?? (capIsAmount(book) ? formatYuan(cap) : null);
  if (rate === null) return worked(rewardOutcome({ status: 'NEEDS_APPROVED_AMOUNT', maxAmount, maxAmountPerMonth }));
  const paid = roundToFen(lesser(yuan(rate), cap).times(exact(persons)).times(months));
  const outcome = rewardOutcome({ exactAmount: formatYuan(paid), maxAmount, maxAmountPerMonth, isCapped: yuan(rate).greaterThan(cap) });
  return worked(outcome, [
    perMonthStep,
    timesStep(
      figure,
      [
        ['人数', 'Persons', `${persons}`],
        ['月数', 'Months', months.toFixed()],
        ['批准标准', 'Approved rate', rate],
      ],
      paid,
    ),
  ]);
}

function countedMonths(book: RuleBook, text: string): Exact {
  const months = exact(text);
  const reading = readingOf(book, 'reward.months');
  if (months.isInteger() || reading === 'PRO_RATA_MONTHS') return months;
  if (reading === 'ROUND_UP_MONTHS') return months.ceil();
  throw new Failure(
    'BAD_USER_INPUT',
    bilingual(
      `months：应为整月数，收到的是 ${shown(text)}。不足一个月的折算办法尚未规定（Q68）。`,
      `months: expected whole months; found ${shown(text)}. How part of a month counts is not settled (Q68).`,
    ),
    'months',
  );
}
