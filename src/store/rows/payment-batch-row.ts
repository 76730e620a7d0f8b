import { plainSchema } from './plain-schema.js';

/** Payments of one region that a payer sends to the bank together. */
export interface PaymentBatchRow {
  readonly id: string;
  readonly year: number;
  readonly regionCode: string;
  readonly payments: number;
  /** yuan */
  readonly total: string;
  /** SHA-256 over its lines: number, claim, account and amount of each */
  readonly controlHash: string;
  readonly sentBy: string;
  readonly sentOn: string;
}

export const paymentBatchRow = plainSchema<PaymentBatchRow>('payment_batch', {
  id: 'bigint',
  year: 'integer',
  regionCode: 'text',
  payments: 'integer',
  total: 'numeric',
  controlHash: 'text',
  sentBy: 'text',
  sentOn: 'date',
});
