import { canonicalText, sha256 } from './canonical.js';
import { ENGINE_VERSION } from './engine-version.js';
import { canonicalStep, type CanonicalStep, type Explained } from './explanation.js';
import { type Rule, ruleVersion } from './rule.js';
import type { RuleBook } from './rule-book.js';

/** What a receipt binds. Every amount in it is a text, so that its canonical bytes are the same everywhere. */
export interface ReceiptBody {
  readonly engineVersion: string;
  readonly rule: string;
  readonly ruleBook: { readonly hash: string; readonly on: string; readonly knownAt: string | null; readonly region: string | null };
  readonly input: unknown;
  readonly outcome: unknown;
  readonly explanation: CanonicalStep;
}

/** A calculation's proof: its canonical text (RFC 8785) and the hash of it. Anyone can hash it again. */
export interface Receipt {
  readonly suite: 'sha256';
  readonly hash: string;
  readonly canonical: string;
}

/**
 * The receipt of one answer: engine, rule book, input, outcome and steps under one hash. Equal input under equal rules gives equal bytes.
 * Source: our design, docs/decisions/0007-receipts.md
 */
export function issueReceipt<Input, Outcome>(
  rule: Rule<Input, Outcome>,
  book: RuleBook,
  input: Input,
  answer: Explained<Outcome>,
): Receipt {
  const { on, knownAt, regionCode } = book.query;
  const body: ReceiptBody = {
    engineVersion: ENGINE_VERSION,
    rule: ruleVersion(rule),
    ruleBook: { hash: book.hash, on, knownAt, region: regionCode },
    input,
    outcome: answer.outcome,
    explanation: canonicalStep(answer.explanation),
  };
  const canonical = canonicalText(body);
  return { suite: 'sha256', hash: sha256(canonical), canonical };
}
