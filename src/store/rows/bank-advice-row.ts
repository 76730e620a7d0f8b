import { plainSchema } from './plain-schema.js';

/** What the bank said of payments of a batch, in one file. */
export interface BankAdviceRow {
  readonly id: string;
  readonly year: number;
  readonly paymentBatchId: string;
  readonly fileHash: string;
  readonly paid: number;
  readonly failed: number;
  readonly importedBy: string;
  readonly importedOn: string;
}

export const bankAdviceRow = plainSchema<BankAdviceRow>('bank_advice', {
  id: 'bigint',
  year: 'integer',
  paymentBatchId: 'bigint',
  fileHash: 'text',
  paid: 'integer',
  failed: 'integer',
  importedBy: 'text',
  importedOn: 'date',
});
