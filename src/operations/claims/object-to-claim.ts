import type { z } from 'zod';
import type { ClaimRow } from '../../store/rows/claim-row.js';
import type { Operation } from '../acting/act.js';
import { reasonedClaimStep, readyForClaimStep, takeClaimStep } from './claim-step.js';

/**
 * Records an objection that came in during the public notice; it stops the claim until it is dismissed, or the claim is returned or rejected.
 * Throws NOT_FOUND, BAD_USER_INPUT, READING_NOT_COMPUTED.
 * Source: Q40; our design, docs/decisions/0018-claims.md
 */
export const objectToClaim: Operation<z.infer<typeof reasonedClaimStep>, ClaimRow> = {
  name: 'objectToClaim',
  input: reasonedClaimStep,
  run: async (act, step) => {
    const ready = await readyForClaimStep(act, 'objectToClaim', step);
    if (ready.kind === 'refused') return ready;
    return takeClaimStep(act, ready, { on: step.on, seen: step.seen, reason: step.reason });
  },
};
