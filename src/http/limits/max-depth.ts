import { type DocumentNode, Kind } from 'graphql';
import type { Refusal } from '../answer.js';
import { foldSelections, isIntrospectionRoot } from './fold-selections.js';
import { limitRefusal } from './limit-refusal.js';

const DEPTH_MAX = 12;
const INTROSPECTION_DEPTH_MAX = 20;

interface Depth {
  readonly all: number;
  readonly plain: number;
  readonly introspection: number;
}

const isUncounted = (name: string): boolean => name === 'edges' || name === 'node';

const measure = {
  none: { all: 0, plain: 0, introspection: 0 },
  ofField: (name: string, inner: Depth): Depth => {
    const all = inner.all + 1;
    if (isIntrospectionRoot(name)) return { all, plain: 0, introspection: all };
    return { all, plain: inner.plain + (isUncounted(name) ? 0 : 1), introspection: inner.introspection };
  },
  join: (left: Depth, right: Depth): Depth => ({
    all: Math.max(left.all, right.all),
    plain: Math.max(left.plain, right.plain),
    introspection: Math.max(left.introspection, right.introspection),
  }),
};

/**
 * Fields may nest 12 levels deep; `edges` and `node` of a connection are not counted, introspection may reach 20.
 * Source: our design, docs/decisions/0003-transport.md
 */
export function maxDepth(document: DocumentNode): Refusal | null {
  const depthOf = foldSelections(document, measure);
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    const depth = depthOf(definition);
    if (depth.plain > DEPTH_MAX) return refused(DEPTH_MAX, depth.plain);
    if (depth.introspection > INTROSPECTION_DEPTH_MAX) return refused(INTROSPECTION_DEPTH_MAX, depth.introspection);
  }
  return null;
}

const refused = (limit: number, found: number): Refusal =>
  limitRefusal(
    'QUERY_TOO_DEEP',
    `查询嵌套 ${found} 层，最多 ${limit} 层；请分成几次查询。`,
    `The query nests ${found} levels deep, at most ${limit} are allowed; split it.`,
    limit,
    found,
  );
