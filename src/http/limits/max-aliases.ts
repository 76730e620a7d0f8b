import { type DocumentNode, Kind } from 'graphql';
import type { Refusal } from '../answer.js';
import { eachSelection } from './each-selection.js';
import { limitRefusal } from './limit-refusal.js';

const ALIASES_MAX = 15;

/**
 * A document may rename 15 fields, `__typename` included.
 * Source: our design, docs/decisions/0003-transport.md
 */
export function maxAliases(document: DocumentNode): Refusal | null {
  let found = 0;
  eachSelection(document, (selection) => {
    if (selection.kind === Kind.FIELD && selection.alias !== undefined) found += 1;
  });
  if (found <= ALIASES_MAX) return null;
  return limitRefusal(
    'QUERY_TOO_MANY_ALIASES',
    `查询用了 ${found} 个别名，最多 ${ALIASES_MAX} 个；请分成几次查询。`,
    `The query uses ${found} aliases, at most ${ALIASES_MAX} are allowed; split it.`,
    ALIASES_MAX,
    found,
  );
}
