import type { DataSource } from 'typeorm';

export interface Column {
  readonly name: string;
  readonly type: string;
  readonly isNullable: boolean;
  /** the database fills it */
  readonly isGenerated: boolean;
  /** the texts that a check allows; empty where any is */
  readonly allowed: readonly string[];
  /** a check asks for 64 hexadecimal digits */
  readonly isHash: boolean;
}

export interface Table {
  readonly name: string;
  readonly columns: readonly Column[];
  /** the columns that each check is about */
  readonly checks: ReadonlyMap<string, readonly string[]>;
}

/** Rules, the ledger with its accounts and the published quota, and what the machinery keeps: no row of them is shown as it is, and none is somebody's text. */
const NOT_FACTS: readonly string[] =
  `account transfer pending_transfer reversed_transfer quota_change seal_pending audit_entry audit_subject idempotency rule_revision
  figure entry measure open_question seed_file setting person migrations`.split(/\s+/u);

interface ColumnRow {
  readonly table: string;
  readonly name: string;
  readonly type: string;
  readonly isNullable: boolean;
  readonly isGenerated: boolean;
}

interface CheckRow {
  readonly table: string;
  readonly name: string;
  readonly columns: readonly string[];
  readonly definition: string;
}

const COLUMNS = `
  SELECT class.relname AS "table", attribute.attname AS name, format_type(attribute.atttypid, NULL) AS type,
    NOT attribute.attnotnull AS "isNullable", attribute.attidentity <> '' OR attribute.attgenerated <> '' OR attribute.atthasdef AS "isGenerated"
  FROM pg_attribute AS attribute JOIN pg_class AS class ON class.oid = attribute.attrelid
  WHERE class.relnamespace = 'public'::regnamespace AND class.relkind IN ('r', 'p') AND NOT class.relispartition
    AND attribute.attnum > 0 AND NOT attribute.attisdropped
  ORDER BY class.relname, attribute.attnum`;

const CHECKS = `
  SELECT class.relname AS "table", made.conname AS name, pg_get_constraintdef(made.oid) AS definition,
    (SELECT json_agg(attribute.attname) FROM pg_attribute AS attribute
     WHERE attribute.attrelid = made.conrelid AND attribute.attnum = ANY (made.conkey)) AS columns
  FROM pg_constraint AS made JOIN pg_class AS class ON class.oid = made.conrelid
  WHERE made.contype = 'c' AND class.relnamespace = 'public'::regnamespace AND NOT class.relispartition`;

/** The tables that hold facts, as the database itself describes them: one that is added later is here without being named. */
export async function factTables(dataSource: DataSource): Promise<readonly Table[]> {
  const columns = await dataSource.query<ColumnRow[]>(COLUMNS);
  const checks = await dataSource.query<CheckRow[]>(CHECKS);
  const names = [...new Set(columns.map(({ table }) => table))].filter((name) => !NOT_FACTS.includes(name));
  return names.map((name) => {
    const own = checks.filter(({ table }) => table === name);
    return {
      name,
      columns: columns.filter(({ table }) => table === name).map((column) => ({ ...column, ...checked(own, column.name) })),
      checks: new Map(own.map((check) => [check.name, check.columns])),
    };
  });
}

function checked(checks: readonly CheckRow[], column: string): Pick<Column, 'allowed' | 'isHash'> {
  const alone = checks.filter(({ columns }) => columns.length === 1 && columns[0] === column).map(({ definition }) => definition);
  const list = alone.find((definition) => definition.includes('ANY (ARRAY['));
  return {
    allowed: list === undefined ? [] : [...list.matchAll(/'([A-Z_0-9a-z]+)'::text/gu)].map(([, value]) => value as string),
    isHash: alone.some((definition) => definition.includes('[0-9a-f]{64}')),
  };
}

/** The tables in an order in which each comes after those that its columns point to. */
export function inOrderOfNeed(tables: readonly Table[]): readonly Table[] {
  const sorted: Table[] = [];
  const visit = (table: Table, path: readonly string[]): void => {
    if (sorted.includes(table) || path.includes(table.name)) return;
    for (const column of table.columns) {
      const needed = tables.find(({ name }) => name === pointedAt(column.name, tables));
      if (needed !== undefined) visit(needed, [...path, table.name]);
    }
    sorted.push(table);
  };
  for (const table of tables) visit(table, []);
  return sorted;
}

/** Columns whose name does not say the whole name of their table. */
const ALIASES: Readonly<Record<string, string>> = { plan_id: 'training_plan' };

/** The fact table that a column points to by its name, or null. */
export function pointedAt(column: string, tables: readonly Table[]): string | null {
  const named = ALIASES[column] ?? /^(.+)_id$/u.exec(column)?.[1];
  return tables.find(({ name }) => name === named)?.name ?? null;
}

/** The type that shows the rows of a table, and back. */
export const typeOfTable = (table: string): string => table.replace(/(?:^|_)([a-z])/gu, (_, letter: string) => letter.toUpperCase());
export const tableOfType = (type: string): string => type.replace(/(?!^)[A-Z]/gu, (letter) => `_${letter}`).toLowerCase();
