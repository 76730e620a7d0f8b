import {
  type DocumentNode,
  type ExecutableDefinitionNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type SelectionSetNode,
} from 'graphql';

/** How a document is measured: what nothing counts, what a field makes of its selections, and how neighbours join. */
export interface Measure<Value> {
  readonly none: Value;
  readonly ofField: (name: string, inner: Value, field: FieldNode) => Value;
  readonly join: (left: Value, right: Value) => Value;
}

/**
 * A function that measures an operation or fragment as if every fragment spread were written out. Each fragment is measured once,
 * so a chain of spreads that would expand to billions of fields costs no more than its text; a cycle, which validation refuses later, counts nothing.
 * Source: our design, docs/decisions/0003-transport.md
 */
export function foldSelections<Value>(document: DocumentNode, measure: Measure<Value>): (definition: ExecutableDefinitionNode) => Value {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const measured = new Map<string, Value>();

  const ofFragment = (name: string): Value => {
    const known = measured.get(name);
    if (known !== undefined) return known;
    measured.set(name, measure.none);
    const fragment = fragments.get(name);
    const value = fragment === undefined ? measure.none : ofSelections(fragment.selectionSet);
    measured.set(name, value);
    return value;
  };

  const ofSelections = (selectionSet: SelectionSetNode | undefined): Value => {
    let value = measure.none;
    for (const selection of selectionSet?.selections ?? []) {
      if (selection.kind === Kind.FIELD)
        value = measure.join(value, measure.ofField(selection.name.value, ofSelections(selection.selectionSet), selection));
      else if (selection.kind === Kind.INLINE_FRAGMENT) value = measure.join(value, ofSelections(selection.selectionSet));
      else value = measure.join(value, ofFragment(selection.name.value));
    }
    return value;
  };

  return (definition) => ofSelections(definition.selectionSet);
}

/** Fields under which a schema describes itself; they have bounds of their own. */
export const isIntrospectionRoot = (name: string): boolean => name === '__schema' || name === '__type';
