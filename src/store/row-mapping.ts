import { canonicalText, sha256 } from '../policy/canonical.js';
import type { Binding, Citation, Entry, Figure, Setting } from '../policy/figure.js';
import type { CitedRow, RowOrigin } from './rows/cited-row.js';
import type { EntryRow } from './rows/entry-row.js';
import type { FigureRow } from './rows/figure-row.js';
import type { InstantRange } from './rows/ranges.js';
import type { SettingRow } from './rows/setting-row.js';
import { OPEN_QUESTIONS_DOCUMENT } from './seed-sheets.js';

/** The number of a document by its code; null for one that prints none. */
export type NumberOf = (documentCode: string) => string | null;

/**
 * A figure as it is stored.
 * Source: our design, docs/decisions/0001-rules-as-dated-rows.md
 */
export const figureToRow = (figure: Figure, known: InstantRange, origin: RowOrigin): FigureRow => ({
  ...cited(figure, known, origin),
  kind: figure.kind,
  value: figure.value,
  quantity: figure.quantity,
  unit: figure.unit,
  binding: figure.binding,
  attributes: figure.attributes,
});

/**
 * A list entry as it is stored.
 * Source: our design, docs/decisions/0001-rules-as-dated-rows.md
 */
export const entryToRow = (entry: Entry, known: InstantRange, origin: RowOrigin): EntryRow => ({
  ...cited(entry, known, origin),
  kind: entry.kind,
  binding: entry.citation.binding,
  attributes: entry.attributes,
});

/**
 * A reading as it is stored: no notice is the document of the default ones.
 * Source: our design, docs/decisions/0001-rules-as-dated-rows.md
 */
export const settingToRow = (setting: Setting, known: InstantRange, origin: RowOrigin): SettingRow => {
  const row = cited(setting, known, origin);
  return { ...row, documentCode: row.documentCode === OPEN_QUESTIONS_DOCUMENT ? null : row.documentCode, reading: setting.reading };
};

/**
 * The figure that a row stores.
 * Source: our design, docs/decisions/0001-rules-as-dated-rows.md
 */
export const rowToFigure = (row: FigureRow, numberOf: NumberOf): Figure => ({
  kind: row.kind,
  key: row.key,
  regionCode: row.regionCode,
  value: row.value,
  quantity: row.quantity,
  unit: row.unit,
  binding: row.binding,
  attributes: row.attributes,
  citation: citationOf(row, row.binding, numberOf),
});

/**
 * The entry that a row stores.
 * Source: our design, docs/decisions/0001-rules-as-dated-rows.md
 */
export const rowToEntry = (row: EntryRow, numberOf: NumberOf): Entry => ({
  kind: row.kind,
  key: row.key,
  regionCode: row.regionCode,
  attributes: row.attributes,
  citation: citationOf(row, row.binding, numberOf),
});

/**
 * The reading that a row stores.
 * Source: our design, docs/decisions/0001-rules-as-dated-rows.md
 */
export const rowToSetting = (row: SettingRow, numberOf: NumberOf): Setting => ({
  key: row.key,
  regionCode: row.regionCode,
  reading: row.reading,
  citation: citationOf(row, null, numberOf),
});

type Cited = { readonly key: string; readonly regionCode: string | null; readonly citation: Citation };

const cited = (row: Cited, known: InstantRange, origin: RowOrigin): CitedRow => {
  const { citation } = row;
  return {
    key: row.key,
    regionCode: row.regionCode,
    documentCode: citation.documentCode,
    clause: citation.clause,
    annex: citation.annex,
    printedRow: citation.row,
    printedColumn: citation.column,
    lastVerifiedOn: citation.lastVerifiedOn,
    status: citation.status,
    note: citation.note,
    valid: { from: citation.validFrom, to: citation.validTo },
    known,
    origin,
    digest: digestOf(row),
  };
};

/** When a row was learned is no part of what it says, and its document's number is the document's. */
const digestOf = (row: Cited): string => {
  const { knownFrom: _from, knownTo: _to, documentNumber: _number, ...citation } = row.citation;
  return sha256(canonicalText({ ...row, citation }));
};

const citationOf = (row: CitedRow, binding: Binding | null, numberOf: NumberOf): Citation => ({
  documentCode: row.documentCode ?? OPEN_QUESTIONS_DOCUMENT,
  documentNumber: row.documentCode === null ? null : numberOf(row.documentCode),
  clause: row.clause,
  annex: row.annex,
  row: row.printedRow,
  column: row.printedColumn,
  validFrom: row.valid.from,
  validTo: row.valid.to,
  knownFrom: row.known.from,
  knownTo: row.known.to,
  lastVerifiedOn: row.lastVerifiedOn,
  status: row.status,
  binding,
  note: row.note,
});
