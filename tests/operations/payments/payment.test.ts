import { approveClaim } from '../../../src/operations/claims/approve-claim.js';
import { confirmClaimPayee } from '../../../src/operations/claims/confirm-claim-payee.js';
import { draftClaim } from '../../../src/operations/claims/draft-claim.js';
import { fundClaim } from '../../../src/operations/claims/fund-claim.js';
import { firstReviewClaim, secondReviewClaim } from '../../../src/operations/claims/review-claim.js';
import { submitClaim } from '../../../src/operations/claims/submit-claim.js';
import { stopClaim } from '../../../src/operations/claims/stop-claim.js';
import { recordFinding } from '../../../src/operations/supervision/record-finding.js';
import { importBankAdvice } from '../../../src/operations/payments/import-bank-advice.js';
import { sendPayments } from '../../../src/operations/payments/send-payments.js';
import type { Workplace } from '../../../src/operations/acting/perform.js';
import { paymentsOfBatch } from '../../../src/store/payments.js';
import { replayFromDatabase } from '../../../src/store/ledger/replay-from-database.js';
import { describeOnEachDatabase } from '../../harness/databases.js';
import {
  certifiedCohort,
  CLAIMANTS,
  confirmCategories,
  drafted,
  JUNE,
  nameTrainees,
  secondReviewed,
  standing,
  stepOn,
  TODAY,
  verifyAll,
} from '../claims/claims-world.js';
import { appropriated } from '../funds/money.js';
import { approvedPayeeAccount, NUMBER } from '../payees/payees.js';
import { act, done, refusalsOf, workplaceOn } from '../workplace.js';
import { adviceOf, advised, approved, fileOf, fundsOf, HEADINGS, sendingOf, sent } from './paying.js';

