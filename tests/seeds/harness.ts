import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

/** One printed row of a notice: its cells by column name, a blank cell being the empty string. */
export interface SeedRow {
  readonly notice: string;
  readonly file: string;
  readonly cells: Readonly<Record<string, string>>;
}

export const NOTICES = ['LN2023-36', 'LN2024-251', 'LN2023-B2', 'LN2025-TB', 'QD-PB'] as const;

export const seedsFolder = join(process.cwd(), 'seeds');

/** Every file under a folder, as paths from the project root. */
export const filesUnder = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesUnder(path) : [path];
  });

const rowsOf = (notice: string, path: string): readonly SeedRow[] => {
  const records: readonly Record<string, string>[] = parse(readFileSync(path), { columns: true });
  return records.map((cells) => ({ notice, file: path.slice(seedsFolder.length + 1), cells }));
};

/** All rows of the five notices, files in alphabetical order, rows as printed. */
export const rows: readonly SeedRow[] = NOTICES.flatMap((notice) =>
  readdirSync(join(seedsFolder, 'measures', notice))
    .filter((name) => name.endsWith('.csv'))
    .sort()
    .flatMap((name) => rowsOf(notice, join(seedsFolder, 'measures', notice, name))),
);

export const cell = (row: SeedRow, column: string): string => row.cells[column] ?? '';

export const ofKind = (kind: string): readonly SeedRow[] => rows.filter((row) => cell(row, 'kind') === kind);

export const keysOf = (kind: string): readonly string[] => ofKind(kind).map((row) => cell(row, 'key'));

/** A row of its own for each figure; list entries carry no quantity. */
export const isFigure = (row: SeedRow): boolean => 'quantity' in row.cells;

/** Names a row in a failure message. */
export const named = (row: SeedRow): string => `${row.file} ${cell(row, 'kind')} ${cell(row, 'key')}`;

/** How often each value of a column occurs. */
export const countsBy = (list: readonly SeedRow[], column: string): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const row of list) counts[cell(row, column)] = (counts[cell(row, column)] ?? 0) + 1;
  return counts;
};
