import type { Workplace } from '../../../src/operations/acting/perform.js';
import { enrolTrainee } from '../../../src/operations/trainees/enrol-trainee.js';
import { transferTrainee } from '../../../src/operations/trainees/transfer-trainee.js';
import { nodeId } from '../../../src/policy/node-id.js';
import { replayFromDatabase } from '../../../src/store/ledger/replay-from-database.js';
import type { CourseRunRow } from '../../../src/store/rows/course-run-row.js';
import { enrolmentRow, type EnrolmentRow } from '../../../src/store/rows/enrolment-row.js';
import { factOf, selectRows } from '../../../src/store/select-rows.js';
import { describeOnEachDatabase } from '../../harness/databases.js';
import { act, done, PEOPLE, refusalsOf, workplaceOn } from '../workplace.js';
import { allocate, approvedRun, DALIAN, inRun, lineOf, placesOf, SHENYANG, YEAR } from './world.js';

describeOnEachDatabase('moving a trainee to another run (辽人社发〔2023〕36号, 四(一), 六(一))', (open) => {
  let workplace: Workplace;
  beforeAll(async () => {
    workplace = await workplaceOn(await open());
    await allocate(workplace, DALIAN, 500);
    await allocate(workplace, SHENYANG, 5);
  });
  const enrol = (run: CourseRunRow, n: number, changes: object = {}) =>
    done(workplace, enrolTrainee, PEOPLE.institution, { ...inRun(run), line: lineOf(n, changes) });
  const moving = ({ id }: EnrolmentRow, to: CourseRunRow, changes: object = {}) => ({
    enrolmentId: nodeId('Enrolment', id),
    toCourseRunId: nodeId('CourseRun', to.id),
    on: '2026-03-02',
    reason: '时间冲突',
    ...changes,
  });
  const transfer = (row: EnrolmentRow, to: CourseRunRow) => done(workplace, transferTrainee, PEOPLE.institution, moving(row, to));
  const stored = async ({ id }: EnrolmentRow) => (await selectRows(workplace.dataSource.manager, enrolmentRow, factOf(id)))[0];

  it('takes the named place along, frees one that the other run holds, and keeps the person once for ever', async () => {
    const [from, to] = [await approvedRun(workplace), await approvedRun(workplace, { places: 5 })];
    const row = await enrol(from, 1);
    const before = (await placesOf(workplace, DALIAN)).split(' ').map(Number);
    const next = await transfer(row, to);
    const after = (await placesOf(workplace, DALIAN)).split(' ').map((places, index) => Number(places) - (before[index] ?? 0));
    expect(after).toEqual([0, -1, 0, 0, 1]);
    expect(next).toMatchObject({ status: 'ENROLLED', courseRunId: to.id, personId: row.personId, category: 'CAT5', regionCode: DALIAN });
    expect(await stored(row)).toMatchObject({
      status: 'TRANSFERRED',
      endedOn: '2026-03-02',
      transferredTo: next.id,
      endReason: '时间冲突',
    });
    const third = await approvedRun(workplace, { places: 1 });
    const again = { ...inRun(third), line: lineOf(1) };
    expect(await refusalsOf(workplace, enrolTrainee, PEOPLE.institution, again)).toEqual(['ONCE_FOR_EVER']);
    expect(await transfer(next, from)).toMatchObject({ courseRunId: from.id });
  });

  it("keeps the place of the trainee's own region", async () => {
    const [from, to] = [await approvedRun(workplace), await approvedRun(workplace, { places: 5 })];
    const row = await enrol(from, 11, { region: '沈阳' });
    const before = [await placesOf(workplace, DALIAN), await placesOf(workplace, SHENYANG)];
    await transfer(row, to);
    expect([await placesOf(workplace, DALIAN), await placesOf(workplace, SHENYANG)]).toEqual(before);
  });

  it('not into a full run, nor where the person is already, nor into one of another kind', async () => {
    const full = await approvedRun(workplace, { places: 1, occupationCode: 'IOT' });
    await enrol(full, 21);
    const from = await approvedRun(workplace, { occupationCode: 'IOT' });
    const row = await enrol(from, 22);
    const refused = (to: CourseRunRow, changes: object = {}) =>
      refusalsOf(workplace, transferTrainee, PEOPLE.institution, moving(row, to, changes));
    expect(await refused(full)).toEqual(['RUN_FULL']);
    expect(await refused(from)).toEqual(['SAME_RUN']);
    expect(await refused(await approvedRun(workplace, { occupationCode: 'IOT', level: 'SENIOR', places: 1 }))).toEqual(['RUN_DIFFERS']);
    expect(await refused(await approvedRun(workplace, { occupationCode: 'IOT', status: 'FINISHED', places: 1 }))).toEqual(['RUN_STATUS']);
    expect(await refused(await approvedRun(workplace, { occupationCode: 'IOT', places: 1 }), { reason: '慕容雪要求' })).toEqual([
      'REASON_NAMES_PERSON',
    ]);
    const market = [
      await approvedRun(workplace, { fundingMode: 'MARKET' }),
      await approvedRun(workplace, { fundingMode: 'MARKET' }),
    ] as const;
    const [there, here] = [await enrol(market[0], 23), await enrol(market[1], 23)];
    expect(await refusalsOf(workplace, transferTrainee, PEOPLE.institution, moving(here, market[0]))).toEqual(['ALREADY_ON_ROSTER']);
    expect(there.personId).toBe(here.personId);
  });

  it("another's run reads as one that is not there", async () => {
    const row = await enrol(await approvedRun(workplace), 31);
    const theirs = await approvedRun(workplace, { institutionCode: 'TI-SIE', places: 1 });
    await expect(act(workplace, transferTrainee, PEOPLE.institution, moving(row, theirs))).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('leaves counters that a replay of all transfers gives', async () => {
    expect(await replayFromDatabase(workplace.dataSource.manager, YEAR)).toBeNull();
  });
});
