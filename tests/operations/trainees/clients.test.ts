import type { Workplace } from '../../../src/operations/acting/perform.js';
import { enrolTrainee } from '../../../src/operations/trainees/enrol-trainee.js';
import { enrolTrainees } from '../../../src/operations/trainees/enrol-trainees.js';
import { transferTrainee } from '../../../src/operations/trainees/transfer-trainee.js';
import { withdrawTrainee } from '../../../src/operations/trainees/withdraw-trainee.js';
import { nodeId } from '../../../src/policy/node-id.js';
import { replayFromDatabase } from '../../../src/store/ledger/replay-from-database.js';
import type { CourseRunRow } from '../../../src/store/rows/course-run-row.js';
import { describeOnEachDatabase } from '../../harness/databases.js';
import { act, PEOPLE, workplaceOn } from '../workplace.js';
import { allocate, approvedRun, countOf, DALIAN, inRun, lineOf, linesOf, placesOf, SHENYANG, YEAR } from './world.js';

const CLIENTS = 8;
const WAIT_MS_MAX = 180_000;
const each = <Result>(work: (client: number) => Promise<Result>): Promise<Result[]> =>
  Promise.all(Array.from({ length: CLIENTS }, (_, client) => work(client)));

describeOnEachDatabase('eight clients at once (docs/decisions/0011, 0014)', (open) => {
  let workplace: Workplace;
  beforeAll(async () => {
    workplace = { ...(await workplaceOn(await open())), limits: { deadlineMs: 60_000, lockTimeoutMs: 50_000 } };
    await allocate(workplace, DALIAN, 200);
    await allocate(workplace, SHENYANG, 3);
  });
  const enrol = (run: CourseRunRow, line: object, key?: string) =>
    act(workplace, enrolTrainee, PEOPLE.institution, { ...inRun(run), line }, key);
  const codesOf = (replies: readonly { readonly refusals: readonly { readonly code: string }[] }[]) =>
    replies.flatMap(({ refusals }) => refusals.map(({ code }) => code)).sort();

  it(
    'want the last three places of a run: three get them',
    async () => {
      const run = await approvedRun(workplace, { places: 3 });
      expect(codesOf(await each((client) => enrol(run, lineOf(100 + client))))).toEqual(Array(5).fill('RUN_FULL'));
      expect(await countOf(workplace, `roster_key WHERE course_run_id = ${run.id}`)).toBe(3);
    },
    WAIT_MS_MAX,
  );

  it(
    'want the last three places of a region from eight runs: three get them',
    async () => {
      const runs = await each(() => approvedRun(workplace, { places: 2 }));
      const replies = await each((client) => enrol(runs[client] as CourseRunRow, lineOf(200 + client, { region: '沈阳' })));
      expect(codesOf(replies)).toEqual(Array(5).fill('PLACES_SHORT'));
      expect(await placesOf(workplace, SHENYANG)).toBe('3 0 3 0 0');
    },
    WAIT_MS_MAX,
  );

  it(
    'enrol the same stranger in eight runs: once for ever, and one person is stored',
    async () => {
      const runs = await each(() => approvedRun(workplace, { places: 1, occupationCode: 'IOT' }));
      const before = await countOf(workplace, 'person');
      expect(codesOf(await each((client) => enrol(runs[client] as CourseRunRow, lineOf(300))))).toEqual(Array(7).fill('ONCE_FOR_EVER'));
      expect((await countOf(workplace, 'person')) - before).toBe(1);
    },
    WAIT_MS_MAX,
  );

  it(
    'enrol the same strangers in lists of opposite order, in market runs: all of them, once stored',
    async () => {
      const runs = await each(() => approvedRun(workplace, { fundingMode: 'MARKET' }));
      const before = await countOf(workplace, 'person');
      const replies = await each((client) => {
        const lines = linesOf(12, 400);
        const ordered = client % 2 === 0 ? lines : [...lines].reverse();
        return act(workplace, enrolTrainees, PEOPLE.institution, {
          ...inRun(runs[client] as CourseRunRow),
          onError: 'ALL_OR_NOTHING',
          lines: ordered,
        });
      });
      expect(replies.map(({ done }) => done?.enrolled)).toEqual(Array(CLIENTS).fill(12));
      expect((await countOf(workplace, 'person')) - before).toBe(12);
    },
    WAIT_MS_MAX,
  );

  it(
    'send one request with one key: one effect and the same reply',
    async () => {
      const run = await approvedRun(workplace, { places: 5 });
      const replies = await each(() => enrol(run, lineOf(500), 'one-key-0001'));
      expect(replies.filter(({ isReplayed }) => !isReplayed)).toHaveLength(1);
      for (const { done } of replies) expect(done).toEqual(replies[0]?.done);
      expect(await countOf(workplace, `roster_key WHERE course_run_id = ${run.id}`)).toBe(1);
    },
    WAIT_MS_MAX,
  );

  it(
    'enrol, move and withdraw across each other: the counters are what a replay gives',
    async () => {
      const [one, two] = [
        await approvedRun(workplace, { places: 12, level: 'SENIOR' }),
        await approvedRun(workplace, { places: 12, level: 'SENIOR' }),
      ];
      await each(async (client) => {
        const [here, there] = client % 2 === 0 ? [one, two] : [two, one];
        const { done } = await enrol(here, lineOf(600 + client));
        const step = { enrolmentId: nodeId('Enrolment', done?.id ?? ''), on: '2026-03-02', reason: '调整' };
        const moved = await act(workplace, transferTrainee, PEOPLE.institution, { ...step, toCourseRunId: nodeId('CourseRun', there.id) });
        if (client < 4)
          await act(workplace, withdrawTrainee, PEOPLE.institution, { ...step, enrolmentId: nodeId('Enrolment', moved.done?.id ?? '') });
      });
      const roster = (run: CourseRunRow) => countOf(workplace, `roster_key WHERE course_run_id = ${run.id}`);
      expect([await roster(one), await roster(two)]).toEqual([2, 2]);
      expect(await countOf(workplace, `once_key WHERE level = 'SENIOR'`)).toBe(4);
      expect(await replayFromDatabase(workplace.dataSource.manager, YEAR)).toBeNull();
      const [allocated, ...rest] = (await placesOf(workplace, DALIAN)).split(' ').map(Number);
      expect(rest.reduce((sum, places) => sum + places, 0)).toBe(allocated);
    },
    WAIT_MS_MAX,
  );
});
