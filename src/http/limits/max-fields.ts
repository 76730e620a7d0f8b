import { type DocumentNode, Kind } from 'graphql';
import type { Refusal } from '../answer.js';
import { foldSelections, isIntrospectionRoot } from './fold-selections.js';
import { limitRefusal } from './limit-refusal.js';

const FIELDS_MAX = 200;
const INTROSPECTION_FIELDS_MAX = 500;

interface Count {
  readonly all: number;
  readonly plain: number;
  readonly introspection: number;
}

const measure = {
  none: { all: 0, plain: 0, introspection: 0 },
  ofField: (name: string, inner: Count): Count => {
    const all = inner.all + 1;
    if (isIntrospectionRoot(name)) return { all, plain: 0, introspection: all };
    return { all, plain: inner.plain + 1, introspection: inner.introspection };
  },
  join: (left: Count, right: Count): Count => ({
    all: left.all + right.all,
    plain: left.plain + right.plain,
    introspection: left.introspection + right.introspection,
  }),
};

/**
 * An operation may name 200 fields once its fragments are written out, and 500 more of introspection. A fragment by itself,
 * used or not, may hold 500, because validation compares its fields pair by pair.
 * Source: our design, docs/decisions/0003-transport.md
 */
export function maxFields(document: DocumentNode): Refusal | null {
  const countOf = foldSelections(document, measure);
  for (const definition of document.definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION) {
      const count = countOf(definition);
      if (count.plain > FIELDS_MAX) return refused(FIELDS_MAX, count.plain);
      if (count.introspection > INTROSPECTION_FIELDS_MAX) return refused(INTROSPECTION_FIELDS_MAX, count.introspection);
    } else if (definition.kind === Kind.FRAGMENT_DEFINITION) {
      const { all } = countOf(definition);
      if (all > INTROSPECTION_FIELDS_MAX) return refused(INTROSPECTION_FIELDS_MAX, all);
    }
  }
  return null;
}

const refused = (limit: number, found: number): Refusal =>
  limitRefusal(
    'QUERY_TOO_WIDE',
    `展开片段后字段数超过上限 ${limit}；请只查需要的字段，或分成几次查询。`,
    `With fragments written out the query names more than ${limit} fields; ask for fewer or split it.`,
    limit,
    found,
  );
