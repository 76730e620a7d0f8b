import type { z } from 'zod';
import type { ClaimRow } from '../../store/rows/claim-row.js';
import type { Operation } from '../acting/act.js';
import { releaseClaim } from './commit-claim.js';
import { reasonedClaimStep, readyForClaimStep, takeClaimStep } from './claim-step.js';

/**
 * Stops a reviewed or approved claim with the reason and returns it to the institution: money that was committed for it goes back to its funds, and the reviews begin anew.
 * Throws NOT_FOUND, BAD_USER_INPUT, READING_NOT_COMPUTED.
 * Source: 辽人社发〔2023〕36号, 五(一); our design, docs/decisions/0019-payments.md
 */
export const stopClaim: Operation<z.infer<typeof reasonedClaimStep>, ClaimRow> = {
  name: 'stopClaim',
  input: reasonedClaimStep,
  run: async (act, step) => {
    const ready = await readyForClaimStep(act, 'stopClaim', step);
    if (ready.kind === 'refused') return ready;
    await releaseClaim(act, ready.claim);
    return takeClaimStep(act, ready, { on: step.on, seen: step.seen, reason: step.reason, changes: UNAPPROVED });
  },
};

const UNAPPROVED = { approvedOn: null, approvalId: null, payeeAccountId: null } as const;
