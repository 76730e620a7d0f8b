import type { QuoteStatement } from '../../policy/quote.js';
import { plainSchema } from './plain-schema.js';

/** A quote as it was issued; it is never changed. Its token is put together from the statement, the key's id and the signature. */
export interface QuoteRow {
  readonly id: string;
  /** the calendar year in which it was issued */
  readonly year: number;
  readonly tenant: string;
  readonly regionCode: string | null;
  readonly institutionCode: string | null;
  readonly number: string;
  readonly issuedOn: string;
  readonly expiresOn: string;
  readonly amount: string;
  readonly amountIfCleared: string;
  readonly ruleVersion: string;
  readonly ruleBookHash: string;
  readonly statement: QuoteStatement;
  readonly receiptHash: string;
  /** the canonical text of the receipt */
  readonly receipt: string;
  readonly signedWith: string;
  readonly signature: string;
  readonly issuedBy: string;
}

export const quoteRow = plainSchema<QuoteRow>('quote', {
  id: 'bigint',
  year: 'integer',
  tenant: 'text',
  regionCode: 'text',
  institutionCode: 'text',
  number: 'text',
  issuedOn: 'date',
  expiresOn: 'date',
  amount: 'numeric',
  amountIfCleared: 'numeric',
  ruleVersion: 'text',
  ruleBookHash: 'text',
  statement: 'jsonb',
  receiptHash: 'text',
  receipt: 'text',
  signedWith: 'text',
  signature: 'text',
  issuedBy: 'text',
});
