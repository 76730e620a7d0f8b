import { approveCourseRun } from '../../../src/operations/training/approve-course-run.js';
import { cancelCourseRun } from '../../../src/operations/training/cancel-course-run.js';
import { changeCourseRun } from '../../../src/operations/training/change-course-run.js';
import { changeDirectoryStatus } from '../../../src/operations/governance/change-directory-status.js';
import { fileCourseRun } from '../../../src/operations/training/file-course-run.js';
import { finishCourseRun } from '../../../src/operations/training/finish-course-run.js';
import { rejectCourseRun } from '../../../src/operations/training/reject-course-run.js';
import { startCourseRun } from '../../../src/operations/training/start-course-run.js';
import type { Workplace } from '../../../src/operations/acting/perform.js';
import { courseRunVersions } from '../../../src/store/course-runs.js';
import { replayFromDatabase } from '../../../src/store/ledger/replay-from-database.js';
import { usageOfYear } from '../../../src/store/ledger/usage-of-year.js';
import { describeOnEachDatabase } from '../../harness/databases.js';
import { done, NOON, PEOPLE, refusalsOf, workplaceOn } from '../workplace.js';
import { decided } from '../governance/decisions.js';
import { approvedPlan, approvedRun, filedRun, RUN, stepOf } from './runs.js';

