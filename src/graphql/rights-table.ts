import { getMetadataStorage } from 'type-graphql';
import { isPrivate, readersOf } from '../policy/access/query-rights.js';
import { isOperation, rightsOf } from '../policy/access/rights.js';
import type { RightType } from './types/right.type.js';

interface Described {
  readonly schemaName: string;
  readonly description?: string | undefined;
}

/** Every mutation and every private query that the schema has, with the roles that it needs, in the words of the schema. */
export function rightsTable(): RightType[] {
  const { mutations, queries } = getMetadataStorage();
  return [
    ...mutations.flatMap((field) => (isOperation(field.schemaName) ? [right('OPERATION', field, rightsOf(field.schemaName))] : [])),
    ...queries.flatMap((field) => (isPrivate(field.schemaName) ? [right('QUERY', field, readersOf(field.schemaName))] : [])),
  ];
}

function right(kind: string, { schemaName: name, description = '' }: Described, roles: readonly string[]): RightType {
  const [zh = '', en = ''] = description.split('\n\n');
  return { kind, name, meaning: { zh, en }, roles };
}
