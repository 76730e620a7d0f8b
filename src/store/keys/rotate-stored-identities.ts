import type { EntityManager } from 'typeorm';
import { payeeContext, personContext, reencrypt } from './identity-cipher.js';
import type { KeyRing } from './key-ring.js';
import { rotateBatches, type Rotation, type SealedRows } from './rotate-batches.js';

interface StoredIdentity {
  readonly id: string;
  readonly name_cipher: Buffer;
  readonly number_cipher: Buffer;
}

const PERSONS: SealedRows<StoredIdentity> = {
  read: 'SELECT id, name_cipher, number_cipher FROM person WHERE key_version <> $1 AND id > $2 ORDER BY id LIMIT $3',
  write: `
WITH changed AS (
  UPDATE person SET name_cipher = next.name_new, number_cipher = next.number_new, key_version = $1
  FROM unnest($2::bigint[], $3::bytea[], $4::bytea[], $5::bytea[], $6::bytea[]) AS next (id, name_old, number_old, name_new, number_new)
  WHERE person.id = next.id AND person.name_cipher = next.name_old AND person.number_cipher = next.number_old
  RETURNING 1
)
SELECT count(*)::integer AS count FROM changed`,
  count: 'SELECT count(*)::integer AS count FROM person WHERE key_version <> $1',
  columnsOf: (keyRing, rows) => [
    rows.map(({ id }) => id),
    rows.map((row) => row.name_cipher),
    rows.map((row) => row.number_cipher),
    rows.map((row) => reencrypt(keyRing, row.name_cipher, personContext('name', row.id))),
    rows.map((row) => reencrypt(keyRing, row.number_cipher, personContext('number', row.id))),
  ],
};

type StoredNumber = Omit<StoredIdentity, 'name_cipher'>;

const PAYEE_ACCOUNTS: SealedRows<StoredNumber> = {
  read: 'SELECT id, number_cipher FROM payee_account WHERE key_version <> $1 AND id > $2 ORDER BY id LIMIT $3',
  write: `
WITH changed AS (
  UPDATE payee_account SET number_cipher = next.number_new, key_version = $1
  FROM unnest($2::bigint[], $3::bytea[], $4::bytea[]) AS next (id, number_old, number_new)
  WHERE payee_account.id = next.id AND payee_account.number_cipher = next.number_old
  RETURNING 1
)
SELECT count(*)::integer AS count FROM changed`,
  count: 'SELECT count(*)::integer AS count FROM payee_account WHERE key_version <> $1',
  columnsOf: (keyRing, rows) => [
    rows.map(({ id }) => id),
    rows.map((row) => row.number_cipher),
    rows.map((row) => reencrypt(keyRing, row.number_cipher, payeeContext(row.id))),
  ],
};

/**
 * Puts every stored name and number of persons under the newest key, `batchSize` persons a statement; hashes and salts stay. Throws IDENTITY_UNREADABLE.
 * Source: our design, docs/decisions/0012-identities.md
 */
export const rotateStoredIdentities = (manager: EntityManager, keyRing: KeyRing, batchSize: number): Promise<Rotation> =>
  rotateBatches(manager, keyRing, batchSize, PERSONS);

/**
 * The same for the numbers of payee accounts.
 * Source: our design, docs/decisions/0012-identities.md, docs/decisions/0017-payees-and-funds.md
 */
export const rotatePayeeAccounts = (manager: EntityManager, keyRing: KeyRing, batchSize: number): Promise<Rotation> =>
  rotateBatches(manager, keyRing, batchSize, PAYEE_ACCOUNTS);