describeOnEachDatabase('a course run (辽人社发〔2023〕36号, 四(一))', (open) => {
  let workplace: Workplace;
  let planId: string;
  beforeAll(async () => {
    workplace = await workplaceOn(await open());
    planId = await approvedPlan(workplace);
  });
  const usage = async () => {
    const rows = await usageOfYear(workplace.dataSource.manager, 2026, NOON.toISOString());
    const { held, released, available } = rows.find(({ regionCode }) => regionCode === 'LN-210200') ?? {
      held: 0n,
      released: 0n,
      available: 600n,
    };
    return [held, released, available].map(Number);
  };
  const filing = (changes: object) => refusalsOf(workplace, fileCourseRun, PEOPLE.institution, { ...RUN, planId, ...changes });

  it('is filed in an approved plan, whose region and year it takes', async () => {
    expect(await filedRun(workplace, planId)).toMatchObject({
      status: 'FILED',
      version: 1,
      year: 2026,
      regionCode: 'LN-210200',
      occupationCode: 'BIG_DATA',
      holdId: null,
    });
  });

  it.each([
    ['no plan (4.1.8)', { planId: null, region: '大连' }, ['PLAN_REQUIRED']],
    ['a plan for a market run (4.1.7)', { fundingMode: 'MARKET' }, ['PLAN_NOT_ALLOWED']],
    ['an occupation that the institution is not listed for (4.1.1)', { occupation: '区块链' }, ['INSTITUTION_NOT_LISTED']],
    ['an occupation that nobody is listed for (附件1)', { occupation: '云计算' }, ['INSTITUTION_NOT_LISTED']],
    ['more places than the plan has left (4.1.8)', { places: 1_001 }, ['PLAN_PLACES_EXCEEDED']],
    ['a filing after the start (4.1.8)', { startsOn: '2026-03-01' }, ['PLAN_AFTER_START', 'FILED_AFTER_START']],
    ['a venue outside the fifteen regions (5.2.3)', { venueRegion: null }, ['CROSS_PROVINCE']],
    ['an end before the start', { endsOn: '2026-03-08' }, ['DAYS_REVERSED']],
    ['online hours in an offline run (4.1.3)', { mode: 'OFFLINE' }, ['MODE_HOURS_DIFFER']],
    ['no hours at all', { mode: 'ONLINE', onlineHours: '0', offlineHours: '0' }, ['MODE_HOURS_DIFFER']],
  ])('%s is refused', async (_title, changes, codes) => {
    expect(await filing(changes)).toEqual(codes);
  });

  it('approval holds its places, once, and is not for who filed it', async () => {
    const [heldBefore = 0, , availableBefore = 0] = await usage();
    const run = await filedRun(workplace, planId);
    const both = { ...PEOPLE.reviewer, person: 'chen' };
    expect(await refusalsOf(workplace, approveCourseRun, both, stepOf(run))).toEqual(['SAME_PERSON']);
    expect(await done(workplace, approveCourseRun, PEOPLE.reviewer, stepOf(run))).toMatchObject({ status: 'APPROVED', decidedBy: 'li' });
    expect(await refusalsOf(workplace, approveCourseRun, PEOPLE.reviewer, stepOf(run))).toEqual(['RUN_STATUS']);
    expect(await usage()).toEqual([heldBefore + 30, 0, availableBefore - 30]);
  });

  it('is refused where the region has fewer places left (附件7: 大连 600)', async () => {
    const [, , available = 0] = await usage();
    const run = await filedRun(workplace, planId, { places: available + 1 });
    expect(await refusalsOf(workplace, approveCourseRun, PEOPLE.reviewer, stepOf(run))).toEqual(['PLACES_SHORT']);
    expect(await done(workplace, rejectCourseRun, PEOPLE.reviewer, { ...stepOf(run), reason: '名额不足' })).toMatchObject({
      status: 'REJECTED',
      statusReason: '名额不足',
    });
  });

  it('a market run holds no place (4.1.7)', async () => {
    const before = await usage();
    const run = await done(workplace, fileCourseRun, PEOPLE.institution, { ...RUN, fundingMode: 'MARKET', planId: null });
    expect(await done(workplace, approveCourseRun, PEOPLE.reviewer, stepOf(run))).toMatchObject({ status: 'APPROVED', holdId: null });
    expect(await usage()).toEqual(before);
  });

  it('a change is a new version with its reason, and the held places follow', async () => {
    const [held = 0] = await usage();
    const run = await approvedRun(workplace, planId);
    const { mode, onlineHours, offlineHours, startsOn, endsOn, venue, venueRegion } = RUN;
    const change = { mode, onlineHours, offlineHours, startsOn, endsOn, venue, venueRegion, courseRunId: stepOf(run).courseRunId };
    const fewer = { ...change, version: 1, places: 20, reason: '报名不足' };
    expect(await done(workplace, changeCourseRun, PEOPLE.institution, fewer)).toMatchObject({ version: 2, places: 20 });
    expect((await usage())[0]).toBe(held + 20);
    expect(await refusalsOf(workplace, changeCourseRun, PEOPLE.institution, fewer)).toEqual(['STALE_VERSION']);
    const more = { ...fewer, version: 2, places: 25, reason: '增加' };
    expect(await refusalsOf(workplace, changeCourseRun, PEOPLE.institution, more)).toEqual(['PLACES_NEED_APPROVAL']);
    expect(await done(workplace, changeCourseRun, PEOPLE.institution, { ...more, places: 15 })).toMatchObject({ version: 3 });
    expect((await usage())[0]).toBe(held + 15);
    const versions = await courseRunVersions(workplace.dataSource.manager, run.id);
    expect(versions.map(({ version, reason, details }) => [version, reason, details.places])).toEqual([
      [1, 'FILED', 30],
      [2, '报名不足', 20],
      [3, '增加', 15],
    ]);
  });

  it('the start gives back what nobody was named for; then it is finished', async () => {
    const early = await approvedRun(workplace, planId);
    expect(await refusalsOf(workplace, startCourseRun, PEOPLE.institution, stepOf(early))).toEqual(['STARTED_EARLY']);
    const run = await approvedRun(workplace, planId, { startsOn: '2026-03-02' });
    const [held = 0, released = 0, available = 0] = await usage();
    const started = await done(workplace, startCourseRun, PEOPLE.institution, stepOf(run));
    expect(started).toMatchObject({ status: 'STARTED', startedOn: '2026-03-02' });
    expect(await usage()).toEqual([held - 30, released + 30, available + 30]);
    expect(await done(workplace, finishCourseRun, PEOPLE.institution, stepOf(started))).toMatchObject({ status: 'FINISHED' });
    expect(await refusalsOf(workplace, cancelCourseRun, PEOPLE.institution, { ...stepOf(started), reason: '误报' })).toEqual([
      'RUN_STATUS',
    ]);
  });

  it('does not start while the institution is suspended, though it was approved before (五(一))', async () => {
    const run = await approvedRun(workplace, planId, { occupation: 'AI', level: 'JUNIOR', startsOn: '2026-03-02' });
    const change = { directory: 'TRAINING', body: '大连理工大学', occupation: 'AI', documentNumber: '辽人社函〔2026〕0号（测试）' };
    await decided(workplace, changeDirectoryStatus, { ...change, status: 'SUSPENDED', validFrom: '2026-03-02' });
    expect(await refusalsOf(workplace, startCourseRun, PEOPLE.institution, stepOf(run))).toEqual(['INSTITUTION_SUSPENDED']);
  });

  it('a cancellation gives the places back', async () => {
    const run = await approvedRun(workplace, planId);
    const [held = 0, released = 0, available = 0] = await usage();
    await done(workplace, cancelCourseRun, PEOPLE.institution, { ...stepOf(run), reason: '停办' });
    expect(await usage()).toEqual([held - 30, released + 30, available + 30]);
  });

  it('the counters equal a replay of the transfers', async () => {
    expect(await replayFromDatabase(workplace.dataSource.manager, 2026)).toBeNull();
  });
});
