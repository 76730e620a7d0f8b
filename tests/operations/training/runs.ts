import { approveTrainingPlan } from '../../../src/operations/training/decide-training-plan.js';
import { proposeTrainingPlan } from '../../../src/operations/training/propose-training-plan.js';
import { approveCourseRun } from '../../../src/operations/training/approve-course-run.js';
import { fileCourseRun } from '../../../src/operations/training/file-course-run.js';
import type { Workplace } from '../../../src/operations/acting/perform.js';
import { nodeId } from '../../../src/policy/node-id.js';
import type { CourseRunRow } from '../../../src/store/rows/course-run-row.js';
import { done, PEOPLE } from '../workplace.js';

/** A subsidised run of 大连理工大学 in 大连, big data, senior, 80 of 160 hours online, from Monday 9 March 2026. */
export const RUN = {
  institution: 'TI-DUT',
  occupation: '大数据',
  level: 'SENIOR',
  fundingMode: 'SUBSIDISED',
  mode: 'BLENDED',
  onlineHours: '80',
  offlineHours: '80',
  startsOn: '2026-03-09',
  endsOn: '2026-04-30',
  venue: '大连市甘井子区',
  venueRegion: '大连',
  places: 30,
  filedOn: '2026-03-02',
};

const DAY = '2026-03-02';

/** An approved plan for 大连 and 大连理工大学; gives its opaque id. */
export async function approvedPlan(workplace: Workplace, places = 1_000, year = 2026): Promise<string> {
  const plan = await done(workplace, proposeTrainingPlan, PEOPLE.officer, {
    region: '大连',
    institution: 'TI-DUT',
    year,
    title: '计划',
    documentNumber: '大人社发〔2026〕0号（测试）',
    places,
    drawnUpOn: DAY,
  });
  const trainingPlanId = nodeId('TrainingPlan', plan.id);
  await done(workplace, approveTrainingPlan, PEOPLE.reviewer, { trainingPlanId, decidedOn: DAY });
  return trainingPlanId;
}

/** A filed run in a plan. */
export const filedRun = (workplace: Workplace, planId: string, changes: Partial<typeof RUN> = {}): Promise<CourseRunRow> =>
  done(workplace, fileCourseRun, PEOPLE.institution, { ...RUN, planId, ...changes });

/** What a step names of a run. */
export const stepOf = ({ id, version }: CourseRunRow, on = DAY) => ({ courseRunId: nodeId('CourseRun', id), version, on });

/** An approved run with its places held. */
export async function approvedRun(workplace: Workplace, planId: string, changes: Partial<typeof RUN> = {}): Promise<CourseRunRow> {
  return done(workplace, approveCourseRun, PEOPLE.reviewer, stepOf(await filedRun(workplace, planId, changes)));
}
