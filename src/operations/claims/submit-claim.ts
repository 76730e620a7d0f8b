import type { z } from 'zod';
import type { ClaimRow } from '../../store/rows/claim-row.js';
import type { Operation } from '../acting/act.js';
import { claimStep, readyForClaimStep, takeClaimStep } from './claim-step.js';

/**
 * Submits a claim to the HR bureau of the paying region. Lines that are not payable stay in it with their reasons and are worth nothing; somebody must be payable.
 * Throws NOT_FOUND, BAD_USER_INPUT, READING_NOT_COMPUTED.
 * Source: 辽人社发〔2023〕36号, 四(一)2
 */
export const submitClaim: Operation<z.infer<typeof claimStep>, ClaimRow> = {
  name: 'submitClaim',
  input: claimStep,
  run: async (act, step) => {
    const ready = await readyForClaimStep(act, 'submitClaim', step);
    if (ready.kind === 'refused') return ready;
    return takeClaimStep(act, ready, { on: step.on, seen: step.seen });
  },
};
