import { bilingual } from '../policy/bilingual.js';
import { canonicalStep } from '../policy/explanation.js';
import { Failure } from '../policy/failure.js';
import { parseInput } from '../policy/input.js';
import { type Change, changesBetween, isIntact, type PresentedReceipt, receiptBody } from '../policy/receipt-check.js';
import type { ReceiptBody } from '../policy/receipt.js';
import { ruleVersion } from '../policy/rule.js';
import type { RuleBook } from '../policy/rule-book.js';
import { type AnyRule, findRule } from '../policy/rules.js';
import { dayAsked, type RuleDesk } from './rule-desk.js';

export interface ReceiptReplay {
  /** the hash is that of the text */
  readonly isIntact: boolean;
  /** intact, and the same question gives the same answer by the same steps under the rules of its day as known now */
  readonly holds: boolean;
  /** intact, and so it was under the rules as they were known when its rule book stood; null where no such rule book was ever recorded here */
  readonly heldWhenIssued: boolean | null;
  readonly isSameRuleBook: boolean;
  readonly isSameRuleVersion: boolean;
  readonly outcomeChanges: readonly Change[];
  readonly explanationChanges: readonly Change[];
}

/**
 * Calculates a receipt's question again, under the rules of its day as known now and as known when it was made, and says what comes out differently now.
 * Throws RECEIPT_MALFORMED when the text is no receipt of a rule we have, or names another day or region than its own question.
 * Source: our design, docs/decisions/0007-receipts.md
 */
export function replayReceipt(desk: RuleDesk, presented: PresentedReceipt): ReceiptReplay {
  const body = receiptBody(presented);
  const rule = ruleOf(body.rule);
  const input = parseInput(rule.input, body.input);
  const { on, region, hash } = body.ruleBook;
  const book = desk.ruleBook({ on, region });
  refuseOtherRules(desk, rule, input, body);
  const intact = isIntact(presented);
  const { outcomeChanges, explanationChanges } = changesUnder(rule, book, input, body);
  const issuedUnder = desk.ruleBookOfHash(on, region, hash);
  return {
    isIntact: intact,
    holds: intact && isSame(outcomeChanges, explanationChanges),
    heldWhenIssued: issuedUnder && intact && isUnchangedUnder(rule, issuedUnder, input, body),
    isSameRuleBook: book.hash === hash,
    isSameRuleVersion: ruleVersion(rule) === body.rule,
    outcomeChanges,
    explanationChanges,
  };
}

function changesUnder(rule: AnyRule, book: RuleBook, input: unknown, body: ReceiptBody) {
  const again = rule.decide(book, input);
  return {
    outcomeChanges: changesBetween(body.outcome, again.outcome),
    explanationChanges: changesBetween(body.explanation, canonicalStep(again.explanation)),
  };
}

const isSame = (...changes: readonly (readonly Change[])[]): boolean => changes.every(({ length }) => length === 0);

function isUnchangedUnder(rule: AnyRule, book: RuleBook, input: unknown, body: ReceiptBody): boolean {
  const { outcomeChanges, explanationChanges } = changesUnder(rule, book, input, body);
  return isSame(outcomeChanges, explanationChanges);
}

/** A receipt is asked under the rules that its own question names: another day or region would be a forgery with a fitting hash. */
function refuseOtherRules(desk: RuleDesk, rule: AnyRule, input: unknown, { ruleBook }: ReceiptBody): void {
  const region = rule.regionOf(input);
  const asked = desk.ruleBook({ on: dayAsked(rule, input) ?? ruleBook.on, region }).query;
  if (asked.on === ruleBook.on && asked.regionCode === ruleBook.region) return;
  throw malformed('ruleBook 的日期或地区与其问题不一致', 'its rule book is of another day or region than its question');
}

const malformed = (zh: string, en: string): Failure =>
  new Failure(
    'RECEIPT_MALFORMED',
    bilingual(`canonical：${zh}。请原样提交回执。`, `canonical: ${en}. Hand in the receipt unchanged.`),
    'canonical',
  );

function ruleOf(version: string): AnyRule {
  const rule = findRule(version.split('@')[0] ?? '');
  if (rule !== null) return rule;
  throw malformed(`没有规则 ${version}`, `there is no rule ${version}`);
}
