import { type DocumentNode, type FragmentDefinitionNode, Kind, type SelectionSetNode } from 'graphql';
import type { Refusal } from '../answer.js';
import { limitRefusal } from './limit-refusal.js';

const REPEATS_MAX = 10;

/**
 * An operation may ask the same root field 10 times under different names: each is a calculation of its own.
 * Fields of introspection are cheap and counted elsewhere.
 * Source: our design, docs/decisions/0003-transport.md
 */
export function maxRepeatedRootFields(document: DocumentNode): Refusal | null {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    for (const [name, keys] of rootKeys(definition.selectionSet, fragments)) {
      if (keys.size > REPEATS_MAX && !name.startsWith('__')) return refused(name, keys.size);
    }
  }
  return null;
}

/** For each root field the distinct names under which the answer will carry it. */
function rootKeys(root: SelectionSetNode, fragments: ReadonlyMap<string, FragmentDefinitionNode>): Map<string, Set<string>> {
  const keys = new Map<string, Set<string>>();
  const visited = new Set<string>();
  const collect = (selectionSet: SelectionSetNode): void => {
    for (const selection of selectionSet.selections) {
      if (selection.kind === Kind.FIELD) {
        const name = selection.name.value;
        const ofField = keys.get(name) ?? new Set();
        keys.set(name, ofField.add(selection.alias?.value ?? name));
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        collect(selection.selectionSet);
      } else if (!visited.has(selection.name.value)) {
        visited.add(selection.name.value);
        const fragment = fragments.get(selection.name.value);
        if (fragment !== undefined) collect(fragment.selectionSet);
      }
    }
  };
  collect(root);
  return keys;
}

const refused = (name: string, found: number): Refusal =>
  limitRefusal(
    'QUERY_REPEATS_ROOT_FIELD',
    `查询把 ${name.slice(0, 40)} 重复了 ${found} 次，最多 ${REPEATS_MAX} 次；请分成几次查询。`,
    `The query asks ${name.slice(0, 40)} ${found} times, at most ${REPEATS_MAX} are allowed; split it.`,
    REPEATS_MAX,
    found,
  );
