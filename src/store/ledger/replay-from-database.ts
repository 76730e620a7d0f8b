import type { EntityManager } from 'typeorm';
import type { Balance, LedgerUnit } from '../../ledger/account.js';
import { firstDifference, replay, type Replayed, type ReplayDifference } from '../../ledger/replay.js';
import type { TransferKind } from '../../ledger/transfer.js';
import { readAmount } from './amounts.js';
import { ACCOUNT_COLUMNS, type AccountRow, accountOfRow } from './lock-accounts.js';

const PAGE_SIZE = 10_000;

interface HistoryRow {
  readonly id: string;
  readonly kind: TransferKind;
  readonly unit: LedgerUnit;
  readonly debit: string;
  readonly credit: string;
  readonly amount: string;
  readonly resolves: string | null;
}

/**
 * Replays the whole history of a year's accounts and names the first counter that differs from it; null when all agree. Run it in a REPEATABLE READ
 * transaction while others write: history and counters must be of one moment.
 * Source: our design, docs/decisions/0011-places-ledger.md
 */
export const replayFromDatabase = async (manager: EntityManager, year: number): Promise<ReplayDifference | null> => {
  const accounts = await manager.query<AccountRow[]>(`SELECT ${ACCOUNT_COLUMNS} FROM account WHERE year = $1`, [year]);
  const pendings = await manager.query<{ id: string; unit: LedgerUnit; open_amount: string }[]>(
    `SELECT pending.id, pending.unit, pending.open_amount FROM pending_transfer AS pending
     JOIN account AS debit ON debit.id = pending.debit_account JOIN account AS credit ON credit.id = pending.credit_account
     WHERE $1 IN (debit.year, credit.year)`,
    [year],
  );
  const codes = new Set(accounts.map(({ code }) => code));
  const { balances, open } = await replayHistory(manager, year);
  const counters = {
    balances: new Map(accounts.map((row): [string, Balance] => [row.code, accountOfRow(row)])),
    open: new Map(pendings.map((row): [string, bigint] => [row.id, readAmount(row.unit, row.open_amount)])),
  };
  return firstDifference(counters, { balances: new Map([...balances].filter(([code]) => codes.has(code))), open });
};

const replayHistory = async (manager: EntityManager, year: number): Promise<Replayed> => {
  let replayed = replay([]);
  for (let last = '0'; ; ) {
    const rows = await manager.query<HistoryRow[]>(
      `SELECT transfer.id, transfer.kind, transfer.unit, debit.code AS debit, credit.code AS credit, transfer.amount, transfer.resolves
       FROM transfer JOIN account AS debit ON debit.id = transfer.debit_account JOIN account AS credit ON credit.id = transfer.credit_account
       WHERE $1 IN (debit.year, credit.year) AND transfer.id > $2 ORDER BY transfer.id LIMIT $3`,
      [year, last, PAGE_SIZE],
    );
    replayed = replay(
      rows.map((row) => ({ ...row, amount: readAmount(row.unit, row.amount) })),
      replayed,
    );
    const end = rows.at(-1);
    if (end === undefined || rows.length < PAGE_SIZE) return replayed;
    last = end.id;
  }
};

/** The years that the ledger has accounts of. */
export const ledgerYears = async (manager: EntityManager): Promise<readonly number[]> =>
  (await manager.query<{ readonly year: number }[]>('SELECT DISTINCT year FROM account ORDER BY year')).map(({ year }) => year);
