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

/** The fiscal years that a fact may be of. */
const YEAR_FIRST = 2023;
const YEAR_LAST = 2100;

/** Far more than there are acts at once: an act takes its instant before it waits, and its id after. */
const ENTRIES_AT_ONCE = 1_000;

/** The instant of the latest entry; null where there is none. Of each year the last ones are looked at, for an entry about a later year, or with a larger id, may be older. */
export async function latestEntryAt(manager: EntityManager): Promise<Date | null> {
  const [row] = await manager.query<
    { readonly at: Date | null }[]
  >(`SELECT max(last.at) AS at FROM generate_series(${YEAR_FIRST}, ${YEAR_LAST}) AS fiscal(year)
     CROSS JOIN LATERAL (SELECT at FROM audit_entry WHERE audit_entry.year = fiscal.year ORDER BY id DESC LIMIT ${ENTRIES_AT_ONCE}) AS last`);
  return row?.at ?? null;
}
