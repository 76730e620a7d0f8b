import type { EntityManager } from 'typeorm';
import type { Reach } from '../policy/access/reach.js';
import { nextId } from './audit-log.js';
import { insertRows } from './insert-rows.js';
import { quotaChangeRow, type QuotaChangeRow } from './rows/quota-change-row.js';
import { allOf, condition, selectList } from './select-rows.js';
import { withinReach } from './within-reach.js';

/** How many places a region has in a year by all changes so far, and how many of them by Annex 7. */
export interface BookedQuota {
  readonly allocated: number;
  readonly byAnnex: number;
}

export const NOTHING_BOOKED: BookedQuota = { allocated: 0, byAnnex: 0 };

/** What is booked for the regions of a year, by region; a region whose places were never touched is not in it. */
export async function bookedQuota(manager: EntityManager, year: number): Promise<ReadonlyMap<string, BookedQuota>> {
  const rows = await manager.query<{ readonly region: string; readonly allocated: number; readonly annex: number }[]>(
    `SELECT region_code AS region, sum(places)::int AS allocated, coalesce(sum(places) FILTER (WHERE cause = 'ALLOCATION'), 0)::int AS annex
     FROM quota_change WHERE year = $1 GROUP BY region_code`,
    [year],
  );
  return new Map(rows.map(({ region, allocated, annex }) => [region, { allocated, byAnnex: annex }]));
}

/** Records changes of the places of a year, in their order. */
export async function insertQuotaChanges(manager: EntityManager, changes: readonly Omit<QuotaChangeRow, 'id'>[]): Promise<void> {
  const rows: QuotaChangeRow[] = [];
  for (const change of changes) rows.push({ ...change, id: await nextId(manager, change.year) });
  await insertRows(manager, quotaChangeRow, rows);
}

/** An adjustment with what it rests on. */
export interface QuotaAdjustment extends QuotaChangeRow {
  readonly documentNumber: string;
  readonly reason: string;
}

/** The adjustments of a year within reach, the first one first: a region's are its own. */
export async function quotaAdjustmentsOf(manager: EntityManager, reach: Reach, year: number): Promise<QuotaAdjustment[]> {
  const where = allOf(condition(`row.year = $1 AND row.cause = 'ADJUSTMENT'`, year), withinReach(reach, { region: 'row.region_code' }));
  const rows = await manager.query<QuotaAdjustment[]>(
    `SELECT ${selectList(manager, quotaChangeRow)}, proposal.document_number AS "documentNumber", proposal.payload ->> 'reason' AS reason
     FROM quota_change AS row JOIN proposal ON proposal.id = row.proposal_id WHERE ${where.sql} ORDER BY row.id`,
    [...where.parameters],
  );
  return rows.map((row) => ({ ...row, at: new Date(row.at).toISOString() }));
}

/** How many different persons are counted on the places of a year: by region, and in the province under the empty code. */
export async function countedPersonsOf(manager: EntityManager, year: number): Promise<ReadonlyMap<string, number>> {
  const rows = await manager.query<{ readonly region: string | null; readonly persons: number }[]>(
    `SELECT key.region_code AS region, count(DISTINCT coalesce(enrolment.person_id, split_part(key.counted, '/', 2)::bigint))::int AS persons
     FROM counted_key AS key LEFT JOIN enrolment ON key.counted LIKE 'enrolment/%'
       AND enrolment.id = split_part(key.counted, '/', 2)::bigint AND enrolment.year = enrolment.id / 1000000000
     WHERE key.year = $1 GROUP BY GROUPING SETS ((key.region_code), ())`,
    [year],
  );
  return new Map(rows.map(({ region, persons }) => [region ?? '', persons]));
}
