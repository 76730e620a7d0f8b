import { confirmAssessmentPlan } from '../../../src/operations/certificates/confirm-assessment-plan.js';
import { fileAssessmentPlan } from '../../../src/operations/certificates/file-assessment-plan.js';
import { issueLevelCertificate } from '../../../src/operations/certificates/issue-level-certificate.js';
import type { Workplace } from '../../../src/operations/acting/perform.js';
import { nodeId } from '../../../src/policy/node-id.js';
import { parseNodeId } from '../../../src/policy/node-id.js';
import { describeOnEachDatabase } from '../../harness/databases.js';
import { act, done, PEOPLE, person, refusalsOf, workplaceOn } from '../workplace.js';
import { assessedCohort, cohortOf, confirmedPlan, levelLines, planInput } from './cohort.js';

const OTHER_BODY = person('qian', ['ASSESSMENT_BODY'], { assessmentBody: 'EI-CIE' });

describeOnEachDatabase('a plan of assessment (辽人社发〔2023〕36号, 四(二))', (open) => {
  let workplace: Workplace;
  beforeAll(async () => {
    workplace = await workplaceOn(await open());
  });
  const file = (input: object) => done(workplace, fileAssessmentPlan, PEOPLE.institution, input);
  const confirmation = (id: string, confirmedOn = '2026-01-22') => ({ assessmentPlanId: nodeId('AssessmentPlan', id), confirmedOn });

  it('is filed by the institution and confirmed by the assessment body that it names', async () => {
    const cohort = await cohortOf(workplace, 1);
    const plan = await file(planInput(cohort, { assessmentBody: '工业和信息化部电子工业标准化研究院' }));
    expect(plan).toMatchObject({ courseRunId: cohort.run.id, year: 2026, assessmentBodyCode: 'EI-CESI', status: 'FILED', filedBy: 'chen' });
    await expect(act(workplace, confirmAssessmentPlan, OTHER_BODY, confirmation(plan.id))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const confirmed = await done(workplace, confirmAssessmentPlan, PEOPLE.assessor, confirmation(plan.id));
    expect(confirmed).toMatchObject({ id: plan.id, status: 'CONFIRMED', confirmedBy: 'zheng', confirmedOn: '2026-01-22' });
    expect(await refusalsOf(workplace, confirmAssessmentPlan, PEOPLE.assessor, confirmation(plan.id))).toEqual(['PLAN_STATE']);
  });

  it('takes the place of the earlier plan of its run', async () => {
    const cohort = await cohortOf(workplace, 1);
    const first = await confirmedPlan(workplace, cohort);
    const second = await file(planInput(cohort, { theoryOn: '2026-02-16', practiceOn: '2026-02-16' }));
    const rows = await workplace.dataSource.query('SELECT id, status FROM assessment_plan WHERE course_run_id = $1 ORDER BY id', [
      cohort.run.id,
    ]);
    expect(rows).toEqual([
      { id: first.id, status: 'WITHDRAWN' },
      { id: second.id, status: 'FILED' },
    ]);
  });

  it('stays in force once somebody was certified under it', async () => {
    const cohort = await assessedCohort(workplace, 1);
    await done(workplace, issueLevelCertificate, PEOPLE.assessor, { lines: levelLines(cohort) });
    expect(await refusalsOf(workplace, fileAssessmentPlan, PEOPLE.institution, planInput(cohort))).toEqual(['PLAN_IN_USE']);
  });

  it.each([
    ['4.2.1: a body that is not listed for the occupation', { assessmentBody: 'EI-CIE' }, {}, ['ASSESSOR_NOT_LISTED']],
    ['4.2.1: an occupation that nobody is listed for (AMB-16)', {}, { occupationCode: 'CLOUD_COMPUTING' }, ['ASSESSOR_NOT_LISTED']],
    ['4.2.2: theory before the training ended', { theoryOn: '2026-01-29' }, {}, ['PLANNED_BEFORE_END']],
    ['4.2.2: practice before the training ended', { practiceOn: '2026-01-29' }, {}, ['PLANNED_BEFORE_END']],
    ['4.2.1: filed after the first part', { filedOn: '2026-02-10' }, {}, ['PLAN_AFTER_EXAM']],
    ['a run that is not approved', {}, { status: 'FILED', decidedBy: null, decidedOn: null }, ['RUN_STATUS']],
    ['a run that is cancelled', {}, { status: 'CANCELLED' }, ['RUN_STATUS']],
  ] as const)('%s is refused', async (_title, changes, run, codes) => {
    const cohort = await cohortOf(workplace, 1, { run });
    expect(await refusalsOf(workplace, fileAssessmentPlan, PEOPLE.institution, planInput(cohort, changes))).toEqual(codes);
  });

  it.each([
    ['before it was filed', '2026-01-19', 'NOT_BEFORE'],
    ['after the first part', '2026-02-10', 'PLAN_AFTER_EXAM'],
  ])('a confirmation %s is refused', async (_title, confirmedOn, code) => {
    const plan = await file(planInput(await cohortOf(workplace, 1)));
    expect(await refusalsOf(workplace, confirmAssessmentPlan, PEOPLE.assessor, confirmation(plan.id, confirmedOn))).toEqual([code]);
  });

  it('is not confirmed for a run that was cancelled meanwhile', async () => {
    const cohort = await cohortOf(workplace, 1);
    const plan = await file(planInput(cohort));
    await workplace.dataSource.query(`UPDATE course_run SET status = 'CANCELLED' WHERE id = $1`, [parseNodeId(cohort.runId)?.key]);
    expect(await refusalsOf(workplace, confirmAssessmentPlan, PEOPLE.assessor, confirmation(plan.id))).toEqual(['RUN_STATUS']);
  });

  it('is not confirmed by the person who filed it', async () => {
    const both = person('he', ['INSTITUTION', 'ASSESSMENT_BODY'], { institution: 'TI-DUT', assessmentBody: 'EI-CESI' });
    const plan = await done(workplace, fileAssessmentPlan, both, planInput(await cohortOf(workplace, 1)));
    expect(await refusalsOf(workplace, confirmAssessmentPlan, both, confirmation(plan.id))).toEqual(['SAME_PERSON']);
  });

  it("another institution's run reads as one that is not there", async () => {
    const cohort = await cohortOf(workplace, 1);
    await expect(act(workplace, fileAssessmentPlan, PEOPLE.otherInstitution, planInput(cohort))).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it.each([
    ['a day of filing after today', { filedOn: '2026-03-03' }, 'BAD_USER_INPUT'],
    ['a body that no directory has', { assessmentBody: '某评价机构' }, 'UNKNOWN_INSTITUTION'],
  ])('%s fails', async (_title, changes, code) => {
    const cohort = await cohortOf(workplace, 1);
    await expect(act(workplace, fileAssessmentPlan, PEOPLE.institution, planInput(cohort, changes))).rejects.toMatchObject({ code });
  });
});
