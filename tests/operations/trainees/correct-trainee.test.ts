import type { Actor } from '../../../src/policy/access/actor.js';
import { enrolmentLeaf } from '../../../src/audit/enrolment-leaf.js';
import { merkleRoot } from '../../../src/audit/merkle-root.js';
import type { Workplace } from '../../../src/operations/acting/perform.js';
import { correctTrainee } from '../../../src/operations/trainees/correct-trainee.js';
import { enrolTrainee } from '../../../src/operations/trainees/enrol-trainee.js';
import { nodeId } from '../../../src/policy/node-id.js';
import { enrolmentVersions } from '../../../src/store/enrolments.js';
import { certifyEnrolments } from '../../../src/store/enrolments-to-certify.js';
import { replayFromDatabase } from '../../../src/store/ledger/replay-from-database.js';
import { readPersons } from '../../../src/store/persons.js';
import type { CourseRunRow } from '../../../src/store/rows/course-run-row.js';
import type { EnrolmentRow } from '../../../src/store/rows/enrolment-row.js';
import { describeOnEachDatabase } from '../../harness/databases.js';
import { act, done, PEOPLE, refusalsOf, workplaceOn } from '../workplace.js';
import { allocate, approvedRun, DALIAN, inRun, lineOf, placesOf, SHENYANG, YEAR } from './world.js';

