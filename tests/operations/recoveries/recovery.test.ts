import { draftClaim } from '../../../src/operations/claims/draft-claim.js';
import { cancelRecovery, resumeRecovery, suspendRecovery } from '../../../src/operations/recoveries/change-recovery.js';
import { openRecovery } from '../../../src/operations/recoveries/open-recovery.js';
import { recordRepayment } from '../../../src/operations/recoveries/record-repayment.js';
import { liftFinding } from '../../../src/operations/supervision/lift-finding.js';
import { recordFinding } from '../../../src/operations/supervision/record-finding.js';
import type { Workplace } from '../../../src/operations/acting/perform.js';
import { nodeId } from '../../../src/policy/node-id.js';
import { replayFromDatabase } from '../../../src/store/ledger/replay-from-database.js';
import type { FindingRow } from '../../../src/store/rows/finding-row.js';
import type { RecoveryRow } from '../../../src/store/rows/recovery-row.js';
import { describeOnEachDatabase } from '../../harness/databases.js';
import type { Cohort } from '../certificates/cohort.js';
import { certifiedCohort, CLAIMANTS, confirmCategories, JUNE, nameTrainees, standing, TODAY } from '../claims/claims-world.js';
import { appropriated } from '../funds/money.js';
import { approvedPayeeAccount } from '../payees/payees.js';
import { advised, approved, fundsOf, sent } from '../payments/paying.js';
import { act, done, refusalsOf, workplaceOn } from '../workplace.js';

