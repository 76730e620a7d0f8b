import { type DocumentNode, Kind } from 'graphql';
import type { Refusal } from '../answer.js';
import { eachSelection } from './each-selection.js';
import { limitRefusal } from './limit-refusal.js';

const DIRECTIVES_MAX = 10;

/**
 * A document may carry 10 directives.
 * Source: our design, docs/decisions/0003-transport.md
 */
export function maxDirectives(document: DocumentNode): Refusal | null {
  let found = 0;
  const count = ({ directives }: { readonly directives?: readonly unknown[] | undefined }): void => {
    found += directives?.length ?? 0;
  };
  eachSelection(document, count);
  for (const definition of document.definitions) {
    count(definition);
    if (definition.kind === Kind.OPERATION_DEFINITION) definition.variableDefinitions?.forEach(count);
  }
  if (found <= DIRECTIVES_MAX) return null;
  return limitRefusal(
    'QUERY_TOO_MANY_DIRECTIVES',
    `查询用了 ${found} 个指令，最多 ${DIRECTIVES_MAX} 个。`,
    `The query uses ${found} directives, at most ${DIRECTIVES_MAX} are allowed.`,
    DIRECTIVES_MAX,
    found,
  );
}
