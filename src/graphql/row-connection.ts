import { bilingual } from '../policy/bilingual.js';
import { nodeId, parseNodeId } from '../policy/node-id.js';
import type { RowPage, RowPageRequest } from '../store/read-page.js';
import { badInput } from './bad-input.js';
import { type Connection, type PageRequest, sizeOf } from './connection.js';

const CURSOR = bilingual('应为本列表的 edges.cursor 或 pageInfo 给出的游标', 'a cursor of this list, as its edges and pageInfo give it');

/** Which rows a page request asks for. Throws BAD_USER_INPUT for a wrong size or a cursor of another list. */
export const rowPageOf = (typeName: string, page: PageRequest): RowPageRequest => ({
  ...sizeOf(page),
  after: keyOf(typeName, 'after', page.after),
  before: keyOf(typeName, 'before', page.before),
});

function keyOf(typeName: string, field: 'after' | 'before', cursor: string | null | undefined): string | null {
  if (cursor === null || cursor === undefined) return null;
  const parsed = parseNodeId(cursor);
  if (parsed?.typeName === `${typeName}Cursor` && /^\d{1,18}$/u.test(parsed.key)) return parsed.key;
  throw badInput(field, CURSOR, cursor);
}

/** A page of rows as a connection: nodes, cursors and the total are made only where they are asked for. */
export const rowConnection = <Row extends { readonly id: string }, View extends object>(
  typeName: string,
  page: RowPage<Row>,
  view: (row: Row) => View,
): Connection<View> => new RowConnection(typeName, page, view) as unknown as Connection<View>;

class RowConnection<Row extends { readonly id: string }, View> {
  #nodes: readonly View[] | null = null;

  /** Counted where it is asked for; a function of its own, since it is called apart from its object. */
  readonly totalCount: () => Promise<number>;

  constructor(
    private readonly typeName: string,
    private readonly page: RowPage<Row>,
    private readonly view: (row: Row) => View,
  ) {
    this.totalCount = page.count;
  }

  get nodes(): readonly View[] {
    this.#nodes ??= this.page.rows.map(this.view);
    return this.#nodes;
  }

  get edges() {
    return this.page.rows.map((row, index) => ({ cursor: this.#cursor(row), node: this.nodes[index] }));
  }

  get pageInfo() {
    const { rows, hasNextPage, hasPreviousPage } = this.page;
    const [first] = rows;
    const last = rows.at(-1);
    return {
      hasNextPage,
      hasPreviousPage,
      startCursor: first === undefined ? null : this.#cursor(first),
      endCursor: last === undefined ? null : this.#cursor(last),
    };
  }

  #cursor({ id }: Row): string {
    return nodeId(`${this.typeName}Cursor`, id);
  }
}
