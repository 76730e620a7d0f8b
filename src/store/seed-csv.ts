import { parse } from 'csv-parse/sync';
import type { z } from 'zod';

import type { Citation, Entry, Figure } from '../policy/figure.js';
import { columnsOf, entryLine, figureLine, type CitedLine } from './seed-columns.js';
import { seedFailure } from './seed-failure.js';

/** The notice that a file belongs to. */
export interface SeedDocument {
  readonly code: string;
  readonly number: string | null;
}

/** A row with the line it was read from. */
export interface Placed<Row> {
  readonly row: Row;
  readonly file: string;
  readonly line: number;
}

export interface SeedRows {
  readonly figures: readonly Placed<Figure>[];
  readonly entries: readonly Placed<Entry>[];
}

type Cells = Readonly<Record<string, string>>;
interface CsvLine {
  readonly record: Cells;
  readonly info: { readonly lines: number };
}

/**
 * The figures or entries of one CSV file of a notice. Throws SEED_FILE_INVALID naming file, line, column, what was
 * found and what is allowed.
 * Source: our design, docs/decisions/0001-rules-as-dated-rows.md
 */
export const readSeedCsv = (file: string, content: Buffer, document: SeedDocument): SeedRows => {
  const header: string[] = [];
  const lines = parseLines(file, content, header);
  if (header.includes('quantity')) {
    return { figures: lines.map((line) => place(file, line, toFigure(file, line, document))), entries: [] };
  }
  return { figures: [], entries: lines.map((line) => place(file, line, toEntry(file, line, document))) };
};

const place = <Row>(file: string, line: CsvLine, row: Row): Placed<Row> => ({ row, file, line: line.info.lines });

const parseLines = (file: string, content: Buffer, header: string[]): CsvLine[] => {
  try {
    return parse(content, {
      bom: true,
      info: true,
      skip_empty_lines: true,
      columns: (names: string[]) => {
        checkHeader(file, names);
        header.push(...names);
        return names;
      },
    }) as unknown as CsvLine[];
  } catch (error) {
    const { lines, code } = error as { readonly lines?: number; readonly code?: string };
    if (lines === undefined || code === undefined) throw error;
    throw seedFailure({ file, line: lines, column: '*' }, code, 'as many cells as the header has columns, quotes in pairs');
  }
};

const checkHeader = (file: string, names: readonly string[]): void => {
  const place = (column: string) => ({ file, line: 1, column });
  names.forEach((name, index) => {
    if (name === '') throw seedFailure(place(String(index + 1)), name, 'the name of a column');
    if (names.indexOf(name) !== index) throw seedFailure(place(name), name, 'each column once');
  });
  const missing = columnsOf(names).find((column) => !names.includes(column));
  if (missing !== undefined) throw seedFailure(place(missing), '', 'the column in the header, even when all its cells are blank');
};

const checked = <Line>(file: string, { record, info }: CsvLine, schema: z.ZodType<Line>, cells: unknown): Line => {
  const result = schema.safeParse(cells);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const column = String(issue?.path[0] ?? '*');
  throw seedFailure({ file, line: info.lines, column }, record[column] ?? '', issue?.message ?? 'a valid line');
};

const toFigure = (file: string, line: CsvLine, document: SeedDocument): Figure => {
  const cells = checked(file, line, figureLine, line.record);
  return {
    kind: cells.kind,
    key: cells.key,
    regionCode: cells.region,
    value: cells.value,
    quantity: cells.quantity,
    unit: cells.unit,
    binding: cells.binding,
    attributes: attributesOf(line.record),
    citation: toCitation(cells, document),
  };
};

const toEntry = (file: string, line: CsvLine, document: SeedDocument): Entry => {
  const binding = line.record.binding ?? '';
  const cells = checked(file, line, entryLine, { ...line.record, binding: binding === '' ? null : binding });
  return {
    kind: cells.kind,
    key: cells.key,
    regionCode: cells.region,
    attributes: attributesOf(line.record),
    citation: toCitation(cells, document),
  };
};

/** Every column that is not a standard one, blank cells left out. */
const attributesOf = (record: Cells): Record<string, string> => {
  const standard = new Set([...columnsOf(Object.keys(record)), 'binding']);
  return Object.fromEntries(Object.entries(record).filter(([name, cell]) => !standard.has(name) && cell !== ''));
};

const toCitation = (cells: CitedLine, document: SeedDocument): Citation => ({
  documentCode: document.code,
  documentNumber: document.number,
  clause: cells.clause,
  annex: cells.annex,
  row: cells.row,
  column: cells.column,
  validFrom: cells.valid_from,
  validTo: cells.valid_to,
  knownFrom: cells.known_from,
  knownTo: null,
  lastVerifiedOn: cells.last_verified_on,
  status: cells.status,
  binding: cells.binding,
  note: cells.note,
});
