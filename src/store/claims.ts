import type { EntityManager } from 'typeorm';
import type { Reach } from '../policy/access/reach.js';
import { yearOf } from './audit-log.js';
import { insertRows } from './insert-rows.js';
import { type RowPage, type RowPageRequest, readPage } from './read-page.js';
import { claimLineRow, type ClaimLineRow } from './rows/claim-line-row.js';
import { claimRow, type ClaimRow } from './rows/claim-row.js';
import { claimStepRow, type ClaimStepRow } from './rows/claim-step-row.js';
import { allOf, type Condition, condition, factOf, selectRows, updateFact } from './select-rows.js';
import { withinReach } from './within-reach.js';

/** A claim is its institution's and that of the region that pays. */
export const claimWithin = (reach: Reach): Condition =>
  withinReach(reach, { region: 'row.region_code', institution: 'row.institution_code' });

/** A claim within reach, locked until the transaction ends; null where there is none. */
export async function lockClaim(manager: EntityManager, reach: Reach, id: string): Promise<ClaimRow | null> {
  const [row] = await selectRows(manager, claimRow, allOf(factOf(id), claimWithin(reach)), 'FOR UPDATE');
  return row ?? null;
}

export const insertClaim = (manager: EntityManager, row: ClaimRow): Promise<void> => insertRows(manager, claimRow, [row]);

export const updateClaim = (manager: EntityManager, id: string, changes: Partial<ClaimRow>): Promise<void> =>
  updateFact(manager, claimRow, id, changes);

/** The claims within reach that a filter lets through, page by page. */
export const readClaims = (
  manager: EntityManager,
  reach: Reach,
  filter: readonly Condition[],
  page: RowPageRequest,
): Promise<RowPage<ClaimRow>> => readPage(manager, claimRow, allOf(claimWithin(reach), ...filter), page);

const ofClaims = (ids: readonly string[]): Condition =>
  condition('row.claim_id = ANY($1::bigint[]) AND row.year = ANY($2::int[])', ids, [...new Set(ids.map(yearOf))]);

/** Every step of some claims, of each the first one first: for whoever may see them. */
export const stepsOfClaims = (manager: EntityManager, ids: readonly string[]): Promise<ClaimStepRow[]> =>
  selectRows(manager, claimStepRow, ofClaims(ids), 'ORDER BY row.claim_id, row.version');

export const insertClaimStep = (manager: EntityManager, row: ClaimStepRow): Promise<void> => insertRows(manager, claimStepRow, [row]);

export const insertClaimLines = (manager: EntityManager, rows: readonly ClaimLineRow[]): Promise<void> =>
  insertRows(manager, claimLineRow, rows);

/** What a step found of a line, or leaves out of it. */
export type FoundLine = Pick<ClaimLineRow, 'id' | 'year' | 'leftOutReason' | 'status' | 'entitlement' | 'due' | 'reasons' | 'receiptHash'>;

/** Writes what a step found of its lines, in one statement. */
export async function updateClaimLines(manager: EntityManager, lines: readonly FoundLine[]): Promise<void> {
  await manager.query(
    `UPDATE claim_line SET left_out_reason = found."leftOutReason", status = found.status, entitlement = found.entitlement, due = found.due,
       reasons = found.reasons, receipt_hash = found."receiptHash"
     FROM jsonb_to_recordset($1::jsonb) AS found(id bigint, year integer, "leftOutReason" text, status text, entitlement numeric, due numeric, reasons jsonb,
       "receiptHash" text)
     WHERE claim_line.id = found.id AND claim_line.year = found.year`,
    [JSON.stringify(lines)],
  );
}

/** Writes what the institution says that it charged some trainees of a claim. */
export async function changeTuition(
  manager: EntityManager,
  claimId: string,
  charged: readonly { readonly enrolmentId: string; readonly amount: string }[],
): Promise<void> {
  await manager.query(
    `UPDATE claim_line SET tuition_charged = charged.amount FROM jsonb_to_recordset($3::jsonb) AS charged("enrolmentId" bigint, amount numeric)
     WHERE claim_line.claim_id = $1 AND claim_line.year = $2 AND claim_line.enrolment_id = charged."enrolmentId"`,
    [claimId, yearOf(claimId), JSON.stringify(charged)],
  );
}

/** Takes lines out of a claim that is still being drawn up. */
export async function deleteClaimLines(manager: EntityManager, claimId: string, enrolmentIds: readonly string[]): Promise<void> {
  await manager.query('DELETE FROM claim_line WHERE claim_id = $1 AND year = $2 AND enrolment_id = ANY($3::bigint[])', [
    claimId,
    yearOf(claimId),
    enrolmentIds,
  ]);
}

/** Reserves enrolments for a claim; gives those that another claim has, and then reserves none of them. In the order of the ids, so that two claims do not wait in a circle. */
export async function takeClaimedKeys(
  manager: EntityManager,
  claimId: string,
  enrolmentIds: readonly string[],
): Promise<readonly string[]> {
  const rows = await manager.query<{ readonly id: string }[]>(
    `WITH asked AS (SELECT id FROM unnest($2::bigint[]) AS asked(id) ORDER BY id),
       written AS (INSERT INTO claimed_key (enrolment_id, claim_id) SELECT id, $1::bigint FROM asked ON CONFLICT (enrolment_id) DO NOTHING RETURNING enrolment_id)
     SELECT id FROM asked WHERE id NOT IN (SELECT enrolment_id FROM written)`,
    [claimId, enrolmentIds],
  );
  return rows.map(({ id }) => id);
}

/** Lets enrolments of a claim go, all of them where none are named, so that another claim may have them. */
export async function freeClaimedKeys(
  manager: EntityManager,
  claimId: string,
  enrolmentIds: readonly string[] | null = null,
): Promise<void> {
  await manager.query('DELETE FROM claimed_key WHERE claim_id = $1 AND ($2::bigint[] IS NULL OR enrolment_id = ANY($2::bigint[]))', [
    claimId,
    enrolmentIds,
  ]);
}

/** The claim that waits longest for the funds of a region, by its approval; null where none does. Read under the locks of the funds, so that nobody funds it meanwhile. */
export async function firstWaitingClaim(manager: EntityManager, regionCode: string): Promise<ClaimRow | null> {
  const waiting = condition("row.region_code = $1 AND row.status = 'QUEUED'", regionCode);
  const [row] = await selectRows(manager, claimRow, waiting, 'ORDER BY row.approval_id LIMIT 1');
  return row ?? null;
}

/** Claims within reach by their ids. */
export const claimsWithin = (manager: EntityManager, reach: Reach, ids: readonly string[]): Promise<ClaimRow[]> =>
  selectRows(
    manager,
    claimRow,
    allOf(condition('row.id = ANY($1::bigint[]) AND row.year = ANY($2::int[])', ids, [...new Set(ids.map(yearOf))]), claimWithin(reach)),
  );

/** The last claim within reach that an enrolment stands in, ended ones too; null where it stands in none. */
export async function claimOfEnrolment(manager: EntityManager, reach: Reach, enrolmentId: string): Promise<ClaimRow | null> {
  const ofEnrolment = condition(
    'EXISTS (SELECT FROM claim_line WHERE claim_line.claim_id = row.id AND claim_line.year = row.year AND claim_line.enrolment_id = $1 AND claim_line.left_out_reason IS NULL)',
    enrolmentId,
  );
  const [row] = await selectRows(manager, claimRow, allOf(ofEnrolment, claimWithin(reach)), 'ORDER BY row.id DESC LIMIT 1');
  return row ?? null;
}
