import type { EntryValue } from '../../audit/entry.js';
import { yearOf } from '../../policy/calendar-day.js';
import type { ProposalPayload } from '../../policy/proposals/proposal-payload.js';
import { nextId } from '../../store/audit-log.js';
import { insertProposal } from '../../store/proposals.js';
import type { ProposalRow } from '../../store/rows/proposal-row.js';
import { type Act, type Outcome, refused } from '../acting/act.js';
import { proposalRefusals } from './proposal-refusals.js';

/** What a proposal rests on, and whose it is; null: the province's. */
export interface Proposing {
  readonly regionCode: string | null;
  readonly documentNumber: string;
}

/**
 * Records what somebody proposes, after the same checks that its approval will make. Refuses and throws what they do.
 * Source: our design, docs/decisions/0016-two-persons.md
 */
export async function propose(
  act: Act,
  payload: ProposalPayload,
  { regionCode, documentNumber }: Proposing,
): Promise<Outcome<ProposalRow>> {
  const refusals = await proposalRefusals(act, payload);
  if (refusals.length > 0) return refused(...refusals);
  const { manager, actor, at, today } = act;
  const year = yearOf(today);
  const row: ProposalRow = {
    id: await nextId(manager, year),
    year,
    kind: payload.kind,
    regionCode,
    payload,
    documentNumber,
    status: 'PROPOSED',
    proposedBy: actor.person,
    proposedAt: at,
    decidedBy: null,
    decidedAt: null,
    decisionNote: null,
  };
  await insertProposal(manager, row);
  const details = { kind: payload.kind, documentNumber, payload: plainOf(payload) };
  return { kind: 'done', done: row, record: { region: regionCode, subjects: [{ type: 'Proposal', id: row.id }], details } };
}

/** A payload as an entry keeps it: texts, numbers, lists and nothing else. */
export const plainOf = (payload: ProposalPayload): EntryValue => payload as unknown as EntryValue;
