import { approveProposal, rejectProposal } from '../../../src/operations/governance/decide-proposal.js';
import type { Operation } from '../../../src/operations/acting/act.js';
import type { Workplace } from '../../../src/operations/acting/perform.js';
import type { Actor } from '../../../src/policy/access/actor.js';
import { nodeId } from '../../../src/policy/node-id.js';
import type { ProposalRow } from '../../../src/store/rows/proposal-row.js';
import { done, PEOPLE, refusalsOf } from '../workplace.js';

export const proposalId = ({ id }: Pick<ProposalRow, 'id'>) => ({ proposalId: nodeId('Proposal', id) });

/** Somebody of the province approves what was proposed. */
export const approve = (workplace: Workplace, proposal: Pick<ProposalRow, 'id'>, by: Actor = PEOPLE.provinceReviewer) =>
  done(workplace, approveProposal, by, proposalId(proposal));

export const approvalRefusals = (workplace: Workplace, proposal: Pick<ProposalRow, 'id'>, by: Actor = PEOPLE.provinceReviewer) =>
  refusalsOf(workplace, approveProposal, by, proposalId(proposal));

export const rejectionRefusals = (workplace: Workplace, proposal: Pick<ProposalRow, 'id'>, by: Actor = PEOPLE.provinceReviewer) =>
  refusalsOf(workplace, rejectProposal, by, { ...proposalId(proposal), reason: '理由' });

/** One person proposes, another one approves. */
export async function decided<Input>(
  workplace: Workplace,
  operation: Operation<Input, ProposalRow>,
  input: object,
  by: Actor = PEOPLE.province,
): Promise<ProposalRow> {
  return approve(workplace, await done(workplace, operation, by, input));
}
