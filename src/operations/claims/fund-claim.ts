import type { z } from 'zod';
import type { ClaimRow } from '../../store/rows/claim-row.js';
import { type Operation, refused } from '../acting/act.js';
import { claimStep, readyForClaimStep, takeClaimStep } from './claim-step.js';
import { commitClaim } from './commit-claim.js';

/**
 * Commits the money of the approved claim that has waited longest, now that there is enough. Refuses where an earlier one waits, or the funds are still short.
 * Throws NOT_FOUND, BAD_USER_INPUT, READING_NOT_COMPUTED.
 * Source: 辽人社发〔2023〕36号, 四(一)2; Q33
 */
export const fundClaim: Operation<z.infer<typeof claimStep>, ClaimRow> = {
  name: 'fundClaim',
  input: claimStep,
  deadlineFactor: 4,
  run: async (act, step) => {
    const ready = await readyForClaimStep(act, 'fundClaim', step);
    if (ready.kind === 'refused') return ready;
    const funding = await commitClaim(act, ready.claim, ready.assessed);
    if (funding.kind === 'waiting') return refused(funding.why);
    return takeClaimStep(act, ready, { on: step.on, seen: step.seen, record: { amounts: { committed: ready.assessed.amount } } });
  },
};
