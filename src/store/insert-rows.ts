import type { EntityManager, EntitySchema, ObjectLiteral } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';

/**
 * Inserts any number of rows with one statement and one parameter: the rows travel as JSON and the database takes them
 * apart. Generated columns are left to the database.
 * Source: our design, docs/decisions/0002-embedded-database.md
 */
export const insertRows = async <Row extends ObjectLiteral>(
  manager: EntityManager,
  schema: EntitySchema<Row>,
  rows: readonly Row[],
): Promise<void> => {
  if (rows.length === 0) return;
  const { columns, tableName } = manager.connection.getMetadata(schema);
  const written = columns.filter((column) => !column.isGenerated);
  const names = written.map((column) => `"${column.databaseName}"`);
  const types = written.map((column) => `"${column.databaseName}" ${String(column.type)}`);
  const records = rows.map((row) => Object.fromEntries(written.map((column) => [column.databaseName, stored(column, row)])));
  await manager.query(
    `INSERT INTO "${tableName}" (${names.join(', ')}) SELECT ${names.join(', ')} FROM jsonb_to_recordset($1::jsonb) AS record(${types.join(', ')})`,
    [JSON.stringify(records)],
  );
};

const stored = (column: ColumnMetadata, row: ObjectLiteral): unknown => {
  const value: unknown = row[column.propertyName];
  const transformer = Array.isArray(column.transformer) ? column.transformer[0] : column.transformer;
  return transformer === undefined ? value : transformer.to(value);
};
