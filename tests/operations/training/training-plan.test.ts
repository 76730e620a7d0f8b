import { approveTrainingPlan, rejectTrainingPlan } from '../../../src/operations/training/decide-training-plan.js';
import { proposeTrainingPlan } from '../../../src/operations/training/propose-training-plan.js';
import type { Workplace } from '../../../src/operations/acting/perform.js';
import { nodeId } from '../../../src/policy/node-id.js';
import { describeOnEachDatabase } from '../../harness/databases.js';
import { act, done, PEOPLE, refusalsOf, workplaceOn } from '../workplace.js';

const PLAN = {
  region: '大连',
  institution: '大连理工大学',
  year: 2026,
  title: '2026 年第一批',
  documentNumber: '大人社发〔2026〕0号（测试）',
  places: 60,
  drawnUpOn: '2026-03-02',
};

describeOnEachDatabase('a plan for subsidised training (辽人社发〔2023〕36号, 四(一)2)', (open) => {
  let workplace: Workplace;
  beforeAll(async () => {
    workplace = await workplaceOn(await open());
  });
  const propose = () => done(workplace, proposeTrainingPlan, PEOPLE.officer, PLAN);

  it('is proposed by one person and approved by another', async () => {
    const plan = await propose();
    expect(plan).toMatchObject({
      regionCode: 'LN-210200',
      institutionCode: 'TI-DUT',
      status: 'PROPOSED',
      proposedBy: 'wang',
      decidedBy: null,
    });
    const input = { trainingPlanId: nodeId('TrainingPlan', plan.id), decidedOn: '2026-03-02' };
    expect(await done(workplace, approveTrainingPlan, PEOPLE.reviewer, input)).toMatchObject({ status: 'APPROVED', decidedBy: 'li' });
    expect(await refusalsOf(workplace, approveTrainingPlan, PEOPLE.reviewer, input)).toEqual(['PLAN_STATUS']);
  });

  it('is not approved by the person who proposed it, whatever roles that person has', async () => {
    const both = { ...PEOPLE.officer, roles: ['HR_OFFICER', 'HR_REVIEWER'] as const };
    const plan = await done(workplace, proposeTrainingPlan, both, PLAN);
    const input = { trainingPlanId: nodeId('TrainingPlan', plan.id), decidedOn: '2026-03-02' };
    expect(await refusalsOf(workplace, approveTrainingPlan, both, input)).toEqual(['SAME_PERSON']);
    expect(await done(workplace, rejectTrainingPlan, both, { ...input, reason: '重复' })).toMatchObject({ status: 'REJECTED' });
  });

  it.each([
    ['another region', PEOPLE.otherOfficer, PLAN, 'FORBIDDEN'],
    ['no role for it', PEOPLE.institution, PLAN, 'FORBIDDEN'],
    ['a day after today', PEOPLE.officer, { ...PLAN, drawnUpOn: '2026-03-03' }, 'BAD_USER_INPUT'],
    ['an institution that is not listed', PEOPLE.officer, { ...PLAN, institution: '某大学' }, 'UNKNOWN_INSTITUTION'],
    ['no places', PEOPLE.officer, { ...PLAN, places: 0 }, 'BAD_USER_INPUT'],
  ])('%s is refused', async (_title, actor, input, code) => {
    await expect(act(workplace, proposeTrainingPlan, actor, input)).rejects.toMatchObject({ code });
  });

  it('without a token nothing happens', async () => {
    await expect(act(workplace, proposeTrainingPlan, null, PLAN)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('a plan of another region reads as one that is not there', async () => {
    const plan = await propose();
    const input = { trainingPlanId: nodeId('TrainingPlan', plan.id), decidedOn: '2026-03-02' };
    await expect(act(workplace, approveTrainingPlan, PEOPLE.otherReviewer, input)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('the same key gives the same reply, and another input under it a conflict', async () => {
    const key = 'plan-key-0001';
    const first = await act(workplace, proposeTrainingPlan, PEOPLE.officer, PLAN, key);
    const again = await act(workplace, proposeTrainingPlan, PEOPLE.officer, PLAN, key);
    expect(again).toEqual({ ...first, isReplayed: true });
    await expect(act(workplace, proposeTrainingPlan, PEOPLE.officer, { ...PLAN, places: 61 }, key)).rejects.toMatchObject({
      code: 'IDEMPOTENCY_KEY_REUSED',
    });
  });

  it('each leaves one entry with its queue row, and no refused one does', async () => {
    const count = async () =>
      (
        await workplace.dataSource.query(
          'SELECT (SELECT count(*) FROM audit_entry) AS entries, (SELECT count(*) FROM seal_pending) AS queued',
        )
      )[0];
    const before = await count();
    const plan = await propose();
    const input = { trainingPlanId: nodeId('TrainingPlan', plan.id), decidedOn: '2026-03-01' };
    expect(await refusalsOf(workplace, approveTrainingPlan, PEOPLE.reviewer, input)).toEqual(['NOT_BEFORE']);
    const more = (text: string) => `${Number(text) + 1}`;
    expect(await count()).toEqual({ entries: more(before.entries), queued: more(before.queued) });
  });
});
