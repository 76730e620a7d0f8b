import { bilingual } from '../policy/bilingual.js';
import { canonicalStep } from '../policy/explanation.js';
import { Failure } from '../policy/failure.js';
import { parseInput } from '../policy/input.js';
import { type Change, changesBetween, isIntact, type PresentedReceipt, receiptBody } from '../policy/receipt-check.js';
import { ruleVersion } from '../policy/rule.js';
import { type AnyRule, findRule } from '../policy/rules.js';
import type { RuleDesk } from './rule-desk.js';

export interface ReceiptReplay {
  readonly isIntact: boolean;
  /** outcome and steps are what the rules give today for the same input and day */
  readonly holds: boolean;
  readonly isSameRuleBook: boolean;
  readonly isSameRuleVersion: boolean;
  readonly outcomeChanges: readonly Change[];
  readonly explanationChanges: readonly Change[];
}

/**
 * Calculates a receipt's question again under the rules of its day as known now, and says what came out differently.
 * Throws RECEIPT_MALFORMED when the text is no receipt of a rule we have.
 * Source: our design, docs/decisions/0007-receipts.md
 */
export function replayReceipt(desk: RuleDesk, presented: PresentedReceipt): ReceiptReplay {
  const body = receiptBody(presented);
  const rule = ruleOf(body.rule);
  const book = desk.ruleBook({ on: body.ruleBook.on, knownAt: null, region: body.ruleBook.region });
  const again = rule.decide(book, parseInput(rule.input, body.input));
  const intact = isIntact(presented);
  const outcomeChanges = changesBetween(body.outcome, again.outcome);
  const explanationChanges = changesBetween(body.explanation, canonicalStep(again.explanation));
  return {
    isIntact: intact,
    holds: intact && outcomeChanges.length === 0 && explanationChanges.length === 0,
    isSameRuleBook: book.hash === body.ruleBook.hash,
    isSameRuleVersion: ruleVersion(rule) === body.rule,
    outcomeChanges,
    explanationChanges,
  };
}

function ruleOf(version: string): AnyRule {
  const rule = findRule(version.split('@')[0] ?? '');
  if (rule !== null) return rule;
  throw new Failure(
    'RECEIPT_MALFORMED',
    bilingual(`canonical：没有规则 ${version}。`, `canonical: there is no rule ${version}.`),
    'canonical',
  );
}