describeOnEachDatabase('what was paid wrongly comes back (辽人社发〔2023〕36号, 五(一); Q41, Q42, Q43)', (open) => {
  let workplace: Workplace;
  let documents = 0;
  beforeAll(async () => {
    workplace = await workplaceOn(await open(), () => JUNE);
    await confirmCategories(workplace);
    await approvedPayeeAccount(workplace);
    await appropriated(workplace, { amount: '1000.00', documentNumber: '专账（测试）' });
    await appropriated(workplace, { amount: '100000.00', documentNumber: '就业（测试）', fund: 'EMPLOYMENT_SUBSIDY' });
  });
  afterEach(async () => {
    expect(await replayFromDatabase(workplace.dataSource.manager, 2026)).toBeNull();
  });

  const paidCohort = async (size: number): Promise<Cohort> => {
    const cohort = await certifiedCohort(workplace, size);
    await nameTrainees(workplace, cohort);
    await advised(workplace, await sent(workplace, await approved(workplace, cohort)), 'PAID');
    return cohort;
  };
  const found = (cohort: Cohort, nth: number | null): Promise<FindingRow> => {
    documents += 1;
    const whom = nth === null ? { scope: 'CLASS' } : { scope: 'PERSON', enrolmentId: cohort.trainees[nth]?.id };
    const decision = { region: '大连', documentNumber: `大人社罚〔2026〕${documents}号（测试）`, decidedOn: TODAY, text: '缺勤' };
    return done(workplace, recordFinding, CLAIMANTS.officer, { courseRunId: cohort.runId, ...whom, ...decision });
  };
  const opening = (finding: FindingRow) => ({
    findingId: nodeId('Finding', finding.id),
    region: '大连',
    documentNumber: '追回通知（测试）',
    noticedOn: TODAY,
  });
  const opened = (finding: FindingRow): Promise<RecoveryRow> => done(workplace, openRecovery, CLAIMANTS.officer, opening(finding));
  const arriving = ({ id }: RecoveryRow, amount: string) => {
    documents += 1;
    return { recoveryId: nodeId('Recovery', id), amount, receivedOn: TODAY, documentNumber: `凭证-${documents}` };
  };
  const changing = ({ id }: RecoveryRow) => ({ recoveryId: nodeId('Recovery', id), reason: '机构提出异议', on: TODAY });

  it('of a class everything that was paid, due thirty days after the notice, back to the funds in reverse order of use', async () => {
    // 640.00 and 360.00 out of the special account, 280.00 out of the employment subsidy fund
    const cohort = await paidCohort(2);
    expect(await fundsOf(workplace)).toEqual(['0.00 1000.00 0.00', '0.00 280.00 99720.00']);
    const recovery = await opened(await found(cohort, null));
    expect(recovery).toMatchObject({ status: 'OPEN', amount: '1280.00', repaid: '0.00', dueOn: '2026-07-01', institutionCode: 'TI-DUT' });
    expect(await fundsOf(workplace)).toEqual(['0.00 1000.00 0.00', '0.00 280.00 99720.00']);
    const first = await done(workplace, recordRepayment, CLAIMANTS.finance, arriving(recovery, '300.00'));
    expect(first.refunds).toEqual([
      { fund: 'EMPLOYMENT_SUBSIDY', year: 2026, amount: '280.00' },
      { fund: 'SPECIAL_ACCOUNT', year: 2026, amount: '20.00' },
    ]);
    expect(await fundsOf(workplace)).toEqual(['0.00 1000.00 20.00', '0.00 280.00 100000.00']);
    expect(await refusalsOf(workplace, recordRepayment, CLAIMANTS.finance, arriving(recovery, '980.01'))).toEqual(['REPAYMENT_EXCEEDS']);
    await done(workplace, recordRepayment, CLAIMANTS.finance, arriving(recovery, '980.00'));
    expect(await fundsOf(workplace)).toEqual(['0.00 1000.00 1000.00', '0.00 280.00 100000.00']);
    expect(await refusalsOf(workplace, recordRepayment, CLAIMANTS.finance, arriving(recovery, '0.01'))).toEqual(['RECOVERY_STATUS']);
  });

  it('of a person only that one; the same line is never recovered twice, also not at once or by another finding', async () => {
    const cohort = await paidCohort(2);
    const finding = await found(cohort, 0);
    const outcomes = await Promise.all([1, 2].map(() => act(workplace, openRecovery, CLAIMANTS.officer, opening(finding))));
    expect(outcomes.flatMap(({ done: recovery }) => (recovery === null ? [] : [recovery.amount]))).toEqual(['640.00']);
    expect(await refusalsOf(workplace, openRecovery, CLAIMANTS.officer, opening(finding))).toEqual(['NOTHING_TO_RECOVER']);
    expect(await opened(await found(cohort, null))).toMatchObject({ amount: '640.00' });
  });

  it('not for a finding that was lifted, nor where nothing was paid, nor for another region', async () => {
    const cohort = await certifiedCohort(workplace, 1);
    await nameTrainees(workplace, cohort);
    const finding = await found(cohort, null);
    expect(await refusalsOf(workplace, openRecovery, CLAIMANTS.officer, opening(finding))).toEqual(['NOTHING_TO_RECOVER']);
    await done(workplace, liftFinding, CLAIMANTS.reviewer, {
      findingId: nodeId('Finding', finding.id),
      liftedOn: TODAY,
      documentNumber: '撤销（测试）',
    });
    for (const noticedOn of [TODAY, '2026-05-31'])
      expect(await refusalsOf(workplace, openRecovery, CLAIMANTS.officer, { ...opening(finding), noticedOn })).toEqual([
        'FINDING_NOT_IN_FORCE',
      ]);
    await expect(act(workplace, openRecovery, CLAIMANTS.otherOfficer, opening(finding))).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('an objection suspends it, which another person decides; a cancelled one may be opened anew, one in part repaid is not cancelled', async () => {
    const cohort = await paidCohort(1);
    const finding = await found(cohort, null);
    const recovery = await opened(finding);
    expect(await done(workplace, suspendRecovery, CLAIMANTS.officer, changing(recovery))).toMatchObject({ status: 'SUSPENDED' });
    expect(await done(workplace, resumeRecovery, CLAIMANTS.reviewer, changing(recovery))).toMatchObject({ status: 'OPEN' });
    expect(await refusalsOf(workplace, cancelRecovery, CLAIMANTS.everything, changing(recovery))).toEqual(['SAME_PERSON']);
    expect(await done(workplace, cancelRecovery, CLAIMANTS.reviewer, changing(recovery))).toMatchObject({ status: 'CANCELLED' });
    const again = await opened(finding);
    await done(workplace, recordRepayment, CLAIMANTS.finance, arriving(again, '1.00'));
    expect(await refusalsOf(workplace, cancelRecovery, CLAIMANTS.reviewer, changing(again))).toEqual(['REPAID_IN_PART']);
    const voucher = { ...arriving(again, '1.00'), documentNumber: `凭证-${documents - 1}` };
    expect(await refusalsOf(workplace, recordRepayment, CLAIMANTS.finance, voucher)).toEqual(['DOCUMENT_RECORDED']);
  });

  it('what has come back whole is due again once the finding is lifted', async () => {
    const cohort = await paidCohort(1);
    const finding = await found(cohort, null);
    const recovery = await opened(finding);
    const again = { courseRunId: cohort.runId, region: '大连', on: TODAY, enrolmentIds: cohort.trainees.map(({ id }) => id) };
    const claim = await done(workplace, draftClaim, CLAIMANTS.institution, again);
    const line = async () => (await standing(workplace, claim)).lines.map(({ due, reasons }) => [due, reasons]);
    expect(await line()).toEqual([['0.00', ['VIOLATION_CLASS', 'NOTHING_DUE']]]);
    await done(workplace, recordRepayment, CLAIMANTS.finance, arriving(recovery, '640.00'));
    expect(await line()).toEqual([['0.00', ['VIOLATION_CLASS']]]);
    await done(workplace, liftFinding, CLAIMANTS.reviewer, {
      findingId: nodeId('Finding', finding.id),
      liftedOn: TODAY,
      documentNumber: '撤销二（测试）',
    });
    expect(await line()).toEqual([['640.00', []]]);
  });
});
