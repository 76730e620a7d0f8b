import type { RulePayload } from '../../policy/proposals/proposal-payload.js';
import { rulesOf } from '../../policy/proposals/rules-of.js';
import type { Refusal } from '../../policy/refusals/refusal.js';
import { documentOf, recordEntries, recordFigures, recordSettings } from '../../store/recorded-rules.js';
import type { ProposalRow } from '../../store/rows/proposal-row.js';
import type { Act, ActRecord } from '../acting/act.js';
import { applyQuotaAdjustment } from '../quota/apply-quota-adjustment.js';

/** What the audit log shall keep of an effect; or why there is none. */
export type Applied =
  | { readonly kind: 'applied'; readonly record: Partial<ActRecord> }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] };

/**
 * Puts an approved proposal into effect, within the transaction of its approval. The rules are locked and the proposal was checked under them; the ledger may
 * still refuse, under the locks of its accounts.
 * Source: our design, docs/decisions/0016-two-persons.md
 */
export async function applyProposal(act: Act, proposal: ProposalRow): Promise<Applied> {
  const { payload } = proposal;
  if (payload.kind === 'QUOTA_ADJUSTMENT') return applyQuotaAdjustment(act, proposal.id, payload);
  return { kind: 'applied', record: await applyRules(act, proposal, payload) };
}

async function applyRules(
  { manager, at, today }: Act,
  { id, documentNumber }: ProposalRow,
  payload: RulePayload,
): Promise<Partial<ActRecord>> {
  const document = await documentOf(manager, documentNumber, today);
  const { settings, entries, figures } = rulesOf(payload, { proposalId: id, document, approvedOn: today });
  if (settings.length > 0) await recordSettings(manager, settings, at);
  if (entries.length > 0) await recordEntries(manager, entries, at);
  if (figures.length > 0) await recordFigures(manager, figures, at);
  return { clauses: [document.code] };
}
