import type { ProposalKind, ProposalPayload, ProposalStatus } from '../../policy/proposals/proposal-payload.js';
import { plainSchema } from './plain-schema.js';

/** What one person proposed and another one decides. Instants are ISO, UTC. */
export interface ProposalRow {
  readonly id: string;
  readonly year: number;
  readonly kind: ProposalKind;
  /** null: the province's */
  readonly regionCode: string | null;
  readonly payload: ProposalPayload;
  readonly documentNumber: string;
  readonly status: ProposalStatus;
  readonly proposedBy: string;
  readonly proposedAt: string;
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
  readonly decisionNote: string | null;
}

export const proposalRow = plainSchema<ProposalRow>('proposal', {
  id: 'bigint',
  year: 'integer',
  kind: 'text',
  regionCode: 'text',
  payload: 'jsonb',
  documentNumber: 'text',
  status: 'text',
  proposedBy: 'text',
  proposedAt: 'timestamptz',
  decidedBy: 'text',
  decidedAt: 'timestamptz',
  decisionNote: 'text',
});
