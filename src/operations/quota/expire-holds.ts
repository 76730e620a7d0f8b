import type { LedgerApplied } from '../../ledger/apply-transfers.js';
import { expireHolds as expireDue } from '../../store/ledger/expire-holds.js';
import { performAsSystem } from '../acting/perform-as-system.js';
import type { Workplace } from '../acting/perform.js';

/** Holds that one transaction lets lapse: what is left is met by the next one. */
const STEP = 100;
/** Steps of one sweep, far more than there can be holds: a bound all the same. */
const STEPS_MAX = 1_000;

/**
 * Lets lapse what is open of the holds whose time is over (Q95), and gives how many holds that were. Each step is a transaction with an entry of its own, by
 * SYSTEM; where nothing is due nothing is written. Harmless at any time and by any number of processes at once. Throws BUSY, DEADLINE_EXCEEDED.
 * Source: our design, docs/decisions/0006-open-questions.md (Q95)
 */
export async function expireHolds(workplace: Workplace): Promise<number> {
  let expired = 0;
  for (let step = 0; step < STEPS_MAX; step += 1) {
    const transfers = await performAsSystem(workplace, 'expireHolds', ({ manager, at, enter }) =>
      expireDue(manager, { at, limit: STEP, writeEntry: (applied, year) => enter(year, recordOf(applied)) }),
    );
    if (transfers.length === 0) return expired;
    expired += transfers.length;
  }
  return expired;
}

/** Each run whose hold lapsed is a subject; the places are summed by the account that gets them back. */
function recordOf({ transfers }: LedgerApplied) {
  const places = new Map<string, bigint>();
  for (const { debit, amount } of transfers) places.set(debit, (places.get(debit) ?? 0n) + amount);
  const runs = new Set(transfers.flatMap(({ courseRunId }) => courseRunId ?? []));
  return {
    region: null,
    subjects: [...runs].map((id) => ({ type: 'CourseRun', id })),
    amounts: Object.fromEntries([...places].map(([account, amount]) => [account, `${amount}`])),
  };
}
