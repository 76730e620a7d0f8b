import { randomUUID } from 'node:crypto';
import type { HttpServer } from '../../../src/http/start-http-server.js';
import type { Workplace } from '../../../src/operations/acting/perform.js';
import { approveCourseRun } from '../../../src/operations/training/approve-course-run.js';
import { cancelCourseRun } from '../../../src/operations/training/cancel-course-run.js';
import { approveTrainingPlan } from '../../../src/operations/training/decide-training-plan.js';
import { proposeTrainingPlan } from '../../../src/operations/training/propose-training-plan.js';
import { recordAgreement } from '../../../src/operations/training/record-agreement.js';
import { Failure } from '../../../src/policy/failure.js';
import { nodeId } from '../../../src/policy/node-id.js';
import { describeOnEachDatabase } from '../../harness/databases.js';
import { bearer, tokenOf } from '../../http/tokens/signing.js';
import { recordProblems } from '../record-problems.js';
import { approvedPlan, filedRun, stepOf } from '../training/runs.js';
import { act, done, NOON, PEOPLE, workplaceOn } from '../workplace.js';
import { send, serveWorkplace } from './workplace-over-http.js';

const AT_ONCE = 16;
const DAY = '2026-03-02';
const PLAN = {
  region: '大连',
  institution: 'TI-DUT',
  year: 2026,
  documentNumber: '大人社发〔2026〕0号（测试）',
  places: 10,
  drawnUpOn: DAY,
};
const PROPOSAL = `mutation Propose($input: ProposeTrainingPlanInput!) { proposeTrainingPlan(input: $input) { replayed userErrors { code }
  trainingPlan { id title places status proposedBy decidedBy drawnUpOn region { code nameZh nameEn } institution { code } } } }`;

const atOnce = <Result>(one: (index: number) => Promise<Result>): Promise<Result[]> =>
  Promise.all(Array.from({ length: AT_ONCE }, (_, index) => one(index)));
const codeOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'DONE',
    (error: unknown) => (error instanceof Failure ? error.code : String(error)),
  );
let plansMade = 0;
/** A plan with a title, and so a request, of its own. */
const planOf = () => {
  plansMade += 1;
  return { ...PLAN, title: `培训计划 ${plansMade}` };
};

