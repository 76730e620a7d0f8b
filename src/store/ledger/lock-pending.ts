import type { EntityManager } from 'typeorm';
import type { LedgerUnit } from '../../ledger/account.js';
import type { PastTransfer, PendingTransfer, TransferKind } from '../../ledger/transfer.js';
import { readAmount } from './amounts.js';
import { instantText } from './instant-text.js';

export interface PendingRow {
  readonly id: string;
  readonly unit: LedgerUnit;
  readonly debit: string;
  readonly credit: string;
  readonly amount: string;
  readonly open_amount: string;
  readonly cause: string;
  readonly course_run_id: string | null;
  readonly enrolment_id: string | null;
  readonly expires_at: string | null;
}

export const PENDING_SELECT = `SELECT pending.id, pending.unit, debit.code AS debit, credit.code AS credit, pending.amount, pending.open_amount,
  pending.cause, pending.course_run_id, pending.enrolment_id, ${instantText('pending.expires_at')} AS expires_at
  FROM pending_transfer AS pending JOIN account AS debit ON debit.id = pending.debit_account JOIN account AS credit ON credit.id = pending.credit_account`;

/** The pending transfer that a row stands for. */
export const pendingOfRow = (row: PendingRow): PendingTransfer => ({
  id: row.id,
  unit: row.unit,
  debit: row.debit,
  credit: row.credit,
  amount: readAmount(row.unit, row.amount),
  openAmount: readAmount(row.unit, row.open_amount),
  cause: row.cause,
  courseRunId: row.course_run_id,
  enrolmentId: row.enrolment_id,
  expiresAt: row.expires_at,
});

/**
 * Locks the pending transfers of the ids until the transaction ends, in the order of the ids, and gives those that exist as they are now, resolved ones
 * too. After `lockAccounts`.
 * Source: our design, docs/decisions/0011-places-ledger.md
 */
export const lockPending = async (manager: EntityManager, ids: readonly string[]): Promise<readonly PendingTransfer[]> => {
  if (ids.length === 0) return [];
  const rows = await manager.query<PendingRow[]>(
    `${PENDING_SELECT} WHERE pending.id = ANY($1::bigint[]) ORDER BY pending.id FOR UPDATE OF pending`,
    [ids],
  );
  return rows.map(pendingOfRow);
};

/**
 * Locks the holds out of the accounts whose time is over and of which something is open, in the order of their ids: what an act that needs their places
 * expires first. After `lockAccounts` of these accounts and of those that the holds are for.
 * Source: our design, docs/decisions/0011-places-ledger.md
 */
export const lockExpiredHolds = async (
  manager: EntityManager,
  debits: readonly string[],
  at: string,
): Promise<readonly PendingTransfer[]> => {
  const rows = await manager.query<PendingRow[]>(
    `${PENDING_SELECT} WHERE debit.code = ANY($1::text[]) AND pending.open_amount > 0 AND pending.expires_at <= $2::timestamptz
     ORDER BY pending.id FOR UPDATE OF pending`,
    [debits, at],
  );
  return rows.map(pendingOfRow);
};

interface PastRow extends Pick<PendingRow, 'id' | 'unit' | 'debit' | 'credit' | 'amount'> {
  readonly kind: TransferKind;
  readonly is_reversed: boolean;
}

/**
 * The transfers of the ids, and whether each has been taken back: what a reversal needs. After `lockAccounts` of their accounts, under which nobody else
 * reverses them.
 * Source: our design, docs/decisions/0011-places-ledger.md
 */
export const pastTransfers = async (manager: EntityManager, ids: readonly string[]): Promise<readonly PastTransfer[]> => {
  if (ids.length === 0) return [];
  const rows = await manager.query<PastRow[]>(
    `SELECT transfer.id, transfer.kind, transfer.unit, debit.code AS debit, credit.code AS credit, transfer.amount, reversed.id IS NOT NULL AS is_reversed
     FROM transfer JOIN account AS debit ON debit.id = transfer.debit_account JOIN account AS credit ON credit.id = transfer.credit_account
     LEFT JOIN reversed_transfer AS reversed ON reversed.id = transfer.id WHERE transfer.id = ANY($1::bigint[]) ORDER BY transfer.id`,
    [ids],
  );
  return rows.map(({ amount, is_reversed, ...row }) => ({ ...row, amount: readAmount(row.unit, amount), isReversed: is_reversed }));
};
