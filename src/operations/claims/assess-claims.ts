import type { EntityManager } from 'typeorm';
import { type ClaimContent, claimContent, type StandingLine } from '../../policy/claims/claim-content.js';
import { claimLine, type ClaimLineDecision } from '../../policy/claims/claim-line.js';
import { questionOf } from '../../policy/claims/claim-line-facts.js';
import { type ClaimLineFact, claimLineFacts, enrolmentFacts } from '../../store/claim-facts.js';
import type { ClaimRow } from '../../store/rows/claim-row.js';
import type { Answered, RuleDesk } from '../rule-desk.js';

/** A line as it stands now, with the decision that says so. */
export interface AssessedLine extends StandingLine {
  readonly fact: ClaimLineFact;
  readonly decision: Answered<ClaimLineDecision>;
}

/** A claim as it stands now: its lines judged by what is recorded at this moment. */
export interface AssessedClaim extends ClaimContent {
  readonly lines: readonly AssessedLine[];
}

/**
 * Judges every line of some claims by what is recorded now, each under the rules of its run's filing day; one statement for all. Throws READING_NOT_COMPUTED.
 * Source: our design, docs/decisions/0018-claims.md
 */
export async function assessClaims(
  manager: EntityManager,
  desk: RuleDesk,
  claims: readonly ClaimRow[],
  today: string,
): Promise<ReadonlyMap<string, AssessedClaim>> {
  const facts = await claimLineFacts(
    manager,
    claims.map(({ id }) => id),
    today,
  );
  const linesOf = new Map<string, AssessedLine[]>(claims.map(({ id }) => [id, []]));
  for (const fact of facts) linesOf.get(fact.claimId)?.push(assessLine(desk, fact));
  return new Map(
    claims.map(({ id, version }) => {
      const lines = linesOf.get(id) ?? [];
      return [id, { lines, ...claimContent(id, version, lines) }];
    }),
  );
}

function assessLine(desk: RuleDesk, fact: ClaimLineFact): AssessedLine {
  const book = desk.ruleBook({ on: fact.filedOn, region: fact.organisingRegion });
  const decision = desk.answer(claimLine, questionOf(book, fact));
  const { leftOutReason } = fact;
  const isLeftOut = leftOutReason !== null;
  return {
    fact,
    decision,
    lineId: fact.lineId,
    enrolmentId: fact.enrolmentId,
    leftOutReason,
    status: isLeftOut ? 'NOT_PAYABLE' : decision.status,
    entitlement: decision.entitlement,
    due: isLeftOut ? '0.00' : decision.due,
    reasons: isLeftOut ? ['LEFT_OUT_BY_REVIEW', ...decision.reasons] : decision.reasons,
    receiptHash: decision.receipt.hash,
  };
}

/**
 * Judges an enrolment as if it stood in a claim; null where there is none. Throws READING_NOT_COMPUTED.
 * Source: our design, docs/decisions/0018-claims.md
 */
export async function assessEnrolment(
  manager: EntityManager,
  desk: RuleDesk,
  enrolmentId: string,
  today: string,
): Promise<AssessedLine | null> {
  const [fact] = await enrolmentFacts(manager, [enrolmentId], today);
  return fact === undefined ? null : assessLine(desk, fact);
}
