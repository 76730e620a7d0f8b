import type { ReasonCode } from '../../policy/reasons.js';
import type { DecisionStatus } from '../../policy/trainee-decision.js';
import { plainSchema } from './plain-schema.js';

/** One trainee in a claim, as the last step found it. */
export interface ClaimLineRow {
  readonly id: string;
  readonly year: number;
  readonly claimId: string;
  readonly enrolmentId: string;
  /** what the institution says that it charged the trainee, in yuan */
  readonly tuitionCharged: string;
  /** why a review left the line out of this payment; null where it is in */
  readonly leftOutReason: string | null;
  readonly status: DecisionStatus;
  readonly entitlement: string;
  readonly due: string;
  readonly reasons: readonly ReasonCode[];
  /** of the decision; null until the line is judged for the first time */
  readonly receiptHash: string | null;
}

export const claimLineRow = plainSchema<ClaimLineRow>('claim_line', {
  id: 'bigint',
  year: 'integer',
  claimId: 'bigint',
  enrolmentId: 'bigint',
  tuitionCharged: 'numeric',
  leftOutReason: 'text',
  status: 'text',
  entitlement: 'numeric',
  due: 'numeric',
  reasons: 'jsonb',
  receiptHash: 'text',
});
