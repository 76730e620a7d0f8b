import { enrolmentLeaf } from '../../../src/audit/enrolment-leaf.js';
import { merkleRoot } from '../../../src/audit/merkle-root.js';
import type { Workplace } from '../../../src/operations/acting/perform.js';
import { enrolTrainees } from '../../../src/operations/trainees/enrol-trainees.js';
import type { CourseRunRow } from '../../../src/store/rows/course-run-row.js';
import { enrolmentRow } from '../../../src/store/rows/enrolment-row.js';
import { condition, selectRows } from '../../../src/store/select-rows.js';
import { describeOnEachDatabase } from '../../harness/databases.js';
import { act, PEOPLE, workplaceOn } from '../workplace.js';
import { allocate, approvedRun, countOf, DALIAN, inRun, lineOf, linesOf, placesOf, SHENYANG } from './world.js';

type OnError = 'ALL_OR_NOTHING' | 'PER_LINE';

describeOnEachDatabase('enrolling a list of trainees (辽人社发〔2023〕36号, 四(一), 六(一))', (open) => {
  let workplace: Workplace;
  beforeAll(async () => {
    workplace = await workplaceOn(await open());
    await allocate(workplace, DALIAN, 12_000);
    await allocate(workplace, SHENYANG, 2);
  });
  const enrol = (run: CourseRunRow, onError: OnError, lines: readonly object[], key?: string) =>
    act(workplace, enrolTrainees, PEOPLE.institution, { ...inRun(run), onError, lines }, key);
  const roster = (run: CourseRunRow) => countOf(workplace, `roster_key WHERE course_run_id = ${run.id}`);

  const MIXED = [
    lineOf(100),
    lineOf(101, { name: '3' }),
    lineOf(102),
    lineOf(100),
    lineOf(103, { region: '某地', category: 'CAT9' }),
    lineOf(104, { region: '沈阳' }),
  ];
  const BAD = [
    ['lines[1].name', 'NAME_INVALID'],
    ['lines[3].identityNumber', 'TWICE_IN_LIST'],
    ['lines[4].region', 'REGION_UNKNOWN'],
    ['lines[4].category', 'CATEGORY_NOT_ELIGIBLE'],
  ];

  it('all or nothing: one bad line refuses all, every bad one is named, and nothing is written', async () => {
    const run = await approvedRun(workplace);
    const before = await countOf(workplace, 'person');
    const reply = await enrol(run, 'ALL_OR_NOTHING', MIXED);
    expect([reply.done, reply.refusals.map(({ field, code }) => [field, code])]).toEqual([null, BAD]);
    expect([await roster(run), await countOf(workplace, 'person')]).toEqual([0, before]);
  });

  it('per line: the good ones are enrolled beside the refusals of the others, and a repeat shows both again', async () => {
    const run = await approvedRun(workplace);
    const reply = await enrol(run, 'PER_LINE', MIXED, 'list-key-0001');
    expect(reply.done).toMatchObject({ enrolled: 3, refused: 3 });
    expect(reply.refusals.map(({ field, code }) => [field, code])).toEqual(BAD);
    expect(await roster(run)).toBe(3);
    expect(await enrol(run, 'PER_LINE', MIXED, 'list-key-0001')).toEqual({ ...reply, isReplayed: true });
    expect(await roster(run)).toBe(3);
    const other = MIXED.slice(1);
    await expect(enrol(run, 'PER_LINE', other, 'list-key-0001')).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
  });

  it('per line with no good one does nothing, and its key may be used again', async () => {
    const run = await approvedRun(workplace);
    const reply = await enrol(run, 'PER_LINE', [lineOf(110, { name: '' })], 'list-key-0002');
    expect([reply.done, reply.refusals.length]).toEqual([null, 1]);
    expect((await enrol(run, 'PER_LINE', [lineOf(110)], 'list-key-0002')).done).toMatchObject({ enrolled: 1 });
  });

  it('per line: the last places go in the order of the lines, in the run and in the region', async () => {
    const run = await approvedRun(workplace, { places: 3 });
    const shenyang = { region: '沈阳' };
    const lines = [lineOf(120, shenyang), lineOf(121, shenyang), lineOf(122), lineOf(123), lineOf(124)];
    const reply = await enrol(run, 'PER_LINE', lines);
    expect(reply.refusals.map(({ field, code, facts }) => [field, code, facts['available']])).toEqual([
      ['lines[1]', 'PLACES_SHORT', 1],
      ['lines[4]', 'RUN_FULL', 3],
    ]);
    expect(await placesOf(workplace, SHENYANG)).toBe('2 0 2 0 0');
  });

  it('all or nothing: too few places are told in one sentence for the region', async () => {
    const run = await approvedRun(workplace, { places: 2 });
    const full = await enrol(run, 'ALL_OR_NOTHING', linesOf(5, 130));
    expect(full.refusals.map(({ code, field, facts }) => [code, field, facts])).toEqual([
      ['RUN_FULL', null, { places: 2, available: 2, asked: 5 }],
    ]);
  });

  it('more than a hundred faults are counted, and the first hundred shown', async () => {
    const run = await approvedRun(workplace);
    const lines = Array.from({ length: 120 }, (_, index) => lineOf(index, { name: '' }));
    const { refusals } = await enrol(run, 'ALL_OR_NOTHING', lines);
    expect([refusals.length, refusals[99]?.field, refusals[100]?.code, refusals[100]?.facts]).toEqual([
      101,
      'lines[99].name',
      'MORE_LINES',
      { count: 120, shown: 100 },
    ]);
  });

  it('the root in the entry can be made again from the stored rows alone', async () => {
    const run = await approvedRun(workplace);
    const { done } = await enrol(run, 'ALL_OR_NOTHING', linesOf(7, 140));
    const { manager } = workplace.dataSource;
    const rows = await selectRows(manager, enrolmentRow, condition('row.entry_id = $1', done?.entryId), 'ORDER BY row.id');
    const root = merkleRoot(rows.map((row) => enrolmentLeaf({ ...row, enrolmentId: row.id }))).toString('hex');
    const [entry] = await manager.query<{ readonly bytes: Buffer }[]>('SELECT bytes FROM audit_entry WHERE id = $1', [done?.entryId]);
    const said = JSON.parse(entry?.bytes.toString('utf8') ?? '{}') as { readonly details: object; readonly amounts: object };
    expect([rows.length, root]).toEqual([7, done?.merkleRoot]);
    expect(said).toMatchObject({ details: { merkleRoot: root, regions: { [DALIAN]: 7 }, refused: 0 }, amounts: { enrolled: '7' } });
  });

  it('ten thousand lines in one mutation, and one more is refused', async () => {
    const run = await approvedRun(workplace, { places: 10_000 });
    const lines = linesOf(10_000, 1_000);
    const { done } = await enrol(run, 'ALL_OR_NOTHING', lines);
    expect(done).toMatchObject({ enrolled: 10_000, refused: 0 });
    expect(await roster(run)).toBe(10_000);
    await expect(enrol(run, 'ALL_OR_NOTHING', [...lines, lineOf(99_999)])).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'lines',
    });
    const next = await approvedRun(workplace, { places: 1 });
    expect((await enrol(next, 'PER_LINE', lines.slice(0, 3))).refusals.map(({ code }) => code)).toEqual(Array(3).fill('ONCE_FOR_EVER'));
  }, 240_000);
});
