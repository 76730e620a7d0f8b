import { addRecordings } from '../../../src/operations/supervision/add-recordings.js';
import type { Workplace } from '../../../src/operations/acting/perform.js';
import { nodeId } from '../../../src/policy/node-id.js';
import type { CourseRunRow } from '../../../src/store/rows/course-run-row.js';
import { describeOnEachDatabase } from '../../harness/databases.js';
import { approvedPlan, approvedRun } from '../training/runs.js';
import { act, done, PEOPLE, refusalsOf, workplaceOn } from '../workplace.js';
import { AFTERWARDS, finishedRun, recordingOf, startedRun } from './supervised-runs.js';

describeOnEachDatabase('the recordings of a course run (辽人社发〔2023〕36号, 五(二))', (open) => {
  let workplace: Workplace;
  beforeAll(async () => {
    workplace = await workplaceOn(await open(), () => AFTERWARDS);
  });
  const inputOf = ({ id }: CourseRunRow, recordings: readonly object[], sessionDays?: readonly string[]) => ({
    courseRunId: nodeId('CourseRun', id),
    recordings,
    ...(sessionDays && { sessionDays }),
  });
  const kept = async ({ id }: CourseRunRow) =>
    (
      await workplace.dataSource.query(
        `SELECT (SELECT count(*)::int FROM recording WHERE course_run_id = $1) AS recordings, (SELECT count(*)::int FROM session_day WHERE course_run_id = $1) AS days`,
        [id],
      )
    )[0];

  it('are kept by reference and hash, with the days on which the run was taught', async () => {
    const run = await finishedRun(workplace);
    const input = inputOf(
      run,
      [recordingOf('2026-03-09', 'a'), recordingOf('2026-04-30', 'b')],
      ['2026-03-09', '2026-03-10', '2026-03-10'],
    );
    expect(await done(workplace, addRecordings, PEOPLE.institution, input)).toMatchObject({ id: run.id });
    expect(await kept(run)).toEqual({ recordings: 2, days: 2 });
    await done(workplace, addRecordings, PEOPLE.institution, inputOf(run, [], ['2026-03-09']));
    expect(await kept(run)).toEqual({ recordings: 2, days: 1 });
  });

  it('a hash stands once in a run, and may stand in another', async () => {
    const [run, other] = [await startedRun(workplace), await startedRun(workplace)];
    const recording = recordingOf('2026-03-09', 'c');
    const twice = await act(workplace, addRecordings, PEOPLE.institution, inputOf(run, [recording, recording]));
    expect(twice.refusals.map(({ code, field }) => [code, field])).toEqual([['RECORDING_KNOWN', 'recordings[1].sha256']]);
    await done(workplace, addRecordings, PEOPLE.institution, inputOf(run, [recording]));
    expect(await refusalsOf(workplace, addRecordings, PEOPLE.institution, inputOf(run, [recording]))).toEqual(['RECORDING_KNOWN']);
    await done(workplace, addRecordings, PEOPLE.institution, inputOf(other, [recording]));
  });

  it.each([
    ['the day before it started', '2026-03-08', ['DAY_OUTSIDE_RUN']],
    ['its first day', '2026-03-09', []],
    ['its last day', '2026-04-30', []],
    ['the day after it ended', '2026-05-01', ['DAY_OUTSIDE_RUN']],
  ])('%s', async (_title, day, codes) => {
    const run = await finishedRun(workplace);
    expect(await refusalsOf(workplace, addRecordings, PEOPLE.institution, inputOf(run, [recordingOf(day, 'd')]))).toEqual(codes);
    expect(await refusalsOf(workplace, addRecordings, PEOPLE.institution, inputOf(run, [], [day]))).toEqual(codes);
  });

  it('a run that goes on after its planned end is recorded until today', async () => {
    const run = await startedRun(workplace);
    await done(workplace, addRecordings, PEOPLE.institution, inputOf(run, [recordingOf('2026-05-04', 'e')]));
  });

  it.each([
    ['a day after today', [recordingOf('2026-05-05', 'f')], 'recordings[0].heldOn'],
    ['a hash in capitals', [{ ...recordingOf('2026-03-09', 'f'), sha256: 'F'.repeat(64) }], 'recordings[0].sha256'],
    [
      'a reference with a mobile number',
      [{ ...recordingOf('2026-03-09', 'f'), reference: `call 1380013${'8000'}` }],
      'recordings[0].reference',
    ],
    [
      'a reference with an identity number',
      [{ ...recordingOf('2026-03-09', 'f'), reference: 'of 110101199003070' }],
      'recordings[0].reference',
    ],
    ['nothing at all', [], 'recordings'],
  ])('%s is malformed', async (_title, recordings, field) => {
    const run = await startedRun(workplace);
    await expect(act(workplace, addRecordings, PEOPLE.institution, inputOf(run, recordings))).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      field,
    });
  });

  it('a time of fourteen digits in a reference identifies nobody', async () => {
    const run = await startedRun(workplace);
    const recording = { ...recordingOf('2026-03-09', '9'), reference: 's3://bucket/20260309143000.mp4' };
    await done(workplace, addRecordings, PEOPLE.institution, inputOf(run, [recording]));
  });

  it('are refused before the start', async () => {
    const run = await approvedRun(workplace, await approvedPlan(workplace));
    expect(await refusalsOf(workplace, addRecordings, PEOPLE.institution, inputOf(run, [recordingOf('2026-03-09', 'a')]))).toEqual([
      'RUN_STATUS',
    ]);
  });
});
