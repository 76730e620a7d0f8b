import type { EntityManager } from 'typeorm';
import { personContext, reencrypt } from './identity-cipher.js';
import type { KeyRing } from './key-ring.js';

/** What a rotation did. */
export interface Rotation {
  /** persons whose name and number it put under the newest key */
  readonly rotated: number;
  /** persons that are still under another key: rows that somebody changed meanwhile. While there are any, no key may be taken away. */
  readonly left: number;
}

interface StoredIdentity {
  readonly id: string;
  readonly name_cipher: Buffer;
  readonly number_cipher: Buffer;
}

const BEFORE_ALL = '-1';

const READ = `
SELECT id, name_cipher, number_cipher FROM person
WHERE key_version <> $1 AND id > $2
ORDER BY id LIMIT $3`;

/** A row that changed since it was read is passed over: its new bytes must not be lost. */
const WRITE = `
WITH changed AS (
  UPDATE person SET name_cipher = next.name_new, number_cipher = next.number_new, key_version = $1
  FROM unnest($2::bigint[], $3::bytea[], $4::bytea[], $5::bytea[], $6::bytea[]) AS next (id, name_old, number_old, name_new, number_new)
  WHERE person.id = next.id AND person.name_cipher = next.name_old AND person.number_cipher = next.number_old
  RETURNING 1
)
SELECT count(*)::integer AS count FROM changed`;

const COUNT = 'SELECT count(*)::integer AS count FROM person WHERE key_version <> $1';

/**
 * Puts every stored name and number under the newest key, `batchSize` persons a statement; hashes and salts stay. Outside a transaction each batch
 * counts by itself: a rotation that was stopped goes on where it was when it is started again, and a second one beside it does no harm. Throws
 * IDENTITY_UNREADABLE naming the row that no key opens; the batches before it are done.
 * Source: our design, docs/decisions/0012-identities.md
 */
export async function rotateStoredIdentities(manager: EntityManager, keyRing: KeyRing, batchSize: number): Promise<Rotation> {
  let rotated = 0;
  let last = BEFORE_ALL;
  for (;;) {
    const rows = await manager.query<StoredIdentity[]>(READ, [keyRing.newestVersion, last, batchSize]);
    const end = rows.at(-1);
    if (end === undefined) break;
    rotated += await counted(manager, WRITE, [keyRing.newestVersion, ...columnsOf(keyRing, rows)]);
    last = end.id;
  }
  return { rotated, left: await counted(manager, COUNT, [keyRing.newestVersion]) };
}

const columnsOf = (keyRing: KeyRing, rows: readonly StoredIdentity[]): readonly unknown[] => [
  rows.map(({ id }) => id),
  rows.map((row) => row.name_cipher),
  rows.map((row) => row.number_cipher),
  rows.map((row) => reencrypt(keyRing, row.name_cipher, personContext('name', row.id))),
  rows.map((row) => reencrypt(keyRing, row.number_cipher, personContext('number', row.id))),
];

const counted = async (manager: EntityManager, statement: string, parameters: readonly unknown[]): Promise<number> => {
  const [row] = await manager.query<{ count: number }[]>(statement, [...parameters]);
  return row?.count ?? 0;
};
