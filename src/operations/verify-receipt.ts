import { ENGINE_VERSION } from '../policy/engine-version.js';
import { type PresentedReceipt, receiptBody } from '../policy/receipt-check.js';
import { replayReceipt } from './replay-receipt.js';
import type { RuleDesk } from './rule-desk.js';

export interface ReceiptVerification {
  /** the hash is that of the text; anyone can make such a pair, so it is no proof of the amount */
  readonly isIntact: boolean;
  readonly rule: string;
  readonly engineVersion: string;
  readonly isSameEngine: boolean;
  readonly ruleBookHash: string;
  /** the rules of its day, as known now, are still those it was made with */
  readonly isSameRuleBook: boolean;
  /** intact, and the same question still has the same answer by the same steps */
  readonly holds: boolean;
  /** the same under the rules as known when it was made; null where no such rule book was ever recorded here */
  readonly heldWhenIssued: boolean | null;
}

/**
 * Whether a receipt still holds: its hash fits, and its question asked again gives the same answer. `replayReceipt` says what differs.
 * Throws RECEIPT_MALFORMED.
 * Source: our design, docs/decisions/0007-receipts.md
 */
export function verifyReceipt(desk: RuleDesk, presented: PresentedReceipt): ReceiptVerification {
  const { rule, engineVersion, ruleBook } = receiptBody(presented);
  const { isIntact, isSameRuleBook, holds, heldWhenIssued } = replayReceipt(desk, presented);
  return {
    isIntact,
    rule,
    engineVersion,
    isSameEngine: engineVersion === ENGINE_VERSION,
    ruleBookHash: ruleBook.hash,
    isSameRuleBook,
    holds,
    heldWhenIssued,
  };
}
