import type { z } from 'zod';
import type { ClaimRow } from '../../store/rows/claim-row.js';
import type { Operation } from '../acting/act.js';
import { reasonedClaimStep, readyForClaimStep, takeClaimStep } from './claim-step.js';

/**
 * Returns a claim to the institution with the reason; it may be changed and submitted again.
 * Throws NOT_FOUND, BAD_USER_INPUT, READING_NOT_COMPUTED.
 * Source: our design, docs/decisions/0018-claims.md
 */
export const returnClaim: Operation<z.infer<typeof reasonedClaimStep>, ClaimRow> = {
  name: 'returnClaim',
  input: reasonedClaimStep,
  run: async (act, step) => {
    const ready = await readyForClaimStep(act, 'returnClaim', step);
    if (ready.kind === 'refused') return ready;
    return takeClaimStep(act, ready, { on: step.on, seen: step.seen, reason: step.reason });
  },
};
