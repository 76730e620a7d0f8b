import { plainSchema } from './plain-schema.js';

export type PayeeAccountStatus = 'PROPOSED' | 'APPROVED' | 'REJECTED' | 'REPLACED';

/** The account to which a training institution is paid, without its number: that is kept encrypted and never leaves the store with the row. */
export interface PayeeAccountRow {
  readonly id: string;
  readonly year: number;
  readonly institutionCode: string;
  readonly holder: string;
  readonly bankName: string;
  readonly bankCode: string | null;
  /** the last four digits of the number */
  readonly numberTail: string;
  readonly documentNumber: string;
  readonly status: PayeeAccountStatus;
  readonly proposedBy: string;
  readonly proposedOn: string;
  readonly decidedBy: string | null;
  readonly decidedOn: string | null;
  readonly decisionNote: string | null;
}

export const payeeAccountRow = plainSchema<PayeeAccountRow>('payee_account', {
  id: 'bigint',
  year: 'integer',
  institutionCode: 'text',
  holder: 'text',
  bankName: 'text',
  bankCode: 'text',
  numberTail: 'text',
  documentNumber: 'text',
  status: 'text',
  proposedBy: 'text',
  proposedOn: 'date',
  decidedBy: 'text',
  decidedOn: 'date',
  decisionNote: 'text',
});
