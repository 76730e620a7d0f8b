import type { EntityManager } from 'typeorm';
import type { Reach } from '../policy/access/reach.js';
import { yearOf } from './audit-log.js';
import { insertRows } from './insert-rows.js';
import { type RowPage, type RowPageRequest, readPage } from './read-page.js';
import { bankAdviceRow, type BankAdviceRow } from './rows/bank-advice-row.js';
import { paymentBatchRow, type PaymentBatchRow } from './rows/payment-batch-row.js';
import { paymentRow, type PaymentRow } from './rows/payment-row.js';
import { allOf, type Condition, condition, factOf, selectRows } from './select-rows.js';
import { withinReach } from './within-reach.js';

/** A batch is its region's; an institution sees its own payments only. */
export const paymentBatchWithin = (reach: Reach): Condition => withinReach(reach, { region: 'row.region_code' });
export const paymentWithin = (reach: Reach): Condition =>
  withinReach(reach, { region: 'row.region_code', institution: 'row.institution_code' });

/** A batch within reach, locked until the transaction ends; null where there is none. */
export async function lockPaymentBatch(manager: EntityManager, reach: Reach, id: string): Promise<PaymentBatchRow | null> {
  const [row] = await selectRows(manager, paymentBatchRow, allOf(factOf(id), paymentBatchWithin(reach)), 'FOR UPDATE');
  return row ?? null;
}

/** The payments of a batch in the order of their lines. */
export const paymentsOfBatch = (manager: EntityManager, batchId: string): Promise<PaymentRow[]> =>
  selectRows(manager, paymentRow, condition('row.payment_batch_id = $1 AND row.year = $2', batchId, yearOf(batchId)), 'ORDER BY row.line');

/** The payments of some claims within reach, in the order in which they were sent. */
export const paymentsOfClaims = (manager: EntityManager, reach: Reach, claimIds: readonly string[]): Promise<PaymentRow[]> =>
  selectRows(manager, paymentRow, allOf(condition('row.claim_id = ANY($1::bigint[])', claimIds), paymentWithin(reach)), 'ORDER BY row.id');

/** Stores a batch with its payments; gives false, and must then be rolled back, where a claim is with the bank or paid already. */
export async function insertPayments(manager: EntityManager, batch: PaymentBatchRow, payments: readonly PaymentRow[]): Promise<boolean> {
  await insertRows(manager, paymentBatchRow, [batch]);
  await insertRows(manager, paymentRow, payments);
  const taken = await manager.query<unknown[]>(
    `INSERT INTO payment_key (claim_id, payment_id) SELECT claim_id, id FROM payment WHERE payment_batch_id = $1 AND year = $2 ORDER BY claim_id
     ON CONFLICT (claim_id) DO NOTHING RETURNING claim_id`,
    [batch.id, batch.year],
  );
  return taken.length === payments.length;
}

/** What the bank says of one payment. */
export type Settlement = Pick<PaymentRow, 'id' | 'year' | 'status' | 'bankReference' | 'settledOn' | 'returnReason'>;

/** Writes what the bank says of payments, in one statement; what failed may be sent again. */
export async function settlePayments(manager: EntityManager, settlements: readonly Settlement[]): Promise<void> {
  await manager.query(
    `UPDATE payment SET status = said.status, bank_reference = said."bankReference", settled_on = said."settledOn", return_reason = said."returnReason"
     FROM jsonb_to_recordset($1::jsonb) AS said(id bigint, year integer, status text, "bankReference" text, "settledOn" date, "returnReason" text)
     WHERE payment.id = said.id AND payment.year = said.year`,
    [JSON.stringify(settlements)],
  );
  const failed = settlements.filter(({ status }) => status === 'FAILED').map(({ id }) => id);
  await manager.query('DELETE FROM payment_key WHERE payment_id = ANY($1::bigint[])', [failed]);
}

/** Those of some bank references that a payment has already. */
export async function usedReferences(manager: EntityManager, references: readonly string[]): Promise<readonly string[]> {
  const rows = await manager.query<{ readonly reference: string }[]>(
    'SELECT bank_reference AS reference FROM payment WHERE bank_reference = ANY($1::text[])',
    [references],
  );
  return rows.map(({ reference }) => reference);
}

/** Stores an advice; gives false, and writes nothing, where a file of the same hash was imported before. */
export async function insertBankAdvice(manager: EntityManager, row: BankAdviceRow): Promise<boolean> {
  const taken = await manager.query<unknown[]>(
    'INSERT INTO advice_key (file_hash, bank_advice_id) VALUES ($1, $2) ON CONFLICT (file_hash) DO NOTHING RETURNING file_hash',
    [row.fileHash, row.id],
  );
  if (taken.length === 0) return false;
  await insertRows(manager, bankAdviceRow, [row]);
  return true;
}

/** The batches within reach, page by page. */
export const readPaymentBatches = (
  manager: EntityManager,
  reach: Reach,
  filter: readonly Condition[],
  page: RowPageRequest,
): Promise<RowPage<PaymentBatchRow>> => readPage(manager, paymentBatchRow, allOf(paymentBatchWithin(reach), ...filter), page);

/** The payments within reach that a filter lets through, page by page. */
export const readPayments = (
  manager: EntityManager,
  reach: Reach,
  filter: readonly Condition[],
  page: RowPageRequest,
): Promise<RowPage<PaymentRow>> => readPage(manager, paymentRow, allOf(paymentWithin(reach), ...filter), page);
