import type { Workplace } from '../../../src/operations/acting/perform.js';
import { enrolTrainee } from '../../../src/operations/trainees/enrol-trainee.js';
import { withdrawTrainee } from '../../../src/operations/trainees/withdraw-trainee.js';
import { nodeId } from '../../../src/policy/node-id.js';
import { certifyEnrolments } from '../../../src/store/enrolments-to-certify.js';
import { replayFromDatabase } from '../../../src/store/ledger/replay-from-database.js';
import type { CourseRunRow } from '../../../src/store/rows/course-run-row.js';
import type { EnrolmentRow } from '../../../src/store/rows/enrolment-row.js';
import { describeOnEachDatabase } from '../../harness/databases.js';
import { act, done, PEOPLE, refusalsOf, workplaceOn } from '../workplace.js';
import { allocate, approvedRun, countOf, DALIAN, inRun, lineOf, placesOf, YEAR } from './world.js';

describeOnEachDatabase('withdrawing a trainee (辽人社发〔2023〕36号, 六(一); 附件7)', (open) => {
  let workplace: Workplace;
  beforeAll(async () => {
    workplace = await workplaceOn(await open());
    await allocate(workplace, DALIAN, 500);
  });
  const enrol = (run: CourseRunRow, n: number) => done(workplace, enrolTrainee, PEOPLE.institution, { ...inRun(run), line: lineOf(n) });
  const leaving = ({ id }: EnrolmentRow, changes: object = {}) => ({
    enrolmentId: nodeId('Enrolment', id),
    on: '2026-03-02',
    reason: '因病',
    ...changes,
  });
  const moved = async (work: () => Promise<unknown>) => {
    const before = (await placesOf(workplace, DALIAN)).split(' ').map(Number);
    await work();
    return (await placesOf(workplace, DALIAN)).split(' ').map((places, index) => Number(places) - (before[index] ?? 0));
  };

  it('frees the named place for everyone, and the person for another enrolment', async () => {
    const run = await approvedRun(workplace);
    const row = await enrol(run, 1);
    const change = await moved(() => done(workplace, withdrawTrainee, PEOPLE.institution, leaving(row)));
    expect(change).toEqual([0, 0, -1, 0, 1]);
    expect(await countOf(workplace, `counted_key WHERE counted = 'person/${row.personId}'`)).toBe(0);
    expect(await refusalsOf(workplace, withdrawTrainee, PEOPLE.institution, leaving(row))).toEqual(['ENROLMENT_STATUS']);
    expect((await enrol(run, 1)).personId).toBe(row.personId);
  });

  it('keeps the place while another enrolment of the person counts on it (Q47)', async () => {
    const first = await enrol(await approvedRun(workplace), 11);
    const second = await enrol(await approvedRun(workplace, { occupationCode: 'IOT' }), 11);
    expect(await moved(() => done(workplace, withdrawTrainee, PEOPLE.institution, leaving(first)))).toEqual([0, 0, 0, 0, 0]);
    expect(await moved(() => done(workplace, withdrawTrainee, PEOPLE.institution, leaving(second)))).toEqual([0, 0, -1, 0, 1]);
  });

  it('gives nothing back in a market run, which took nothing', async () => {
    const row = await enrol(await approvedRun(workplace, { fundingMode: 'MARKET' }), 21);
    expect(await moved(() => done(workplace, withdrawTrainee, PEOPLE.institution, leaving(row)))).toEqual([0, 0, 0, 0, 0]);
  });

  it('not after the level certificate', async () => {
    const row = await enrol(await approvedRun(workplace), 31);
    await certifyEnrolments(workplace.dataSource.manager, [row.id]);
    const reply = await act(workplace, withdrawTrainee, PEOPLE.institution, leaving(row));
    expect(reply.refusals.map(({ code, facts }) => [code, facts])).toEqual([
      ['ENROLMENT_STATUS', { found: 'CERTIFIED', expected: ['ENROLLED'] }],
    ]);
  });

  it.each([
    ['before the enrolment', { on: '2026-03-01' }, ['NOT_BEFORE']],
    ['with a reason that names the person', { reason: '司马青生病' }, ['REASON_NAMES_PERSON']],
  ])('not %s', async (_title, changes, codes) => {
    const row = await enrol(await approvedRun(workplace, { places: 1 }), 41);
    expect(await refusalsOf(workplace, withdrawTrainee, PEOPLE.institution, leaving(row, changes))).toEqual(codes);
    await done(workplace, withdrawTrainee, PEOPLE.institution, leaving(row));
  });

  it("another's trainee reads as one that is not there", async () => {
    const row = await enrol(await approvedRun(workplace), 51);
    await expect(act(workplace, withdrawTrainee, PEOPLE.otherInstitution, leaving(row))).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('leaves counters that a replay of all transfers gives', async () => {
    expect(await replayFromDatabase(workplace.dataSource.manager, YEAR)).toBeNull();
  });
});
