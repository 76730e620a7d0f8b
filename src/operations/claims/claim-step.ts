import { z } from 'zod';
import { notAfterClock } from '../../policy/business-day.js';
import type { ClaimStatus } from '../../policy/claims/claim-status.js';
import { type ClaimAct, type ClaimEdge, edgeFrom, edgesOf } from '../../policy/claims/claim-workflow.js';
import { samePersonRefusals } from '../../policy/claims/separate-persons.js';
import { dayText, expects, noteText } from '../../policy/input.js';
import { refuseClaim } from '../../policy/refusals/claims.js';
import type { Refusal } from '../../policy/refusals/refusal.js';
import { nextId } from '../../store/audit-log.js';
import { insertClaimStep, lockClaim, stepsOfClaims, updateClaim, updateClaimLines } from '../../store/claims.js';
import type { ClaimRow } from '../../store/rows/claim-row.js';
import type { ClaimStepRow } from '../../store/rows/claim-step-row.js';
import type { Act, ActRecord, Outcome } from '../acting/act.js';
import { idOf } from '../acting/fact-id.js';
import { notFound } from '../acting/not-found.js';
import { type AssessedClaim, type AssessedLine, assessClaims } from './assess-claims.js';
import { preconditionRefusals } from './claim-preconditions.js';

const HASH_EXPECTED = expects('应为申领的 contentHash（64 位十六进制）', "the claim's contentHash, 64 hexadecimal digits");

/** What each step of a claim names: the claim, the content that was seen, and the day. */
export const claimStep = z.strictObject({
  claimId: idOf('Claim'),
  seen: z.string({ error: HASH_EXPECTED }).regex(/^[0-9a-f]{64}$/u, HASH_EXPECTED),
  on: dayText,
});
export const reasonedClaimStep = claimStep.extend({ reason: noteText });
export type ClaimStep = z.infer<typeof claimStep>;

/** A locked claim that is ready for a step, judged as it stands now. */
export interface ReadyClaim {
  readonly kind: 'ready';
  readonly claim: ClaimRow;
  readonly edge: ClaimEdge;
  readonly assessed: AssessedClaim;
  readonly steps: readonly ClaimStepRow[];
}
type Ready = ReadyClaim | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] };

/**
 * Locks the claim of a step, judges its lines as they stand now and checks what the workflow asks: the state, the content that was seen, the day, another person, and the preconditions of the edge.
 * Throws NOT_FOUND, BAD_USER_INPUT, READING_NOT_COMPUTED.
 * Source: our design, docs/decisions/0018-claims.md
 */
export async function readyForClaimStep(act: Act, name: ClaimAct, { claimId, seen, on }: ClaimStep): Promise<Ready> {
  notAfterClock(on, act.today, 'on');
  const claim = await lockClaim(act.manager, act.reach, claimId);
  if (claim === null) throw notFound('claimId', '申领', 'claim');
  const edge = edgeFrom(name, claim.status);
  if (edge === null) return refusedBy(refuseClaim('CLAIM_STATUS', 'claimId', { found: claim.status, expected: statesBefore(name) }));
  const assessed = (await assessClaims(act.manager, act.desk, [claim], act.today)).get(claim.id);
  if (assessed === undefined) throw notFound('claimId', '申领', 'claim');
  const steps = await stepsOfClaims(act.manager, [claim.id]);
  const refusals = [
    ...(seen === assessed.contentHash ? [] : [refuseClaim('CLAIM_CHANGED', 'seen', { seen, present: assessed.contentHash })]),
    ...(on < claim.lastOn ? [refuseClaim('NOT_BEFORE', 'on', { on, before: claim.lastOn })] : []),
    ...samePersonRefusals(act.desk.ruleBook({ on: act.today, region: claim.regionCode }), name, act.actor.person, sinceSubmission(steps)),
    ...(await preconditionRefusals(act, {
      claim,
      edge,
      assessed,
      approvedLines: duesOf(steps.at(-1)),
      reviewedLines: duesOf(steps.findLast(({ act: taken }) => SHOWING.includes(taken))),
    })),
  ];
  return refusals.length > 0 ? { kind: 'refused', refusals } : { kind: 'ready', claim, edge, assessed, steps };
}

