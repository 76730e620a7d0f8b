import { z } from 'zod';
import type { OperationName } from '../../policy/access/rights.js';
import { notAfterClock } from '../../policy/business-day.js';
import { trainingInstitutionOf } from '../../policy/directory.js';
import { dayText, noteText } from '../../policy/input.js';
import { isHolder } from '../../policy/payees/account-holder.js';
import { refusePayee } from '../../policy/refusals/payees.js';
import type { Refusal } from '../../policy/refusals/refusal.js';
import { approvedPayee, isNumberTaken, lockPayeeAccount, updatePayeeAccount } from '../../store/payee-accounts.js';
import type { PayeeAccountRow } from '../../store/rows/payee-account-row.js';
import { type Act, type Operation, type Outcome, refused } from '../acting/act.js';
import { idOf } from '../acting/fact-id.js';
import { notFound } from '../acting/not-found.js';

const approval = z.strictObject({ payeeAccountId: idOf('PayeeAccount'), decidedOn: dayText });
const rejection = approval.extend({ reason: noteText });

/**
 * Approves a proposed account, after looking again whether its holder is the institution and its number nobody else's; the account before it is replaced. Not by the
 * person who proposed it. Throws NOT_FOUND, UNKNOWN_INSTITUTION.
 * Source: 辽人社发〔2023〕36号, 四(一)2, 七(一)
 */
export const approvePayeeAccount: Operation<z.infer<typeof approval>, PayeeAccountRow> = {
  name: 'approvePayeeAccount',
  input: approval,
  run: async (act, { payeeAccountId, decidedOn }) => {
    const { manager } = act;
    const account = await openAccount(act, payeeAccountId, decidedOn);
    const reason = mayDecide(act, account, decidedOn, 'approvePayeeAccount') ?? (await mayBePaid(act, account, decidedOn));
    if (reason !== null) return refused(reason);
    const replaced = await approvedPayee(manager, account.institutionCode);
    if (replaced !== null) await updatePayeeAccount(manager, replaced.id, { status: 'REPLACED' });
    return decide(act, account, { status: 'APPROVED', decidedOn, decisionNote: null }, replaced);
  },
};

/**
 * Rejects a proposed account with its reason. Throws NOT_FOUND.
 * Source: 辽人社发〔2023〕36号, 四(一)2
 */
export const rejectPayeeAccount: Operation<z.infer<typeof rejection>, PayeeAccountRow> = {
  name: 'rejectPayeeAccount',
  input: rejection,
  run: async (act, { payeeAccountId, decidedOn, reason: decisionNote }) => {
    const account = await openAccount(act, payeeAccountId, decidedOn);
    const reason = mayDecide(act, account, decidedOn, 'rejectPayeeAccount');
    return reason === null ? decide(act, account, { status: 'REJECTED', decidedOn, decisionNote }, null) : refused(reason);
  },
};

async function openAccount({ manager, reach, today }: Act, id: string, decidedOn: string): Promise<PayeeAccountRow> {
  notAfterClock(decidedOn, today, 'decidedOn');
  const account = await lockPayeeAccount(manager, reach, id);
  if (account === null) throw notFound('payeeAccountId', '收款账户', 'payee account');
  return account;
}

function mayDecide({ actor }: Act, account: PayeeAccountRow, decidedOn: string, act: OperationName): Refusal | null {
  const { status, proposedBy, proposedOn } = account;
  if (status !== 'PROPOSED') return refusePayee('ACCOUNT_STATUS', 'payeeAccountId', { found: status, expected: ['PROPOSED'] });
  if (act === 'approvePayeeAccount' && proposedBy === actor.person)
    return refusePayee('SAME_PERSON', null, { act, earlierAct: 'proposePayeeAccount' });
  return decidedOn < proposedOn ? refusePayee('NOT_BEFORE', 'decidedOn', { on: decidedOn, before: proposedOn }) : null;
}

/** The directory may have changed since the proposal, and so may the accounts of others. */
async function mayBePaid({ manager, desk }: Act, account: PayeeAccountRow, on: string): Promise<Refusal | null> {
  const { nameZh } = trainingInstitutionOf(desk.ruleBook({ on }), account.institutionCode, 'payeeAccountId');
  if (!isHolder(account.holder, nameZh)) return refusePayee('HOLDER_MISMATCH', 'payeeAccountId', { expected: nameZh, on });
  return (await isNumberTaken(manager, account)) ? refusePayee('NUMBER_TAKEN', 'payeeAccountId') : null;
}

async function decide(
  { manager, actor }: Act,
  account: PayeeAccountRow,
  decision: Pick<PayeeAccountRow, 'decidedOn' | 'decisionNote'> & { readonly status: 'APPROVED' | 'REJECTED' },
  replaced: PayeeAccountRow | null,
): Promise<Outcome<PayeeAccountRow>> {
  const { id, institutionCode, numberTail } = account;
  const changes = { ...decision, decidedBy: actor.person };
  await updatePayeeAccount(manager, id, changes);
  const record = {
    region: null,
    subjects: [account, ...(replaced === null ? [] : [replaced])].map((row) => ({ type: 'PayeeAccount', id: row.id })),
    clauses: ['LN2023-36/4.1.13'],
    approved: decision.status === 'APPROVED' ? account.proposedBy : null,
    details: { ...decision, institution: institutionCode, numberTail, replaces: replaced?.id ?? null },
  };
  return { kind: 'done', done: { ...account, ...changes }, record };
}
