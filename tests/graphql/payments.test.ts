import type { Workplace } from '../../src/operations/acting/perform.js';
import type { Actor } from '../../src/policy/access/actor.js';
import { nodeId } from '../../src/policy/node-id.js';
import type { ClaimRow } from '../../src/store/rows/claim-row.js';
import { describeOnEachDatabase } from '../harness/databases.js';
import { certifiedCohort, CLAIMANTS, confirmCategories, JUNE, secondReviewed, stepOn, TODAY } from '../operations/claims/claims-world.js';
import { appropriated } from '../operations/funds/money.js';
import { approvedPayeeAccount, NUMBER } from '../operations/payees/payees.js';
import { sendingOf } from '../operations/payments/paying.js';
import { workplaceOn } from '../operations/workplace.js';
import { askAs } from './at-workplace.js';

interface Answer {
  readonly claim: { readonly id: string; readonly status: string; readonly approvedOn: string | null } | null;
  readonly paymentBatch: { readonly id: string; readonly number: string; readonly payments: number; readonly total: string } | null;
  readonly bankAdvice: { readonly paid: number; readonly failed: number } | null;
  readonly userErrors: readonly { readonly code: string; readonly message: string }[];
  readonly replayed: boolean;
}

describeOnEachDatabase('from the approval to the bank in the API (辽人社发〔2023〕36号, 四(一)2)', (open) => {
  let workplace: Workplace;
  let claim: ClaimRow;
  beforeAll(async () => {
    workplace = await workplaceOn(await open(), () => JUNE);
    await confirmCategories(workplace);
    await approvedPayeeAccount(workplace);
    claim = await secondReviewed(workplace, await certifiedCohort(workplace, 2));
  });
  const mutate = async (actor: Actor, name: string, type: string, input: object, selection: string): Promise<Answer> => {
    const source = `mutation ($input: ${type}!) { ${name}(input: $input) { ${selection} userErrors { code message } replayed } }`;
    return (await askAs<Record<string, Answer>>(workplace, actor, source, { input }))[name] as Answer;
  };

  it('is approved without money, funded, sent, and paid by the lines of the bank; each reply comes again for its key', async () => {
    const step = { ...(await stepOn(workplace, claim)), idempotencyKey: 'approve-1' };
    const approve = () => mutate(CLAIMANTS.finance, 'approveClaim', 'ClaimStepInput', step, 'claim { id status approvedOn }');
    const approved = await approve();
    expect(approved).toMatchObject({ claim: { status: 'QUEUED', approvedOn: TODAY }, userErrors: [], replayed: false });
    expect(await approve()).toEqual({ ...approved, replayed: true });

    const waiting = { ...claim, version: claim.version + 1 };
    const fund = async (idempotencyKey: string) =>
      mutate(
        CLAIMANTS.finance,
        'fundClaim',
        'ClaimStepInput',
        { ...(await stepOn(workplace, waiting)), idempotencyKey },
        'claim { status }',
      );
    const { userErrors } = await fund('fund-claim-1');
    expect(userErrors.map(({ code, message }) => [code, message])).toEqual([
      ['FUNDS_SHORT', '资金不足：需要 1280.00 元，可用 0.00 元，还差 1280.00 元'],
    ]);
    await appropriated(workplace, { amount: '5000.00' });
    expect(await fund('fund-claim-1')).toMatchObject({ claim: { status: 'FINANCE_APPROVED' }, userErrors: [] });

    const sending = { ...(await sendingOf(workplace, [{ ...claim, version: claim.version + 2 }])), idempotencyKey: 'send-batch-1' };
    const send = () => mutate(CLAIMANTS.payer, 'sendPayments', 'SendPaymentsInput', sending, 'paymentBatch { id number payments total }');
    const { paymentBatch } = await send();
    expect(paymentBatch).toMatchObject({ payments: 1, total: '1280.00' });
    expect(await send()).toMatchObject({ paymentBatch, replayed: true });

    const file = `batch,line,amount,result,bankReference,day,returnReason\n${paymentBatch?.number},1,1280.00,PAID,B-20260601-1,${TODAY},`;
    const advice = { paymentBatchId: paymentBatch?.id, file, on: TODAY, idempotencyKey: 'advice-1' };
    const imported = await mutate(
      CLAIMANTS.secondFinance,
      'importBankAdvice',
      'ImportBankAdviceInput',
      advice,
      'bankAdvice { paid failed }',
    );
    expect(imported).toMatchObject({ bankAdvice: { paid: 1, failed: 0 }, userErrors: [] });
  });

  const seenBy = async (actor: Actor) => {
    const source = `{ payments { totalCount nodes { amount status bankReference line institution { code } region { code } } }
      claims { nodes { status } } payeeAccounts { nodes { maskedNumber } } }`;
    return askAs<{ payments: { totalCount: number; nodes: readonly object[] }; claims: { nodes: readonly object[] } }>(
      workplace,
      actor,
      source,
    );
  };

  it('its institution and the bureaus of its region see the payment, nobody the number of the account', async () => {
    for (const actor of [CLAIMANTS.institution, CLAIMANTS.finance, CLAIMANTS.officer, CLAIMANTS.auditor]) {
      const seen = await seenBy(actor);
      expect(seen.payments.nodes).toEqual([
        {
          amount: '1280.00',
          status: 'PAID',
          bankReference: 'B-20260601-1',
          line: 1,
          institution: { code: 'TI-DUT' },
          region: { code: 'LN-210200' },
        },
      ]);
      expect(seen.claims.nodes).toEqual([{ status: 'PAID' }]);
      expect(JSON.stringify(seen)).not.toContain(NUMBER);
    }
    for (const actor of [CLAIMANTS.otherInstitution, CLAIMANTS.otherOfficer]) expect((await seenBy(actor)).payments.totalCount).toBe(0);
  });

  it('the batches are the bureaus’; an institution is refused', async () => {
    const source = '{ paymentBatches { nodes { total sentBy payments } } }';
    expect(await askAs(workplace, CLAIMANTS.payer, source)).toEqual({
      paymentBatches: { nodes: [{ total: '1280.00', sentBy: 'he', payments: 1 }] },
    });
    await expect(askAs(workplace, CLAIMANTS.institution, source)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('a claim that is paid says that nothing is missing', async () => {
    const source = 'query ($id: ID!) { whyNotPaid(id: $id) { code } }';
    expect(await askAs(workplace, CLAIMANTS.institution, source, { id: nodeId('Claim', claim.id) })).toEqual({ whyNotPaid: [] });
  });
});