describeOnEachDatabase('from the review to the money (辽人社发〔2023〕36号, 四(一)2, 七(一); Q33, Q39)', (open) => {
  let workplace: Workplace;
  beforeAll(async () => {
    workplace = await workplaceOn(await open(), () => JUNE);
  });
  afterEach(async () => {
    expect(await replayFromDatabase(workplace.dataSource.manager, 2026)).toBeNull();
  });
  const cohort = (size = 1) => certifiedCohort(workplace, size);

  it('is not approved before the categories are confirmed (Q01), and not without a payee account', async () => {
    const claim = await secondReviewed(workplace, await cohort());
    expect(await refusalsOf(workplace, approveClaim, CLAIMANTS.finance, await stepOn(workplace, claim))).toEqual([
      'CATEGORY_LIST_UNCONFIRMED',
    ]);
    await confirmCategories(workplace);
    expect(await refusalsOf(workplace, approveClaim, CLAIMANTS.finance, await stepOn(workplace, claim))).toEqual(['PAYEE_MISSING']);
    await approvedPayeeAccount(workplace);
    await done(workplace, stopClaim, CLAIMANTS.finance, { ...(await stepOn(workplace, claim)), reason: '另行申领' });
  });

  it('without money it is approved and waits; funds are committed in the order of approval, the special account first', async () => {
    const [first, second] = [await approved(workplace, await cohort(2)), await approved(workplace, await cohort())];
    expect([first.status, second.status, first.amount, second.amount]).toEqual(['QUEUED', 'QUEUED', '1280.00', '640.00']);
    expect(await refusalsOf(workplace, fundClaim, CLAIMANTS.finance, await stepOn(workplace, first))).toEqual(['FUNDS_SHORT']);
    await appropriated(workplace, { amount: '1000.00', documentNumber: '专账（测试）' });
    await appropriated(workplace, { amount: '400.00', documentNumber: '就业（测试）', fund: 'EMPLOYMENT_SUBSIDY' });
    expect(await refusalsOf(workplace, fundClaim, CLAIMANTS.finance, await stepOn(workplace, second))).toEqual(['EARLIER_CLAIM_WAITS']);
    expect(await done(workplace, fundClaim, CLAIMANTS.finance, await stepOn(workplace, first))).toMatchObject({
      status: 'FINANCE_APPROVED',
    });
    // 640 + 360 out of the special account, 280 out of the employment subsidy fund
    expect(await fundsOf(workplace)).toEqual(['1000.00 0.00 0.00', '280.00 0.00 120.00']);
    const { refusals } = await act(workplace, fundClaim, CLAIMANTS.finance, await stepOn(workplace, second));
    expect(refusals.map(({ code, facts }) => [code, facts])).toEqual([
      ['FUNDS_SHORT', { asked: '640.00', available: '120.00', missing: '520.00' }],
    ]);
    await appropriated(workplace, { amount: '100000.00', documentNumber: '追加（测试）', fund: 'EMPLOYMENT_SUBSIDY' });
    expect(await done(workplace, fundClaim, CLAIMANTS.finance, await stepOn(workplace, second))).toMatchObject({
      status: 'FINANCE_APPROVED',
    });
    expect(await fundsOf(workplace)).toEqual(['1000.00 0.00 0.00', '920.00 0.00 99480.00']);

    const seen = [
      { ...first, version: first.version + 1 },
      { ...second, version: second.version + 1 },
    ];
    const batch = await sent(workplace, ...seen);
    expect(batch).toMatchObject({ payments: 2, total: '1920.00', regionCode: 'LN-210200', sentBy: 'he' });
    expect(await advised(workplace, batch, 'PAID', '账号有误')).toMatchObject({ paid: 1, failed: 1 });
    expect(await fundsOf(workplace)).toEqual(['0.00 1000.00 0.00', '640.00 280.00 99480.00']);
    const payments = await paymentsOfBatch(workplace.dataSource.manager, batch.id);
    expect(payments.map(({ status, amount, returnReason }) => [status, amount, returnReason])).toEqual([
      ['PAID', '1280.00', null],
      ['FAILED', '640.00', '账号有误'],
    ]);
    const again = await sent(workplace, { ...second, version: second.version + 3 });
    expect(again).toMatchObject({ payments: 1, total: '640.00' });
    await advised(workplace, again, 'PAID');
    expect(await fundsOf(workplace)).toEqual(['0.00 1000.00 0.00', '0.00 920.00 99480.00']);
  });

  const ready = async (size = 1) => {
    const trainees = await cohort(size);
    return { trainees, claim: await approved(workplace, trainees) };
  };

  it('what was paid is not due again: the same trainees can be claimed for, and nothing comes of it', async () => {
    const { trainees, claim } = await ready();
    await advised(workplace, await sent(workplace, claim), 'PAID');
    const again = await done(workplace, draftClaim, CLAIMANTS.institution, { courseRunId: trainees.runId, region: '大连', on: TODAY });
    expect((await standing(workplace, again)).lines).toMatchObject([{ reasons: ['NOTHING_DUE'], due: '0.00' }]);
  });

  it('submitter, reviewers, requester and payer are five persons (Q39)', async () => {
    const claim = await secondReviewed(workplace, await cohort());
    expect(await refusalsOf(workplace, approveClaim, CLAIMANTS.everything, await stepOn(workplace, claim))).toEqual(['SAME_PERSON']);
    const agreed = await done(workplace, approveClaim, CLAIMANTS.finance, await stepOn(workplace, claim));
    for (const payer of [{ ...CLAIMANTS.payer, person: 'zhao' }, CLAIMANTS.everything]) {
      const codes = await refusalsOf(workplace, sendPayments, payer, await sendingOf(workplace, [agreed]));
      expect(new Set(codes)).toEqual(new Set(['SAME_PERSON']));
    }
    await sent(workplace, agreed);
  });

  it('a claim is with the bank once, also when two payers send it at once', async () => {
    const { claim } = await ready();
    const sending = await sendingOf(workplace, [claim]);
    const outcomes = await Promise.all([1, 2].map(() => act(workplace, sendPayments, CLAIMANTS.payer, sending)));
    expect(outcomes.filter(({ done: batch }) => batch !== null)).toHaveLength(1);
    expect(outcomes.flatMap(({ refusals }) => refusals.map(({ code }) => code))).toEqual(['CLAIM_STATUS']);
    expect(
      await refusalsOf(workplace, sendPayments, CLAIMANTS.payer, { ...sending, claims: [...sending.claims, ...sending.claims] }),
    ).toEqual(['CLAIM_TWICE']);
  });

  it('a violation found after the approval stops the payment; the claim is returned and its money is free again (五(一))', async () => {
    const { trainees, claim } = await ready();
    const before = await fundsOf(workplace);
    await nameTrainees(workplace, trainees);
    await done(workplace, recordFinding, CLAIMANTS.officer, {
      courseRunId: trainees.runId,
      region: '大连',
      scope: 'CLASS',
      documentNumber: '大人社罚〔2026〕9号（测试）',
      decidedOn: TODAY,
      text: '缺勤',
    });
    expect(await refusalsOf(workplace, sendPayments, CLAIMANTS.payer, await sendingOf(workplace, [claim]))).toEqual(['AMOUNT_CHANGED']);
    const back = await done(workplace, stopClaim, CLAIMANTS.finance, { ...(await stepOn(workplace, claim)), reason: '违规' });
    expect(back).toMatchObject({ status: 'RETURNED', approvedOn: null, payeeAccountId: null });
    const [special, employment = ''] = await fundsOf(workplace);
    const [committedBefore = ''] = before[1]?.split(' ') ?? [];
    expect(special).toBe(before[0]);
    expect(employment.split(' ')[0]).toBe(`${(parseInt(committedBefore, 10) - 640).toFixed(2)}`);
  });

  it('what no reviewer has seen is not approved: a certificate that was verified after the reviews (七(一))', async () => {
    const trainees = await certifiedCohort(workplace, 2, {}, 1);
    const claim = await secondReviewed(workplace, trainees);
    expect(claim.amount).toBe('640.00');
    await verifyAll(workplace, [trainees.trainees[1]?.rowId ?? '']);
    expect((await standing(workplace, claim)).amount).toBe('1280.00');
    expect(await refusalsOf(workplace, approveClaim, CLAIMANTS.finance, await stepOn(workplace, claim))).toEqual(['NOT_REVIEWED_SO']);
    await done(workplace, stopClaim, CLAIMANTS.finance, { ...(await stepOn(workplace, claim)), reason: '重新审核' });
  });

  it('is approved on the day on which it is, whatever day it is said to be of', async () => {
    const on = '2026-05-20';
    const draft = await drafted(workplace, await cohort(), { on });
    const submitted = await done(workplace, submitClaim, CLAIMANTS.institution, await stepOn(workplace, draft, on));
    const first = await done(workplace, firstReviewClaim, CLAIMANTS.officer, await stepOn(workplace, submitted, on));
    const second = await done(workplace, secondReviewClaim, CLAIMANTS.reviewer, await stepOn(workplace, first, on));
    const agreed = await done(workplace, approveClaim, CLAIMANTS.finance, await stepOn(workplace, second, '2026-05-21'));
    expect(agreed.lastOn).toBe('2026-05-21');
    expect(agreed.approvedOn).toBe(TODAY);
    await sent(workplace, agreed);
  });

  it('the same training of one person is not approved in two claims', async () => {
    const first = await ready();
    const other = await certifiedCohort(workplace, 1, { personIds: first.trainees.trainees.map(({ personId }) => personId) });
    const { lines } = await standing(workplace, await drafted(workplace, other));
    expect(lines).toMatchObject([{ due: '0.00', reasons: ['DUPLICATE_OCCUPATION_LEVEL'] }]);
  });

  it('another payee account holds the payment until finance confirms it', async () => {
    const { claim } = await ready();
    await approvedPayeeAccount(workplace, { accountNumber: '3400201009000000002', documentNumber: '变更（测试）' });
    expect(await refusalsOf(workplace, sendPayments, CLAIMANTS.payer, await sendingOf(workplace, [claim]))).toEqual(['PAYEE_CHANGED']);
    const confirmed = await done(workplace, confirmClaimPayee, CLAIMANTS.finance, await stepOn(workplace, claim));
    expect(confirmed.status).toBe('FINANCE_APPROVED');
    await sent(workplace, confirmed);
  });

  describe('the bank’s advice', () => {
    it('is taken once: the same file is refused by its hash, a settled line by its state', async () => {
      const { claim } = await ready();
      const batch = await sent(workplace, claim);
      const file = await fileOf(workplace, batch, ['PAID']);
      await done(workplace, importBankAdvice, CLAIMANTS.secondFinance, adviceOf(batch, file));
      expect(await refusalsOf(workplace, importBankAdvice, CLAIMANTS.secondFinance, adviceOf(batch, file))).toEqual(['ADVICE_KNOWN']);
      expect(await refusalsOf(workplace, importBankAdvice, CLAIMANTS.secondFinance, adviceOf(batch, `${file}\n`))).toEqual([
        'ADVICE_LINE_SETTLED',
      ]);
    });

    it('may come in parts', async () => {
      const [one, other] = [await ready(), await ready()];
      const batch = await sent(workplace, one.claim, other.claim);
      const whole = (await fileOf(workplace, batch, ['PAID', 'PAID'])).split('\n');
      await done(workplace, importBankAdvice, CLAIMANTS.secondFinance, adviceOf(batch, [whole[0], whole[2]].join('\n')));
      await done(workplace, importBankAdvice, CLAIMANTS.secondFinance, adviceOf(batch, [whole[0], whole[1]].join('\n')));
      const payments = await paymentsOfBatch(workplace.dataSource.manager, batch.id);
      expect(payments.map(({ status }) => status)).toEqual(['PAID', 'PAID']);
    });

    it('with one wrong line counts for nothing', async () => {
      const [one, other] = [await ready(), await ready()];
      const batch = await sent(workplace, one.claim, other.claim);
      const funds = await fundsOf(workplace);
      const [heading = '', first = '', second = ''] = (await fileOf(workplace, batch, ['PAID', 'PAID'])).split('\n');
      const wrong: readonly (readonly [string, string])[] = [
        [second.replace('640.00', '640.01'), 'ADVICE_AMOUNT_DIFFERS'],
        [second.replace(',2,', ',3,'), 'ADVICE_LINE_UNKNOWN'],
        [first, 'ADVICE_LINE_TWICE'],
        [second.replace(batch.id, '2026999999999'), 'ADVICE_OF_OTHER_BATCH'],
        [second.replace(TODAY, '2026-06-02'), 'ADVICE_DAY'],
        [second.replace(TODAY, '2026-05-31'), 'ADVICE_DAY'],
        [second.replace('PAID', 'OK'), 'ADVICE_RESULT'],
        [second.replace(/B-\d+/u, ''), 'ADVICE_REFERENCE'],
        [second.replace(/B-\d+/u, '11010519491231002X'), 'ADVICE_REFERENCE'],
        [second.replace('PAID', 'FAILED'), 'ADVICE_REASON'],
        [second.replace(/B-\d+/u, /B-\d+/u.exec(first)?.[0] ?? ''), 'ADVICE_REFERENCE_TWICE'],
        [second.replace(/B-\d+/u, NUMBER), 'ADVICE_REFERENCE_TWICE'],
      ];
      for (const [line, code] of wrong) {
        const file = [heading, first, line].join('\n');
        expect([line, await refusalsOf(workplace, importBankAdvice, CLAIMANTS.secondFinance, adviceOf(batch, file))]).toEqual([
          line,
          [code],
        ]);
      }
      expect(await refusalsOf(workplace, importBankAdvice, CLAIMANTS.secondFinance, adviceOf(batch, HEADINGS))).toEqual(['ADVICE_EMPTY']);
      for (const file of ['批次号,序号\n1,2', `${HEADINGS}\n"`, 'x'])
        await expect(act(workplace, importBankAdvice, CLAIMANTS.secondFinance, adviceOf(batch, file))).rejects.toMatchObject({
          code: 'BAD_USER_INPUT',
          field: 'file',
        });
      expect(await fundsOf(workplace)).toEqual(funds);
    });

    it('is for finance of the region, and not for who sent the batch (Q39)', async () => {
      const { claim } = await ready();
      const batch = await sent(workplace, claim);
      const advice = adviceOf(batch, await fileOf(workplace, batch, ['PAID']));
      const other = { ...CLAIMANTS.payer, regions: ['LN-210100'] };
      await expect(act(workplace, importBankAdvice, other, advice)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(act(workplace, importBankAdvice, CLAIMANTS.officer, advice)).rejects.toMatchObject({ code: 'FORBIDDEN' });
      expect(await refusalsOf(workplace, importBankAdvice, CLAIMANTS.payer, advice)).toEqual(['SAME_PERSON']);
    });
  });
});
