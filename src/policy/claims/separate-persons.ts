import { readingOf } from '../readings.js';
import { refuseClaim } from '../refusals/claims.js';
import type { Refusal } from '../refusals/refusal.js';
import type { RuleBook } from '../rule-book.js';
import type { ClaimAct } from './claim-workflow.js';

/** One step that somebody took. */
export interface TakenStep {
  readonly act: string;
  readonly actor: string;
}

/** The acts of a payout that are done by different persons, in groups of which one person does one act only once another group has done its own. */
const ONE_EACH = ['submitClaim', 'firstReviewClaim', 'secondReviewClaim', 'approveClaim', 'sendPayments'] as const;

/** Acts that one person may do both of, by the reading in force. */
const MAY_COINCIDE: Readonly<Record<string, readonly (readonly string[])[]>> = {
  FIVE_PERSONS: [],
  FOUR_PERSONS: [['secondReviewClaim', 'approveClaim']],
  THREE_PERSONS: [['firstReviewClaim', 'secondReviewClaim', 'approveClaim']],
};

/**
 * Why a person may not take a step after what the same person did to the claim: submitter, first reviewer, second reviewer, payment requester and payer are different persons, as far as
 * the reading in force of Q39 says so. Who decides an objection did not record it, and who confirms a payee account
 * does not pay to it. Throws READING_NOT_COMPUTED.
 * Source: 辽人社发〔2023〕36号, 七(一); Q39
 */
export function samePersonRefusals(book: RuleBook, act: ClaimAct, person: string, steps: readonly TakenStep[]): readonly Refusal[] {
  const reading = readingOf(book, 'payout.approval');
  const earlier = steps.findLast((step) => step.actor === person && mustDiffer(reading, act, step.act));
  return earlier === undefined ? [] : [refuseClaim('SAME_PERSON', null, { act, earlierAct: earlier.act })];
}

function mustDiffer(reading: string, act: string, other: string): boolean {
  if (act === 'dismissObjection') return other === 'objectToClaim';
  if (act === 'sendPayments' && other === 'confirmClaimPayee') return true;
  if (act === 'confirmClaimPayee' && other === 'sendPayments') return true;
  const both: readonly string[] = ONE_EACH;
  if (act === other || !both.includes(act) || !both.includes(other)) return false;
  return !(MAY_COINCIDE[reading] ?? []).some((group) => group.includes(act) && group.includes(other));
}
