import { bilingual } from '../policy/bilingual.js';
import { badInput } from './bad-input.js';
import { nodeId, parseNodeId } from '../policy/node-id.js';

export const PAGE_SIZE_DEFAULT = 20;
export const PAGE_SIZE_MAX = 100;

const SIZE = bilingual(`应为 1 至 ${PAGE_SIZE_MAX} 的整数`, `a whole number from 1 to ${PAGE_SIZE_MAX}`);
const EITHER = bilingual('first 与 last 只能填一个', 'first or last, not both');
const CURSOR = bilingual('应为本列表的 edges.cursor 或 pageInfo 给出的游标', 'a cursor of this list, as its edges and pageInfo give it');

/** Which page of a list is asked for. */
export interface PageRequest {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
}

/** One page of a list in the order of its codes. */
export interface Connection<Node> {
  readonly edges: readonly { readonly cursor: string; readonly node: Node }[];
  readonly nodes: readonly Node[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  readonly totalCount: number;
}

/**
 * The page asked for of a list that is in the order of its codes. A cursor holds a code, so it stays good when rows come and go.
 * Throws BAD_USER_INPUT for a size outside 1 to 100, for `first` beside `last` and for a cursor of another list.
 * Source: our design, docs/decisions/0003-transport.md
 */
export function connectionOf<Node extends { readonly code: string }>(
  typeName: string,
  all: readonly Node[],
  page: PageRequest,
): Connection<Node> {
  const [from, to] = boundsOf(typeName, all, page);
  const nodes = all.slice(from, to);
  const edges = nodes.map((node) => ({ cursor: nodeId(`${typeName}Cursor`, node.code), node }));
  const pageInfo = {
    hasNextPage: to < all.length,
    hasPreviousPage: from > 0,
    startCursor: edges[0]?.cursor ?? null,
    endCursor: edges.at(-1)?.cursor ?? null,
  };
  return { edges, nodes, pageInfo, totalCount: all.length };
}

function boundsOf(typeName: string, all: readonly { readonly code: string }[], page: PageRequest): readonly [from: number, to: number] {
  const { size, isBackward } = sizeOf(page);
  const after = codeOf(typeName, 'after', page.after);
  const before = codeOf(typeName, 'before', page.before);
  const start = after === null ? 0 : all.filter(({ code }) => code <= after).length;
  const end = Math.max(start, before === null ? all.length : all.filter(({ code }) => code < before).length);
  return isBackward ? [Math.max(start, end - size), end] : [start, Math.min(end, start + size)];
}

export function sizeOf({ first, last }: PageRequest): { readonly size: number; readonly isBackward: boolean } {
  const isBackward = (last ?? null) !== null;
  if (isBackward && (first ?? null) !== null) throw badInput('last', EITHER, last);
  const size = (isBackward ? last : first) ?? PAGE_SIZE_DEFAULT;
  if (size >= 1 && size <= PAGE_SIZE_MAX) return { size, isBackward };
  throw badInput(isBackward ? 'last' : 'first', SIZE, size);
}

function codeOf(typeName: string, field: 'after' | 'before', cursor: string | null | undefined): string | null {
  if (cursor === null || cursor === undefined) return null;
  const parsed = parseNodeId(cursor);
  if (parsed?.typeName === `${typeName}Cursor`) return parsed.key;
  throw badInput(field, CURSOR, cursor);
}
