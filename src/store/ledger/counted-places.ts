import type { EntityManager } from 'typeorm';
import type { CountedPlace } from '../../ledger/counted-persons.js';
import { insist } from './insist.js';

/** Which place of a region and year, by what it counts. */
export type CountedKey = Pick<CountedPlace, 'regionCode' | 'year' | 'counted'>;

const KEYS = 'record(region_code text, year integer, counted text, enrolments integer, transfer_id bigint)';
const SAME = '(key.region_code, key.year, key.counted) = (record.region_code, record.year, record.counted)';

interface CountedRow {
  readonly region_code: string;
  readonly year: number;
  readonly counted: string;
  readonly transfer_id: string;
  readonly enrolments: number;
  readonly is_used: boolean;
}

/** The text under which a counted place is found in the answer of `lockCounted`. */
export const countedName = ({ regionCode, year, counted }: CountedKey): string => `${regionCode}/${year}/${counted}`;

/**
 * Locks the counted places that exist of the keys until the transaction ends, in the order of region, year and counted; by `countedName`. After the
 * accounts of their pools, under whose locks nobody else adds one.
 * Source: our design, docs/decisions/0011-places-ledger.md
 */
export const lockCounted = async (manager: EntityManager, keys: readonly CountedKey[]): Promise<ReadonlyMap<string, CountedPlace>> => {
  if (keys.length === 0) return new Map();
  const rows = await manager.query<CountedRow[]>(
    `SELECT key.* FROM counted_key AS key JOIN jsonb_to_recordset($1::jsonb) AS ${KEYS} ON ${SAME}
     ORDER BY key.region_code, key.year, key.counted FOR UPDATE OF key`,
    [records(keys)],
  );
  return new Map(rows.map(placeOfRow).map((place) => [countedName(place), place]));
};

const placeOfRow = (row: CountedRow): CountedPlace => ({
  regionCode: row.region_code,
  year: row.year,
  counted: row.counted,
  transferId: row.transfer_id,
  enrolments: row.enrolments,
  isUsed: row.is_used,
});

/** Each key once, with how often it came. */
const records = (keys: readonly (CountedKey & { readonly transferId?: string | null })[]): string => {
  const byName = new Map<string, { region_code: string; year: number; counted: string; enrolments: number; transfer_id: string | null }>();
  for (const key of keys) {
    const before = byName.get(countedName(key));
    byName.set(countedName(key), {
      region_code: key.regionCode,
      year: key.year,
      counted: key.counted,
      enrolments: (before?.enrolments ?? 0) + 1,
      transfer_id: before?.transfer_id ?? key.transferId ?? null,
    });
  }
  return JSON.stringify([...byName.values()]);
};

const insistOn = (manager: EntityManager, what: string, keys: readonly CountedKey[], sql: string): Promise<void> =>
  insist(manager, `counted places ${what}`, new Set(keys.map(countedName)).size, sql, [records(keys)]);

/** Somebody who is counted: on a new place with the transfer that names it, or (null) on the place that counts them already. */
export type CountedArrival = CountedKey & { readonly transferId: string | null };

/**
 * Counts enrolments on their places, one enrolment for each entry, in two statements. A new place that exists, or an old one that does not, is a bug.
 * Source: our design, docs/decisions/0011-places-ledger.md
 */
export const countPersons = async (manager: EntityManager, arrivals: readonly CountedArrival[]): Promise<void> => {
  const named = arrivals.filter(({ transferId }) => transferId !== null);
  const already = arrivals.filter(({ transferId }) => transferId === null);
  if (named.length > 0) {
    const sql = `WITH written AS (INSERT INTO counted_key (region_code, year, counted, transfer_id, enrolments)
      SELECT region_code, year, counted, transfer_id, 1 FROM jsonb_to_recordset($1::jsonb) AS ${KEYS} ON CONFLICT DO NOTHING RETURNING 1)
      SELECT count(*)::int AS count FROM written`;
    await insistOn(manager, 'are new', named, sql);
  }
  if (already.length > 0) {
    const sql = `WITH changed AS (UPDATE counted_key AS key SET enrolments = key.enrolments + record.enrolments
      FROM jsonb_to_recordset($1::jsonb) AS ${KEYS} WHERE ${SAME} RETURNING 1) SELECT count(*)::int AS count FROM changed`;
    await insistOn(manager, 'exist', already, sql);
  }
};

/**
 * Takes enrolments off their places, one for each entry, in one statement; a place that counts none any more is deleted. A used place that would count none
 * is a bug.
 * Source: our design, docs/decisions/0011-places-ledger.md
 */
export const releasePersons = async (manager: EntityManager, keys: readonly CountedKey[]): Promise<void> => {
  if (keys.length === 0) return;
  const sql = `WITH record AS (SELECT * FROM jsonb_to_recordset($1::jsonb) AS ${KEYS}),
    fewer AS (UPDATE counted_key AS key SET enrolments = key.enrolments - record.enrolments FROM record
      WHERE ${SAME} AND key.enrolments > record.enrolments RETURNING 1),
    gone AS (DELETE FROM counted_key AS key USING record WHERE ${SAME} AND key.enrolments = record.enrolments AND NOT key.is_used RETURNING 1)
    SELECT (SELECT count(*) FROM fewer)::int + (SELECT count(*) FROM gone)::int AS count`;
  await insistOn(manager, 'had the enrolments', keys, sql);
};

/** Marks places as used by a level certificate; only those that are not used yet may come here. Source: our design, docs/decisions/0011-places-ledger.md */
export const usePersons = async (manager: EntityManager, keys: readonly CountedKey[]): Promise<void> => {
  if (keys.length === 0) return;
  const sql = `WITH changed AS (UPDATE counted_key AS key SET is_used = true FROM jsonb_to_recordset($1::jsonb) AS ${KEYS}
    WHERE ${SAME} AND NOT key.is_used RETURNING 1) SELECT count(*)::int AS count FROM changed`;
  await insistOn(manager, 'were unused', keys, sql);
};

/**
 * Lets a named place count another enrolment of the same pool instead: a move between two runs where every enrolment counts by itself.
 * Source: our design, docs/decisions/0011-places-ledger.md
 */
export const renameCounted = async (manager: EntityManager, key: CountedKey, counted: string): Promise<void> => {
  const sql = `WITH changed AS (UPDATE counted_key SET counted = $4 WHERE region_code = $1 AND year = $2 AND counted = $3 RETURNING 1)
    SELECT count(*)::int AS count FROM changed`;
  await insist(manager, `counted places renamed: ${countedName(key)}`, 1, sql, [key.regionCode, key.year, key.counted, counted]);
};