const refusedBy = (...refusals: readonly Refusal[]): Ready => ({ kind: 'refused', refusals });

const statesBefore = (name: ClaimAct): readonly string[] => [...new Set(edgesOf(name).map(({ from }) => from ?? 'NONE'))];

/** The acts that show a claim's lines to somebody who passes them. */
const SHOWING: readonly string[] = ['firstReviewClaim', 'secondReviewClaim', 'publishClaim'];

const duesOf = (step: ClaimStepRow | undefined): ReadonlyMap<string, string> =>
  new Map((step?.lines ?? []).map(({ enrolmentId, due }) => [enrolmentId, due]));

/** Who reviewed a claim before it was returned has not reviewed what was submitted anew. */
function sinceSubmission(steps: readonly ClaimStepRow[]): readonly ClaimStepRow[] {
  const submitted = steps.findLastIndex(({ act }) => act === 'submitClaim');
  return steps.slice(Math.max(submitted, 0));
}

/** What a step does beside moving the claim along. */
export interface Taking {
  readonly on: string;
  readonly reason?: string | null;
  readonly seen?: string | null;
  /** where the edge is not the only one from this state */
  readonly to?: ClaimStatus;
  readonly changes?: Partial<ClaimRow>;
  readonly record?: Partial<ActRecord>;
  /** the lines as the step leaves them; left out: as they stand */
  readonly lines?: readonly AssessedLine[];
}

/**
 * Takes a step: the lines as they were found, the claim in its new state and version, and the step for the timeline.
 * Source: our design, docs/decisions/0018-claims.md
 */
export async function takeClaimStep(act: Act, { claim, edge, assessed }: ReadyClaim, taking: Taking): Promise<Outcome<ClaimRow>> {
  const { on, reason = null, seen = null, to = edge.to, lines = assessed.lines } = taking;
  const version = claim.version + 1;
  const changes = { ...taking.changes, status: to, version, lastOn: on, amount: taking.changes?.amount ?? assessed.amount };
  await updateClaimLines(act.manager, lines.map(foundLine));
  await updateClaim(act.manager, claim.id, changes);
  await insertClaimStep(
    act.manager,
    await stepRow(act, claim, { act: edge.act, from: claim.status, to, version, on, reason, seen, lines }),
  );
  const done = { ...claim, ...changes };
  return { kind: 'done', done, record: recordOf(done, edge, taking.record) };
}

/** What is written of a line that was judged. */
export const foundLine = ({ fact, leftOutReason, status, entitlement, due, reasons, receiptHash }: AssessedLine) => ({
  id: fact.lineId,
  year: fact.lineYear,
  leftOutReason,
  status,
  entitlement,
  due,
  reasons,
  receiptHash,
});

interface StepTaken {
  readonly act: ClaimAct;
  readonly from: ClaimStatus | null;
  readonly to: ClaimStatus;
  readonly version: number;
  readonly on: string;
  readonly reason: string | null;
  readonly seen: string | null;
  readonly lines: readonly AssessedLine[];
}

/** The row that keeps a step. */
export async function stepRow({ manager, actor, at }: Act, claim: ClaimRow, step: StepTaken): Promise<ClaimStepRow> {
  return {
    id: await nextId(manager, claim.year),
    year: claim.year,
    claimId: claim.id,
    version: step.version,
    act: step.act,
    fromStatus: step.from,
    toStatus: step.to,
    actor: actor.person,
    takenOn: step.on,
    at,
    reason: step.reason,
    seenHash: step.seen,
    lines: step.lines.map(({ lineId, enrolmentId, status, due, reasons }) => ({ lineId, enrolmentId, status, due, reasons })),
  };
}

/** What the log keeps of every step. */
export const recordOf = (claim: ClaimRow, edge: ClaimEdge, rest: Partial<ActRecord> = {}): ActRecord => ({
  region: claim.regionCode,
  subjects: [
    { type: 'Claim', id: claim.id },
    { type: 'CourseRun', id: claim.courseRunId },
  ],
  clauses: edge.clause === null ? [] : [edge.clause],
  ...rest,
  amounts: { claimed: claim.amount, ...rest.amounts },
  details: { status: claim.status, version: claim.version, on: claim.lastOn, ...rest.details },
});
