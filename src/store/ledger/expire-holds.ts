import type { EntityManager } from 'typeorm';
import { applyTransfers, type LedgerApplied } from '../../ledger/apply-transfers.js';
import { ledgerBook } from '../../ledger/ledger-book.js';
import { expireHolds as expiryRequests } from '../../ledger/places.js';
import type { Transfer } from '../../ledger/transfer.js';
import { invariant } from '../../money/invariant.js';
import { ACCOUNT_COLUMNS, type AccountRow, accountOfRow } from './lock-accounts.js';
import { PENDING_SELECT, type PendingRow, pendingOfRow } from './lock-pending.js';
import { saveTransfers } from './save-transfers.js';

export interface ExpiryOptions {
  readonly at: string;
  /** the largest number of holds that one step expires */
  readonly limit: number;
  /** writes the audit entry of what is about to be expired, all of one fiscal year, and gives its id; not called when nothing is due */
  readonly writeEntry: (applied: LedgerApplied, year: number) => Promise<string>;
}

/**
 * One step of the sweeper: expires holds whose time is over, of one fiscal year, oldest first, and gives their transfers; none when nothing is due. Passes
 * over accounts and holds that somebody works on, so that it never waits; what it leaves it finds the next time.
 * Source: our design, docs/decisions/0011-places-ledger.md
 */
export const expireHolds = async (manager: EntityManager, { at, limit, writeEntry }: ExpiryOptions): Promise<readonly Transfer[]> => {
  const due = await manager.query<DueRow[]>(DUE, [at, limit]);
  const year = due[0]?.year;
  if (year === undefined) return [];
  const sameYear = due.filter((hold) => hold.year === year);
  const accounts = await lockFreeAccounts(manager, sameYear);
  const free = new Set(accounts.map(({ code }) => code));
  const ids = sameYear.filter(({ debit, credit }) => free.has(debit) && free.has(credit)).map(({ id }) => id);
  const rows = await manager.query<PendingRow[]>(
    `${PENDING_SELECT} WHERE pending.id = ANY($1::bigint[]) ORDER BY pending.id FOR UPDATE OF pending SKIP LOCKED`,
    [ids],
  );
  const pendings = rows.map(pendingOfRow);
  const requests = expiryRequests(pendings, at);
  if (requests.length === 0) return [];
  const applied = applyTransfers(ledgerBook({ accounts: accounts.map(accountOfRow), pendings }), requests, at);
  invariant(applied.kind === 'applied', 'a hold that is due can be expired');
  const { transfers } = await saveTransfers(manager, applied, { entryId: await writeEntry(applied, year), at, year });
  return transfers;
};

interface DueRow {
  readonly id: string;
  readonly debit: string;
  readonly credit: string;
  readonly year: number;
}

const DUE = `SELECT pending.id, debit.code AS debit, credit.code AS credit, debit.year FROM pending_transfer AS pending
  JOIN account AS debit ON debit.id = pending.debit_account JOIN account AS credit ON credit.id = pending.credit_account
  WHERE pending.open_amount > 0 AND pending.expires_at <= $1::timestamptz ORDER BY pending.expires_at, pending.id LIMIT $2::integer`;

const lockFreeAccounts = (manager: EntityManager, holds: readonly DueRow[]): Promise<AccountRow[]> =>
  manager.query<AccountRow[]>(`SELECT ${ACCOUNT_COLUMNS} FROM account WHERE code = ANY($1::text[]) ORDER BY id FOR UPDATE SKIP LOCKED`, [
    [...new Set(holds.flatMap(({ debit, credit }) => [debit, credit]))],
  ]);
