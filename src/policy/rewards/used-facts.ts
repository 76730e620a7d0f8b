import type { Figure } from '../figure.js';
import type { RewardFacts } from './reward-input.js';

type Fact = keyof RewardFacts;

/** What says which reward is meant, not how much it is. */
const SUBJECT: readonly Fact[] = ['on', 'item', 'items', 'clause'];

const OF_GROUP: Readonly<Record<string, readonly Fact[]>> = {
  'R-5C': ['conditionsMet', 'technicians', 'seniorTechnicians', 'seniorWorkers'],
  'R-6E': ['conditionsMet', 'count', 'researchAmount', 'rewardAmount'],
  'R-13AB': ['conditionsMet', 'includesSecondTranche', 'isFirstTranchePaid', 'approvedOn', 'recognisedOn', 'isRecogniserProvincialOrAbove'],
};

function usedBy(figure: Figure): readonly Fact[] {
  if (figure.binding === 'UNSPECIFIED') return [];
  if (figure.attributes['dependsOn'] !== undefined) {
    return ['conditionsMet', 'isFirstTranchePaid', 'approvedOn', 'recognisedOn', 'isRecogniserProvincialOrAbove'];
  }
  if (figure.binding === 'FLOOR') return ['conditionsMet', 'count', 'persons', 'years', 'approvedRate'];
  if (figure.unit === 'PERSON_MONTH') return ['conditionsMet', 'count', 'persons', 'months', 'approvedRate'];
  if (figure.unit === 'PROJECT') return ['conditionsMet', 'count', 'approvedAmount', 'approvedAmounts'];
  if (figure.binding === 'CAP') return ['conditionsMet', 'count', 'approvedAmount'];
  return ['conditionsMet', 'count', 'rank', 'isFullTime', 'isInLiaoning'];
}

/** The facts that were given and that the item does not look at: whoever gave them may have meant another fact or item. */
export function unusedFacts(facts: RewardFacts, figures: readonly Figure[]): readonly string[] {
  const [figure] = figures;
  const used = facts.items !== null || figure === undefined ? [] : (OF_GROUP[facts.item ?? ''] ?? usedBy(figure));
  const known = new Set<Fact>([...SUBJECT, ...used]);
  return (Object.keys(facts) as Fact[]).filter((fact) => facts[fact] !== null && !known.has(fact)).sort();
}
