import { z } from 'zod';

import type { Binding, FigureUnit, Quantity, RowStatus } from '../policy/figure.js';

const BINDINGS = ['FIXED', 'CAP', 'FLOOR', 'APPROXIMATE', 'REFERENCE', 'UNSPECIFIED'] as const satisfies readonly Binding[];
const UNITS = ['EACH', 'PERSON', 'PERSON_YEAR', 'PERSON_MONTH', 'EVENT', 'PROJECT'] as const satisfies readonly FigureUnit[];
const STATUSES = ['PRINTED', 'INFERRED', 'UNCONFIRMED'] as const satisfies readonly RowStatus[];
const QUANTITIES = [
  'CNY',
  'CNY_PER_HOUR',
  'HOURS',
  'PERSONS',
  'SHARE',
  'YEARS',
  'MONTHS',
  'WORKING_DAYS',
  'COUNT',
  'CHARACTERS',
  'DATE',
  'FLAG',
] as const satisfies readonly Quantity[];

const DECIMAL = /^-?\d+(\.\d+)?$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** A day of a notice begins at midnight in Liaoning. */
const DAY_START = 'T00:00:00.000+08:00';

/**
 * `2023-02-29` has the shape of a day and is none.
 * Source: our design, docs/decisions/0001-rules-as-dated-rows.md
 */
export const isDay = (text: string): boolean => {
  if (!DAY.test(text)) return false;
  const instant = new Date(`${text}T00:00:00.000Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text);
};

const required = z.string().min(1, 'a text that is not empty');
const optional = z.string().transform((text) => (text === '' ? null : text));
const day = z.string().refine(isDay, 'a day as YYYY-MM-DD');
const optionalDay = optional.refine((text) => text === null || isDay(text), 'a day as YYYY-MM-DD, or blank for unbounded');
const oneOf = <const Codes extends readonly [string, ...string[]]>(codes: Codes) => z.enum(codes, { error: `one of ${codes.join(', ')}` });

const instantOf = (text: string): string | null => {
  const instant = new Date(isDay(text) ? `${text}${DAY_START}` : text);
  return Number.isNaN(instant.getTime()) ? null : instant.toISOString();
};

const knownFrom = z.string().transform((text, context) => {
  if (text === '') return null;
  const instant = instantOf(text);
  if (instant === null) context.addIssue({ code: 'custom', message: 'a day as YYYY-MM-DD, an instant with its zone, or blank for always' });
  return instant;
});

const cited = {
  kind: required,
  key: required,
  region: optional,
  clause: required,
  annex: optional,
  row: optional,
  column: optional,
  valid_from: optionalDay,
  valid_to: optionalDay,
  known_from: knownFrom,
  last_verified_on: day,
  status: oneOf(STATUSES),
  note: optional,
};

const endsAfterStart = (row: { readonly valid_from: string | null; readonly valid_to: string | null }): boolean =>
  row.valid_from === null || row.valid_to === null || row.valid_from <= row.valid_to;
const ENDS_EARLY = { path: ['valid_to'], message: 'valid_from or a later day' };

const fits = (quantity: Quantity, value: string): boolean => {
  if (quantity === 'DATE') return isDay(value);
  return quantity === 'FLAG' ? value === '0' || value === '1' : DECIMAL.test(value);
};

/** A line of a file of figures. */
export const figureLine = z
  .object({ ...cited, value: optional, quantity: oneOf(QUANTITIES), unit: oneOf(UNITS), binding: oneOf(BINDINGS) })
  .refine(endsAfterStart, ENDS_EARLY)
  .refine(({ value, binding }) => (value === null) === (binding === 'UNSPECIFIED'), {
    path: ['value'],
    message: 'a value, or blank with the binding UNSPECIFIED',
  })
  .refine(({ value, quantity }) => value === null || fits(quantity, value), {
    path: ['value'],
    message: 'a decimal number without separators; a day for DATE; 1 or 0 for FLAG',
  });

/** A line of a file of list entries. */
export const entryLine = z.object({ ...cited, binding: oneOf(BINDINGS).nullable() }).refine(endsAfterStart, ENDS_EARLY);

export type CitedLine = z.infer<typeof entryLine>;
export type FigureLine = z.infer<typeof figureLine>;

const CITED_COLUMNS = Object.keys(cited);
const FIGURE_COLUMNS = [...CITED_COLUMNS, 'value', 'quantity', 'unit', 'binding'];

/**
 * The columns that a file must have: a file with `quantity` holds figures.
 * Source: our design, docs/decisions/0001-rules-as-dated-rows.md
 */
export const columnsOf = (header: readonly string[]): readonly string[] => (header.includes('quantity') ? FIGURE_COLUMNS : CITED_COLUMNS);
