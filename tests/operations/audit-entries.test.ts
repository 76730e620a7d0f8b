import type { DataSource } from 'typeorm';
import { monotone } from '../../src/operations/clock.js';
import type { Workplace } from '../../src/operations/acting/perform.js';
import { approveCourseRun } from '../../src/operations/training/approve-course-run.js';
import { cancelCourseRun } from '../../src/operations/training/cancel-course-run.js';
import { proposeTrainingPlan } from '../../src/operations/training/propose-training-plan.js';
import { recordAgreement } from '../../src/operations/training/record-agreement.js';
import { enrolTrainee } from '../../src/operations/trainees/enrol-trainee.js';
import { withdrawTrainee } from '../../src/operations/trainees/withdraw-trainee.js';
import { nodeId } from '../../src/policy/node-id.js';
import { latestEntryAt } from '../../src/store/audit-log.js';
import { describeOnEachDatabase } from '../harness/databases.js';
import { recordProblems } from './record-problems.js';
import { identityNumber, lineOf } from './trainees/world.js';
import { approvedPlan, approvedRun, filedRun, RUN, stepOf } from './training/runs.js';
import { act, done, NOON, PEOPLE, refusalsOf, workplaceOn } from './workplace.js';

const WRITERS = 32;
const DAY_MS = 86_400_000;
/** A run of which the rules say everything: AI, junior, taught in person. */
const JUNIOR = { ...RUN, occupation: 'AI', level: 'JUNIOR', mode: 'OFFLINE', onlineHours: '0', offlineHours: '128' };

interface SaidEntry {
  readonly id: string;
  readonly at: string;
  readonly kind: string;
  readonly actor: string;
  readonly approved: string | null;
  readonly clauses: readonly string[];
  readonly amounts: Readonly<Record<string, string>>;
}

