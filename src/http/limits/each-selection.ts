import { type DocumentNode, Kind, type SelectionNode, type SelectionSetNode } from 'graphql';

/**
 * Calls `visit` for every selection as written, fragments once; the general visitor of graphql-js costs more than the parsing on a flood.
 * Source: our design, docs/decisions/0003-transport.md
 */
export function eachSelection(document: DocumentNode, visit: (selection: SelectionNode) => void): void {
  const walk = (selectionSet: SelectionSetNode | undefined): void => {
    for (const selection of selectionSet?.selections ?? []) {
      visit(selection);
      if (selection.kind !== Kind.FRAGMENT_SPREAD) walk(selection.selectionSet);
    }
  };
  for (const definition of document.definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION || definition.kind === Kind.FRAGMENT_DEFINITION) walk(definition.selectionSet);
  }
}
