import type { EntityManager } from 'typeorm';
import type { Fund } from '../ledger/fund-accounts.js';
import type { Reach } from '../policy/access/reach.js';
import { insertRows } from './insert-rows.js';
import { type RowPage, type RowPageRequest, readPage } from './read-page.js';
import { appropriationRow, type AppropriationRow } from './rows/appropriation-row.js';
import { allOf, type Condition, condition, factOf, selectRows, updateFact } from './select-rows.js';
import { withinReach } from './within-reach.js';
import { writtenDocument } from './written-document.js';

/** An appropriation is its region's; no institution sees it. */
export const appropriationWithin = (reach: Reach): Condition => withinReach(reach, { region: 'row.region_code' });

/** An appropriation within reach, locked until the transaction ends; null where there is none. */
export async function lockAppropriation(manager: EntityManager, reach: Reach, id: string): Promise<AppropriationRow | null> {
  const [row] = await selectRows(manager, appropriationRow, allOf(factOf(id), appropriationWithin(reach)), 'FOR UPDATE');
  return row ?? null;
}

/** Writes an appropriation. Gives false, and writes nothing, where its document stands already for the same region, fund and cause. */
export async function insertAppropriation(manager: EntityManager, row: AppropriationRow): Promise<boolean> {
  const taken = await manager.query<unknown[]>(
    `INSERT INTO appropriation_key (region_code, fund, cause, document, appropriation_id) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING RETURNING 1`,
    [row.regionCode, row.fund, row.cause, writtenDocument(row.documentNumber), row.id],
  );
  if (taken.length === 0) return false;
  await insertRows(manager, appropriationRow, [row]);
  return true;
}

/** Lets the document of an appropriation that does not count be recorded anew. */
export async function freeDocument(manager: EntityManager, appropriationId: string): Promise<void> {
  await manager.query('DELETE FROM appropriation_key WHERE appropriation_id = $1', [appropriationId]);
}

export const updateAppropriation = (manager: EntityManager, id: string, changes: Partial<AppropriationRow>): Promise<void> =>
  updateFact(manager, appropriationRow, id, changes);

/** Whether an opening balance of a fund stands or waits already. After the accounts of the fund are locked nobody adds one beside. */
export async function hasOpening(
  manager: EntityManager,
  { year, regionCode, fund }: Pick<AppropriationRow, 'year' | 'regionCode' | 'fund'>,
) {
  const opening = condition(
    `row.year = $1 AND row.region_code = $2 AND row.fund = $3 AND row.cause = 'OPENING' AND row.status IN ('PROPOSED', 'APPROVED')`,
    year,
    regionCode,
    fund,
  );
  return (await selectRows(manager, appropriationRow, opening)).length > 0;
}

/** Whether somebody has asked already that an appropriation be taken back. Under the lock of the appropriation. */
export async function hasOpenReversal(manager: EntityManager, { id, year }: Pick<AppropriationRow, 'id' | 'year'>): Promise<boolean> {
  const open = condition(`row.year = $1 AND row.reverses_id = $2 AND row.cause = 'REVERSAL' AND row.status = 'PROPOSED'`, year, id);
  return (await selectRows(manager, appropriationRow, open)).length > 0;
}

/** The entry of the act that moved the money of an approved appropriation. */
export async function entryOfTransfer(manager: EntityManager, transferId: string): Promise<string | null> {
  const [row] = await manager.query<{ readonly id: string }[]>(
    'SELECT entry_id AS id FROM transfer WHERE id = $1 AND year = $1::bigint / 1000000000',
    [transferId],
  );
  return row?.id ?? null;
}

/** The appropriations within reach that a filter lets through, page by page. */
export const readAppropriations = (
  manager: EntityManager,
  reach: Reach,
  filter: readonly Condition[],
  page: RowPageRequest,
): Promise<RowPage<AppropriationRow>> => readPage(manager, appropriationRow, allOf(appropriationWithin(reach), ...filter), page);

/** The counters of a fund's account and the sums of its appropriations, in yuan texts of one moment. */
export interface FundSums {
  readonly regionCode: string;
  readonly fund: Fund;
  readonly debitsPending: string;
  readonly debitsPosted: string;
  readonly creditsPosted: string;
  readonly appropriated: string;
  readonly carriedIn: string;
  readonly carriedOut: string;
  /** what repayments brought back */
  readonly recovered: string;
}

const SUMS = `
SELECT account.region_code AS "regionCode", account.kind AS fund, account.debits_pending AS "debitsPending", account.debits_posted AS "debitsPosted",
  account.credits_posted AS "creditsPosted",
  coalesce(sum(moved.amount) FILTER (WHERE moved.year = account.year AND moved.cause IN ('APPROPRIATION', 'OPENING', 'TOP_UP')), 0)::numeric(18,2) AS appropriated,
  coalesce(sum(moved.amount) FILTER (WHERE moved.year = account.year - 1 AND moved.cause = 'CARRY_OVER'), 0)::numeric(18,2) AS "carriedIn",
  coalesce(sum(moved.amount) FILTER (WHERE moved.year = account.year AND moved.cause = 'CARRY_OVER'), 0)::numeric(18,2) AS "carriedOut",
  (SELECT coalesce(sum(refund.amount), 0)::numeric(18,2) FROM transfer AS refund WHERE refund.credit_account = account.id AND refund.cause = 'REPAYMENT') AS recovered
FROM account LEFT JOIN appropriation AS moved ON moved.year IN ($1::integer - 1, $1::integer) AND moved.region_code = account.region_code
  AND moved.fund = account.kind AND moved.status = 'APPROVED'
WHERE account.unit = 'CNY' AND account.year = $1 AND account.kind IN ('SPECIAL_ACCOUNT', 'EMPLOYMENT_SUBSIDY') AND account.region_code = ANY($2::text[])
GROUP BY account.id`;

/** How the funds of regions stand in a year, in one statement and so as of one moment; a fund that nothing moved in is left out. */
export const fundSums = (manager: EntityManager, year: number, regionCodes: readonly string[]): Promise<readonly FundSums[]> =>
  manager.query<FundSums[]>(SUMS, [year, regionCodes]);
