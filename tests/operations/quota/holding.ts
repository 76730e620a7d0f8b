import { applyTransfers } from '../../../src/ledger/apply-transfers.js';
import { holdPlaces } from '../../../src/ledger/places.js';
import { poolAccounts } from '../../../src/ledger/place-accounts.js';
import { inTransaction, TRANSACTION_LIMITS } from '../../../src/operations/acting/transaction.js';
import type { Workplace } from '../../../src/operations/acting/perform.js';
import { allocatedQuota } from '../../../src/operations/quota/allocated-quota.js';
import { nextId } from '../../../src/store/audit-log.js';
import { saveTransfers } from '../../../src/store/ledger/save-transfers.js';

/** Holds places of a region as the approval of a course run does; gives the account that had too few, or null. */
export const hold = (
  workplace: Workplace,
  regionCode: string,
  places: number,
  year = 2026,
  expiresAt: string | null = null,
): Promise<string | null> =>
  inTransaction(workplace.dataSource, TRANSACTION_LIMITS, async (manager) => {
    const at = workplace.clock().toISOString();
    const pool = { regionCode, year };
    const entryId = await nextId(manager, year);
    const act = { manager, desk: workplace.desk, at, entryId };
    const { book, opening } = await allocatedQuota(act, [pool], { accounts: poolAccounts(pool) });
    const applied = applyTransfers(book, [...opening, ...holdPlaces(pool, BigInt(places), entryId, expiresAt)], at);
    if (applied.kind === 'refused') throw applied.reason;
    await saveTransfers(manager, applied, { entryId, at, year });
    return null;
  }).catch((problem: { readonly code?: string; readonly account?: string }) => {
    if (problem.code === 'INSUFFICIENT') return problem.account ?? '';
    throw problem;
  });
