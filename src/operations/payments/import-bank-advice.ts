import { z } from 'zod';
import { notAfterClock } from '../../policy/business-day.js';
import { yearOf } from '../../policy/calendar-day.js';
import { sha256 } from '../../policy/canonical.js';
import { dayText } from '../../policy/input.js';
import { type AdviceLine, type PaymentResult, readAdvice } from '../../policy/payments/bank-advice.js';
import { refusePayment } from '../../policy/refusals/payments.js';
import { nextId } from '../../store/audit-log.js';
import { insertBankAdvice, lockPaymentBatch, paymentsOfBatch, settlePayments, usedReferences } from '../../store/payments.js';
import { accountNumberHash } from '../../store/keys/account-number-hash.js';
import { knownAccountHashes } from '../../store/payee-accounts.js';
import type { BankAdviceRow } from '../../store/rows/bank-advice-row.js';
import type { PaymentBatchRow } from '../../store/rows/payment-batch-row.js';
import type { PaymentRow } from '../../store/rows/payment-row.js';
import { type Act, type Operation, refused } from '../acting/act.js';
import { idOf } from '../acting/fact-id.js';
import { notFound } from '../acting/not-found.js';
import { adviceFile, adviceLines } from './advice-file.js';
import { payClaims } from './pay-claims.js';
import { settleClaims } from './settle-claims.js';

const input = z.strictObject({ paymentBatchId: idOf('PaymentBatch'), file: adviceFile, on: dayText });

/**
 * Imports what the bank says of a batch, as a file of its lines: what it paid is posted out of the funds for good, what it returned stays committed and may be sent again. A file that was imported before, and one with any line that was
 * not sent so, is refused as a whole. Not by who sent the batch, since what is returned is sent again. Throws NOT_FOUND, BAD_USER_INPUT.
 * Source: 辽人社发〔2023〕36号, 四(一)2; our design, docs/decisions/0019-payments.md
 */
export const importBankAdvice: Operation<z.infer<typeof input>, BankAdviceRow> = {
  name: 'importBankAdvice',
  input,
  digestible: ({ file, ...rest }) => ({ ...rest, file: sha256(file) }),
  deadlineFactor: 4,
  run: async (act, { paymentBatchId, file, on }) => {
    notAfterClock(on, act.today, 'on');
    const batch = await lockPaymentBatch(act.manager, act.reach, paymentBatchId);
    if (batch === null) throw notFound('paymentBatchId', '付款批次', 'payment batch');
    if (batch.sentBy === act.actor.person)
      return refused(refusePayment('SAME_PERSON', null, { act: 'importBankAdvice', earlierAct: 'sendPayments' }));
    if (on < batch.sentOn) return refused(refusePayment('ADVICE_DAY', 'on', { from: batch.sentOn, to: act.today }));
    const payments = await paymentsOfBatch(act.manager, batch.id);
    const lines = adviceLines(file);
    if (lines.length === 0) return refused(refusePayment('ADVICE_EMPTY', 'file'));
    const read = readAdvice({ number: batch.id, sentOn: batch.sentOn }, payments, lines, {
      today: act.today,
      takenReferences: await takenReferences(act, lines),
    });
    const advice = await adviceOf(act, batch, { file, on, results: read.kind === 'read' ? read.results : [] });
    if (!(await insertBankAdvice(act.manager, advice))) return refused(refusePayment('ADVICE_KNOWN', 'file', { hash: advice.fileHash }));
    if (read.kind === 'refused') return refused(...read.refusals);
    await settle(act, batch, payments, read.results, on);
    return { kind: 'done', done: advice, record: recordOf(batch, advice, read.results) };
  },
};

async function adviceOf(
  { manager, actor }: Act,
  batch: PaymentBatchRow,
  { file, on, results }: { readonly file: string; readonly on: string; readonly results: readonly PaymentResult[] },
): Promise<BankAdviceRow> {
  const year = yearOf(on);
  const paid = results.filter(({ isPaid }) => isPaid).length;
  return {
    id: await nextId(manager, year),
    year,
    paymentBatchId: batch.id,
    fileHash: sha256(file),
    paid,
    failed: results.length - paid,
    importedBy: actor.person,
    importedOn: on,
  };
}

/** References that cannot be those of these payments: of another payment, or the number of an account, which never stands anywhere in the clear. */
async function takenReferences({ manager, keys }: Act, lines: readonly AdviceLine[]): Promise<readonly string[]> {
  const references = lines.map(({ bankReference }) => bankReference).filter((reference) => reference !== '');
  const hashes = new Map(references.map((reference) => [accountNumberHash(keys, reference), reference]));
  const accounts = await knownAccountHashes(manager, [...hashes.keys()]);
  return [...(await usedReferences(manager, references)), ...accounts.flatMap((hash) => hashes.get(hash) ?? [])];
}

/** Claims before the accounts of the ledger, as every act on claims locks them. */
async function settle(
  act: Act,
  batch: PaymentBatchRow,
  payments: readonly PaymentRow[],
  results: readonly PaymentResult[],
  on: string,
): Promise<void> {
  const claimOf = new Map(payments.map(({ id, claimId }) => [id, claimId]));
  const settled = results.map((result) => ({ ...result, claimId: claimOf.get(result.payment.id) ?? '' }));
  await settleClaims(act, settled, on);
  const paid = settled.filter(({ isPaid }) => isPaid).map(({ claimId }) => claimId);
  await payClaims(act, batch.regionCode, paid);
  await settlePayments(
    act.manager,
    results.map(({ payment: { id, year }, isPaid, bankReference, settledOn, returnReason }) => ({
      id,
      year,
      status: isPaid ? 'PAID' : 'FAILED',
      bankReference,
      settledOn,
      returnReason,
    })),
  );
}

function recordOf(batch: PaymentBatchRow, advice: BankAdviceRow, results: readonly PaymentResult[]) {
  const subjects = [{ type: 'PaymentBatch', id: batch.id }, ...results.map(({ payment }) => ({ type: 'Payment', id: payment.id }))];
  const amounts = Object.fromEntries(
    results.map(({ payment, isPaid }) => [`${isPaid ? 'paid' : 'failed'}.${payment.line}`, payment.amount]),
  );
  const details = { fileHash: advice.fileHash, paid: advice.paid, failed: advice.failed };
  return { region: batch.regionCode, subjects, clauses: ['LN2023-36/4.1.13'], amounts, details };
}