describeOnEachDatabase('correcting the roster (辽人社发〔2023〕36号, 六(一): 动态管理)', (open) => {
  let workplace: Workplace;
  beforeAll(async () => {
    workplace = await workplaceOn(await open());
    await allocate(workplace, DALIAN, 500);
    await allocate(workplace, SHENYANG, 1);
  });
  const enrol = (run: CourseRunRow, n: number, actor = PEOPLE.institution as Actor) =>
    done(workplace, enrolTrainee, actor, { ...inRun(run), line: lineOf(n) });
  const correcting = ({ id }: EnrolmentRow, changes: object) => ({
    enrolmentId: nodeId('Enrolment', id),
    on: '2026-03-02',
    reason: '录入有误',
    ...changes,
  });
  const correct = (row: EnrolmentRow, changes: object) => done(workplace, correctTrainee, PEOPLE.institution, correcting(row, changes));
  const refused = (row: EnrolmentRow, changes: object, actor = PEOPLE.institution) =>
    refusalsOf(workplace, correctTrainee, actor, correcting(row, changes));
  const nameOf = async ({ personId }: EnrolmentRow) => {
    const [person] = await readPersons(workplace.dataSource.manager, workplace.keys, [personId]);
    return person?.name;
  };
  const rootIn = async (entryId: string) => {
    const [entry] = await workplace.dataSource.query<{ readonly bytes: Buffer }[]>('SELECT bytes FROM audit_entry WHERE id = $1', [
      entryId,
    ]);
    return (JSON.parse(entry?.bytes.toString('utf8') ?? '{}') as { readonly details: { readonly merkleRoot: string } }).details.merkleRoot;
  };

  it('of category and evidence keeps what was said before, so that the line of the enrolment can be made again', async () => {
    const row = await enrol(await approvedRun(workplace), 1);
    const next = await correct(row, { category: 'CAT2', categoryEvidence: '毕业证 7' });
    expect(next).toMatchObject({ category: 'CAT2', categoryEvidence: '毕业证 7', regionCode: DALIAN });
    const [version, ...others] = await enrolmentVersions(workplace.dataSource.manager, row.id);
    expect([others, version?.reason, version?.details]).toEqual([
      [],
      '录入有误',
      { regionCode: DALIAN, category: 'CAT5', categoryEvidence: '失业登记 1' },
    ]);
    const first = enrolmentLeaf({ ...next, ...version?.details, enrolmentId: next.id });
    expect(merkleRoot([first]).toString('hex')).toBe(await rootIn(row.entryId));
    const now = merkleRoot([enrolmentLeaf({ ...next, enrolmentId: next.id })]).toString('hex');
    expect(now).toBe(await rootIn(version?.entryId ?? ''));
  });

  it('of a name encrypts it anew; the number stays what it was', async () => {
    const row = await enrol(await approvedRun(workplace), 11);
    await correct(row, { name: '司马清' });
    expect(await nameOf(row)).toBe('司马清');
    const again = { ...inRun(await approvedRun(workplace, { fundingMode: 'MARKET' })), line: lineOf(11) };
    expect(await refusalsOf(workplace, enrolTrainee, PEOPLE.institution, again)).toEqual(['IDENTITY_NAME_DIFFERS']);
  });

  it("of a name in use elsewhere is made by the HR bureau of the trainee's region only", async () => {
    const row = await enrol(await approvedRun(workplace), 21);
    await enrol(await approvedRun(workplace, { fundingMode: 'MARKET', institutionCode: 'TI-SIE' }), 21, PEOPLE.otherInstitution);
    expect(await refused(row, { name: '司马清' })).toEqual(['NAME_OF_OTHERS']);
    await done(workplace, correctTrainee, PEOPLE.officer, correcting(row, { name: '司马清' }));
    expect(await nameOf(row)).toBe('司马清');
    const input = correcting(row, { name: '司马庆' });
    await expect(act(workplace, correctTrainee, PEOPLE.otherOfficer, input)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('of the region moves the place, if there is one (五(三))', async () => {
    const run = await approvedRun(workplace);
    const [row, other] = [await enrol(run, 31), await enrol(run, 32)];
    const before = (await placesOf(workplace, DALIAN)).split(' ').map(Number);
    expect(await correct(row, { region: '沈阳' })).toMatchObject({ regionCode: SHENYANG });
    const after = (await placesOf(workplace, DALIAN)).split(' ').map((places, index) => Number(places) - (before[index] ?? 0));
    expect([after, await placesOf(workplace, SHENYANG)]).toEqual([[0, 0, -1, 0, 1], '1 0 1 0 0']);
    expect(await refused(other, { region: '沈阳' })).toEqual(['PLACES_SHORT']);
    await correct({ ...row, regionCode: SHENYANG }, { region: '大连' });
    expect(await placesOf(workplace, SHENYANG)).toBe('1 0 0 0 1');
  });

  it.each([
    ['nothing to correct', {}, 'NOTHING_CHANGED'],
    ['what is recorded already', { category: 'CAT5' }, 'NOTHING_CHANGED'],
    ['a category that nobody knows', { category: 'CAT9' }, 'CATEGORY_NOT_ELIGIBLE'],
    ['evidence that names the person', { categoryEvidence: '司马青' }, 'CATEGORY_EVIDENCE_NEEDED'],
    ['a name with digits', { name: '司马6' }, 'NAME_INVALID'],
    ['a reason that holds the new name', { name: '司马清', reason: '应为司马清' }, 'REASON_NAMES_PERSON'],
    ['a region outside', { region: '长春' }, 'REGION_UNKNOWN'],
  ])('%s is refused', async (_title, changes, code) => {
    const row = await enrol(await approvedRun(workplace, { places: 1, fundingMode: 'MARKET' }), 41);
    expect(await refused(row, changes)).toEqual([code]);
  });

  it('of a number there is none, and after the level certificate none of the region', async () => {
    const row = await enrol(await approvedRun(workplace), 51);
    const input = correcting(row, { identityNumber: lineOf(52).identityNumber });
    await expect(act(workplace, correctTrainee, PEOPLE.institution, input)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    await certifyEnrolments(workplace.dataSource.manager, [row.id]);
    expect(await refused(row, { region: '沈阳' })).toEqual(['ENROLMENT_STATUS']);
    expect(await correct(row, { categoryEvidence: '失业登记 99' })).toMatchObject({ status: 'CERTIFIED', categoryEvidence: '失业登记 99' });
  });

  it('leaves counters that a replay of all transfers gives', async () => {
    expect(await replayFromDatabase(workplace.dataSource.manager, YEAR)).toBeNull();
  });
});
