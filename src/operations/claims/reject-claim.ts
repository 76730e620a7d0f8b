import type { z } from 'zod';
import { freeClaimedKeys } from '../../store/claims.js';
import type { ClaimRow } from '../../store/rows/claim-row.js';
import type { Operation } from '../acting/act.js';
import { readyForClaimStep, reasonedClaimStep, takeClaimStep } from './claim-step.js';

/**
 * Rejects a claim with the reason; nothing is paid for it, and its trainees may be claimed for again.
 * Throws NOT_FOUND, BAD_USER_INPUT, READING_NOT_COMPUTED.
 * Source: our design, docs/decisions/0018-claims.md
 */
export const rejectClaim: Operation<z.infer<typeof reasonedClaimStep>, ClaimRow> = {
  name: 'rejectClaim',
  input: reasonedClaimStep,
  run: async (act, step) => {
    const ready = await readyForClaimStep(act, 'rejectClaim', step);
    if (ready.kind === 'refused') return ready;
    await freeClaimedKeys(act.manager, ready.claim.id);
    return takeClaimStep(act, ready, { on: step.on, seen: step.seen, reason: step.reason });
  },
};