describeOnEachDatabase('the entries of the audit log (our design, docs/decisions/0011-places-ledger.md)', (open) => {
  let dataSource: DataSource;
  let workplace: Workplace;
  let planId: string;
  const system = { now: NOON };
  beforeAll(async () => {
    dataSource = await open();
    workplace = await workplaceOn(
      dataSource,
      monotone(() => system.now),
    );
    planId = await approvedPlan(workplace, 10_000);
  });
  afterEach(async () => {
    expect(await recordProblems(dataSource.manager, workplace.keys)).toEqual([]);
  });
  /** What the bytes of the entries say that were written since another one; all by default. */
  const said = async (after = '0'): Promise<readonly SaidEntry[]> => {
    const rows = await dataSource.query<{ readonly bytes: Buffer }[]>('SELECT bytes FROM audit_entry WHERE id > $1 ORDER BY id', [after]);
    return rows.map(({ bytes }) => JSON.parse(bytes.toString('utf8')) as SaidEntry);
  };
  const lastId = async (): Promise<string> => (await said()).at(-1)?.id ?? '0';

  it('the clock of a restart goes on from the latest, also where one about a later year is older', async () => {
    const INSERT = `INSERT INTO audit_entry (id, year, at, kind, tenant, actor, suite, bytes) VALUES (next_id($1), $1, $2, 'x', 'x', 'x', 'sha256', '')`;
    const undone = dataSource.transaction(async (manager) => {
      await manager.query(INSERT, [2027, '2026-03-02T04:00:01Z']);
      await manager.query(INSERT, [2026, '2026-03-02T04:00:02Z']);
      throw Object.assign(new Error('undone'), { latest: await latestEntryAt(manager) });
    });
    await expect(undone).rejects.toMatchObject({ latest: new Date('2026-03-02T04:00:02Z') });
  });

  it('each act leaves one, which says who did and who is approved, under which clauses, with which amounts', async () => {
    const before = await lastId();
    const run = await approvedRun(workplace, planId, JUNIOR);
    await done(workplace, cancelCourseRun, PEOPLE.institution, { ...stepOf(run), reason: '停办' });
    expect(await said(before)).toMatchObject([
      { kind: 'fileCourseRun', actor: 'chen', approved: null, clauses: ['LN2023-36/4.1.5', 'LN2023-36/4.1.8'], amounts: { places: '30' } },
      {
        kind: 'approveCourseRun',
        actor: 'li',
        approved: 'chen',
        clauses: ['LN2023-36/4.1.8', 'LN2023-36/7.1.3'],
        amounts: { placesHeld: '30' },
      },
      { kind: 'cancelCourseRun', actor: 'chen', approved: null, clauses: ['LN2023-36/4.1.8'], amounts: { placesReleased: '30' } },
    ]);
  });

  it('what is refused or fails leaves none, and nothing in the queue', async () => {
    const run = await filedRun(workplace, planId, JUNIOR);
    const before = await lastId();
    const both = { ...PEOPLE.reviewer, person: 'chen' };
    expect(await refusalsOf(workplace, approveCourseRun, both, stepOf(run))).toEqual(['SAME_PERSON']);
    expect(await refusalsOf(workplace, approveCourseRun, PEOPLE.reviewer, { ...stepOf(run), version: 2 })).toEqual(['STALE_VERSION']);
    await expect(act(workplace, approveCourseRun, PEOPLE.otherReviewer, stepOf(run))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(act(workplace, approveCourseRun, PEOPLE.reviewer, stepOf(run, '2026-03-03'))).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
    });
    await expect(act(workplace, approveCourseRun, PEOPLE.institution, stepOf(run))).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(await said(before)).toEqual([]);
  });

  it('no name and no identity number stands in entries, stored replies or versions', async () => {
    const run = await approvedRun(workplace, planId, JUNIOR);
    const line = lineOf(77, { name: '欧阳丹青' });
    const enrolled = await done(workplace, enrolTrainee, PEOPLE.institution, {
      courseRunId: nodeId('CourseRun', run.id),
      enrolledOn: '2026-03-02',
      line,
    });
    const withdrawal = { enrolmentId: nodeId('Enrolment', enrolled.id), on: '2026-03-02', reason: '个人原因' };
    await done(workplace, withdrawTrainee, PEOPLE.institution, withdrawal);
    const kept = await dataSource.query<{ readonly text: string }[]>(`SELECT convert_from(bytes, 'UTF8') AS text FROM audit_entry
      UNION ALL SELECT reply::text FROM idempotency UNION ALL SELECT request_hash FROM idempotency UNION ALL SELECT details::text FROM course_run_version`);
    const canaries = ['欧阳丹青', identityNumber(77), Buffer.from(identityNumber(77)).toString('base64')];
    expect(kept.length).toBeGreaterThan(0);
    expect(kept.filter(({ text }) => canaries.some((canary) => text.includes(canary)))).toEqual([]);
  });

  it(`${WRITERS} writers at once: each entry has its place in the queue, each refusal has none`, async () => {
    const before = await lastId();
    const write = (number: number) => {
      // Every fourth number comes twice: one of the two is refused or finds the agreement known.
      const agreement = { region: '大连', institution: 'TI-DUT', signedOn: '2026-03-02', validFrom: '2026-03-02' };
      return act(workplace, recordAgreement, PEOPLE.officer, { ...agreement, number: `第${number - (number % 4 === 3 ? 1 : 0)}号` });
    };
    const replies = await Promise.allSettled(Array.from({ length: WRITERS }, (_, number) => write(number)));
    const written = replies.filter((reply) => reply.status === 'fulfilled' && reply.value.done !== null).length;
    expect([written, (await said(before)).length]).toEqual([(WRITERS * 3) / 4, (WRITERS * 3) / 4]);
    expect(replies.filter(({ status }) => status === 'rejected')).toEqual([]);
  });

  it('a clock that jumps back by a day takes no entry and no transfer back', async () => {
    for (const jump of [0, -DAY_MS, DAY_MS, -DAY_MS, 2 * DAY_MS, 0]) {
      system.now = new Date(NOON.getTime() + jump);
      const title = `计划 ${jump}`;
      const plan = { region: '大连', institution: 'TI-DUT', year: 2026, documentNumber: '测试', places: 1, drawnUpOn: '2026-03-01', title };
      await done(workplace, proposeTrainingPlan, PEOPLE.officer, plan);
      await approvedRun(workplace, planId, JUNIOR);
    }
    const instants = (await said()).map(({ at }) => at);
    expect(instants).toEqual([...instants].sort());
    expect(instants.at(-1)).toBe(new Date(NOON.getTime() + 2 * DAY_MS).toISOString());
    const [back] = await dataSource.query(`SELECT count(*)::int AS count FROM
      (SELECT at, lag(at) OVER (ORDER BY id) AS earlier FROM transfer) AS ordered WHERE at < earlier`);
    expect(back).toEqual({ count: 0 });
  });
});
