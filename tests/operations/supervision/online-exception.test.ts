import { grantOnlineException } from '../../../src/operations/supervision/grant-online-exception.js';
import { changeCourseRun } from '../../../src/operations/training/change-course-run.js';
import type { Workplace } from '../../../src/operations/acting/perform.js';
import { nodeId } from '../../../src/policy/node-id.js';
import { onlineGate } from '../../../src/policy/training/online-gate.js';
import { onlineExceptionsOf } from '../../../src/store/online-exceptions.js';
import type { CourseRunRow } from '../../../src/store/rows/course-run-row.js';
import { describeOnEachDatabase } from '../../harness/databases.js';
import { RUN } from '../training/runs.js';
import { act, done, PEOPLE, person, refusalsOf, workplaceOn } from '../workplace.js';
import { AFTERWARDS, enrolled, startedRun } from './supervised-runs.js';

const OTHER_REVIEWER = person('qian', ['HR_REVIEWER'], { regions: ['LN-210200'] });
const MORE_ONLINE = { onlineHours: '81', offlineHours: '79' };

describeOnEachDatabase('an exception to the online share limit (辽人社发〔2023〕36号, 四(一); Q17)', (open) => {
  let workplace: Workplace;
  beforeAll(async () => {
    workplace = await workplaceOn(await open(), () => AFTERWARDS);
  });
  const inputOf = ({ id, version }: CourseRunRow) => ({
    courseRunId: nodeId('CourseRun', id),
    version,
    grantedOn: '2026-04-01',
    documentNumber: '大人社函〔2026〕1号（测试）',
    reason: '学员分散在外地项目现场',
  });
  const statusOf = async (run: CourseRunRow) =>
    onlineGate(workplace.desk.ruleBook({ on: run.filedOn }), run, await onlineExceptionsOf(workplace.dataSource.manager, run.id)).status;
  const change = ({ id, version }: CourseRunRow, changes: object) => {
    const { mode, onlineHours, offlineHours, startsOn, endsOn, venue, venueRegion, places } = RUN;
    const details = { mode, onlineHours, offlineHours, startsOn, endsOn, venue, venueRegion, places };
    return done(workplace, changeCourseRun, PEOPLE.institution, {
      ...details,
      ...changes,
      courseRunId: nodeId('CourseRun', id),
      version,
      reason: '调整',
    });
  };

  it('releases the hold for the share that the run has, until a change raises it', async () => {
    const run = await startedRun(workplace, MORE_ONLINE);
    expect(await statusOf(run)).toBe('HOLD');
    const granted = await done(workplace, grantOnlineException, OTHER_REVIEWER, inputOf(run));
    expect(granted).toMatchObject({
      courseRunId: run.id,
      courseRunVersion: 1,
      onlineHours: '81',
      regionCode: 'LN-210200',
      grantedBy: 'qian',
    });
    expect(await statusOf(run)).toBe('RELEASED');
    const moved = await change(run, { ...MORE_ONLINE, venue: '大连市高新园区' });
    expect(await statusOf(moved)).toBe('RELEASED');
    const raised = await change(moved, { onlineHours: '81.5', offlineHours: '78.5' });
    expect(await statusOf(raised)).toBe('HOLD');
    await done(workplace, grantOnlineException, OTHER_REVIEWER, inputOf(raised));
    expect(await statusOf(raised)).toBe('RELEASED');
  });

  it('is not for the person who approved or filed the run', async () => {
    const run = await startedRun(workplace, MORE_ONLINE);
    expect(await refusalsOf(workplace, grantOnlineException, PEOPLE.reviewer, inputOf(run))).toEqual(['SAME_PERSON']);
    const filer = { ...OTHER_REVIEWER, person: PEOPLE.institution.person };
    expect(await refusalsOf(workplace, grantOnlineException, filer, inputOf(run))).toEqual(['SAME_PERSON']);
  });

  it('needs a run above the limit: exactly half is within it', async () => {
    const run = await startedRun(workplace);
    expect(await refusalsOf(workplace, grantOnlineException, OTHER_REVIEWER, inputOf(run))).toEqual(['EXCEPTION_NOT_NEEDED']);
  });

  it('is granted for the version that was seen, not before the filing, not after today', async () => {
    const run = await startedRun(workplace, MORE_ONLINE);
    expect(await refusalsOf(workplace, grantOnlineException, OTHER_REVIEWER, { ...inputOf(run), version: 2 })).toEqual(['STALE_VERSION']);
    expect(await refusalsOf(workplace, grantOnlineException, OTHER_REVIEWER, { ...inputOf(run), grantedOn: '2026-03-01' })).toEqual([
      'NOT_BEFORE',
    ]);
    await expect(act(workplace, grantOnlineException, OTHER_REVIEWER, { ...inputOf(run), grantedOn: '2026-05-05' })).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'grantedOn',
    });
  });

  it('is for the organising region: the province and a region with a trainee in the run are told so, others see no run', async () => {
    const run = await startedRun(workplace, MORE_ONLINE);
    expect(await refusalsOf(workplace, grantOnlineException, PEOPLE.provinceReviewer, inputOf(run))).toEqual(['EXCEPTION_AUTHORITY']);
    await expect(act(workplace, grantOnlineException, PEOPLE.otherReviewer, inputOf(run))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await enrolled(workplace, run, 1, { regionCode: 'LN-210100' });
    expect(await refusalsOf(workplace, grantOnlineException, PEOPLE.otherReviewer, inputOf(run))).toEqual(['EXCEPTION_AUTHORITY']);
  });

  it('each leaves one entry under the clause, with neither its reason nor a name', async () => {
    const run = await startedRun(workplace, MORE_ONLINE);
    const { id } = await done(workplace, grantOnlineException, OTHER_REVIEWER, inputOf(run));
    const entries = await workplace.dataSource.query<{ readonly bytes: Buffer }[]>(
      `SELECT bytes FROM audit_entry JOIN audit_subject ON entry_id = id WHERE subject_type = 'OnlineException' AND subject_id = $1`,
      [id],
    );
    const [entry] = entries.map(({ bytes }) => JSON.parse(Buffer.from(bytes).toString('utf8')));
    expect(entries).toHaveLength(1);
    expect(entry).toMatchObject({
      kind: 'grantOnlineException',
      region: 'LN-210200',
      clauses: ['LN2023-36/4.1.4'],
      details: { version: 1, percent: '50.63', grantedOn: '2026-04-01', documentNumber: '大人社函〔2026〕1号（测试）' },
    });
  });
});
