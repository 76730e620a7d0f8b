import { EntitySchema } from 'typeorm';
import type { EntitySchemaColumnOptions } from 'typeorm';

/** PostgreSQL types that our facts use. Days, decimals and ids come back as text, instants as Date. */
type PlainType = 'bigint' | 'integer' | 'text' | 'date' | 'numeric' | 'boolean' | 'bytea' | 'jsonb' | 'timestamptz';

/** The schema of a table whose rows are these. */
export type RowSchema<Row> = EntitySchema<Row>;

const snakeCase = (name: string): string => name.replace(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`);

/**
 * The schema of a table whose columns are the properties of a row in snake case, found by its id.
 * Source: our design, docs/decisions/0011-places-ledger.md
 */
export const plainSchema = <Row extends { readonly id: string }>(
  name: string,
  types: Readonly<Record<keyof Row & string, PlainType>>,
): EntitySchema<Row> => {
  const columns = Object.entries<PlainType>(types).map(([property, type]): [string, EntitySchemaColumnOptions] => [
    property,
    { type, name: snakeCase(property), nullable: property !== 'id', primary: property === 'id' },
  ]);
  return new EntitySchema<Row>({ name, columns: Object.fromEntries(columns) as never });
};
