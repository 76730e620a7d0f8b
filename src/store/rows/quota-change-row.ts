import { plainSchema } from './plain-schema.js';

/** One change of the places that a region has in a year: given by Annex 7, or moved by an approved adjustment. Their sum is what is allocated. */
export interface QuotaChangeRow {
  readonly id: string;
  readonly year: number;
  readonly regionCode: string;
  readonly cause: 'ALLOCATION' | 'ADJUSTMENT';
  readonly places: number;
  readonly placesBefore: number;
  readonly placesAfter: number;
  readonly proposalId: string | null;
  readonly entryId: string;
  /** ISO, UTC */
  readonly at: string;
}

export const quotaChangeRow = plainSchema<QuotaChangeRow>('quota_change', {
  id: 'bigint',
  year: 'integer',
  regionCode: 'text',
  cause: 'text',
  places: 'integer',
  placesBefore: 'integer',
  placesAfter: 'integer',
  proposalId: 'bigint',
  entryId: 'bigint',
  at: 'timestamptz',
});
