import { type Fund, payCommitted } from '../../ledger/fund-accounts.js';
import { openedAccount } from '../../ledger/account.js';
import type { PendingTransfer } from '../../ledger/transfer.js';
import { invariant } from '../../money/invariant.js';
import { yuanOfFen } from '../../money/whole-fen.js';
import { yearOf } from '../../policy/calendar-day.js';
import { committedPendings } from '../../store/committed-pendings.js';
import { keepPaidFrom } from '../../store/recoveries.js';
import type { PaidFrom } from '../../store/rows/recovery-line-row.js';
import type { Act } from '../acting/act.js';
import { loadFunds, moveFunds } from '../funds/move-funds.js';

/**
 * Posts what was committed for claims that the bank has paid, and keeps of each line which fund of which year paid it: what may have to be given back goes there.
 * Source: our design, docs/decisions/0019-payments.md
 */
export async function payClaims(act: Act, regionCode: string, claimIds: readonly string[]): Promise<void> {
  const commitments = await committedPendings(act.manager, claimIds);
  if (commitments.pendings.length === 0) return;
  const funds = await loadFunds(act, { regionCode, year: yearOf(act.today) }, commitments);
  const pendings = [...funds.book.pendings.values()];
  const moved = await moveFunds(act, funds, payCommitted(pendings));
  invariant(moved.kind === 'moved', 'what is committed can be paid');
  await keepPaidFrom(act.manager, claimIds, partsByEnrolment(pendings));
}

function partsByEnrolment(pendings: readonly PendingTransfer[]): ReadonlyMap<string, readonly PaidFrom[]> {
  const parts = new Map<string, readonly PaidFrom[]>();
  for (const { debit, openAmount, enrolmentId } of pendings) {
    const { kind, year } = openedAccount(debit);
    const part = { fund: kind as Fund, year, amount: yuanOfFen(openAmount) };
    parts.set(enrolmentId ?? '', [...(parts.get(enrolmentId ?? '') ?? []), part]);
  }
  return parts;
}
