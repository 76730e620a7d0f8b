import type { ClaimStatus } from '../../policy/claims/claim-status.js';
import { plainSchema } from './plain-schema.js';

/** What a step kept of one line: what changed since is told from it. */
export interface KeptLine {
  readonly lineId: string;
  readonly enrolmentId: string;
  readonly status: string;
  readonly due: string;
  readonly reasons: readonly string[];
}

/** One step of a claim, as it was taken. */
export interface ClaimStepRow {
  readonly id: string;
  readonly year: number;
  readonly claimId: string;
  /** the version that it made */
  readonly version: number;
  readonly act: string;
  readonly fromStatus: ClaimStatus | null;
  readonly toStatus: ClaimStatus;
  readonly actor: string;
  readonly takenOn: string;
  readonly at: Date | string;
  readonly reason: string | null;
  /** the content that the actor had seen */
  readonly seenHash: string | null;
  readonly lines: readonly KeptLine[];
}

export const claimStepRow = plainSchema<ClaimStepRow>('claim_step', {
  id: 'bigint',
  year: 'integer',
  claimId: 'bigint',
  version: 'integer',
  act: 'text',
  fromStatus: 'text',
  toStatus: 'text',
  actor: 'text',
  takenOn: 'date',
  at: 'timestamptz',
  reason: 'text',
  seenHash: 'text',
  lines: 'jsonb',
});
