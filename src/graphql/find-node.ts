import type { RuleBook } from '../policy/rule-book.js';
import { parseNodeId } from '../policy/node-id.js';
import { assessmentBodyViews } from './types/assessment-body.type.js';
import { measureViews } from './types/measure.type.js';
import type { NodeType } from './types/node.type.js';
import { occupationViews } from './types/occupation.type.js';
import { openQuestionViews } from './types/open-question.type.js';
import { regionViews } from './types/region.type.js';
import { rewardItemViews } from './types/reward-item.type.js';
import { trainingInstitutionViews } from './types/training-institution.type.js';

const VIEWS: ReadonlyMap<string, (book: RuleBook) => ReadonlyMap<string, NodeType>> = new Map<
  string,
  (book: RuleBook) => ReadonlyMap<string, NodeType>
>([
  ['Measure', measureViews],
  ['Region', regionViews],
  ['Occupation', occupationViews],
  ['TrainingInstitution', trainingInstitutionViews],
  ['AssessmentBody', assessmentBodyViews],
  ['RewardItem', rewardItemViews],
  ['OpenQuestion', openQuestionViews],
]);

/** The public object of an opaque id as the rule book knows it, or null. */
export function findNode(book: RuleBook, id: string): NodeType | null {
  const parsed = parseNodeId(id);
  if (parsed === null) return null;
  return VIEWS.get(parsed.typeName)?.(book).get(parsed.key) ?? null;
}
