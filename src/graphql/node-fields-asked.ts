import { type FieldNode, type GraphQLResolveInfo, Kind, type SelectionSetNode } from 'graphql';

/** What of a resolver's information this looks at. */
type Asking = Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments'>;

/** Documents are asked again and again; what one asks is worked out once. */
const known = new WeakMap<readonly FieldNode[], ReadonlySet<string>>();

/**
 * The fields that are asked of the nodes of a connection, by `nodes` or by `edges`, whatever their aliases; those under a directive count as asked, so that these may be
 * too many but never too few.
 * Source: our design, docs/decisions/0003-transport.md
 */
export function nodeFieldsAsked({ fieldNodes, fragments }: Asking): ReadonlySet<string> {
  const before = known.get(fieldNodes);
  if (before !== undefined) return before;
  const connection = beneath(fieldNodes, fragments);
  const edges = beneath(named(connection, 'edges'), fragments);
  const nodes = beneath([...named(connection, 'nodes'), ...named(edges, 'node')], fragments);
  const names = new Set(nodes.map(({ name }) => name.value));
  known.set(fieldNodes, names);
  return names;
}

const named = (fields: readonly FieldNode[], name: string): readonly FieldNode[] => fields.filter((field) => field.name.value === name);

const beneath = (fields: readonly FieldNode[], fragments: Asking['fragments']): readonly FieldNode[] =>
  fields.flatMap(({ selectionSet }) => fieldsOf(selectionSet, fragments));

function fieldsOf(set: SelectionSetNode | undefined, fragments: Asking['fragments']): readonly FieldNode[] {
  return (set?.selections ?? []).flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection];
    const inner = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments[selection.name.value];
    return fieldsOf(inner?.selectionSet, fragments);
  });
}
