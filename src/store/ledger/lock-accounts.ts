import type { EntityManager } from 'typeorm';
import { type Account, type LedgerUnit, openedAccount } from '../../ledger/account.js';
import { invariant } from '../../money/invariant.js';
import { readAmount } from './amounts.js';

/** Any fixed number: it names the lock under which accounts are opened, so that two that open the same ones do not wait for each other in a circle. */
const OPENING_LOCK = 2_023_037;

export interface AccountRow {
  readonly code: string;
  readonly unit: LedgerUnit;
  readonly kind: string;
  readonly region_code: string | null;
  readonly year: number;
  readonly owner: string | null;
  readonly is_limited: boolean;
  readonly debits_pending: string;
  readonly debits_posted: string;
  readonly credits_pending: string;
  readonly credits_posted: string;
}

export const ACCOUNT_COLUMNS =
  'code, unit, kind, region_code, year, owner, is_limited, debits_pending, debits_posted, credits_pending, credits_posted';

/** The account that a row stands for. */
export const accountOfRow = (row: AccountRow): Account => ({
  code: row.code,
  unit: row.unit,
  kind: row.kind,
  regionCode: row.region_code,
  year: row.year,
  owner: row.owner,
  isLimited: row.is_limited,
  debitsPending: readAmount(row.unit, row.debits_pending),
  debitsPosted: readAmount(row.unit, row.debits_posted),
  creditsPending: readAmount(row.unit, row.credits_pending),
  creditsPosted: readAmount(row.unit, row.credits_posted),
});

/**
 * Locks the accounts of the codes until the transaction ends, in the order of their ids, and gives them as they are now; those that do not exist are
 * opened. Call it once in a transaction, with all accounts that it will touch, before any other lock of the ledger.
 * Source: our design, docs/decisions/0011-places-ledger.md
 */
export const lockAccounts = async (manager: EntityManager, codes: readonly string[]): Promise<readonly Account[]> => {
  const wanted = [...new Set(codes)].sort();
  if (wanted.length === 0) return [];
  await openMissing(manager, wanted);
  const rows = await manager.query<AccountRow[]>(
    `SELECT ${ACCOUNT_COLUMNS} FROM account WHERE code = ANY($1::text[]) ORDER BY id FOR UPDATE`,
    [wanted],
  );
  invariant(rows.length === wanted.length, `${rows.length} of the accounts ${wanted.join(', ')} exist`);
  return rows.map(accountOfRow);
};

const openMissing = async (manager: EntityManager, codes: readonly string[]): Promise<void> => {
  const found = await manager.query<{ code: string }[]>('SELECT code FROM account WHERE code = ANY($1::text[])', [codes]);
  const known = new Set(found.map(({ code }) => code));
  const missing = codes.filter((code) => !known.has(code)).map(openedAccount);
  if (missing.length === 0) return;
  await manager.query('SELECT pg_advisory_xact_lock($1)', [OPENING_LOCK]);
  const records = missing.map(({ code, unit, kind, regionCode, year, owner, isLimited }) => ({
    code,
    unit,
    kind,
    region_code: regionCode,
    year,
    owner,
    is_limited: isLimited,
  }));
  await manager.query(
    `INSERT INTO account (code, unit, kind, region_code, year, owner, is_limited)
     SELECT code, unit, kind, region_code, year, owner, is_limited FROM jsonb_to_recordset($1::jsonb)
       AS record(code text, unit text, kind text, region_code text, year integer, owner text, is_limited boolean) ORDER BY code
     ON CONFLICT (code) DO NOTHING`,
    [JSON.stringify(records)],
  );
};
