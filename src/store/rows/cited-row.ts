import type { EntitySchemaColumnOptions } from 'typeorm';

import type { RowStatus } from '../../policy/figure.js';
import { dayRangeColumn, instantRangeColumn, type DayRange, type InstantRange } from './ranges.js';

/** Who wrote a row: the seed files of a release, or an operation with its own document. */
export type RowOrigin = 'SEED' | 'RECORDED';

/** What figure, entry and setting rows have in common. */
export interface CitedRow {
  /** Absent until the database gives one. */
  readonly id?: string;
  readonly key: string;
  readonly regionCode: string | null;
  readonly documentCode: string | null;
  readonly clause: string;
  readonly annex: string | null;
  readonly printedRow: string | null;
  readonly printedColumn: string | null;
  readonly lastVerifiedOn: string;
  readonly status: RowStatus;
  readonly note: string | null;
  readonly valid: DayRange;
  readonly known: InstantRange;
  readonly origin: RowOrigin;
  /** SHA-256 of everything but `known` and `origin`: equal rows of two releases are recognised by it. */
  readonly digest: string;
}

type Columns = Readonly<Record<keyof CitedRow, EntitySchemaColumnOptions>>;

const optionalText = (name: string): EntitySchemaColumnOptions => ({ type: 'text', name, nullable: true });

/** How those columns are stored. */
export const citedColumns: Columns = {
  id: { type: 'bigint', primary: true, generated: true },
  key: { type: 'text' },
  regionCode: optionalText('region_code'),
  documentCode: optionalText('document_code'),
  clause: { type: 'text' },
  annex: optionalText('annex'),
  printedRow: optionalText('printed_row'),
  printedColumn: optionalText('printed_column'),
  lastVerifiedOn: { type: 'date', name: 'last_verified_on' },
  status: { type: 'text' },
  note: optionalText('note'),
  valid: { type: 'daterange', transformer: dayRangeColumn },
  known: { type: 'tstzrange', transformer: instantRangeColumn },
  origin: { type: 'text' },
  digest: { type: 'text' },
};
