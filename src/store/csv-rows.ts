import { parse } from 'csv-parse/sync';

/**
 * The rows of a CSV text, cells trimmed and empty lines left out; null where it is no CSV, or its lines have different numbers of cells.
 * Source: RFC 4180
 */
export function csvRows(text: string): readonly (readonly string[])[] | null {
  try {
    return parse(text, { bom: true, trim: true, skip_empty_lines: true, relax_column_count: false });
  } catch {
    // What the parser says may quote the text, which can hold anything.
    return null;
  }
}
