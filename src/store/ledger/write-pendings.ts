import type { EntityManager } from 'typeorm';
import type { LedgerUnit } from '../../ledger/account.js';
import type { Transfer } from '../../ledger/transfer.js';
import { writeAmount } from './amounts.js';
import { insist } from './insist.js';

/** Writes the new pending transfers. Source: our design, docs/decisions/0011-places-ledger.md */
export const insertPendings = async (manager: EntityManager, transfers: readonly Transfer[]): Promise<void> => {
  const pendings = transfers.filter(({ kind }) => kind === 'PENDING');
  if (pendings.length === 0) return;
  const records = pendings.map(({ id, unit, amount, expiresAt }) => ({ id, amount: writeAmount(unit, amount), expires_at: expiresAt }));
  await insist(
    manager,
    'pending transfers written',
    pendings.length,
    `WITH record AS (SELECT * FROM jsonb_to_recordset($1::jsonb) AS record(id bigint, amount numeric, expires_at timestamptz)),
     written AS (INSERT INTO pending_transfer
       (id, unit, debit_account, credit_account, amount, open_amount, cause, course_run_id, enrolment_id, expires_at)
       SELECT id, unit, debit_account, credit_account, record.amount, record.amount, cause, course_run_id, enrolment_id, expires_at
       FROM record JOIN transfer USING (id) RETURNING 1)
     SELECT count(*)::int AS count FROM written`,
    [JSON.stringify(records)],
  );
};

/**
 * Takes off each pending transfer what the batch resolves of it, each once by its sum, and only where so much is open and its time fits.
 * Source: our design, docs/decisions/0011-places-ledger.md
 */
export const resolvePendings = async (manager: EntityManager, transfers: readonly Transfer[], at: string): Promise<void> => {
  const sums = new Map<string, { unit: LedgerUnit; amount: bigint; expires: boolean }>();
  for (const { kind, resolves, amount, unit } of transfers) {
    if (resolves === null || kind === 'REVERSAL') continue;
    sums.set(resolves, { unit, amount: (sums.get(resolves)?.amount ?? 0n) + amount, expires: kind === 'EXPIRE' });
  }
  if (sums.size === 0) return;
  const records = [...sums].map(([id, { unit, amount, expires }]) => ({ id, amount: writeAmount(unit, amount), expires }));
  await insist(
    manager,
    'pending transfers open for what was resolved of them',
    sums.size,
    `WITH record AS (SELECT * FROM jsonb_to_recordset($1::jsonb) AS record(id bigint, amount numeric, expires boolean)),
     changed AS (UPDATE pending_transfer AS pending SET open_amount = pending.open_amount - record.amount FROM record
       WHERE pending.id = record.id AND pending.open_amount >= record.amount
         AND record.expires = COALESCE(pending.expires_at <= $2::timestamptz, false)
       RETURNING 1)
     SELECT count(*)::int AS count FROM changed`,
    [JSON.stringify(records), at],
  );
};
