import type { z } from 'zod';
import type { ClaimRow } from '../../store/rows/claim-row.js';
import type { Operation } from '../acting/act.js';
import { readyForClaimStep, reasonedClaimStep, takeClaimStep } from './claim-step.js';

/**
 * Dismisses an objection with the reason: the notice goes on as published. Not by who recorded it. Throws NOT_FOUND, BAD_USER_INPUT, READING_NOT_COMPUTED.
 * Source: Q40; our design, docs/decisions/0018-claims.md
 */
export const dismissObjection: Operation<z.infer<typeof reasonedClaimStep>, ClaimRow> = {
  name: 'dismissObjection',
  input: reasonedClaimStep,
  run: async (act, step) => {
    const ready = await readyForClaimStep(act, 'dismissObjection', step);
    if (ready.kind === 'refused') return ready;
    return takeClaimStep(act, ready, { on: step.on, seen: step.seen, reason: step.reason });
  },
};
