import { z } from 'zod';
import type { OperationName } from '../../policy/access/rights.js';
import { notAfterClock } from '../../policy/business-day.js';
import { dayText, noteText } from '../../policy/input.js';
import { refuseRecovery } from '../../policy/refusals/recoveries.js';
import type { Refusal } from '../../policy/refusals/refusal.js';
import { freeRecoveredKeys, lockRecovery, updateRecovery } from '../../store/recoveries.js';
import type { RecoveryRow, RecoveryStatus } from '../../store/rows/recovery-row.js';
import { type Act, type Operation, refused } from '../acting/act.js';
import { idOf } from '../acting/fact-id.js';
import { notFound } from '../acting/not-found.js';

const input = z.strictObject({ recoveryId: idOf('Recovery'), reason: noteText, on: dayText });
type Change = z.infer<typeof input>;

/** One way from a state of a recovery to another. */
interface RecoveryEdge {
  readonly name: OperationName & ('suspendRecovery' | 'resumeRecovery' | 'cancelRecovery');
  readonly from: readonly RecoveryStatus[];
  readonly to: RecoveryStatus;
  readonly also: (act: Act, recovery: RecoveryRow) => Promise<readonly Refusal[]>;
}

const changing = ({ name, from, to, also }: RecoveryEdge): Operation<Change, RecoveryRow> => ({
  name,
  input,
  run: async (act, { recoveryId, reason, on }) => {
    notAfterClock(on, act.today, 'on');
    const recovery = await lockRecovery(act.manager, act.reach, recoveryId);
    if (recovery === null) throw notFound('recoveryId', '追回', 'recovery');
    if (!from.includes(recovery.status))
      return refused(refuseRecovery('RECOVERY_STATUS', 'recoveryId', { found: recovery.status, expected: [...from] }));
    if (on < recovery.noticedOn) return refused(refuseRecovery('NOT_BEFORE', 'on', { on, before: recovery.noticedOn }));
    const refusals = await also(act, recovery);
    if (refusals.length > 0) return refused(...refusals);
    const changes = { status: to, statusReason: reason };
    await updateRecovery(act.manager, recovery.id, changes);
    const subjects = [{ type: 'Recovery', id: recovery.id }];
    const record = {
      region: recovery.regionCode,
      subjects,
      clauses: ['LN2023-36/5.1.4'],
      amounts: { receivable: recovery.amount },
      details: { status: to, on },
    };
    return { kind: 'done', done: { ...recovery, ...changes }, record };
  },
});

const nothing = async (): Promise<readonly Refusal[]> => [];

/**
 * Suspends a recovery because the institution objects; what arrives all the same is taken. Throws NOT_FOUND, BAD_USER_INPUT.
 * Source: Q44; our design, docs/decisions/0020-recoveries.md
 */
export const suspendRecovery = changing({ name: 'suspendRecovery', from: ['OPEN'], to: 'SUSPENDED', also: nothing });

/**
 * Goes on with a recovery whose objection was decided. Throws NOT_FOUND, BAD_USER_INPUT.
 * Source: Q44; our design, docs/decisions/0020-recoveries.md
 */
export const resumeRecovery = changing({ name: 'resumeRecovery', from: ['SUSPENDED'], to: 'OPEN', also: nothing });

/**
 * Cancels a recovery of which nothing has come back: its lines may be recovered anew. Not by who opened it. Throws NOT_FOUND, BAD_USER_INPUT.
 * Source: our design, docs/decisions/0020-recoveries.md
 */
export const cancelRecovery = changing({
  name: 'cancelRecovery',
  from: ['OPEN', 'SUSPENDED'],
  to: 'CANCELLED',
  also: async ({ manager, actor }, { id, repaid, openedBy }) => {
    if (openedBy === actor.person) return [refuseRecovery('SAME_PERSON', null, { act: 'cancelRecovery', earlierAct: 'openRecovery' })];
    if (repaid !== '0.00') return [refuseRecovery('REPAID_IN_PART', 'recoveryId', { repaid, found: 'REPAID' })];
    await freeRecoveredKeys(manager, id);
    return [];
  },
});
