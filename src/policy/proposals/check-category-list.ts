import { requireInForce, TRAINING_NOTICE } from '../citations.js';
import { refuseProposal } from '../refusals/proposals.js';
import type { Refusal } from '../refusals/refusal.js';
import type { RuleBook } from '../rule-book.js';
import type { CategoryListPayload } from './proposal-payload.js';

/**
 * Why a list of categories cannot be confirmed; empty where it can. Throws RULE_NOT_IN_FORCE for a day before the notice.
 * Source: 辽人社发〔2023〕36号, 四(一)2; Q01
 */
export function categoryListRefusals(book: RuleBook, { categories }: CategoryListPayload): readonly Refusal[] {
  requireInForce(book, TRAINING_NOTICE);
  return categories.flatMap(({ code }, index) =>
    categories.findIndex((other) => other.code === code) < index
      ? [refuseProposal('CATEGORY_TWICE', `categories[${index}].code`, { code })]
      : [],
  );
}
