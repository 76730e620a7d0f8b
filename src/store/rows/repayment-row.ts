import { plainSchema } from './plain-schema.js';
import type { PaidFrom } from './recovery-line-row.js';

/** Money that arrived for a recovery. */
export interface RepaymentRow {
  readonly id: string;
  readonly year: number;
  readonly recoveryId: string;
  readonly regionCode: string;
  readonly institutionCode: string;
  readonly amount: string;
  readonly receivedOn: string;
  readonly documentNumber: string;
  /** the funds that it went back to, with the year in which they had paid */
  readonly refunds: readonly PaidFrom[];
  readonly recordedBy: string;
}

export const repaymentRow = plainSchema<RepaymentRow>('repayment', {
  id: 'bigint',
  year: 'integer',
  recoveryId: 'bigint',
  regionCode: 'text',
  institutionCode: 'text',
  amount: 'numeric',
  receivedOn: 'date',
  documentNumber: 'text',
  refunds: 'jsonb',
  recordedBy: 'text',
});
