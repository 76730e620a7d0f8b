import type { EntityManager } from 'typeorm';
import type { IdentityDocumentType } from '../policy/identity-document.js';
import { decrypt, encrypt, personContext } from './keys/identity-cipher.js';
import { newSalt, saltedDigest } from './keys/identity-hash.js';
import type { KeyRing } from './keys/key-ring.js';

/** A person whose number has been met before, with what an enrolment in one run must know. */
export interface StoredPerson {
  readonly id: string;
  readonly identityHash: string;
  readonly name: string;
  readonly salt: Buffer;
  readonly isOnRoster: boolean;
  readonly isSubsidised: boolean;
}

/** On which roster, and in which training, somebody may stand already. */
export interface ClaimedPlace {
  readonly courseRunId: string;
  readonly occupationCode: string;
  readonly level: string;
}

interface StoredRow {
  readonly id: string;
  readonly identity_hash: string;
  readonly name_cipher: Buffer;
  readonly salt: Buffer;
  readonly is_on_roster: boolean;
  readonly is_subsidised: boolean;
}

/**
 * Those of some hashes of numbers that belong to stored persons, by hash, in one statement. Throws IDENTITY_UNREADABLE.
 * Source: our design, docs/decisions/0012-identities.md
 */
export async function personsOf(
  manager: EntityManager,
  keys: KeyRing,
  hashes: readonly string[],
  { courseRunId, occupationCode, level }: ClaimedPlace,
): Promise<ReadonlyMap<string, StoredPerson>> {
  if (hashes.length === 0) return new Map();
  const rows = await manager.query<StoredRow[]>(
    `SELECT person.id, identity_hash, name_cipher, salt, roster.person_id IS NOT NULL AS is_on_roster, once.person_id IS NOT NULL AS is_subsidised
     FROM person LEFT JOIN roster_key AS roster ON roster.course_run_id = $2 AND roster.person_id = person.id
     LEFT JOIN once_key AS once ON once.person_id = person.id AND once.occupation_code = $3 AND once.level = $4
     WHERE identity_hash = ANY($1::text[])`,
    [hashes, courseRunId, occupationCode, level],
  );
  return new Map(
    rows.map((row) => [
      row.identity_hash,
      {
        id: row.id,
        identityHash: row.identity_hash,
        name: decrypt(keys, row.name_cipher, personContext('name', row.id)),
        salt: row.salt,
        isOnRoster: row.is_on_roster,
        isSubsidised: row.is_subsidised,
      },
    ]),
  );
}

/** Somebody who is stored for the first time. */
export interface NewPerson {
  readonly id: string;
  readonly identityHash: string;
  readonly documentType: IdentityDocumentType;
  readonly name: string;
  readonly number: string;
}

const hex = (bytes: Buffer): string => `\\x${bytes.toString('hex')}`;

/**
 * Stores persons, name and number encrypted for their ids, in one statement and in the order of their hashes, so that two that store the same ones wait for each
 * other in one order. Gives the digest of each one's number under its new salt, by id; null where somebody else has stored one of them meanwhile.
 * Source: our design, docs/decisions/0012-identities.md
 */
export async function insertPersons(
  manager: EntityManager,
  keys: KeyRing,
  persons: readonly NewPerson[],
): Promise<ReadonlyMap<string, string> | null> {
  if (persons.length === 0) return new Map();
  const digests = new Map<string, string>();
  const records = persons.map(({ id, identityHash, documentType, name, number }) => {
    const salt = newSalt();
    digests.set(id, saltedDigest(salt, number));
    return {
      id,
      identity_hash: identityHash,
      document_type: documentType,
      name_cipher: hex(encrypt(keys, name, personContext('name', id))),
      number_cipher: hex(encrypt(keys, number, personContext('number', id))),
      salt: hex(salt),
    };
  });
  const [row] = await manager.query<{ readonly count: number }[]>(
    `WITH written AS (INSERT INTO person (id, identity_hash, document_type, name_cipher, number_cipher, key_version, salt)
       SELECT id, identity_hash, document_type, name_cipher, number_cipher, $2::integer, salt FROM jsonb_to_recordset($1::jsonb)
         AS record(id bigint, identity_hash text, document_type text, name_cipher bytea, number_cipher bytea, salt bytea)
       ORDER BY identity_hash ON CONFLICT (identity_hash) DO NOTHING RETURNING 1)
     SELECT count(*)::integer AS count FROM written`,
    [JSON.stringify(records), keys.newestVersion],
  );
  return row?.count === persons.length ? digests : null;
}

/** A person as readers see it, still to be masked. */
export interface ReadablePerson {
  readonly id: string;
  readonly documentType: IdentityDocumentType;
  readonly name: string;
  readonly number: string;
}

interface SealedRow {
  readonly id: string;
  readonly document_type: IdentityDocumentType;
  readonly name_cipher: Buffer;
  readonly number_cipher: Buffer;
}

/** Persons by id with name and number, in one statement: for readers who may see the enrolment. Throws IDENTITY_UNREADABLE. */
export async function readPersons(manager: EntityManager, keys: KeyRing, ids: readonly string[]): Promise<readonly ReadablePerson[]> {
  const rows = await manager.query<SealedRow[]>(
    'SELECT id, document_type, name_cipher, number_cipher FROM person WHERE id = ANY($1::bigint[])',
    [ids],
  );
  return rows.map((row) => ({
    id: row.id,
    documentType: row.document_type,
    name: decrypt(keys, row.name_cipher, personContext('name', row.id)),
    number: decrypt(keys, row.number_cipher, personContext('number', row.id)),
  }));
}

/** One person's name; until the transaction ends nobody else changes it, while others may enrol the person. */
export async function lockPersonName(manager: EntityManager, keys: KeyRing, id: string): Promise<string> {
  const [row] = await manager.query<{ readonly name_cipher: Buffer }[]>('SELECT name_cipher FROM person WHERE id = $1 FOR NO KEY UPDATE', [
    id,
  ]);
  return row === undefined ? '' : decrypt(keys, row.name_cipher, personContext('name', id));
}

/** Writes a corrected name, and name and number under the newest key, so that the row has one key version. */
export async function renamePerson(manager: EntityManager, keys: KeyRing, id: string, name: string): Promise<void> {
  const [row] = await manager.query<{ readonly number_cipher: Buffer }[]>('SELECT number_cipher FROM person WHERE id = $1', [id]);
  if (row === undefined) return;
  const number = decrypt(keys, row.number_cipher, personContext('number', id));
  await manager.query('UPDATE person SET name_cipher = $2, number_cipher = $3, key_version = $4 WHERE id = $1', [
    id,
    encrypt(keys, name, personContext('name', id)),
    encrypt(keys, number, personContext('number', id)),
    keys.newestVersion,
  ]);
}
