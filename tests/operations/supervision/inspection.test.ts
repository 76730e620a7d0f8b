import { recordInspection } from '../../../src/operations/supervision/record-inspection.js';
import type { Workplace } from '../../../src/operations/acting/perform.js';
import { nodeId } from '../../../src/policy/node-id.js';
import type { CourseRunRow } from '../../../src/store/rows/course-run-row.js';
import { describeOnEachDatabase } from '../../harness/databases.js';
import { act, done, PEOPLE, refusalsOf, workplaceOn } from '../workplace.js';
import { AFTERWARDS, enrolled, startedRun } from './supervised-runs.js';

const POINTS = [
  { point: 'QUALIFICATION', result: 'PASS' },
  { point: 'RECRUITMENT', result: 'PASS', note: '名册与到课一致' },
  { point: 'PROCESS', result: 'FAIL', note: '一节课没有录像' },
  { point: 'PAYMENT', result: 'NOT_CHECKED' },
];
const BARE = POINTS.map(({ point, result }) => ({ point, result }));

describeOnEachDatabase('an inspection of a course run (辽人社发〔2023〕36号, 五(一), 五(三))', (open) => {
  let workplace: Workplace;
  let run: CourseRunRow;
  beforeAll(async () => {
    workplace = await workplaceOn(await open(), () => AFTERWARDS);
    run = await startedRun(workplace);
  });
  const inputOf = (changes: object = {}) => ({
    courseRunId: nodeId('CourseRun', run.id),
    region: '大连',
    method: 'ON_SITE',
    heldOn: '2026-04-01',
    points: POINTS,
    documentNumber: '检查记录 1 号',
    ...changes,
  });

  it('has the four control points, each with its result', async () => {
    const inspection = await done(workplace, recordInspection, PEOPLE.officer, inputOf());
    expect(inspection).toMatchObject({ courseRunId: run.id, regionCode: 'LN-210200', method: 'ON_SITE', recordedBy: 'wang' });
    expect(inspection.points).toHaveLength(4);
    expect(inspection.points[2]).toEqual({ point: 'PROCESS', result: 'FAIL', note: '一节课没有录像' });
  });

  it('by geofence or check-in keeps pass or fail and the time only (Q94)', async () => {
    const remote = inputOf({ method: 'GEOFENCE', timeOfDay: '14:30' });
    expect(await refusalsOf(workplace, recordInspection, PEOPLE.officer, remote)).toEqual(['REMOTE_RESULT_ONLY']);
    expect(await refusalsOf(workplace, recordInspection, PEOPLE.officer, { ...remote, points: BARE })).toEqual(['REMOTE_RESULT_ONLY']);
    expect(await done(workplace, recordInspection, PEOPLE.officer, { ...remote, points: BARE, documentNumber: null })).toMatchObject({
      timeOfDay: '14:30',
      documentNumber: null,
    });
  });

  it.each([
    ['three points', { points: BARE.slice(1) }, 'points'],
    ['a point twice', { points: [...BARE.slice(1), BARE[1]] }, 'points'],
    ['a result that is none', { points: [{ point: 'PROCESS', result: 'MAYBE' }, ...BARE.slice(1)] }, 'points[0].result'],
    ['a time that is none', { timeOfDay: '24:00' }, 'timeOfDay'],
    ['a day after today', { heldOn: '2026-05-05' }, 'heldOn'],
  ])('%s is malformed', async (_title, changes, field) => {
    await expect(act(workplace, recordInspection, PEOPLE.officer, inputOf(changes))).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      field,
    });
  });

  it('that checked nothing, or came before the filing, is refused', async () => {
    const nothing = { points: BARE.map(({ point }) => ({ point, result: 'NOT_CHECKED' })) };
    expect(await refusalsOf(workplace, recordInspection, PEOPLE.officer, inputOf(nothing))).toEqual(['NOTHING_CHECKED']);
    expect(await refusalsOf(workplace, recordInspection, PEOPLE.officer, inputOf({ heldOn: '2026-03-01' }))).toEqual(['NOT_BEFORE']);
  });

  it('is for the organising region and the regions of the trainees; a region acts for itself only', async () => {
    const foreign = inputOf({ region: '沈阳' });
    await expect(act(workplace, recordInspection, PEOPLE.officer, foreign)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(act(workplace, recordInspection, PEOPLE.otherOfficer, foreign)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const both = { ...PEOPLE.officer, regions: ['LN-210200', 'LN-210100'] };
    expect(await refusalsOf(workplace, recordInspection, both, foreign)).toEqual(['NOT_SUPERVISING']);
    await enrolled(workplace, run, 1, { regionCode: 'LN-210100' });
    expect(await done(workplace, recordInspection, PEOPLE.otherOfficer, foreign)).toMatchObject({ regionCode: 'LN-210100' });
  });
});
