import type { EntityManager } from 'typeorm';
import { type Entry, entryBytes } from '../audit/entry.js';

/**
 * Writes an entry with its exact bytes, what it is about, and its place in the sealer's queue.
 * Source: our design, docs/decisions/0011-places-ledger.md
 */
export async function writeEntry(manager: EntityManager, entry: Entry): Promise<void> {
  const subjects = JSON.stringify(entry.subjects);
  await manager.query(
    `WITH written AS (
       INSERT INTO audit_entry (id, year, at, kind, tenant, region_code, actor, suite, bytes)
       VALUES ($1::bigint, $1::bigint / 1000000000, $2, $3, $4, $5, $6, 'sha256', $7) RETURNING id
     ), about AS (
       INSERT INTO audit_subject (subject_type, subject_id, entry_id)
       SELECT DISTINCT subject.type, subject.id, written.id FROM written, jsonb_to_recordset($8::jsonb) AS subject(type text, id text)
     )
     INSERT INTO seal_pending (entry_id) SELECT id FROM written`,
    [entry.id, entry.at, entry.kind, entry.tenant, entry.region, entry.actor, entryBytes(entry), subjects],
  );
}

/** The next id of a fact of a fiscal year. */
export async function nextId(manager: EntityManager, year: number): Promise<string> {
  const [row] = await manager.query<{ readonly id: string }[]>('SELECT next_id($1) AS id', [year]);
  return row?.id ?? '';
}

/** The fiscal year that an id begins with. */
export const yearOf = (id: string): number => Math.trunc(Number(id) / 1e9);

/** The instant of the entry with the largest id; null where there is none. */
export async function latestEntryAt(manager: EntityManager): Promise<Date | null> {
  const [row] = await manager.query<{ readonly at: Date }[]>('SELECT at FROM audit_entry ORDER BY id DESC LIMIT 1');
  return row?.at ?? null;
}
