import type { Bilingual } from './bilingual.js';

/** Every code that a caller can meet in `extensions.code` because of what was asked. */
export type FailureCode =
  | 'BAD_USER_INPUT'
  | 'UNKNOWN_REGION'
  | 'UNKNOWN_OCCUPATION'
  | 'UNKNOWN_REWARD_ITEM'
  | 'UNKNOWN_OPEN_QUESTION'
  | 'UNKNOWN_READING'
  | 'RULE_NOT_IN_FORCE'
  | 'RULE_NOT_KNOWN'
  | 'READING_NOT_COMPUTED'
  | 'CALENDAR_YEAR_UNKNOWN'
  | 'CLOCK_NOT_MONOTONE'
  | 'DUPLICATE_LINE'
  | 'AFFECTED_EXCEEDS_PAID'
  | 'RECOVERY_EXCEEDS_PAID'
  | 'RECEIPT_MALFORMED'
  | 'UNKNOWN_INSTITUTION'
  | 'QUOTA_BELOW_RESERVED'
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'IDEMPOTENCY_KEY_REUSED'
  | 'IDEMPOTENCY_KEY_IN_PROGRESS'
  | 'BUSY'
  | 'DEADLINE_EXCEEDED'
  | 'DATABASE_UNAVAILABLE'
  | 'ACCOUNT_NUMBER_INVALID'
  | 'IDENTITY_NUMBER_INVALID'
  | 'IDENTITY_DOCUMENT_NOT_ACCEPTED'
  | 'SOCIAL_CREDIT_CODE_INVALID';

/**
 * A request that cannot be answered as asked: says what was asked, what was found and what to do.
 * Source: our design, docs/decisions/0004-errors.md
 */
export class Failure extends Error {
  constructor(
    readonly code: FailureCode,
    readonly text: Bilingual,
    /** Where in the input, as a path such as `lines[2].headCount`; null when it concerns the whole. */
    readonly field: string | null = null,
    readonly facts: Readonly<Record<string, string | number | readonly string[]>> = {},
  ) {
    super(text.en);
    this.name = 'Failure';
  }
}
