import { type FieldNode, type FragmentDefinitionNode, Kind, parse } from 'graphql';
import { nodeFieldsAsked } from '../../src/graphql/node-fields-asked.js';

/** What is asked of the first field of a document's operation. */
function askedBy(source: string): readonly string[] {
  const { definitions } = parse(source);
  const operation = definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const fragments = definitions.filter((definition): definition is FragmentDefinitionNode => definition.kind === Kind.FRAGMENT_DEFINITION);
  const fieldNodes = (operation?.selectionSet.selections ?? []).filter(
    (selection): selection is FieldNode => selection.kind === Kind.FIELD,
  );
  return [
    ...nodeFieldsAsked({ fieldNodes, fragments: Object.fromEntries(fragments.map((fragment) => [fragment.name.value, fragment])) }),
  ].sort();
}

describe('which fields are asked of the nodes of a list', () => {
  it.each([
    ['by nodes', '{ list { nodes { id level } } }', ['id', 'level']],
    ['by edges', '{ list { edges { cursor node { id level } } } }', ['id', 'level']],
    ['by both', '{ list { nodes { id } edges { node { level } } } }', ['id', 'level']],
    ['by another name', '{ mine: list { all: nodes { a: id b: level } } }', ['id', 'level']],
    ['by the same field twice', '{ list { nodes { id } } list { nodes { level } } }', ['id', 'level']],
    ['by a fragment of the node', '{ list { nodes { ...part } } } fragment part on Item { id ... on Item { level } }', ['id', 'level']],
    ['by a fragment of the list', '{ list { ...part } } fragment part on List { nodes { id } }', ['id']],
    ['perhaps', 'query ($is: Boolean!) { list { nodes { id level @include(if: $is) year @skip(if: $is) } } }', ['id', 'level', 'year']],
    ['not at all', '{ list { totalCount pageInfo { endCursor } } }', []],
    ['beneath them', '{ list { nodes { region { code } } } }', ['region']],
  ])('%s', (_, source, fields) => {
    expect(askedBy(source)).toEqual(fields);
  });
});
