import type { Workplace } from '../../src/operations/acting/perform.js';
import { enrolTrainee } from '../../src/operations/trainees/enrol-trainee.js';
import { registerRealName } from '../../src/operations/trainees/register-real-name.js';
import { nodeId } from '../../src/policy/node-id.js';
import type { Actor } from '../../src/policy/access/actor.js';
import type { CourseRunRow } from '../../src/store/rows/course-run-row.js';
import type { EnrolmentRow } from '../../src/store/rows/enrolment-row.js';
import { describeOnEachDatabase } from '../harness/databases.js';
import { allocate, approvedRun, DALIAN, identityNumber, lineOf, SHENYANG } from '../operations/trainees/world.js';
import { inRun } from '../operations/trainees/world.js';
import { done, PEOPLE, person, workplaceOn } from '../operations/workplace.js';
import { askAs, mutateAs } from './at-workplace.js';

interface Page {
  readonly totalCount: number;
  readonly nodes: readonly Readonly<Record<string, unknown>>[];
}

describeOnEachDatabase('enrolments in the API', (open) => {
  let workplace: Workplace;
  let run: CourseRunRow;
  let here: EnrolmentRow;
  let there: EnrolmentRow;

  beforeAll(async () => {
    workplace = await workplaceOn(await open());
    await allocate(workplace, DALIAN, 100);
    await allocate(workplace, SHENYANG, 10);
    run = await approvedRun(workplace, { places: 20 });
    const enrol = (n: number, changes: object = {}) =>
      done(workplace, enrolTrainee, PEOPLE.institution, { ...inRun(run), line: lineOf(n, changes) });
    here = await enrol(1);
    there = await enrol(2, { region: '沈阳' });
    const market = await approvedRun(workplace, { fundingMode: 'MARKET', institutionCode: 'TI-SIE', regionCode: 'LN-210300' });
    await done(workplace, enrolTrainee, PEOPLE.otherInstitution, { ...inRun(market), line: lineOf(3) });
  });

  const list = async (actor: Actor | null, selection: string, filter: object = {}) => {
    const source = `query ($filter: EnrolmentFilter) { enrolments(filter: $filter, first: 50) { totalCount nodes { ${selection} } } }`;
    return (await askAs<{ readonly enrolments: Page }>(workplace, actor, source, { filter })).enrolments;
  };

  it.each([
    ['their institution', PEOPLE.institution, 2],
    ['another institution', PEOPLE.otherInstitution, 1],
    ['the officer of the organising region', PEOPLE.officer, 2],
    ['finance of the organising region', PEOPLE.finance, 2],
    ["the officer of the trainee's region", PEOPLE.otherOfficer, 1],
    ['an officer of another region', person('xu', ['HR_OFFICER'], { regions: ['LN-210400'] }), 0],
    ['an assessment body without a plan', PEOPLE.assessor, 0],
    ['the province', PEOPLE.province, 3],
    ['the auditor', PEOPLE.auditor, 3],
  ])('are seen by %s', async (_title, actor, count) => {
    const { totalCount, nodes } = await list(actor, 'id');
    expect([totalCount, nodes.length]).toEqual([count, count]);
  });

  it.each([
    ['UNAUTHENTICATED', null],
    ['FORBIDDEN', person('lu', ['DATA_BUREAU_OFFICER'])],
  ])('are %s to others', async (code, actor) => {
    await expect(list(actor, 'id')).rejects.toMatchObject({ code });
  });

  const masked = (n: number): string => `${identityNumber(n).slice(0, 6)}********${identityNumber(n).slice(14)}`;

  it.each([
    ['the institution', PEOPLE.institution, '司马青'],
    ['the officer of a region', PEOPLE.officer, '司马青'],
    ['the auditor', PEOPLE.auditor, '司马青'],
    ['finance', PEOPLE.finance, '司＊'],
    ['the province', PEOPLE.province, '司＊'],
  ])('show a name to %s, and to nobody a whole number (Q92)', async (_title, actor, name) => {
    const { nodes } = await list(actor, 'name identityNumber documentType', { region: DALIAN, courseRunId: nodeId('CourseRun', run.id) });
    expect(nodes).toEqual([{ name, identityNumber: masked(1), documentType: 'RESIDENT_CARD' }]);
  });

  it('are filtered by run, state and region; an id of something else is refused', async () => {
    const courseRunId = nodeId('CourseRun', run.id);
    expect((await list(PEOPLE.province, 'id', { courseRunId })).totalCount).toBe(2);
    expect((await list(PEOPLE.province, 'id', { courseRunId, region: SHENYANG })).totalCount).toBe(1);
    expect((await list(PEOPLE.province, 'id', { status: 'WITHDRAWN' })).totalCount).toBe(0);
    await expect(list(PEOPLE.province, 'id', { courseRunId: nodeId('Enrolment', here.id) })).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
    });
  });

  it('say what stands in the way of a payout until the real-name register has the trainee (六(一), Q23)', async () => {
    const standing = async () => {
      const { nodes } = await list(PEOPLE.otherOfficer, 'realNameNumber obstacles { code clause } notices { code }');
      return nodes;
    };
    const notices = [{ code: 'CATEGORY_LIST_UNCONFIRMED' }];
    expect(await standing()).toEqual([
      { realNameNumber: null, obstacles: [{ code: 'REALNAME_MISSING', clause: 'LN2023-36/6.1.4' }], notices },
    ]);
    const lines = [{ enrolmentId: nodeId('Enrolment', there.id), realNameNumber: 'SM-0001' }];
    await done(workplace, registerRealName, PEOPLE.otherOfficer, { lines, on: '2026-03-02' });
    expect(await standing()).toEqual([{ realNameNumber: 'SM-0001', obstacles: [], notices }]);
  });

  it('are found by their id, and stand beneath their run with their counts, as far as one reaches', async () => {
    const source = `query ($id: ID!) { node(id: $id) { ... on CourseRun { enrolmentCounts { enrolled certified withdrawn transferred }
      enrolments(status: ENROLLED) { totalCount nodes { region { code } courseRun { id } } } } } }`;
    const ask = async (actor: Actor) =>
      (await askAs<Record<string, unknown>>(workplace, actor, source, { id: nodeId('CourseRun', run.id) }))['node'];
    const counts = { certified: 0, withdrawn: 0, transferred: 0 };
    const courseRun = { id: nodeId('CourseRun', run.id) };
    expect(await ask(PEOPLE.officer)).toEqual({
      enrolmentCounts: { ...counts, enrolled: 2 },
      enrolments: { totalCount: 2, nodes: [DALIAN, SHENYANG].map((code) => ({ region: { code }, courseRun })) },
    });
    expect(await ask(PEOPLE.otherOfficer)).toEqual({
      enrolmentCounts: { ...counts, enrolled: 1 },
      enrolments: { totalCount: 1, nodes: [{ region: { code: SHENYANG }, courseRun }] },
    });
    const node = 'query ($id: ID!) { node(id: $id) { __typename ... on Enrolment { name } } }';
    const id = nodeId('Enrolment', here.id);
    expect(await askAs(workplace, PEOPLE.institution, node, { id })).toEqual({ node: { __typename: 'Enrolment', name: '司马青' } });
    expect(await askAs(workplace, PEOPLE.otherOfficer, node, { id })).toEqual({ node: null });
  });

  interface Batch {
    readonly batch: Readonly<Record<string, unknown>> | null;
    readonly userErrors: readonly Readonly<Record<string, unknown>>[];
    readonly replayed: boolean;
  }
  const BATCH = `batch { enrolled refused merkleRoot courseRun { id } enrolments(first: 5) { totalCount nodes { name category } } }
    userErrors { __typename code field clause } replayed`;

  it('a list is enrolled line by line, with the bad lines beside the good ones, once for its key', async () => {
    const input = {
      idempotencyKey: 'api-list-0001',
      courseRunId: nodeId('CourseRun', run.id),
      enrolledOn: '2026-03-02',
      onError: 'PER_LINE',
      lines: [lineOf(11), lineOf(12, { category: null }), lineOf(13, { documentType: 'PASSPORT', identityNumber: 'E12345678' })],
    };
    const first = await mutateAs<Batch>(workplace, PEOPLE.institution, 'enrolTrainees', input, BATCH);
    expect(first).toMatchObject({
      batch: {
        enrolled: 2,
        refused: 1,
        courseRun: { id: nodeId('CourseRun', run.id) },
        enrolments: {
          totalCount: 2,
          nodes: [
            { name: '司马青', category: 'CAT5' },
            { name: '上官云', category: 'CAT5' },
          ],
        },
      },
      userErrors: [{ __typename: 'RuleError', code: 'CATEGORY_NOT_ELIGIBLE', field: 'lines[1].category', clause: 'LN2023-36/4.1.9' }],
      replayed: false,
    });
    expect(await mutateAs<Batch>(workplace, PEOPLE.institution, 'enrolTrainees', input, BATCH)).toEqual({ ...first, replayed: true });
  });

  it('one trainee is enrolled, moved, corrected and withdrawn', async () => {
    const payload = 'enrolment { id status category name endReason transferredTo { id } courseRun { id } } userErrors { code field }';
    const mutate = (mutation: string, input: object) =>
      mutateAs<{ readonly enrolment: Record<string, unknown> | null; readonly userErrors: unknown[] }>(
        workplace,
        PEOPLE.institution,
        mutation,
        input,
        payload,
      );
    const other = await approvedRun(workplace, { places: 5 });
    const toCourseRunId = nodeId('CourseRun', other.id);
    const run1 = { courseRunId: nodeId('CourseRun', run.id), enrolledOn: '2026-03-02' };
    const enrolled = await mutate('enrolTrainee', { ...run1, line: lineOf(21) });
    expect(enrolled).toMatchObject({ enrolment: { status: 'ENROLLED', name: '司马青' }, userErrors: [] });
    const again = await mutate('enrolTrainee', { ...run1, line: lineOf(21) });
    expect(again).toEqual({ enrolment: null, userErrors: [{ code: 'ALREADY_ON_ROSTER', field: 'line.identityNumber' }] });
    const step = { on: '2026-03-02', reason: '调整' };
    const moved = await mutate('transferTrainee', { ...step, enrolmentId: enrolled.enrolment?.['id'], toCourseRunId });
    expect(moved).toMatchObject({ enrolment: { status: 'ENROLLED', courseRun: { id: toCourseRunId } } });
    const enrolmentId = moved.enrolment?.['id'];
    expect(await mutate('correctTrainee', { ...step, enrolmentId, name: '司马清', category: 'CAT2' })).toMatchObject({
      enrolment: { name: '司马清', category: 'CAT2' },
    });
    expect(await mutate('withdrawTrainee', { ...step, enrolmentId })).toMatchObject({
      enrolment: { status: 'WITHDRAWN', endReason: '调整' },
    });
    const { nodes } = await list(PEOPLE.institution, 'transferredTo { id }', { status: 'TRANSFERRED' });
    expect(nodes).toEqual([{ transferredTo: { id: enrolmentId } }]);
  });
});
