import type { EntityManager } from 'typeorm';
import type { Reach } from '../policy/access/reach.js';
import { yearOf } from './audit-log.js';
import { insertRows } from './insert-rows.js';
import { type RowPage, type RowPageRequest, readPage } from './read-page.js';
import { type PaidFrom, recoveryLineRow, type RecoveryLineRow } from './rows/recovery-line-row.js';
import { recoveryRow, type RecoveryRow } from './rows/recovery-row.js';
import { repaymentRow, type RepaymentRow } from './rows/repayment-row.js';
import { allOf, type Condition, condition, factOf, selectRows, updateFact } from './select-rows.js';
import { withinReach } from './within-reach.js';
import { writtenDocument } from './written-document.js';

/** A recovery and its repayments are their region's and their institution's. */
export const recoveryWithin = (reach: Reach): Condition =>
  withinReach(reach, { region: 'row.region_code', institution: 'row.institution_code' });

/** A recovery within reach, locked until the transaction ends; null where there is none. */
export async function lockRecovery(manager: EntityManager, reach: Reach, id: string): Promise<RecoveryRow | null> {
  const [row] = await selectRows(manager, recoveryRow, allOf(factOf(id), recoveryWithin(reach)), 'FOR UPDATE');
  return row ?? null;
}

export const updateRecovery = (manager: EntityManager, id: string, changes: Partial<RecoveryRow>): Promise<void> =>
  updateFact(manager, recoveryRow, id, changes);

/** A paid line that nobody has recovered yet. */
export interface PaidLine {
  readonly claimLineId: string;
  readonly enrolmentId: string;
  readonly traineeRegion: string;
  readonly organisingRegion: string;
  readonly amount: string;
  readonly paidFrom: readonly PaidFrom[];
}

/** The lines of a run that a region has paid and not recovered, in the order of their ids. */
export const paidLinesOf = (manager: EntityManager, courseRunId: string, regionCode: string): Promise<PaidLine[]> =>
  manager.query<PaidLine[]>(
    `SELECT line.id AS "claimLineId", line.enrolment_id AS "enrolmentId", row.region_code AS "traineeRegion", row.organising_region_code AS "organisingRegion",
       line.due AS amount, line.paid_from AS "paidFrom"
     FROM claim JOIN claim_line AS line ON line.claim_id = claim.id AND line.year = claim.year
     JOIN enrolment AS row ON row.id = line.enrolment_id AND row.year = line.enrolment_id / 1000000000
     WHERE claim.course_run_id = $1 AND claim.region_code = $2 AND claim.status = 'PAID' AND line.paid_from IS NOT NULL
       AND NOT EXISTS (SELECT FROM recovered_key WHERE recovered_key.claim_line_id = line.id)
     ORDER BY line.id`,
    [courseRunId, regionCode],
  );

/** Stores a recovery with its lines; gives false, and must then be rolled back, where one of them is recovered already. */
export async function insertRecovery(manager: EntityManager, row: RecoveryRow, lines: readonly RecoveryLineRow[]): Promise<boolean> {
  await insertRows(manager, recoveryRow, [row]);
  await insertRows(manager, recoveryLineRow, lines);
  const taken = await manager.query<unknown[]>(
    `INSERT INTO recovered_key (claim_line_id, recovery_id) SELECT id, $2::bigint FROM unnest($1::bigint[]) AS asked(id) ORDER BY id
     ON CONFLICT (claim_line_id) DO NOTHING RETURNING claim_line_id`,
    [lines.map(({ claimLineId }) => claimLineId), row.id],
  );
  return taken.length === lines.length;
}

/** Lets the lines of a cancelled recovery go. */
export const freeRecoveredKeys = (manager: EntityManager, recoveryId: string): Promise<unknown> =>
  manager.query('DELETE FROM recovered_key WHERE recovery_id = $1', [recoveryId]);

/** The lines of a recovery. */
export const linesOfRecovery = (manager: EntityManager, recoveryId: string): Promise<RecoveryLineRow[]> =>
  selectRows(
    manager,
    recoveryLineRow,
    condition('row.recovery_id = $1 AND row.year = $2', recoveryId, yearOf(recoveryId)),
    'ORDER BY row.id',
  );

/** Stores a repayment; gives false, and writes nothing, where the region has recorded one under this document. */
export async function insertRepayment(manager: EntityManager, row: RepaymentRow): Promise<boolean> {
  const taken = await manager.query<unknown[]>(
    'INSERT INTO repayment_key (region_code, document_number, repayment_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING repayment_id',
    [row.regionCode, writtenDocument(row.documentNumber), row.id],
  );
  if (taken.length === 0) return false;
  await insertRows(manager, repaymentRow, [row]);
  return true;
}

/** Keeps of each line of some claims which fund of which year paid it. */
export async function keepPaidFrom(
  manager: EntityManager,
  claimIds: readonly string[],
  paid: ReadonlyMap<string, readonly PaidFrom[]>,
): Promise<void> {
  const records = [...paid].map(([enrolmentId, paidFrom]) => ({ enrolmentId, paidFrom }));
  await manager.query(
    `UPDATE claim_line SET paid_from = paid."paidFrom" FROM jsonb_to_recordset($1::jsonb) AS paid("enrolmentId" bigint, "paidFrom" jsonb)
     WHERE claim_line.claim_id = ANY($2::bigint[]) AND claim_line.year = ANY($3::int[]) AND claim_line.enrolment_id = paid."enrolmentId"`,
    [JSON.stringify(records), claimIds, [...new Set(claimIds.map(yearOf))]],
  );
}

/** The recoveries, and the repayments, within reach that a filter lets through, page by page. */
export const readRecoveries = (
  manager: EntityManager,
  reach: Reach,
  filter: readonly Condition[],
  page: RowPageRequest,
): Promise<RowPage<RecoveryRow>> => readPage(manager, recoveryRow, allOf(recoveryWithin(reach), ...filter), page);
export const readRepayments = (
  manager: EntityManager,
  reach: Reach,
  filter: readonly Condition[],
  page: RowPageRequest,
): Promise<RowPage<RepaymentRow>> => readPage(manager, repaymentRow, allOf(recoveryWithin(reach), ...filter), page);
