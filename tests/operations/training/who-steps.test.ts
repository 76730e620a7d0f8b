import { approveCourseRun } from '../../../src/operations/training/approve-course-run.js';
import { cancelCourseRun } from '../../../src/operations/training/cancel-course-run.js';
import { changeCourseRun } from '../../../src/operations/training/change-course-run.js';
import { rejectTrainingPlan } from '../../../src/operations/training/decide-training-plan.js';
import { proposeTrainingPlan } from '../../../src/operations/training/propose-training-plan.js';
import { enrolTrainee } from '../../../src/operations/trainees/enrol-trainee.js';
import type { Workplace } from '../../../src/operations/acting/perform.js';
import { nodeId } from '../../../src/policy/node-id.js';
import type { CourseRunRow } from '../../../src/store/rows/course-run-row.js';
import { describeOnEachDatabase } from '../../harness/databases.js';
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
