import type { Role } from '../access/actor.js';
import { rightsOf } from '../access/rights.js';
import { readingOf } from '../readings.js';
import type { RuleBook } from '../rule-book.js';
import type { ClaimStatus } from './claim-status.js';
import { type ClaimAct, CLAIM_WORKFLOW } from './claim-workflow.js';

/** The acts on a claim in a state that some roles may take. */
export const actsOf = (status: ClaimStatus, roles: readonly Role[]): readonly ClaimAct[] => [
  ...new Set(
    CLAIM_WORKFLOW.filter(({ act, from }) => from === status && rightsOf(act).some((role) => roles.includes(role))).map(({ act }) => act),
  ),
];

/** The states in which a claim waits for somebody with one of the roles. */
export const statesFor = (roles: readonly Role[]): readonly ClaimStatus[] => [
  ...new Set(CLAIM_WORKFLOW.flatMap(({ from }) => (from !== null && actsOf(from, roles).length > 0 ? [from] : []))),
];

const DAYS_NAMED = /_(\d+)_DAYS$/u;

/**
 * How many days after its approval a claim that is not paid is pointed out; null: never. Throws READING_NOT_COMPUTED.
 * Source: Q36
 */
export function payoutAlertDays(book: RuleBook): number | null {
  const [, days] = DAYS_NAMED.exec(readingOf(book, 'payout.deadline')) ?? [];
  return days === undefined ? null : parseInt(days, 10);
}
