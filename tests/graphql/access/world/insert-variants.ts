import type { DataSource } from 'typeorm';
import type { Canaries } from './canaries.js';
import { formOf } from './forms.js';
import { PROVINCE, type Scope } from './scopes.js';
import { type Column, pointedAt, type Table } from './tables.js';

export type StoredRow = Readonly<Record<string, unknown>>;

export interface Insertion {
  readonly table: Table;
  readonly tables: readonly Table[];
  /** null: the province's own */
  readonly scope: Scope | null;
  readonly canaries: Canaries;
  /** what the scope has already, by table */
  readonly rows: ReadonlyMap<string, readonly StoredRow[]>;
  readonly year: number;
}

const DAY = '2026-03-02';
const AT = '2026-03-02T03:00:00.000Z';
const TRIES_MAX = 12;

/** Columns that decide which other ones are filled. */
const VARIED: readonly string[] = ['status', 'kind', 'scope', 'verification'];

/**
 * Writes rows of one table in one scope: one for each value that a check allows in a column that decides about others. What a check does not allow together with such a value is
 * left empty where it may be.
 */
export async function insertVariants(dataSource: DataSource, insertion: Insertion): Promise<readonly StoredRow[]> {
  const { table } = insertion;
  const varied = table.columns.filter(({ name, allowed }) => allowed.length > 1 && VARIED.includes(name));
  const variants = [{}, ...varied.flatMap(({ name, allowed }) => allowed.slice(1).map((value) => ({ [name]: value })))];
  const stored: StoredRow[] = [];
  for (const [index, variant] of variants.entries()) {
    const row = await insertOne(dataSource, insertion, variant, index);
    if (row !== null) stored.push(row);
  }
  if (stored.length === 0) throw new Error(`the world does not know how to fill a row of ${table.name}`);
  return stored;
}

async function insertOne(dataSource: DataSource, insertion: Insertion, variant: StoredRow, index: number): Promise<StoredRow | null> {
  const { table, year } = insertion;
  const id = table.columns.some(({ name }) => name === 'id') ? await newId(dataSource, year) : null;
  const empty = new Set<string>();
  for (let tries = 0; tries < TRIES_MAX; tries += 1) {
    const values = table.columns
      .filter(({ isGenerated }) => !isGenerated)
      .map((column): [string, unknown] => {
        if (column.name === 'id') return ['id', id];
        if (empty.has(column.name)) return [column.name, null];
        return [column.name, variant[column.name] ?? valueOf(column, insertion, index)];
      });
    const names = values.map(([name]) => `"${name}"`).join(', ');
    const places = values.map((_, at) => `$${at + 1}`).join(', ');
    try {
      await dataSource.query(
        `INSERT INTO ${table.name} (${names}) VALUES (${places})`,
        values.map(([, value]) => value),
      );
      return Object.fromEntries(values);
    } catch (error) {
      const { code, constraint } = error as { readonly code?: string; readonly constraint?: string };
      if (code === UNIQUE_VIOLATION) return null;
      const about = code === CHECK_VIOLATION ? (table.checks.get(constraint ?? '') ?? []) : [];
      const left = table.columns.filter(({ name, isNullable }) => isNullable && about.includes(name) && !empty.has(name));
      if (left.length === 0) {
        if (code === CHECK_VIOLATION && index > 0) return null;
        throw error;
      }
      for (const { name } of left) empty.add(name);
    }
  }
  return null;
}

const UNIQUE_VIOLATION = '23505';
const CHECK_VIOLATION = '23514';

async function newId(dataSource: DataSource, year: number): Promise<string> {
  const [row] = await dataSource.query<{ readonly id: string }[]>('SELECT next_id($1) AS id', [year]);
  return row?.id ?? '';
}

function valueOf(column: Column, { table, tables, scope, canaries, rows, year }: Insertion, index: number): unknown {
  const { name, type, allowed, isHash, isNullable } = column;
  const scopeName = scope?.name ?? PROVINCE;
  const place = `${table.name}.${name}.${index}`;
  const form = formOf(`${table.name}.${name}`, type, canaries.text(scopeName, place), rows);
  if (form !== null) return form;
  if (name === 'year') return year;
  if (name.endsWith('region_code')) return scope?.region ?? null;
  if (name === 'institution_code' || name === 'issuer_code') return scope?.institution ?? null;
  if (name === 'assessment_body_code') return scope?.assessmentBody ?? null;
  if (name === 'occupation_code') return 'BIG_DATA';
  if (type === 'bigint')
    return rows.get(pointedAt(name, tables) ?? (name === 'person_id' ? 'person' : ''))?.[0]?.['id'] ?? (isNullable ? null : '1');
  if (allowed.length > 0) return allowed[0];
  if (type === 'text') return isHash ? canaries.hash(scopeName, place) : canaries.text(scopeName, place);
  return PLAIN[type] ?? null;
}

/** Values for what cannot carry a canary. */
const PLAIN: Readonly<Record<string, unknown>> = {
  date: DAY,
  'timestamp with time zone': AT,
  integer: 1,
  smallint: 1,
  numeric: '1',
  boolean: false,
  bytea: Buffer.alloc(32, 1),
};
