import { z } from 'zod';
import { sumOf } from '../../money/exact.js';
import { formatYuan, yuan } from '../../money/yuan.js';
import { yearOf } from '../../policy/calendar-day.js';
import { canonicalText, sha256 } from '../../policy/canonical.js';
import { dayText, listOf, nameText } from '../../policy/input.js';
import { refusePayment } from '../../policy/refusals/payments.js';
import type { Refusal } from '../../policy/refusals/refusal.js';
import { regionOf } from '../../policy/regions.js';
import { nextId } from '../../store/audit-log.js';
import { nextIds } from '../../store/next-ids.js';
import { insertPayments } from '../../store/payments.js';
import type { ClaimRow } from '../../store/rows/claim-row.js';
import type { PaymentBatchRow } from '../../store/rows/payment-batch-row.js';
import type { PaymentRow } from '../../store/rows/payment-row.js';
import { type Act, type Operation, refused } from '../acting/act.js';
import { requireRegion } from '../acting/require-reach.js';
import { claimStep, type ReadyClaim, readyForClaimStep, takeClaimStep } from '../claims/claim-step.js';

const BATCH_MAX = 200;
const input = z.strictObject({ region: nameText, on: dayText, claims: listOf(claimStep.omit({ on: true }), BATCH_MAX) });
type Sending = z.infer<typeof input>;

/**
 * Sends the approved claims of a region to the bank in one batch with its control totals, all of them or none, each as it was seen; a payment that failed goes again in another batch, under the same claim. Not by who reviewed
 * or approved one of them; not where what is due, or the payee account, is no longer what was approved.
 * Throws NOT_FOUND, UNKNOWN_REGION, FORBIDDEN, BAD_USER_INPUT.
 * Source: 辽人社发〔2023〕36号, 四(一)2; Q39; our design, docs/decisions/0019-payments.md
 */
export const sendPayments: Operation<Sending, PaymentBatchRow> = {
  name: 'sendPayments',
  input,
  deadlineFactor: 4,
  run: async (act, sending) => {
    const regionCode = requireRegion(act.reach, regionOf(act.desk.ruleBook(), sending.region, 'region').code, 'region');
    const { ready, refusals } = await readyClaims(act, sending, regionCode);
    if (refusals.length > 0) return refused(...refusals);
    const { batch, payments } = await batchOf(act, regionCode, ready);
    if (!(await insertPayments(act.manager, batch, payments))) return refused(refusePayment('CLAIM_WITH_BANK', 'claims'));
    for (const one of ready) await takeClaimStep(act, one, { on: sending.on, seen: one.assessed.contentHash });
    const subjects = [{ type: 'PaymentBatch', id: batch.id }, ...ready.map(({ claim }) => ({ type: 'Claim', id: claim.id }))];
    const amounts = { total: batch.total, payments: `${batch.payments}` };
    const details = { controlHash: batch.controlHash, sentOn: batch.sentOn };
    return { kind: 'done', done: batch, record: { region: regionCode, subjects, clauses: ['LN2023-36/4.1.13'], amounts, details } };
  },
};

/** The claims in the order of their ids, so that two batches do not wait for each other in a circle; every reason why one of them cannot be sent. */
async function readyClaims(act: Act, { claims, on }: Sending, regionCode: string) {
  const refusals: Refusal[] = [];
  const ready: ReadyClaim[] = [];
  const places = new Map(claims.map(({ claimId }, index) => [claimId, index]));
  if (places.size < claims.length) return { ready, refusals: [refusePayment('CLAIM_TWICE', 'claims')] };
  for (const step of [...claims].sort((one, other) => (one.claimId < other.claimId ? -1 : 1))) {
    const at = `claims[${places.get(step.claimId) ?? 0}]`;
    const one = await readyForClaimStep(act, 'sendPayments', { ...step, on });
    if (one.kind === 'refused')
      refusals.push(...one.refusals.map((refusal) => ({ ...refusal, field: refusal.field === 'on' ? 'on' : at })));
    else if (one.claim.regionCode !== regionCode)
      refusals.push(refusePayment('OTHER_REGION', at, { found: one.claim.regionCode, region: regionCode }));
    else ready.push(one);
  }
  return { ready, refusals };
}

async function batchOf({ manager, actor, today: sentOn }: Act, regionCode: string, ready: readonly ReadyClaim[]) {
  const year = yearOf(sentOn);
  const id = await nextId(manager, year);
  const ids = await nextIds(
    manager,
    ready.map(() => year),
  );
  const payments = ready.map(
    ({ claim }, index): PaymentRow => ({ ...paymentOf(claim), id: ids[index] ?? '', year, paymentBatchId: id, line: index + 1 }),
  );
  const total = formatYuan(sumOf(payments.map(({ amount }) => yuan(amount))));
  const controlHash = sha256(
    canonicalText(payments.map(({ line, claimId, payeeAccountId, amount }) => [line, claimId, payeeAccountId, amount])),
  );
  const batch: PaymentBatchRow = { id, year, regionCode, payments: payments.length, total, controlHash, sentBy: actor.person, sentOn };
  return { batch, payments };
}

const paymentOf = ({ id: claimId, regionCode, institutionCode, payeeAccountId, amount }: ClaimRow) => ({
  claimId,
  regionCode,
  institutionCode,
  payeeAccountId: payeeAccountId ?? '',
  amount,
  status: 'SENT' as const,
  bankReference: null,
  settledOn: null,
  returnReason: null,
});
