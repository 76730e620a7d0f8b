import { bilingual } from './bilingual.js';
import { requireInForce, REWARD_NOTICE } from './citations.js';
import { step } from './explanation.js';
import { Failure } from './failure.js';
import type { Figure } from './figure.js';
import { shown } from './input.js';
import { REWARD_RULE } from './rewards/reward-rule.js';
import { cappedReward, projectReward } from './rewards/capped-reward.js';
import { fixedReward } from './rewards/fixed-reward.js';
import { floorReward } from './rewards/floor-reward.js';
import { stackedRewards, teamReward, technicianReward } from './rewards/group-rewards.js';
import { monthlyReward } from './rewards/monthly-reward.js';
import { type RewardFacts, rewardInput } from './rewards/reward-input.js';
import { type RewardOutcome, type RewardWorked, rewardOutcome } from './rewards/reward-outcome.js';
import { bothTranches, secondTranche } from './rewards/second-tranche.js';
import { unusedFacts } from './rewards/used-facts.js';
import { type Rule, ruleVersion } from './rule.js';
import type { RuleBook } from './rule-book.js';

export interface RewardEstimate extends RewardOutcome {
  /** the item or group asked for; null for a clause or a stack */
  readonly item: string | null;
  /** the norms that the answer rests on */
  readonly clauses: readonly string[];
  /** facts that were given and that the item does not look at */
  readonly unusedFacts: readonly string[];
}

/**
 * What a reward item, a group of items, a clause without a figure or a stack of items gives under the facts known.
 * A cap or a floor alone never gives an amount. Throws UNKNOWN_REWARD_ITEM, BAD_USER_INPUT.
 * Source: 辽人社函〔2024〕251号, 三 to 十七
 */
export const rewardEstimate: Rule<RewardFacts, RewardEstimate> = {
  ...REWARD_RULE,
  input: rewardInput,
  regionOf: () => null,
  dayOf: (facts) => facts.approvedOn,
  decide(book, facts) {
    const { outcome, figures, steps } = work(book, facts);
    const explanation = step({
      label: bilingual('奖励测算', 'Reward estimate'),
      rule: ruleVersion(rewardEstimate),
      result: outcome.exactAmount ?? outcome.status,
      unit: outcome.exactAmount === null ? 'DECISION' : 'CNY',
      citations: figures.map((figure) => figure.citation),
      steps,
    });
    return {
      outcome: {
        ...outcome,
        item: facts.item,
        clauses: [...new Set(figures.map((figure) => figure.citation.clause))],
        unusedFacts: unusedFacts(facts, figures),
      },
      explanation,
    };
  },
};

function work(book: RuleBook, facts: RewardFacts): RewardWorked {
  const asked = [facts.item, facts.items, facts.clause].filter((part) => part !== null);
  if (asked.length !== 1) {
    throw new Failure(
      'BAD_USER_INPUT',
      bilingual('item、items、clause 应只填一项。', 'Give exactly one of item, items and clause.'),
      'item',
    );
  }
  if (facts.items !== null) {
    const figures = facts.items.flatMap((item, index) => stackedFigures(book, item, `items[${index}]`));
    return stackedRewards(book, figures);
  }
  if (facts.clause !== null) return unspecified(figuresOfClause(book, facts.clause));
  return workItem(book, facts.item ?? '', facts);
}

function workItem(book: RuleBook, item: string, facts: RewardFacts): RewardWorked {
  const members = book.figures('REWARD').filter((figure) => figure.attributes['group'] === item);
  if (members.length > 0 && members.every(({ binding }) => binding === 'UNSPECIFIED')) return unspecified(members);
  const [first, second] = members;
  if (first !== undefined && second !== undefined) return workGroup(book, item, first, second, facts);
  const figure = rewardFigure(book, item, 'item');
  if (figure.binding === 'UNSPECIFIED') return unspecified([figure]);
  if (figure.attributes['dependsOn'] !== undefined) return secondTranche(book, figure, facts);
  if (figure.binding === 'FLOOR') return floorReward(book, figure, facts);
  if (figure.unit === 'PERSON_MONTH') return monthlyReward(book, figure, facts);
  if (figure.unit === 'PROJECT') return projectReward(book, figure, facts);
  return figure.binding === 'CAP' ? cappedReward(book, figure, facts) : fixedReward(book, figure, facts);
}

function workGroup(book: RuleBook, group: string, first: Figure, second: Figure, facts: RewardFacts): RewardWorked {
  if (second.attributes['dependsOn'] === first.key) return bothTranches(book, [first, second], facts);
  return first.binding === 'CAP' ? teamReward(book, first, second, facts) : technicianReward(book, first, second, facts);
}

/** The figures of a stacked item: its own, or those of its group. */
function stackedFigures(book: RuleBook, item: string, field: string): readonly Figure[] {
  const members = book.figures('REWARD').filter((figure) => figure.attributes['group'] === item);
  return members.length > 0 ? members : [rewardFigure(book, item, field)];
}

/** The figure of a reward item in force. Throws UNKNOWN_REWARD_ITEM with the items that are known. */
function rewardFigure(book: RuleBook, item: string, field: string): Figure {
  const figure = book.findFigure('REWARD', item);
  if (figure !== null) return figure;
  const inForce = book.figures('REWARD');
  requireInForce(book, REWARD_NOTICE);
  const known = [
    ...new Set(inForce.flatMap(({ key, attributes }) => [key, ...(attributes['group'] === undefined ? [] : [attributes['group']])])),
  ];
  throw unknownItem(item, field, known);
}

const unknownItem = (item: string, field: string, known: readonly string[]): Failure =>
  new Failure(
    'UNKNOWN_REWARD_ITEM',
    bilingual(
      `${field}：没有奖励项目“${shown(item)}”。可用的有：${known.join('、')}。`,
      `${field}: there is no reward item "${shown(item)}". Known are: ${known.join(', ')}.`,
    ),
    field,
  );

function figuresOfClause(book: RuleBook, clause: string): readonly Figure[] {
  const unspecifiedFigures = book.figures('REWARD').filter(({ binding }) => binding === 'UNSPECIFIED');
  const found = unspecifiedFigures.filter(({ citation, key }) => citation.clause === clause || key === clause);
  if (found.length > 0) return found;
  const known = [...new Set(unspecifiedFigures.map(({ citation }) => citation.clause))];
  throw new Failure(
    'UNKNOWN_REWARD_ITEM',
    bilingual(
      `clause：条款“${shown(clause)}”没有提到未定金额的奖励。可用的有：${known.join('、')}。`,
      `clause: "${shown(clause)}" names no reward without a figure. Known are: ${known.join(', ')}.`,
    ),
    'clause',
  );
}

const unspecified = (figures: readonly Figure[]): RewardWorked => ({
  outcome: rewardOutcome({ status: 'NO_AMOUNT_DEFINED' }),
  figures,
  steps: [],
});
