import { fileAssessmentPlan } from '../../../src/operations/certificates/file-assessment-plan.js';
import { changeDirectoryStatus } from '../../../src/operations/governance/change-directory-status.js';
import { approveCourseRun } from '../../../src/operations/training/approve-course-run.js';
import { cancelCourseRun } from '../../../src/operations/training/cancel-course-run.js';
import { changeCourseRun } from '../../../src/operations/training/change-course-run.js';
import { fileCourseRun } from '../../../src/operations/training/file-course-run.js';
import { startCourseRun } from '../../../src/operations/training/start-course-run.js';
import { rejectTrainingPlan } from '../../../src/operations/training/decide-training-plan.js';
import { proposeTrainingPlan } from '../../../src/operations/training/propose-training-plan.js';
import { enrolTrainee } from '../../../src/operations/trainees/enrol-trainee.js';
import type { Workplace } from '../../../src/operations/acting/perform.js';
import { nodeId } from '../../../src/policy/node-id.js';
import type { CourseRunRow } from '../../../src/store/rows/course-run-row.js';
import { describeOnEachDatabase } from '../../harness/databases.js';
import { decided } from '../governance/decisions.js';
import * as trainees from '../trainees/world.js';
import { act, done, NOON, PEOPLE, person, refusalsOf, workplaceOn } from '../workplace.js';
import { approvedPlan, approvedRun, filedRun, RUN, stepOf } from './runs.js';

