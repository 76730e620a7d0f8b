import { isIntact, type PresentedReceipt, receiptBody } from '../policy/receipt-check.js';
import { ENGINE_VERSION } from '../policy/engine-version.js';
import type { RuleDesk } from './rule-desk.js';

export interface ReceiptVerification {
  /** not a byte was changed */
  readonly isIntact: boolean;
  readonly rule: string;
  readonly engineVersion: string;
  readonly isSameEngine: boolean;
  readonly ruleBookHash: string;
  /** the rules of its day, as known now, are still those it was made with */
  readonly isSameRuleBook: boolean;
  readonly holds: boolean;
}

/**
 * Whether a receipt is unchanged and rests on the rules that still hold for its day. It does not calculate again: `replayReceipt` does.
 * Throws RECEIPT_MALFORMED.
 * Source: our design, docs/decisions/0007-receipts.md
 */
export function verifyReceipt(desk: RuleDesk, presented: PresentedReceipt): ReceiptVerification {
  const body = receiptBody(presented);
  const { on, region, hash } = body.ruleBook;
  const intact = isIntact(presented);
  const isSameRuleBook = desk.ruleBook({ on, knownAt: null, region }).hash === hash;
  const isSameEngine = body.engineVersion === ENGINE_VERSION;
  return { isIntact: intact, rule: body.rule, engineVersion: body.engineVersion, isSameEngine, ruleBookHash: hash, isSameRuleBook, holds: intact && isSameRuleBook };
}
