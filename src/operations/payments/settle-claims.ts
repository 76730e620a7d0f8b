import { invariant } from '../../money/invariant.js';
import { edgesOf } from '../../policy/claims/claim-workflow.js';
import type { PaymentResult } from '../../policy/payments/bank-advice.js';
import { freeClaimedKeys, insertClaimStep, lockClaim, stepsOfClaims, updateClaim } from '../../store/claims.js';
import { nextId } from '../../store/audit-log.js';
import type { Act } from '../acting/act.js';

/** What the bank says of the payment of a claim. */
export interface SettledClaim extends PaymentResult {
  readonly claimId: string;
}

/**
 * Moves the claims of settled payments on: PAID, with their lines as they were sent, and their trainees free for a later correction; or PAYMENT_FAILED with the bank's reason.
 * Source: our design, docs/decisions/0019-payments.md
 */
export async function settleClaims(act: Act, settled: readonly SettledClaim[], on: string): Promise<void> {
  const inOrder = [...settled].sort((one, other) => (one.claimId < other.claimId ? -1 : 1));
  for (const { claimId, isPaid, returnReason } of inOrder) {
    const to = isPaid ? 'PAID' : 'PAYMENT_FAILED';
    const edge = edgesOf('importBankAdvice').find((one) => one.to === to);
    const claim = await lockClaim(act.manager, act.reach, claimId);
    invariant(claim !== null && edge !== undefined && claim.status === edge.from, `claim ${claimId} is with the bank`);
    const [sent] = (await stepsOfClaims(act.manager, [claimId])).slice(-1);
    const version = claim.version + 1;
    await updateClaim(act.manager, claimId, { status: to, version, lastOn: on > claim.lastOn ? on : claim.lastOn });
    if (isPaid) await freeClaimedKeys(act.manager, claimId);
    await insertClaimStep(act.manager, {
      id: await nextId(act.manager, claim.year),
      year: claim.year,
      claimId,
      version,
      act: edge.act,
      fromStatus: claim.status,
      toStatus: to,
      actor: act.actor.person,
      takenOn: on,
      at: act.at,
      reason: returnReason,
      seenHash: null,
      lines: sent?.lines ?? [],
    });
  }
}