describeOnEachDatabase('who takes a step of a course run, and from which day', (open) => {
  let workplace: Workplace;
  let planId: string;
  let now = NOON;
  beforeAll(async () => {
    workplace = await workplaceOn(await open(), () => now);
    planId = await approvedPlan(workplace);
  });
  const changeOf = ({ id, version }: CourseRunRow, changes: object) => {
    const { mode, onlineHours, offlineHours, startsOn, endsOn, venue, venueRegion, places } = RUN;
    const what = { mode, onlineHours, offlineHours, startsOn, endsOn, venue, venueRegion, places, ...changes };
    return { ...what, courseRunId: nodeId('CourseRun', id), version, reason: '场地有变' };
  };

  it('a region with trainees in the run sees it, and neither cancels it nor gives its places away (五(三))', async () => {
    await trainees.allocate(workplace, trainees.SHENYANG, 1);
    const run = await approvedRun(workplace, planId);
    await done(workplace, enrolTrainee, PEOPLE.institution, { ...trainees.inRun(run), line: trainees.lineOf(1, { region: '沈阳' }) });
    const cancel = { ...stepOf(run), reason: '停办' };
    await expect(act(workplace, cancelCourseRun, PEOPLE.otherOfficer, cancel)).rejects.toMatchObject({
      code: 'FORBIDDEN',
      field: 'courseRunId',
    });
    expect(await refusalsOf(workplace, cancelCourseRun, PEOPLE.officer, cancel)).toEqual(['ROSTER_NOT_EMPTY']);
  });

  it('who changed a filed run does not approve it', async () => {
    const changer = person('xu', ['INSTITUTION', 'HR_REVIEWER'], { institution: 'TI-DUT', regions: ['LN-210200'] });
    const changed = await done(workplace, changeCourseRun, changer, changeOf(await filedRun(workplace, planId), { places: 29 }));
    const { refusals } = await act(workplace, approveCourseRun, changer, stepOf(changed));
    expect(refusals.map(({ code, facts }) => [code, facts])).toEqual([
      ['SAME_PERSON', { act: 'approveCourseRun', earlierAct: 'changeCourseRun' }],
    ]);
    expect(await done(workplace, approveCourseRun, PEOPLE.reviewer, stepOf(changed))).toMatchObject({ status: 'APPROVED', places: 29 });
  });

  it('an approved run gets no first day that has passed', async () => {
    const run = await approvedRun(workplace, planId);
    now = new Date('2026-03-05T04:00:00Z');
    const back = changeOf(run, { startsOn: '2026-03-04' });
    expect(await refusalsOf(workplace, changeCourseRun, PEOPLE.institution, back)).toEqual(['FIRST_DAY_PASSED']);
    const later = changeOf(run, { startsOn: '2026-03-12' });
    expect(await done(workplace, changeCourseRun, PEOPLE.institution, later)).toMatchObject({ startsOn: '2026-03-12', version: 2 });
  });

  it('a suspended institution does not say afterwards that a run started before (五(一))', async () => {
    const run = await approvedRun(workplace, planId, { occupation: 'AI', level: 'JUNIOR', startsOn: '2026-03-02' });
    now = new Date('2026-03-20T04:00:00Z');
    const change = { directory: 'TRAINING', body: '大连理工大学', occupation: 'AI', documentNumber: '辽人社函〔2026〕0号（测试）' };
    await decided(workplace, changeDirectoryStatus, { ...change, status: 'SUSPENDED', validFrom: '2026-03-20' });
    for (const on of ['2026-03-19', '2026-03-20'])
      expect(await refusalsOf(workplace, startCourseRun, PEOPLE.institution, stepOf(run, on))).toEqual(['INSTITUTION_SUSPENDED']);
  });

  it('a market run with more trainees than places can still be changed, and its trainees are enrolled until its last day', async () => {
    const { planId: _planId, ...market } = {
      ...RUN,
      planId,
      fundingMode: 'MARKET',
      places: 1,
      startsOn: '2026-03-23',
      filedOn: '2026-03-20',
    };
    const filed = await done(workplace, fileCourseRun, PEOPLE.institution, market);
    const run = await done(workplace, approveCourseRun, PEOPLE.reviewer, stepOf(filed, '2026-03-20'));
    const enrol = (nth: number, enrolledOn: string) => ({ ...trainees.inRun(run), enrolledOn, line: trainees.lineOf(nth) });
    for (const nth of [11, 12]) await done(workplace, enrolTrainee, PEOPLE.institution, enrol(nth, '2026-03-20'));
    const longer = changeOf(run, { startsOn: '2026-03-23', endsOn: '2026-05-08', places: 1 });
    const changed = await done(workplace, changeCourseRun, PEOPLE.institution, longer);
    expect(changed).toMatchObject({ endsOn: '2026-05-08', places: 1 });
    now = new Date('2026-05-11T04:00:00Z');
    const late = enrol(13, '2026-05-11');
    expect(await refusalsOf(workplace, enrolTrainee, PEOPLE.institution, late)).toEqual(['ENROLLED_AFTER_END']);
    await done(workplace, enrolTrainee, PEOPLE.institution, enrol(13, '2026-05-08'));
  });

  it('a cancelled run keeps no plan of assessment, and its reason stands in no entry', async () => {
    const filed = await filedRun(workplace, planId, { startsOn: '2026-05-11', endsOn: '2026-06-30', filedOn: '2026-05-11' });
    const run = await done(workplace, approveCourseRun, PEOPLE.reviewer, stepOf(filed, '2026-05-11'));
    const plan = await done(workplace, fileAssessmentPlan, PEOPLE.institution, {
      courseRunId: nodeId('CourseRun', run.id),
      assessmentBody: 'EI-MIITEC',
      theoryOn: '2026-07-06',
      practiceOn: '2026-07-07',
      documentNumber: '考核〔2026〕0号（测试）',
      filedOn: '2026-05-11',
    });
    await done(workplace, cancelCourseRun, PEOPLE.institution, { ...stepOf(run, '2026-05-11'), reason: '学员欧阳丹退出' });
    const [row] = await workplace.dataSource.query('SELECT status FROM assessment_plan WHERE id = $1', [plan.id]);
    const [entry] = await workplace.dataSource.query(
      `SELECT convert_from(bytes, 'UTF8') AS text FROM audit_entry WHERE kind = 'cancelCourseRun' ORDER BY id DESC LIMIT 1`,
    );
    expect([row.status, entry.text.includes('欧阳丹')]).toEqual(['WITHDRAWN', false]);
  });

  it('the entry of a rejection names nobody as approved', async () => {
    const plan = await done(workplace, proposeTrainingPlan, PEOPLE.officer, {
      region: '大连',
      institution: 'TI-DUT',
      year: 2026,
      title: '第二批',
      documentNumber: '大人社发〔2026〕2号',
      places: 10,
      drawnUpOn: '2026-03-02',
    });
    const trainingPlanId = nodeId('TrainingPlan', plan.id);
    await done(workplace, rejectTrainingPlan, PEOPLE.reviewer, { trainingPlanId, decidedOn: '2026-03-02', reason: '名额已满' });
    const [entry] = await workplace.dataSource.query(
      `SELECT convert_from(bytes, 'UTF8')::jsonb AS content FROM audit_entry WHERE kind = 'rejectTrainingPlan' ORDER BY id DESC LIMIT 1`,
    );
    expect(entry.content).toMatchObject({ actor: 'li', approved: null });
  });
});
