import type { EntityManager } from 'typeorm';
import type { LedgerUnit } from '../../ledger/account.js';
import { mayExceed } from '../../ledger/apply-transfers.js';
import { movementOf } from '../../ledger/movement.js';
import type { Transfer } from '../../ledger/transfer.js';
import { writeAmount } from './amounts.js';
import { insist } from './insist.js';

interface Change {
  readonly code: string;
  readonly unit: LedgerUnit;
  debitsPending: bigint;
  debitsPosted: bigint;
  creditsPending: bigint;
  creditsPosted: bigint;
}

const changesOf = (transfers: readonly Transfer[]): readonly Change[] => {
  const changes = new Map<string, Change>();
  const changeOf = (code: string, unit: LedgerUnit): Change => {
    const change = changes.get(code) ?? { code, unit, debitsPending: 0n, debitsPosted: 0n, creditsPending: 0n, creditsPosted: 0n };
    changes.set(code, change);
    return change;
  };
  for (const { kind, amount, unit, debit, credit } of transfers) {
    const { pending, posted } = movementOf(kind, amount);
    const from = changeOf(debit, unit);
    from.debitsPending += pending;
    from.debitsPosted += posted;
    const to = changeOf(credit, unit);
    to.creditsPending += pending;
    to.creditsPosted += posted;
  }
  return [...changes.values()];
};

/**
 * Moves the counters of all accounts of the transfers, each once by its sum. The limit stands in the condition and, as the second wall, in the table's own
 * check; only a batch under a target raises `beyond_target` (LEAST passes over NULL), any other can but lower it.
 * Source: our design, docs/decisions/0011-places-ledger.md
 */
export const moveCounters = (manager: EntityManager, targets: ReadonlySet<string>, transfers: readonly Transfer[]): Promise<void> => {
  const changes = changesOf(transfers);
  const records = changes.map(({ code, unit, debitsPending, debitsPosted, creditsPending, creditsPosted }) => ({
    code,
    debits_pending: writeAmount(unit, debitsPending),
    debits_posted: writeAmount(unit, debitsPosted),
    credits_pending: writeAmount(unit, creditsPending),
    credits_posted: writeAmount(unit, creditsPosted),
    may_exceed: mayExceed(targets, code, transfers),
  }));
  return insist(
    manager,
    'accounts changed within their limits',
    changes.length,
    `WITH change AS (SELECT *, debits_pending + debits_posted AS debits FROM jsonb_to_recordset($1::jsonb) AS change(code text, debits_pending numeric,
       debits_posted numeric, credits_pending numeric, credits_posted numeric, may_exceed boolean)),
     changed AS (UPDATE account SET
       debits_pending = account.debits_pending + change.debits_pending, debits_posted = account.debits_posted + change.debits_posted,
       credits_pending = account.credits_pending + change.credits_pending, credits_posted = account.credits_posted + change.credits_posted,
       beyond_target = LEAST(CASE WHEN change.may_exceed THEN NULL ELSE account.beyond_target END, GREATEST(0, account.debits_pending
         + account.debits_posted + change.debits - account.credits_posted - change.credits_posted))
       FROM change WHERE account.code = change.code AND (NOT account.is_limited OR change.may_exceed OR change.debits <= change.credits_posted
         OR account.debits_pending + account.debits_posted + change.debits <= account.credits_posted + change.credits_posted)
       RETURNING 1)
     SELECT count(*)::int AS count FROM changed`,
    [JSON.stringify(records)],
  );
};
