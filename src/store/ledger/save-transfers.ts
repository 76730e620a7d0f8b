import type { EntityManager } from 'typeorm';
import type { LedgerApplied } from '../../ledger/apply-transfers.js';
import { numberTransfers, type NumberedTransfers } from '../../ledger/number-transfers.js';
import type { Transfer } from '../../ledger/transfer.js';
import { writeAmount } from './amounts.js';
import { insist } from './insist.js';
import { moveCounters } from './move-counters.js';
import { insertPendings, resolvePendings } from './write-pendings.js';

export interface TransferOccasion {
  /** the audit entry of the operation */
  readonly entryId: string;
  readonly at: string;
  /** the fiscal year in which the transfers are kept */
  readonly year: number;
}

/**
 * Writes the transfers of a batch: history, counters, pending and reversed transfers, in at most six statements whatever their number. The counters are
 * changed only where they still allow it; that they do not is a bug, because the batch was decided under row locks, and stops everything. Gives the
 * transfers with their ids, in the order of the batch, and the book with the new pending transfers.
 * Source: our design, docs/decisions/0011-places-ledger.md
 */
export const saveTransfers = async (
  manager: EntityManager,
  applied: Pick<LedgerApplied, 'book' | 'transfers'>,
  occasion: TransferOccasion,
): Promise<NumberedTransfers> => {
  const count = applied.transfers.length;
  if (count === 0) return { book: applied.book, transfers: [] };
  const ids = await manager.query<{ id: string }[]>('SELECT next_id($1::integer) AS id FROM generate_series(1, $2::integer)', [
    occasion.year,
    count,
  ]);
  const numbered = numberTransfers(
    applied,
    ids.map(({ id }) => id),
  );
  await insertTransfers(manager, numbered.transfers, occasion);
  await moveCounters(manager, applied.book.targets, numbered.transfers);
  await insertPendings(manager, numbered.transfers);
  await resolvePendings(manager, numbered.transfers, occasion.at);
  await markReversed(manager, numbered.transfers);
  return numbered;
};

const insertTransfers = (
  manager: EntityManager,
  transfers: readonly Transfer[],
  { entryId, at, year }: TransferOccasion,
): Promise<void> => {
  const records = transfers.map(({ courseRunId, enrolmentId, expiresAt: _expiresAt, ...transfer }) => ({
    ...transfer,
    amount: writeAmount(transfer.unit, transfer.amount),
    course_run_id: courseRunId,
    enrolment_id: enrolmentId,
  }));
  return insist(
    manager,
    'transfers written',
    transfers.length,
    `WITH record AS (SELECT * FROM jsonb_to_recordset($1::jsonb) AS record(id bigint, kind text, unit text, debit text, credit text, amount numeric,
       resolves bigint, cause text, course_run_id bigint, enrolment_id bigint)),
     written AS (INSERT INTO transfer
       (id, year, kind, unit, debit_account, credit_account, amount, resolves, cause, course_run_id, enrolment_id, entry_id, at)
       SELECT record.id, $2::integer, record.kind, record.unit, debit.id, credit.id, record.amount, record.resolves, record.cause, record.course_run_id,
         record.enrolment_id, $3::bigint, $4::timestamptz FROM record JOIN account AS debit ON debit.code = record.debit JOIN account AS credit ON credit.code = record.credit
       RETURNING 1)
     SELECT count(*)::int AS count FROM written`,
    [JSON.stringify(records), year, entryId, at],
  );
};

const markReversed = async (manager: EntityManager, transfers: readonly Transfer[]): Promise<void> => {
  const reversals = transfers.filter(({ kind }) => kind === 'REVERSAL').map(({ id, resolves }) => ({ id: resolves, reversal_id: id }));
  if (reversals.length === 0) return;
  await manager.query(
    'INSERT INTO reversed_transfer (id, reversal_id) SELECT id, reversal_id FROM jsonb_to_recordset($1::jsonb) AS record(id bigint, reversal_id bigint)',
    [JSON.stringify(reversals)],
  );
};
