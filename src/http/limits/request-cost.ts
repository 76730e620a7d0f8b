import { type ArgumentNode, type DocumentNode, type FieldNode, Kind, OperationTypeNode } from 'graphql';
import { PAGE_SIZE_DEFAULT, PAGE_SIZE_MAX } from '../../graphql/connection.js';
import { foldSelections } from './fold-selections.js';

/** What a mutation costs beside its fields: it writes, in a transaction of its own. */
const MUTATION_COST = 50;
/** What a document costs that cannot be read or is refused: it was parsed all the same. */
export const UNREADABLE_COST = 10;
/** What a token costs that is not believed: a signature was verified for it. */
export const WRONG_TOKEN_COST = 100;

interface Cost {
  readonly fields: number;
  readonly roots: number;
  /** Whether these selections stand once for each member of a page. */
  readonly isPage: boolean;
}

const measure = {
  none: { fields: 0, roots: 0, isPage: false },
  ofField: (name: string, inner: Cost, field: FieldNode): Cost => ({
    fields: 1 + inner.fields * pageSizeOf(field, inner.isPage),
    roots: 1,
    isPage: name === 'edges' || name === 'nodes',
  }),
  join: (left: Cost, right: Cost): Cost => ({
    fields: left.fields + right.fields,
    roots: left.roots + right.roots,
    isPage: left.isPage || right.isPage,
  }),
};

/**
 * What a document costs: one for each field once its fragments are written out, what stands under a list as often as its page is long, and fifty for each
 * mutation. Of several operations the dearest counts, because the text is all that is looked at.
 * Source: our design, docs/decisions/0010-callers.md
 */
export function requestCost(document: DocumentNode): number {
  const costOf = foldSelections(document, measure);
  let dearest = 1;
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    const { fields, roots } = costOf(definition);
    const cost = fields + (definition.operation === OperationTypeNode.MUTATION ? MUTATION_COST * roots : 0);
    dearest = Math.max(dearest, cost);
  }
  return dearest;
}

/** How often the selections of a field may come: the length of the page that it asks for, and once where it is no list. */
function pageSizeOf({ arguments: given = [] }: FieldNode, isPage: boolean): number {
  const size = given.find(({ name }) => name.value === 'first' || name.value === 'last');
  return size === undefined ? (isPage ? PAGE_SIZE_DEFAULT : 1) : sizeOf(size);
}

function sizeOf({ value }: ArgumentNode): number {
  // The value of a variable is not part of the text; the longest page is assumed.
  if (value.kind === Kind.VARIABLE) return PAGE_SIZE_MAX;
  return value.kind === Kind.INT ? Math.min(PAGE_SIZE_MAX, Math.max(1, Number.parseInt(value.value, 10))) : PAGE_SIZE_DEFAULT;
}
