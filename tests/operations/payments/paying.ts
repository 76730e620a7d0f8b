import { approveClaim } from '../../../src/operations/claims/approve-claim.js';
import type { Workplace } from '../../../src/operations/acting/perform.js';
import { importBankAdvice } from '../../../src/operations/payments/import-bank-advice.js';
import { sendPayments } from '../../../src/operations/payments/send-payments.js';
import { nodeId } from '../../../src/policy/node-id.js';
import { paymentsOfBatch } from '../../../src/store/payments.js';
import type { ClaimRow } from '../../../src/store/rows/claim-row.js';
import type { PaymentBatchRow } from '../../../src/store/rows/payment-batch-row.js';
import type { Cohort } from '../certificates/cohort.js';
import { CLAIMANTS, secondReviewed, stepOn, TODAY } from '../claims/claims-world.js';
import { fundsOfYear } from '../../../src/operations/funds/fund-accounts.js';
import { yuanOfFen } from '../../../src/money/whole-fen.js';
import { done } from '../workplace.js';

export async function approved(workplace: Workplace, cohort: Cohort): Promise<ClaimRow> {
  const claim = await secondReviewed(workplace, cohort);
  return done(workplace, approveClaim, CLAIMANTS.finance, await stepOn(workplace, claim));
}

/** What sending some claims names. */
export async function sendingOf(workplace: Workplace, claims: readonly ClaimRow[]) {
  const steps = [];
  for (const claim of claims) {
    const { claimId, seen } = await stepOn(workplace, claim);
    steps.push({ claimId, seen });
  }
  return { region: '大连', on: TODAY, claims: steps };
}

export const sent = async (workplace: Workplace, ...claims: readonly ClaimRow[]): Promise<PaymentBatchRow> =>
  done(workplace, sendPayments, CLAIMANTS.payer, await sendingOf(workplace, claims));

export const HEADINGS = '批次号,序号,金额,结果,银行流水号,日期,退回原因';

/** The bank's file about a batch: what it says of each line, `PAID` or why it came back. */
export async function fileOf({ dataSource }: Workplace, batch: PaymentBatchRow, says: readonly string[]): Promise<string> {
  const payments = await paymentsOfBatch(dataSource.manager, batch.id);
  const lines = payments.flatMap(({ line, amount, id }, index) => {
    const said = says[index];
    if (said === undefined) return [];
    return [
      said === 'PAID' ? `${batch.id},${line},${amount},PAID,B-${id},${TODAY},` : `${batch.id},${line},${amount},FAILED,,${TODAY},${said}`,
    ];
  });
  return [HEADINGS, ...lines].join('\n');
}

export const adviceOf = (batch: PaymentBatchRow, file: string) => ({ paymentBatchId: nodeId('PaymentBatch', batch.id), file, on: TODAY });

export const advised = async (workplace: Workplace, batch: PaymentBatchRow, ...says: readonly string[]) =>
  done(workplace, importBankAdvice, CLAIMANTS.secondFinance, adviceOf(batch, await fileOf(workplace, batch, says)));

/** `committed paid available` of each fund of 大连 in 2026, the special account first. */
export async function fundsOf({ dataSource }: Workplace): Promise<readonly string[]> {
  const { accounts } = await fundsOfYear(dataSource.manager, 2026, ['LN-210200']);
  return accounts.map(({ committed, paid, available }) => [committed, paid, available].map(yuanOfFen).join(' '));
}
