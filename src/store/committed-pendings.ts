import type { EntityManager } from 'typeorm';
import { yearOf } from './audit-log.js';

/** What is committed on funds and not paid yet, as a slice of the ledger is asked for. */
export interface Commitments {
  /** ids of the pending transfers */
  readonly pendings: readonly string[];
  /** codes of the accounts that they are between */
  readonly accounts: readonly string[];
}

/**
 * What is committed on funds for some claims and not paid yet: an enrolment stands in one open claim, so its commitments are that claim's.
 * Source: our design, docs/decisions/0019-payments.md
 */
export async function committedPendings(manager: EntityManager, claimIds: readonly string[]): Promise<Commitments> {
  const rows = await manager.query<{ readonly id: string; readonly debit: string; readonly credit: string }[]>(
    `SELECT pending.id, debit.code AS debit, credit.code AS credit FROM claim_line AS line JOIN pending_transfer AS pending ON pending.enrolment_id = line.enrolment_id
     JOIN account AS debit ON debit.id = pending.debit_account JOIN account AS credit ON credit.id = pending.credit_account
     WHERE line.claim_id = ANY($1::bigint[]) AND line.year = ANY($2::int[]) AND line.left_out_reason IS NULL
       AND pending.unit = 'CNY' AND pending.cause = 'COMMIT' AND pending.open_amount > 0 ORDER BY pending.id`,
    [claimIds, [...new Set(claimIds.map(yearOf))]],
  );
  return { pendings: rows.map(({ id }) => id), accounts: [...new Set(rows.flatMap(({ debit, credit }) => [debit, credit]))] };
}
