import type { Fund } from '../../ledger/fund-accounts.js';
import { plainSchema } from './plain-schema.js';

/** What a fund of a year paid of a line, in yuan. */
export interface PaidFrom {
  readonly fund: Fund;
  readonly year: number;
  readonly amount: string;
}

/** One paid line that is recovered. */
export interface RecoveryLineRow {
  readonly id: string;
  readonly year: number;
  readonly recoveryId: string;
  readonly claimLineId: string;
  readonly enrolmentId: string;
  readonly amount: string;
  readonly paidFrom: readonly PaidFrom[];
}

export const recoveryLineRow = plainSchema<RecoveryLineRow>('recovery_line', {
  id: 'bigint',
  year: 'integer',
  recoveryId: 'bigint',
  claimLineId: 'bigint',
  enrolmentId: 'bigint',
  amount: 'numeric',
  paidFrom: 'jsonb',
});
