import { type Exact, ZERO } from '../../money/exact.js';
import { formatYuan } from '../../money/yuan.js';
import { bilingual } from '../bilingual.js';
import { correspondingDayAfterYears } from '../calendar-day.js';
import { operand, type Step, step } from '../explanation.js';
import type { Figure } from '../figure.js';
import { ruleVersion } from '../rule.js';
import type { RuleBook } from '../rule-book.js';
import { amountOf, timesStep } from './reward-figures.js';
import type { RewardFacts } from './reward-input.js';
import {
  notGranted,
  type RewardNotice,
  type RewardOutcome,
  type RewardReason,
  type RewardWorked,
  rewardOutcome,
} from './reward-outcome.js';
import { REWARD_RULE } from './reward-rule.js';

/**
 * The second tranche of a national platform: the first one received, a result recognised by the last day, at provincial level or above.
 * The last day is the corresponding day three years after the approval, included (Q72). A fact that is not known leaves the amount open.
 * Source: 辽人社函〔2024〕251号, 十三
 */
export function secondTranche(book: RuleBook, figure: Figure, facts: RewardFacts): RewardWorked {
  const limit = book.figure('REWARD_LIMIT', `${figure.key}/YEARS`);
  const deadline = facts.approvedOn === null ? null : correspondingDayAfterYears(facts.approvedOn, parseInt(limit.value ?? '', 10));
  const steps = deadline === null ? [] : [deadlineStep(facts.approvedOn ?? '', limit, deadline)];
  const known = { deadline, notices: triggerNotices(figure, facts.approvedOn) };
  const figures = [figure, limit];
  const reasons = unmet(facts, deadline);
  if (reasons.length > 0) return { outcome: notGranted(reasons, known), figures, steps };
  const isKnown = deadline !== null && facts.recognisedOn !== null && facts.isRecogniserProvincialOrAbove !== null;
  const amount = formatYuan(amountOf(figure));
  if (!isKnown) return { outcome: rewardOutcome({ ...known, status: 'NEEDS_RECOGNITION', maxAmount: amount }), figures, steps };
  return { outcome: rewardOutcome({ ...known, exactAmount: amount }), figures, steps: [...steps, onceStep(figure, amountOf(figure))] };
}

/**
 * Both tranches of one platform together. The second counts where it is included, and is looked at like one asked for alone as soon as a fact about it is given.
 * Source: 辽人社函〔2024〕251号, 十三
 */
export function bothTranches(book: RuleBook, [first, second]: readonly [first: Figure, second: Figure], facts: RewardFacts): RewardWorked {
  const figures = [first, second];
  const base = amountOf(first);
  const maxAmount = formatYuan(base.plus(amountOf(second)));
  if (facts.conditionsMet === false) return { outcome: notGranted(['CONDITION_NOT_MET'], { maxAmount }), figures, steps: [] };
  const later = laterTranche(book, second, facts);
  const steps = [onceStep(first, base)];
  if (later.exactAmount === null) {
    return { outcome: { ...later, minAmount: formatYuan(base), maxAmount, parts: [formatYuan(base)] }, figures, steps };
  }
  const isGranted = later.exactAmount !== formatYuan(ZERO);
  const exactAmount = isGranted ? maxAmount : formatYuan(base);
  const outcome: RewardOutcome = { ...later, status: 'DETERMINED', exactAmount, maxAmount, parts: [formatYuan(base), later.exactAmount] };
  return { outcome, figures, steps: isGranted ? [...steps, onceStep(second, amountOf(second))] : steps };
}

function laterTranche(book: RuleBook, second: Figure, facts: RewardFacts): RewardOutcome {
  if (facts.includesSecondTranche !== true) return rewardOutcome({ exactAmount: formatYuan(ZERO) });
  const said = [facts.approvedOn, facts.recognisedOn, facts.isFirstTranchePaid, facts.isRecogniserProvincialOrAbove];
  if (said.every((fact) => fact === null)) return rewardOutcome({ exactAmount: formatYuan(amountOf(second)) });
  return secondTranche(book, second, { ...facts, isFirstTranchePaid: facts.isFirstTranchePaid ?? true }).outcome;
}

const onceStep = (figure: Figure, amount: Exact): Step => timesStep(figure, [['次数', 'Times', '1']], amount);

const deadlineStep = (approvedOn: string, limit: Figure, deadline: string): Step =>
  step({
    label: bilingual('最迟认定日期', 'Last day of recognition'),
    rule: ruleVersion(REWARD_RULE),
    operands: [
      operand(bilingual('批准日期', 'Approved on'), approvedOn, 'DAY'),
      operand(bilingual('期限', 'Years'), limit.value ?? '', 'YEARS'),
    ],
    result: deadline,
    unit: 'DAY',
    citations: [limit.citation],
  });

function unmet(facts: RewardFacts, deadline: string | null): RewardReason[] {
  const reasons: RewardReason[] = [];
  if (facts.conditionsMet === false) reasons.push('CONDITION_NOT_MET');
  if (facts.isFirstTranchePaid !== true) reasons.push('FIRST_TRANCHE_MISSING');
  if (deadline !== null && facts.recognisedOn !== null && facts.recognisedOn > deadline) reasons.push('TOO_LATE');
  if (facts.isRecogniserProvincialOrAbove === false) reasons.push('RECOGNISER_TOO_LOW');
  return reasons;
}

const triggerNotices = ({ citation: { validFrom, validTo } }: Figure, day: string | null): readonly RewardNotice[] =>
  day !== null && ((validFrom !== null && day < validFrom) || (validTo !== null && day > validTo)) ? ['TRIGGER_OUTSIDE_PERIOD'] : [];
