import { plainSchema } from './plain-schema.js';

export type RecoveryStatus = 'OPEN' | 'SUSPENDED' | 'SETTLED' | 'CANCELLED';

/** What an institution has to give back to one region for one finding. */
export interface RecoveryRow {
  readonly id: string;
  readonly year: number;
  readonly findingId: string;
  readonly courseRunId: string;
  readonly regionCode: string;
  readonly institutionCode: string;
  readonly status: RecoveryStatus;
  readonly amount: string;
  /** what has arrived of it */
  readonly repaid: string;
  readonly documentNumber: string;
  readonly noticedOn: string;
  readonly dueOn: string;
  readonly openedBy: string;
  /** why it is suspended or cancelled */
  readonly statusReason: string | null;
}

export const recoveryRow = plainSchema<RecoveryRow>('recovery', {
  id: 'bigint',
  year: 'integer',
  findingId: 'bigint',
  courseRunId: 'bigint',
  regionCode: 'text',
  institutionCode: 'text',
  status: 'text',
  amount: 'numeric',
  repaid: 'numeric',
  documentNumber: 'text',
  noticedOn: 'date',
  dueOn: 'date',
  openedBy: 'text',
  statusReason: 'text',
});
