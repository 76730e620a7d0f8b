import { z } from 'zod';
import { type PaidPart, refundParts, repay } from '../../ledger/refunds.js';
import { invariant } from '../../money/invariant.js';
import { fenOfYuan, yuanOfFen } from '../../money/whole-fen.js';
import { notAfterClock } from '../../policy/business-day.js';
import { yearOf } from '../../policy/calendar-day.js';
import { dayText, documentNumber, expects, yuanText } from '../../policy/input.js';
import { refundOrder } from '../../policy/recoveries/recovery-terms.js';
import { refuseRecovery } from '../../policy/refusals/recoveries.js';
import { nextId } from '../../store/audit-log.js';
import { insertRepayment, linesOfRecovery, lockRecovery, updateRecovery } from '../../store/recoveries.js';
import type { RecoveryRow } from '../../store/rows/recovery-row.js';
import type { RepaymentRow } from '../../store/rows/repayment-row.js';
import { type Act, type Operation, refused } from '../acting/act.js';
import { idOf } from '../acting/fact-id.js';
import { notFound } from '../acting/not-found.js';
import { loadFunds, moveFunds } from '../funds/move-funds.js';

const AMOUNT = expects('应为大于 0 的两位小数元金额', 'an amount in yuan above zero with two decimals');
const input = z.strictObject({
  recoveryId: idOf('Recovery'),
  amount: yuanText.refine((text) => fenOfYuan(text) > 0n, AMOUNT),
  receivedOn: dayText,
  documentNumber,
});

/**
 * Records money that has arrived for a recovery, in part or whole, late or in a later year: it goes back to the funds that paid, the last used first (Q43), into the year in which it arrived. No fund is credited before.
 * Refuses more than is owed, and a voucher that was recorded before. Throws NOT_FOUND, BAD_USER_INPUT, READING_NOT_COMPUTED.
 * Source: 辽人社发〔2023〕36号, 五(一), 四(一)2; Q43; our design, docs/decisions/0020-recoveries.md
 */
export const recordRepayment: Operation<z.infer<typeof input>, RepaymentRow> = {
  name: 'recordRepayment',
  input,
  run: async (act, { recoveryId, ...arrived }) => {
    const { manager, reach, today } = act;
    notAfterClock(arrived.receivedOn, today, 'receivedOn');
    const recovery = await lockRecovery(manager, reach, recoveryId);
    if (recovery === null) throw notFound('recoveryId', '追回', 'recovery');
    const obstacle = obstacleTo(recovery, arrived);
    if (obstacle !== null) return refused(obstacle);
    const refunds = await refund(act, recovery, arrived);
    const repayment = await repaymentOf(act, recovery, { ...arrived, refunds });
    const { documentNumber: document } = arrived;
    if (!(await insertRepayment(manager, repayment)))
      return refused(refuseRecovery('DOCUMENT_RECORDED', 'documentNumber', { region: recovery.regionCode, document }));
    const repaid = yuanOfFen(fenOfYuan(recovery.repaid) + fenOfYuan(arrived.amount));
    const status = repaid === recovery.amount ? 'SETTLED' : recovery.status;
    await updateRecovery(manager, recovery.id, { repaid, status });
    const subjects = [
      { type: 'Recovery', id: recovery.id },
      { type: 'Repayment', id: repayment.id },
    ];
    const amounts = { repaid: arrived.amount, ...Object.fromEntries(refunds.map(({ fund, year, amount }) => [`${fund}.${year}`, amount])) };
    const details = { documentNumber: document, receivedOn: arrived.receivedOn, status };
    return {
      kind: 'done',
      done: repayment,
      record: { region: recovery.regionCode, subjects, clauses: ['LN2023-36/5.1.4'], amounts, details },
    };
  },
};

type Arrived = Pick<RepaymentRow, 'amount' | 'receivedOn' | 'documentNumber'>;

function obstacleTo({ status, amount, repaid, noticedOn }: RecoveryRow, arrived: Arrived) {
  const expected = ['OPEN', 'SUSPENDED'];
  if (!expected.includes(status)) return refuseRecovery('RECOVERY_STATUS', 'recoveryId', { found: status, expected });
  if (arrived.receivedOn < noticedOn) return refuseRecovery('NOT_BEFORE', 'receivedOn', { on: arrived.receivedOn, before: noticedOn });
  const left = fenOfYuan(amount) - fenOfYuan(repaid);
  return fenOfYuan(arrived.amount) > left
    ? refuseRecovery('REPAYMENT_EXCEEDS', 'amount', { asked: arrived.amount, left: yuanOfFen(left) })
    : null;
}

async function refund(act: Act, { id, regionCode, repaid }: RecoveryRow, { amount, receivedOn }: Arrived) {
  const order = refundOrder(act.desk.ruleBook({ on: receivedOn, region: regionCode }));
  const lines = await linesOfRecovery(act.manager, id);
  const paid = lines.flatMap(({ paidFrom }) => paidFrom.map((part): PaidPart => ({ ...part, amount: fenOfYuan(part.amount) })));
  const parts = refundParts(paid, fenOfYuan(repaid), fenOfYuan(amount), order);
  const requests = repay(regionCode, parts, yearOf(receivedOn));
  const accounts = requests.flatMap(({ debit, credit }) => [debit, credit]);
  const funds = await loadFunds(act, { regionCode, year: yearOf(receivedOn) }, { accounts });
  const moved = await moveFunds(act, funds, requests);
  invariant(moved.kind === 'moved', 'what was paid can come back');
  return parts.map((part) => ({ ...part, amount: yuanOfFen(part.amount) }));
}

async function repaymentOf(
  { manager, actor }: Act,
  recovery: RecoveryRow,
  arrived: Arrived & Pick<RepaymentRow, 'refunds'>,
): Promise<RepaymentRow> {
  const year = yearOf(arrived.receivedOn);
  const { id: recoveryId, regionCode, institutionCode } = recovery;
  return { ...arrived, id: await nextId(manager, year), year, recoveryId, regionCode, institutionCode, recordedBy: actor.person };
}
