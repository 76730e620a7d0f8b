import { EntitySchema } from 'typeorm';

import type { Binding } from '../../policy/figure.js';
import { citedColumns, type CitedRow } from './cited-row.js';

export interface EntryRow extends CitedRow {
  readonly kind: string;
  readonly binding: Binding | null;
  readonly attributes: Readonly<Record<string, string>>;
}

export const entryRow = new EntitySchema<EntryRow>({
  name: 'entry',
  columns: {
    ...citedColumns,
    kind: { type: 'text' },
    binding: { type: 'text', nullable: true },
    attributes: { type: 'jsonb' },
  },
});
