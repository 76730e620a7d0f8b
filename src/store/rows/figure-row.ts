import { EntitySchema } from 'typeorm';

import type { Binding, FigureUnit, Quantity } from '../../policy/figure.js';
import { citedColumns, type CitedRow } from './cited-row.js';

export interface FigureRow extends CitedRow {
  readonly kind: string;
  /** A decimal text; null when the notice names none. */
  readonly value: string | null;
  readonly quantity: Quantity;
  readonly unit: FigureUnit;
  readonly binding: Binding;
  readonly attributes: Readonly<Record<string, string>>;
}

export const figureRow = new EntitySchema<FigureRow>({
  name: 'figure',
  columns: {
    ...citedColumns,
    kind: { type: 'text' },
    value: { type: 'text', nullable: true },
    quantity: { type: 'text' },
    unit: { type: 'text' },
    binding: { type: 'text' },
    attributes: { type: 'jsonb' },
  },
});
