import { z } from 'zod';
import { noteText, optional } from '../../policy/input.js';
import { changeTuition, deleteClaimLines, freeClaimedKeys } from '../../store/claims.js';
import type { ClaimRow } from '../../store/rows/claim-row.js';
import { type Operation, refused } from '../acting/act.js';
import { assessClaims } from './assess-claims.js';
import { addLines, chooseTrainees, enrolmentIdsInput, tuitionInput, tuitionRefusals } from './claim-lines.js';
import { claimStep, readyForClaimStep, takeClaimStep } from './claim-step.js';

const input = claimStep.extend({
  add: optional(enrolmentIdsInput),
  remove: optional(enrolmentIdsInput),
  tuition: tuitionInput,
  reason: optional(noteText),
});

/**
 * Changes the list of a claim that is drafted or was returned: trainees in or out, and what they were charged. Throws NOT_FOUND, BAD_USER_INPUT, READING_NOT_COMPUTED.
 * Source: our design, docs/decisions/0018-claims.md
 */
export const changeClaim: Operation<z.infer<typeof input>, ClaimRow> = {
  name: 'changeClaim',
  input,
  deadlineFactor: 4,
  run: async (act, { add, remove, tuition, reason, ...step }) => {
    const ready = await readyForClaimStep(act, 'changeClaim', step);
    if (ready.kind === 'refused') return ready;
    const { claim } = ready;
    // Who was left out by a review is put in anew.
    await deleteClaimLines(act.manager, claim.id, [...(remove ?? []), ...(add ?? [])]);
    await freeClaimedKeys(act.manager, claim.id, remove ?? []);
    await changeTuition(act.manager, claim.id, tuition ?? []);
    const chosen = await chooseTrainees(act, claim, add ?? [], 'add');
    if (chosen.kind === 'refused') return refused(...chosen.refusals);
    const refusals = await addLines(act, claim, chosen.enrolmentIds, tuition, 'add');
    if (refusals.length > 0) return refused(...refusals);
    const assessed = (await assessClaims(act.manager, act.desk, [claim], act.today)).get(claim.id) ?? ready.assessed;
    const unknown = tuitionRefusals(
      tuition,
      assessed.lines.map(({ enrolmentId }) => enrolmentId),
    );
    if (unknown.length > 0) return refused(...unknown);
    return takeClaimStep(act, { ...ready, assessed }, { on: step.on, reason, seen: step.seen });
  },
};
