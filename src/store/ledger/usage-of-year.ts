import type { EntityManager } from 'typeorm';
import { EMPTY_BALANCE, type Balance } from '../../ledger/account.js';
import { RELEASING_CAUSES } from '../../ledger/places.js';
import { type QuotaUsage, quotaUsage } from '../../ledger/quota-usage.js';
import { ACCOUNT_COLUMNS, type AccountRow, accountOfRow } from './lock-accounts.js';
import { readAmount } from './amounts.js';

export interface RegionUsage extends QuotaUsage {
  readonly regionCode: string;
}

interface UsageRow extends AccountRow {
  readonly region_code: string;
  readonly expired: string;
  readonly released: string;
}

/**
 * How the places of a year stand at an instant, in the order of region codes, in one statement: holds whose time is over count as given back, whether the
 * sweeper has been there or not. A region whose places never moved is not in it.
 * Source: our design, docs/decisions/0011-places-ledger.md
 */
export const usageOfYear = async (manager: EntityManager, year: number, at: string): Promise<readonly RegionUsage[]> => {
  const rows = await manager.query<UsageRow[]>(
    `SELECT ${ACCOUNT_COLUMNS},
       (SELECT COALESCE(sum(open_amount), 0) FROM pending_transfer
         WHERE account.kind = 'QUOTA' AND debit_account = account.id AND open_amount > 0 AND expires_at <= $2::timestamptz) AS expired,
       (SELECT COALESCE(sum(amount), 0) FROM transfer
         WHERE account.kind = 'QUOTA' AND debit_account = account.id AND transfer.kind IN ('VOID', 'EXPIRE') AND cause = ANY($3::text[])) AS released
     FROM account WHERE year = $1 AND unit = 'PLACE' AND region_code IS NOT NULL ORDER BY region_code COLLATE "C", kind`,
    [year, at, RELEASING_CAUSES],
  );
  const byRegion = new Map<string, UsageRow[]>();
  for (const row of rows) byRegion.set(row.region_code, [...(byRegion.get(row.region_code) ?? []), row]);
  return [...byRegion].map(([regionCode, accounts]) => ({ regionCode, ...usageOf(accounts) }));
};

const usageOf = (rows: readonly UsageRow[]): QuotaUsage => {
  const balanceOf = (kind: string): Balance => {
    const row = rows.find((candidate) => candidate.kind === kind);
    return row === undefined ? EMPTY_BALANCE : accountOfRow(row);
  };
  const quota = rows.find(({ kind }) => kind === 'QUOTA');
  return quotaUsage({
    quota: balanceOf('QUOTA'),
    held: balanceOf('HELD'),
    named: balanceOf('NAMED'),
    released: readAmount('PLACE', quota?.released ?? '0'),
    expired: readAmount('PLACE', quota?.expired ?? '0'),
  });
};