describeOnEachDatabase('an idempotency key (our design, docs/decisions/0011-places-ledger.md)', (open) => {
  let workplace: Workplace;
  let now = NOON;
  beforeAll(async () => {
    workplace = await workplaceOn(await open(), () => now);
  });
  afterEach(async () => {
    expect(await recordProblems(workplace.dataSource.manager, workplace.keys)).toEqual([]);
  });
  const count = async (sql: string, ...parameters: unknown[]): Promise<number> => {
    const [row] = await workplace.dataSource.query<{ readonly count: number }[]>(`SELECT count(*)::int AS count FROM ${sql}`, parameters);
    return row?.count ?? 0;
  };
  const plansNamed = (title: string) => count('training_plan WHERE title = $1', title);
  const entriesOf = (id: string) => count('audit_subject WHERE subject_id = $1', id);

  it(`sent ${AT_ONCE} times at once is one effect, one entry, and the same reply`, async () => {
    const [key, plan] = [randomUUID(), planOf()];
    const replies = await atOnce(() => act(workplace, proposeTrainingPlan, PEOPLE.officer, plan, key));
    const firsts = replies.filter(({ isReplayed }) => !isReplayed);
    expect(firsts).toHaveLength(1);
    for (const reply of replies) expect(reply).toEqual({ ...firsts[0], isReplayed: reply.isReplayed });
    expect([await plansNamed(plan.title), await entriesOf(firsts[0]?.done?.id ?? '')]).toEqual([1, 1]);
  });

  it('sent at once with two inputs is one of them; the other is a typed conflict, at once and later', async () => {
    const [key, plans] = [randomUUID(), [planOf(), planOf()] as const];
    const outcomes = await atOnce((index) =>
      codeOf(act(workplace, proposeTrainingPlan, PEOPLE.officer, plans[index % 2 === 0 ? 0 : 1], key)),
    );
    expect(outcomes.filter((code) => code === 'IDEMPOTENCY_KEY_REUSED')).toHaveLength(AT_ONCE / 2);
    expect(outcomes.filter((code) => code === 'DONE')).toHaveLength(AT_ONCE / 2);
    const counts = [await plansNamed(plans[0].title), await plansNamed(plans[1].title)];
    expect(Math.min(...counts)).toBe(0);
    expect(Math.max(...counts)).toBe(1);
    const loser = counts[0] === 0 ? plans[0] : plans[1];
    expect(await codeOf(act(workplace, proposeTrainingPlan, PEOPLE.officer, loser, key))).toBe('IDEMPOTENCY_KEY_REUSED');
  });

  it('is the same for the same input in another order of its parts, and another for one place more', async () => {
    const [key, plan] = [randomUUID(), planOf()];
    await act(workplace, proposeTrainingPlan, PEOPLE.officer, plan, key);
    const turned = Object.fromEntries(Object.entries(plan).reverse());
    expect(await act(workplace, proposeTrainingPlan, PEOPLE.officer, turned, key)).toMatchObject({ isReplayed: true });
    expect(await codeOf(act(workplace, proposeTrainingPlan, PEOPLE.officer, { ...plan, places: 11 }, key))).toBe('IDEMPOTENCY_KEY_REUSED');
  });

  it('stays free after a refusal: the same request is done once the reason is gone (附件7: 大连 600)', async () => {
    const planId = await approvedPlan(workplace);
    const [large, small] = [await filedRun(workplace, planId, { places: 400 }), await filedRun(workplace, planId, { places: 300 })];
    const approved = await done(workplace, approveCourseRun, PEOPLE.reviewer, stepOf(large));
    const key = randomUUID();
    const approve = () => act(workplace, approveCourseRun, PEOPLE.reviewer, stepOf(small), key);
    for (const { refusals } of await atOnce(approve)) expect(refusals.map(({ code }) => code)).toEqual(['PLACES_SHORT']);
    expect([await entriesOf(small.id), await count('idempotency WHERE key = $1', key)]).toEqual([1, 0]);
    await done(workplace, cancelCourseRun, PEOPLE.institution, { ...stepOf(approved), reason: '停办' });
    const replies = await atOnce(approve);
    expect(replies.filter(({ isReplayed }) => !isReplayed)).toHaveLength(1);
    expect(new Set(replies.map((reply) => reply.done?.status))).toEqual(new Set(['APPROVED']));
    expect(await count(`transfer WHERE course_run_id = $1 AND kind = 'PENDING'`, small.id)).toBe(1);
  });

  it('stays free after a failure: the same request is done once the clock has reached its day', async () => {
    const [key, plan] = [randomUUID(), { ...planOf(), drawnUpOn: '2026-03-03' }];
    const propose = () => act(workplace, proposeTrainingPlan, PEOPLE.officer, plan, key);
    expect(await codeOf(propose())).toBe('BAD_USER_INPUT');
    now = new Date('2026-03-03T04:00:00Z');
    expect(await propose()).toMatchObject({ isReplayed: false, done: { title: plan.title } });
  });

  it('repeated after the world has changed gives the stored reply, also where the act would now be refused', async () => {
    const [key, approval] = [randomUUID(), randomUUID()];
    const plan = planOf();
    const first = await act(workplace, proposeTrainingPlan, PEOPLE.officer, plan, key);
    const step = { trainingPlanId: nodeId('TrainingPlan', first.done?.id ?? ''), decidedOn: DAY };
    const approved = await act(workplace, approveTrainingPlan, PEOPLE.reviewer, step, approval);
    expect(await act(workplace, proposeTrainingPlan, PEOPLE.officer, plan, key)).toEqual({ ...first, isReplayed: true });
    expect(await act(workplace, approveTrainingPlan, PEOPLE.reviewer, step, approval)).toEqual({ ...approved, isReplayed: true });
    expect([first.done?.status, approved.done?.status]).toEqual(['PROPOSED', 'APPROVED']);
    expect(await entriesOf(first.done?.id ?? '')).toBe(2);
  });

  it('belongs to its tenant and to its operation', async () => {
    const key = randomUUID();
    const [dalian, shenyang] = [planOf(), { ...planOf(), region: '沈阳' }];
    const agreement = { region: '大连', institution: 'TI-DUT', number: key, signedOn: DAY, validFrom: DAY };
    const replies = await Promise.all([
      act(workplace, proposeTrainingPlan, PEOPLE.officer, dalian, key),
      act(workplace, proposeTrainingPlan, PEOPLE.otherOfficer, shenyang, key),
      act(workplace, recordAgreement, PEOPLE.officer, agreement, key),
    ]);
    expect(replies.map(({ isReplayed }) => isReplayed)).toEqual([false, false, false]);
    expect(replies.map(({ done: row }) => row?.regionCode)).toEqual(['LN-210200', 'LN-210100', 'LN-210200']);
    expect(await count('idempotency WHERE key = $1', key)).toBe(3);
  });

  it('is not asked for by who may not act: nothing of it is stored', async () => {
    const key = randomUUID();
    expect(await codeOf(act(workplace, proposeTrainingPlan, PEOPLE.reviewer, planOf(), key))).toBe('FORBIDDEN');
    expect(await codeOf(act(workplace, proposeTrainingPlan, null, planOf(), key))).toBe('UNAUTHENTICATED');
    expect(await codeOf(act(workplace, proposeTrainingPlan, PEOPLE.otherOfficer, planOf(), key))).toBe('FORBIDDEN');
    expect(await count('idempotency WHERE key = $1', key)).toBe(0);
  });

  describe('over HTTP', () => {
    let server: HttpServer;
    let officer: string;
    beforeAll(async () => {
      server = await serveWorkplace(workplace);
      officer = bearer(await tokenOf({ claims: { sub: 'wang', roles: ['HR_OFFICER'], regions: ['LN-210200'] } }))['authorization'] ?? '';
    });
    afterAll(() => server.stop());

    it(`${AT_ONCE} replies at once, and one later, differ in "replayed" alone`, async () => {
      const input = { ...planOf(), idempotencyKey: randomUUID() };
      const bodies = await atOnce(() => send(server.url, officer, PROPOSAL, input));
      const first = bodies.find((body) => body.includes('"replayed":false')) ?? '';
      expect(JSON.parse(first)).toMatchObject({ data: { proposeTrainingPlan: { userErrors: [], trainingPlan: { title: input.title } } } });
      const replay = first.replace('"replayed":false', '"replayed":true');
      expect([...bodies].sort()).toEqual([first, ...Array.from({ length: AT_ONCE - 1 }, () => replay)].sort());
      const trainingPlanId = (JSON.parse(first) as Proposed).data.proposeTrainingPlan.trainingPlan.id;
      await done(workplace, approveTrainingPlan, PEOPLE.reviewer, { trainingPlanId, decidedOn: DAY });
      expect(await send(server.url, officer, PROPOSAL, input)).toBe(replay);
      expect(await plansNamed(input.title)).toBe(1);
    });

    it('another input under the key is a typed conflict that names the field', async () => {
      const input = { ...planOf(), idempotencyKey: randomUUID() };
      await send(server.url, officer, PROPOSAL, input);
      const { errors } = JSON.parse(await send(server.url, officer, PROPOSAL, { ...input, places: 11 })) as Refused;
      expect(errors).toMatchObject([{ extensions: { code: 'IDEMPOTENCY_KEY_REUSED', field: 'idempotencyKey' } }]);
    });
  });
});

interface Proposed {
  readonly data: { readonly proposeTrainingPlan: { readonly trainingPlan: { readonly id: string } } };
}

interface Refused {
  readonly errors: readonly unknown[];
}
