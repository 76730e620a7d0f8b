import { plainSchema } from './plain-schema.js';

export type PaymentStatus = 'SENT' | 'PAID' | 'FAILED';

/** One payment to an institution for one claim. */
export interface PaymentRow {
  readonly id: string;
  readonly year: number;
  readonly paymentBatchId: string;
  /** its number in the batch */
  readonly line: number;
  readonly claimId: string;
  readonly regionCode: string;
  readonly institutionCode: string;
  readonly payeeAccountId: string;
  readonly amount: string;
  readonly status: PaymentStatus;
  readonly bankReference: string | null;
  /** the day on which the bank paid or returned it */
  readonly settledOn: string | null;
  readonly returnReason: string | null;
}

export const paymentRow = plainSchema<PaymentRow>('payment', {
  id: 'bigint',
  year: 'integer',
  paymentBatchId: 'bigint',
  line: 'integer',
  claimId: 'bigint',
  regionCode: 'text',
  institutionCode: 'text',
  payeeAccountId: 'bigint',
  amount: 'numeric',
  status: 'text',
  bankReference: 'text',
  settledOn: 'date',
  returnReason: 'text',
});
