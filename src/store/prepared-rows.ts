import type pg from 'pg';
import type { EntityManager } from 'typeorm';

/** How many statements each connection may keep planned; a filter has far fewer forms that are in use. */
const STATEMENTS_MAX = 200;

const names = new Map<string, string>();

/** The name under which a statement is kept planned; undefined where there are too many already. */
function nameOf(sql: string): string | undefined {
  const known = names.get(sql);
  if (known !== undefined || names.size >= STATEMENTS_MAX) return known;
  const name = `read_${names.size + 1}`;
  names.set(sql, name);
  return name;
}

/**
 * The rows of a statement that is asked often: the database plans it once for each connection, and nothing stands between it and the driver. The text must come from few
 * forms, with everything that varies in its parameters. It is logged like every other statement. Within a transaction it is read on the transaction's own connection.
 * Source: our design, docs/decisions/0003-transport.md
 */
export async function preparedRows<Row extends object>(
  manager: EntityManager,
  sql: string,
  parameters: readonly unknown[],
): Promise<Row[]> {
  if (manager.queryRunner !== undefined) return manager.query<Row[]>(sql, [...parameters]);
  const name = nameOf(sql);
  const pool = (manager.connection.driver as unknown as { readonly master: pg.Pool }).master;
  const values = [...parameters];
  manager.connection.logger.logQuery(sql, values);
  return (await pool.query<Row>(name === undefined ? { text: sql, values } : { name, text: sql, values })).rows;
}
