import { EntitySchema } from 'typeorm';

import type { Measure } from '../../policy/figure.js';

/** The sheet of a notice is stored as it is. */
export const measureRow = new EntitySchema<Measure>({
  name: 'measure',
  columns: {
    code: { type: 'text', primary: true },
    number: { type: 'text', nullable: true },
    title: { type: 'jsonb' },
    issuer: { type: 'jsonb' },
    issuedOn: { type: 'date', name: 'issued_on', nullable: true },
    effectiveFrom: { type: 'date', name: 'effective_from', nullable: true },
    effectiveTo: { type: 'date', name: 'effective_to', nullable: true },
    status: { type: 'text' },
    lastVerifiedOn: { type: 'date', name: 'last_verified_on' },
    note: { type: 'jsonb' },
    normCount: { type: 'integer', name: 'norm_count' },
  },
});
