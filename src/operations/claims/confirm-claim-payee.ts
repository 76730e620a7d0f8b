import type { z } from 'zod';
import { refuseClaim } from '../../policy/refusals/claims.js';
import { lockApprovedPayee } from '../../store/payee-accounts.js';
import type { ClaimRow } from '../../store/rows/claim-row.js';
import { type Operation, refused } from '../acting/act.js';
import { claimStep, readyForClaimStep, takeClaimStep } from './claim-step.js';

/**
 * Confirms that an approved claim is paid to the account that the institution has now: a change of the account holds every approved payment until then.
 * Throws NOT_FOUND, BAD_USER_INPUT.
 * Source: 辽人社发〔2023〕36号, 四(一)2; our design, docs/decisions/0019-payments.md
 */
export const confirmClaimPayee: Operation<z.infer<typeof claimStep>, ClaimRow> = {
  name: 'confirmClaimPayee',
  input: claimStep,
  run: async (act, step) => {
    const ready = await readyForClaimStep(act, 'confirmClaimPayee', step);
    if (ready.kind === 'refused') return ready;
    const payee = await lockApprovedPayee(act.manager, ready.claim.institutionCode);
    if (payee === null) return refused(refuseClaim('PAYEE_MISSING', null, { institution: ready.claim.institutionCode }));
    return takeClaimStep(act, ready, { on: step.on, seen: step.seen, changes: { payeeAccountId: payee.id } });
  },
};
