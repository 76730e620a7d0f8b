import { plainSchema } from './plain-schema.js';

/** A training agreement of a city with an institution. */
export interface AgreementRow {
  readonly id: string;
  readonly regionCode: string;
  readonly institutionCode: string;
  readonly number: string;
  readonly signedOn: string;
  readonly validFrom: string;
  /** null while it has no end */
  readonly validTo: string | null;
  readonly recordedBy: string;
}

export const agreementRow = plainSchema<AgreementRow>('agreement', {
  id: 'bigint',
  regionCode: 'text',
  institutionCode: 'text',
  number: 'text',
  signedOn: 'date',
  validFrom: 'date',
  validTo: 'date',
  recordedBy: 'text',
});
