import type { EntityManager, EntitySchema } from 'typeorm';
import { preparedRows } from './prepared-rows.js';
import { allOf, type Condition, condition, selectList } from './select-rows.js';

/** Which rows of a list in the order of their ids, forward from `after` or backward from `before`. */
export interface RowPageRequest {
  readonly size: number;
  readonly isBackward: boolean;
  readonly after: string | null;
  readonly before: string | null;
}

/** One page, its rows in the order of their ids. */
export interface RowPage<Row> {
  readonly rows: readonly Row[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  /** how many there are on all pages: counted when asked for */
  readonly count: () => Promise<number>;
}

/**
 * Reads one page by keyset: the condition is the filter and the reach together, so that a count tells nothing about rows of others. The rows have the columns that are
 * named, among them the id, and no others; all where none are named.
 * Source: our design, docs/decisions/0003-transport.md
 */
export async function readPage<Row extends { readonly id: string }>(
  manager: EntityManager,
  schema: EntitySchema<Row>,
  where: Condition,
  page: RowPageRequest,
  columns: ReadonlySet<keyof Row> | null = null,
): Promise<RowPage<Row>> {
  const bounds = [
    ...(page.after === null ? [] : [condition('row.id > $1', page.after)]),
    ...(page.before === null ? [] : [condition('row.id < $1', page.before)]),
  ];
  const order = page.isBackward ? 'DESC' : 'ASC';
  const { sql, parameters } = allOf(where, ...bounds);
  const { tableName } = manager.connection.getMetadata(schema);
  const found = await preparedRows<Row>(
    manager,
    `SELECT ${selectList(manager, schema, columns)} FROM ${tableName} AS row WHERE ${sql} ORDER BY row.id ${order} LIMIT ${page.size + 1}`,
    parameters,
  );
  const hasMore = found.length > page.size;
  const rows = found.slice(0, page.size);
  return {
    rows: page.isBackward ? rows.reverse() : rows,
    hasNextPage: page.isBackward ? page.before !== null : hasMore,
    hasPreviousPage: page.isBackward ? hasMore : page.after !== null,
    count: async () => countRows(manager, schema, where),
  };
}

async function countRows<Row extends { readonly id: string }>(manager: EntityManager, schema: EntitySchema<Row>, where: Condition) {
  const { tableName } = manager.connection.getMetadata(schema);
  const [row] = await manager.query<{ readonly count: string }[]>(`SELECT count(*) AS count FROM ${tableName} AS row WHERE ${where.sql}`, [
    ...where.parameters,
  ]);
  return parseInt(row?.count ?? '0', 10);
}
