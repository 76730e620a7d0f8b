import type { EntityManager, EntitySchema, ObjectLiteral } from 'typeorm';
import { yearOf } from './audit-log.js';

/** A condition in SQL with its parameters, `$1` being the first of its own. */
export interface Condition {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/** PostgreSQL keeps no such character: what holds one equals nothing, and asking would be an error. */
const isUnstorable = (parameter: unknown): boolean => typeof parameter === 'string' && parameter.includes('\0');

export const condition = (sql: string, ...parameters: readonly unknown[]): Condition =>
  parameters.some(isUnstorable) ? { sql: 'false', parameters: [] } : { sql, parameters };

/** The same condition with its parameters numbered `by` higher, to stand behind as many others. */
export const shifted = ({ sql, parameters }: Condition, by: number): Condition => ({
  sql: sql.replace(/\$(\d+)/gu, (_, number: string) => `$${parseInt(number, 10) + by}`),
  parameters,
});

/** Conditions that must all hold, with their parameters numbered through. No condition at all holds always. */
export const allOf = (...conditions: readonly Condition[]): Condition => joined(conditions, ' AND ', 'true');

/** Conditions of which one must hold, with their parameters numbered through. No condition at all never holds. */
export const anyOf = (...conditions: readonly Condition[]): Condition => joined(conditions, ' OR ', 'false');

function joined(conditions: readonly Condition[], word: string, none: string): Condition {
  const parameters: unknown[] = [];
  const parts = conditions.map((part) => {
    const { sql } = shifted(part, parameters.length);
    parameters.push(...part.parameters);
    return `(${sql})`;
  });
  return { sql: parts.join(word) || none, parameters };
}

/** The columns of a table as its rows name them: some of them, or all where nothing is said. */
export function selectList<Row extends ObjectLiteral>(
  manager: EntityManager,
  schema: EntitySchema<Row>,
  some: ReadonlySet<keyof Row> | null = null,
): string {
  const { columns } = manager.connection.getMetadata(schema);
  const selected = some === null ? columns : columns.filter(({ propertyName }) => some.has(propertyName));
  return selected.map(({ databaseName, propertyName }) => `row."${databaseName}" AS "${propertyName}"`).join(', ');
}

/** The rows of a table, called `row` in the condition and in what follows it, such as `ORDER BY row.id LIMIT 5` or `FOR UPDATE`. */
export async function selectRows<Row extends ObjectLiteral>(
  manager: EntityManager,
  schema: EntitySchema<Row>,
  where: Condition,
  tail = '',
): Promise<Row[]> {
  const { tableName } = manager.connection.getMetadata(schema);
  return manager.query<Row[]>(`SELECT ${selectList(manager, schema)} FROM ${tableName} AS row WHERE ${where.sql} ${tail}`, [
    ...where.parameters,
  ]);
}

/** The condition that finds a fact by its id, in its year's partition. */
export const factOf = (id: string): Condition => condition('row.id = $1 AND row.year = $2', id, yearOf(id));

/** Changes columns of one row found by id; gives how many rows that met. */
export async function updateFact<Row extends ObjectLiteral>(
  manager: EntityManager,
  schema: EntitySchema<Row>,
  id: string,
  changes: Partial<Row>,
): Promise<void> {
  const { tableName, columns } = manager.connection.getMetadata(schema);
  const changed = columns.filter(({ propertyName }) => propertyName in changes);
  const sets = changed.map(({ databaseName }, index) => `"${databaseName}" = $${index + 3}`);
  const values = changed.map(({ propertyName }) => (changes as ObjectLiteral)[propertyName] as unknown);
  await manager.query(`UPDATE ${tableName} SET ${sets.join(', ')} WHERE id = $1 AND year = $2`, [id, yearOf(id), ...values]);
}
