import { recordAttendance } from '../../../src/operations/supervision/record-attendance.js';
import type { Workplace } from '../../../src/operations/acting/perform.js';
import { nodeId } from '../../../src/policy/node-id.js';
import { describeOnEachDatabase } from '../../harness/databases.js';
import { approvedPlan, approvedRun } from '../training/runs.js';
import { act, done, PEOPLE, refusalsOf, workplaceOn } from '../workplace.js';
import { AFTERWARDS, enrolled, finishedRun, startedRun } from './supervised-runs.js';

describeOnEachDatabase('the attendance of a course run (辽人社发〔2023〕36号, 五(二))', (open) => {
  let workplace: Workplace;
  beforeAll(async () => {
    workplace = await workplaceOn(await open(), () => AFTERWARDS);
  });
  const hoursOf = async (courseRunId: string) =>
    (
      await workplace.dataSource.query('SELECT attended_hours AS hours FROM enrolment WHERE course_run_id = $1 ORDER BY id', [courseRunId])
    ).map(({ hours }: { hours: string | null }) => hours);

  it('is recorded by the institution, all lines at once, and can be corrected', async () => {
    const run = await finishedRun(workplace);
    const [first, second] = await enrolled(workplace, run, 2);
    const courseRunId = nodeId('CourseRun', run.id);
    const lines = [
      { enrolmentId: first, attendedHours: '160' },
      { enrolmentId: second, attendedHours: '127.5' },
    ];
    expect(await done(workplace, recordAttendance, PEOPLE.institution, { courseRunId, lines })).toMatchObject({ id: run.id });
    expect(await hoursOf(run.id)).toEqual(['160', '127.5']);
    await done(workplace, recordAttendance, PEOPLE.institution, { courseRunId, lines: [{ enrolmentId: first, attendedHours: '0' }] });
    expect(await hoursOf(run.id)).toEqual(['0', '127.5']);
  });

  it('the same key records it once', async () => {
    const run = await startedRun(workplace);
    const [enrolmentId] = await enrolled(workplace, run, 1);
    const input = { courseRunId: nodeId('CourseRun', run.id), lines: [{ enrolmentId, attendedHours: '12' }] };
    const first = await act(workplace, recordAttendance, PEOPLE.institution, input, 'attendance-0001');
    expect(await act(workplace, recordAttendance, PEOPLE.institution, input, 'attendance-0001')).toEqual({ ...first, isReplayed: true });
  });

  it('never exceeds the hours of the run, to the last decimal; then no line is recorded', async () => {
    const run = await startedRun(workplace);
    const [first, second] = await enrolled(workplace, run, 2);
    const input = {
      courseRunId: nodeId('CourseRun', run.id),
      lines: [
        { enrolmentId: first, attendedHours: '160' },
        { enrolmentId: second, attendedHours: '160.000001' },
      ],
    };
    const { refusals } = await act(workplace, recordAttendance, PEOPLE.institution, input);
    expect(refusals.map(({ code, field }) => [code, field])).toEqual([['ATTENDANCE_EXCEEDS_RUN', 'lines[1].attendedHours']]);
    expect(await hoursOf(run.id)).toEqual([null, null]);
  });

  it('is not recorded before the start, nor of who has left', async () => {
    const approved = await approvedRun(workplace, await approvedPlan(workplace));
    const [early] = await enrolled(workplace, approved, 1);
    const before = { courseRunId: nodeId('CourseRun', approved.id), lines: [{ enrolmentId: early, attendedHours: '1' }] };
    expect(await refusalsOf(workplace, recordAttendance, PEOPLE.institution, before)).toEqual(['RUN_STATUS']);
    const run = await startedRun(workplace);
    const [gone] = await enrolled(workplace, run, 1, { status: 'WITHDRAWN' });
    const input = { courseRunId: nodeId('CourseRun', run.id), lines: [{ enrolmentId: gone, attendedHours: '1' }] };
    expect(await refusalsOf(workplace, recordAttendance, PEOPLE.institution, input)).toEqual(['TRAINEE_LEFT']);
  });

  it('a trainee of another run, a trainee named twice, a run of another institution and another role are failures', async () => {
    const [run, other] = [await startedRun(workplace), await startedRun(workplace)];
    const [here] = await enrolled(workplace, run, 1);
    const [there] = await enrolled(workplace, other, 1);
    const line = { enrolmentId: here, attendedHours: '1' };
    const courseRunId = nodeId('CourseRun', run.id);
    const fails = async (actor: (typeof PEOPLE)[keyof typeof PEOPLE], lines: object[], code: string, field: string | null) =>
      expect(act(workplace, recordAttendance, actor, { courseRunId, lines })).rejects.toMatchObject({ code, field });
    await fails(PEOPLE.institution, [line, { enrolmentId: there, attendedHours: '1' }], 'NOT_FOUND', 'lines[1].enrolmentId');
    await fails(PEOPLE.institution, [line, line], 'DUPLICATE_LINE', 'lines[1].enrolmentId');
    await fails(PEOPLE.otherInstitution, [line], 'NOT_FOUND', 'courseRunId');
    await fails(PEOPLE.officer, [line], 'FORBIDDEN', null);
    await fails(PEOPLE.institution, [], 'BAD_USER_INPUT', 'lines');
  });

  it('of ten thousand trainees takes one mutation', async () => {
    const run = await startedRun(workplace);
    const ids = await enrolled(workplace, run, 10_000);
    const lines = ids.map((enrolmentId) => ({ enrolmentId, attendedHours: '140' }));
    await done(workplace, recordAttendance, PEOPLE.institution, { courseRunId: nodeId('CourseRun', run.id), lines });
    const [{ count }] = await workplace.dataSource.query(
      'SELECT count(*)::int AS count FROM enrolment WHERE course_run_id = $1 AND attended_hours = 140',
      [run.id],
    );
    expect(count).toBe(10_000);
  }, 60_000);
});
