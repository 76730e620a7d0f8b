import type { z } from 'zod';
import { lockApprovedPayee } from '../../store/payee-accounts.js';
import type { ClaimRow } from '../../store/rows/claim-row.js';
import { type Operation, refused } from '../acting/act.js';
import { claimStep, readyForClaimStep, takeClaimStep } from './claim-step.js';
import { commitClaim } from './commit-claim.js';
import { refuseClaim } from '../../policy/refusals/claims.js';

/**
 * Approves a reviewed claim for payment and commits its money: the special account first, then the employment subsidy fund. Where they do not suffice, or an earlier claim waits, it is approved all the same and
 * waits in the order of approval (QUEUED). Not before the six categories are confirmed, nor without an approved payee account.
 * Throws NOT_FOUND, BAD_USER_INPUT, READING_NOT_COMPUTED.
 * Source: 辽人社发〔2023〕36号, 四(一)2, 七(一); Q01, Q33, Q39, Q40
 */
export const approveClaim: Operation<z.infer<typeof claimStep>, ClaimRow> = {
  name: 'approveClaim',
  input: claimStep,
  deadlineFactor: 4,
  run: async (act, step) => {
    const ready = await readyForClaimStep(act, 'approveClaim', step);
    if (ready.kind === 'refused') return ready;
    const { claim, assessed } = ready;
    const payee = await lockApprovedPayee(act.manager, claim.institutionCode);
    if (payee === null) return refused(refuseClaim('PAYEE_MISSING', null, { institution: claim.institutionCode }));
    const funding = await commitClaim(act, claim, assessed);
    const to = funding.kind === 'committed' ? 'FINANCE_APPROVED' : 'QUEUED';
    const changes = { approvedOn: act.today, approvalId: act.entryId, payeeAccountId: payee.id };
    const record = { amounts: { approved: assessed.amount, committed: to === 'QUEUED' ? '0.00' : assessed.amount } };
    return takeClaimStep(act, ready, { on: step.on, seen: step.seen, to, changes, record });
  },
};
