import type { EntityManager } from 'typeorm';
import type { KeyRing } from './key-ring.js';

/** What a rotation did. */
export interface Rotation {
  /** rows that it put under the newest key */
  readonly rotated: number;
  /** rows that are still under another key, because somebody changed them meanwhile. While there are any, no key may be taken away. */
  readonly left: number;
}

/** Where encrypted texts stand, and how they are read and written again. */
export interface SealedRows<Row extends { readonly id: string }> {
  /** reads rows under another key than `$1` after the id `$2`, at most `$3` of them in the order of their ids */
  readonly read: string;
  /** writes a batch under the key `$1` and gives the `count` of rows; one that changed since it was read is passed over: its new bytes must not be lost */
  readonly write: string;
  /** the `count` of rows under another key than `$1` */
  readonly count: string;
  /** the further parameters of `write` */
  readonly columnsOf: (keyRing: KeyRing, rows: readonly Row[]) => readonly unknown[];
}

const BEFORE_ALL = '-1';

/**
 * Puts sealed rows under the newest key, `batchSize` of them a statement. Outside a transaction each batch counts by itself: a rotation that was stopped goes on where
 * it was when it is started again, and a second one beside it does no harm. Throws IDENTITY_UNREADABLE naming the row that no key opens; the batches before it are done.
 * Source: our design, docs/decisions/0012-identities.md
 */
export async function rotateBatches<Row extends { readonly id: string }>(
  manager: EntityManager,
  keyRing: KeyRing,
  batchSize: number,
  { read, write, count, columnsOf }: SealedRows<Row>,
): Promise<Rotation> {
  let rotated = 0;
  let last = BEFORE_ALL;
  for (;;) {
    const rows = await manager.query<Row[]>(read, [keyRing.newestVersion, last, batchSize]);
    const end = rows.at(-1);
    if (end === undefined) break;
    rotated += await counted(manager, write, [keyRing.newestVersion, ...columnsOf(keyRing, rows)]);
    last = end.id;
  }
  return { rotated, left: await counted(manager, count, [keyRing.newestVersion]) };
}

const counted = async (manager: EntityManager, statement: string, parameters: readonly unknown[]): Promise<number> => {
  const [row] = await manager.query<{ count: number }[]>(statement, [...parameters]);
  return row?.count ?? 0;
};
