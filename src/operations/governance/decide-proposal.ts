import { z } from 'zod';
import type { OperationName } from '../../policy/access/rights.js';
import { noteText, optional } from '../../policy/input.js';
import type { ProposalKind } from '../../policy/proposals/proposal-payload.js';
import { isForRegion } from '../../policy/proposals/who-decides.js';
import { refuseProposal } from '../../policy/refusals/proposals.js';
import type { Refusal } from '../../policy/refusals/refusal.js';
import { lockProposal, updateProposal } from '../../store/proposals.js';
import { lockRules } from '../../store/recorded-rules.js';
import type { ProposalRow } from '../../store/rows/proposal-row.js';
import { type Act, type ActRecord, type Operation, type Outcome, refused } from '../acting/act.js';
import { idOf } from '../acting/fact-id.js';
import { notFound } from '../acting/not-found.js';
import { applyProposal } from './apply-proposal.js';
import { plainOf } from './propose.js';
import { proposalRefusals } from './proposal-refusals.js';

const approval = z.strictObject({ proposalId: idOf('Proposal'), note: optional(noteText) });
const rejection = z.strictObject({ proposalId: idOf('Proposal'), reason: noteText });

/**
 * Approves a proposal and puts it into effect in the same transaction, after checking it again under the rules of this moment; the person who proposed it may not.
 * Throws NOT_FOUND and what the checks throw.
 * Source: our design, docs/decisions/0016-two-persons.md
 */
export const approveProposal: Operation<z.infer<typeof approval>, ProposalRow> = {
  name: 'approveProposal',
  input: approval,
  run: async (act, { proposalId, note }) => {
    const { manager, desk } = act;
    const proposal = await openProposal(act, proposalId);
    const refusals = mayApprove(act, proposal);
    if (refusals.length > 0) return refused(...refusals);
    await lockRules(manager);
    await desk.bringUpToDate(manager);
    const renewed = await proposalRefusals(act, proposal.payload);
    if (renewed.length > 0) return refused(...renewed);
    const applied = await applyProposal(act, proposal);
    if (applied.kind === 'refused') return refused(...applied.refusals);
    const decided = await decide(act, proposal, 'APPROVED', note);
    return done(decided, { ...applied.record, approved: proposal.proposedBy, details: detailsOf(decided) });
  },
};

/**
 * Rejects a proposal with its reason; nothing comes of it. Throws NOT_FOUND.
 * Source: our design, docs/decisions/0016-two-persons.md
 */
export const rejectProposal: Operation<z.infer<typeof rejection>, ProposalRow> = {
  name: 'rejectProposal',
  input: rejection,
  run: async (act, { proposalId, reason }) => {
    const proposal = await openProposal(act, proposalId);
    const refusals = mayDecide(act, proposal, 'rejectProposal');
    if (refusals.length > 0) return refused(...refusals);
    const decided = await decide(act, proposal, 'REJECTED', reason);
    return done(decided, { approved: null, details: detailsOf(decided) });
  },
};

/** The operation that makes a proposal of each kind. */
const PROPOSED_BY: Readonly<Record<ProposalKind, OperationName>> = {
  READING: 'proposeReading',
  CATEGORY_LIST: 'proposeCategoryList',
  REGIONAL_RATE: 'proposeRegionalRate',
  DIRECTORY_STATUS: 'changeDirectoryStatus',
  LISTING: 'addListing',
  CREDIT_CODE: 'registerCreditCode',
  QUOTA_ADJUSTMENT: 'adjustQuota',
};

async function openProposal({ manager, reach }: Act, id: string): Promise<ProposalRow> {
  const proposal = await lockProposal(manager, reach, id);
  if (proposal === null) throw notFound('proposalId', '提案', 'proposal');
  return proposal;
}

function mayApprove(act: Act, proposal: ProposalRow): readonly Refusal[] {
  const { payload } = proposal;
  if (proposal.status !== 'PROPOSED' || proposal.proposedBy === act.actor.person) return mayDecide(act, proposal, 'approveProposal');
  const subject = payload.kind === 'READING' ? payload.key : payload.kind;
  return act.reach.isWholeProvince || isForRegion(payload) ? [] : [refuseProposal('PROVINCE_DECIDES', 'proposalId', { subject })];
}

function mayDecide({ actor }: Act, { status, proposedBy, kind }: ProposalRow, act: OperationName): readonly Refusal[] {
  if (status !== 'PROPOSED') return [refuseProposal('PROPOSAL_STATUS', 'proposalId', { found: status, expected: ['PROPOSED'] })];
  return proposedBy === actor.person ? [refuseProposal('SAME_PERSON', null, { act, earlierAct: PROPOSED_BY[kind] })] : [];
}

async function decide({ manager, actor, at }: Act, proposal: ProposalRow, status: 'APPROVED' | 'REJECTED', note: string | null) {
  const changes = { status, decidedBy: actor.person, decidedAt: at, decisionNote: note };
  await updateProposal(manager, proposal.id, changes);
  return { ...proposal, ...changes };
}

const detailsOf = ({ kind, status, documentNumber, decisionNote, payload }: ProposalRow): ActRecord['details'] & object => ({
  kind,
  status,
  documentNumber,
  decisionNote,
  payload: plainOf(payload),
});

const done = (proposal: ProposalRow, record: Partial<ActRecord>): Outcome<ProposalRow> => ({
  kind: 'done',
  done: proposal,
  record: { ...record, region: proposal.regionCode, subjects: [{ type: 'Proposal', id: proposal.id }, ...(record.subjects ?? [])] },
});
