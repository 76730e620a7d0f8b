import type { ClaimStatus } from '../../policy/claims/claim-status.js';
import { plainSchema } from './plain-schema.js';

/** What an institution asks one region to pay for trainees of one course run. */
export interface ClaimRow {
  readonly id: string;
  /** the fiscal year in which it was drafted */
  readonly year: number;
  readonly courseRunId: string;
  /** the region that pays */
  readonly regionCode: string;
  readonly institutionCode: string;
  readonly status: ClaimStatus;
  readonly version: number;
  /** yuan due of all payable lines that are not left out, as the last step found it */
  readonly amount: string;
  /** the day of the last step */
  readonly lastOn: string;
  readonly noticeFrom: string | null;
  /** the last day of the public notice */
  readonly noticeUntil: string | null;
  readonly approvedOn: string | null;
  /** entry of the approval: claims wait for funds in its order */
  readonly approvalId: string | null;
  readonly payeeAccountId: string | null;
}

export const claimRow = plainSchema<ClaimRow>('claim', {
  id: 'bigint',
  year: 'integer',
  courseRunId: 'bigint',
  regionCode: 'text',
  institutionCode: 'text',
  status: 'text',
  version: 'integer',
  amount: 'numeric',
  lastOn: 'date',
  noticeFrom: 'date',
  noticeUntil: 'date',
  approvedOn: 'date',
  approvalId: 'bigint',
  payeeAccountId: 'bigint',
});
