import { adjustmentMoves } from '../../ledger/adjustment-moves.js';
import { applyTransfers } from '../../ledger/apply-transfers.js';
import type { LedgerRefusal } from '../../ledger/ledger-refusal.js';
import { quotaAccount, sourceAccount } from '../../ledger/place-accounts.js';
import { adjustPlaces } from '../../ledger/places.js';
import { invariant } from '../../money/invariant.js';
import { placesReserved } from '../../policy/proposals/check-quota-adjustment.js';
import type { QuotaAdjustmentPayload } from '../../policy/proposals/proposal-payload.js';
import type { Refusal } from '../../policy/refusals/refusal.js';
import { saveTransfers } from '../../store/ledger/save-transfers.js';
import { insertQuotaChanges } from '../../store/quota-changes.js';
import type { Act } from '../acting/act.js';
import type { Applied } from '../governance/apply-proposal.js';
import { allocatedQuota } from './allocated-quota.js';

/**
 * Moves the places of an approved adjustment, under the locks of all accounts it touches. Refuses where a region would go below what is reserved.
 * Source: 辽人社发〔2023〕36号, 附件7; Q50
 */
export async function applyQuotaAdjustment(act: Act, proposalId: string, payload: QuotaAdjustmentPayload): Promise<Applied> {
  const { year, changes, changesTotal } = payload;
  const pools = changes.map(({ regionCode }) => ({ regionCode, year }));
  const accounts = changesTotal ? [sourceAccount(year)] : [];
  const { book, opening, allocated } = await allocatedQuota(act, pools, { accounts });
  const moves = adjustmentMoves(
    year,
    changes.map(({ regionCode, by }) => ({ regionCode, places: BigInt(by) })),
  );
  const applied = applyTransfers(book, [...opening, ...moves.flatMap(adjustPlaces)], act.at);
  if (applied.kind === 'refused') return { kind: 'refused', refusals: [refusalOf(payload, applied.reason)] };
  await saveTransfers(act.manager, applied, { entryId: act.entryId, at: act.at, year });
  await enter(act, proposalId, payload, allocated);
  const amounts = Object.fromEntries(changes.map(({ regionCode, by }) => [regionCode, `${by}`]));
  return { kind: 'applied', record: { clauses: ['LN2023-36/A7.17'], amounts } };
}

function refusalOf({ year, changes }: QuotaAdjustmentPayload, reason: LedgerRefusal): Refusal {
  invariant(reason.code === 'INSUFFICIENT', `an adjustment is refused by ${reason.code}`);
  const regionCode = changes.find((line) => quotaAccount({ regionCode: line.regionCode, year }) === reason.account)?.regionCode;
  invariant(regionCode !== undefined, `${reason.account} is no account of the adjustment`);
  return placesReserved('proposalId', regionCode, year, parseInt(`${reason.asked}`, 10), parseInt(`${reason.available}`, 10));
}

const enter = (
  { manager, at, entryId }: Act,
  proposalId: string,
  { year, changes }: QuotaAdjustmentPayload,
  allocated: ReadonlyMap<string, number>,
): Promise<void> =>
  insertQuotaChanges(
    manager,
    changes.map(({ regionCode, by: places }) => {
      const placesBefore = allocated.get(regionCode) ?? 0;
      return { year, regionCode, cause: 'ADJUSTMENT', places, placesBefore, placesAfter: placesBefore + places, proposalId, entryId, at };
    }),
  );
