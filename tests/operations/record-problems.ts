import type { EntityManager } from 'typeorm';
import { canonicalText } from '../../src/policy/canonical.js';
import type { KeyRing } from '../../src/store/keys/key-ring.js';
import { keyedHash } from '../../src/store/keys/keyed-hash.js';
import { entryProblems } from '../harness/entry-problems.js';

interface StoredKey {
  readonly tenant: string;
  readonly operation: string;
  readonly key: string;
}

/** Rows that name an entry which is not there. */
const ORPHANS = `SELECT 'seal_pending' AS place, entry_id::text FROM seal_pending WHERE entry_id NOT IN (SELECT id FROM audit_entry)
  UNION ALL SELECT 'audit_subject', entry_id::text FROM audit_subject WHERE entry_id NOT IN (SELECT id FROM audit_entry)
  UNION ALL SELECT DISTINCT 'transfer', entry_id::text FROM transfer WHERE entry_id NOT IN (SELECT id FROM audit_entry)`;

/**
 * What is wrong with the records of all operations on a database, a sentence each: beside what is wrong with the entries themselves, rows that name an entry which is
 * not there, and keys and entries that were not written for each other.
 */
export async function recordProblems(manager: EntityManager, keys: KeyRing): Promise<readonly string[]> {
  const orphans = await manager.query<{ readonly place: string; readonly entry_id: string }[]>(ORPHANS);
  const stored = await manager.query<StoredKey[]>('SELECT tenant, operation, key FROM idempotency');
  const told = await manager.query<{ readonly hash: string }[]>(
    `SELECT convert_from(bytes, 'UTF8')::jsonb->>'idempotencyHash' AS hash FROM audit_entry`,
  );
  const asked = stored.map(({ tenant, operation, key }) => keyedHash(keys, canonicalText([tenant, operation, key])));
  const isPaired = canonicalText(asked.sort()) === canonicalText(told.map(({ hash }) => hash).sort());
  return [
    ...(await entryProblems(manager)),
    ...orphans.map(({ place, entry_id }) => `${place}: there is no entry ${entry_id}`),
    ...(isPaired ? [] : ['keys and entries were not written for each other']),
  ];
}

/** How many entries there are of each kind of operation. */
export async function entryCounts(manager: EntityManager): Promise<Readonly<Record<string, number>>> {
  const rows = await manager.query<{ readonly kind: string; readonly count: number }[]>(
    'SELECT kind, count(*)::int AS count FROM audit_entry GROUP BY kind ORDER BY kind',
  );
  return Object.fromEntries(rows.map(({ kind, count }) => [kind, count]));
}
