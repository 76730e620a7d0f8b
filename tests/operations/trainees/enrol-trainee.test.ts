import { enrolTrainee } from '../../../src/operations/trainees/enrol-trainee.js';
import type { Workplace } from '../../../src/operations/acting/perform.js';
import type { CourseRunRow } from '../../../src/store/rows/course-run-row.js';
import { describeOnEachDatabase } from '../../harness/databases.js';
import { act, done, PEOPLE, refusalsOf, workplaceOn } from '../workplace.js';
import { allocate, approvedRun, countOf, DALIAN, identityNumber, inRun, lineOf, placesOf, SHENYANG } from './world.js';

describeOnEachDatabase('enrolling one trainee (辽人社发〔2023〕36号, 三, 四(一)2, 五(三))', (open) => {
  let workplace: Workplace;
  beforeAll(async () => {
    workplace = await workplaceOn(await open());
    await allocate(workplace, DALIAN, 1_000);
    await allocate(workplace, SHENYANG, 1);
  });
  const enrol = (run: CourseRunRow, line: object) => done(workplace, enrolTrainee, PEOPLE.institution, { ...inRun(run), line });
  const refused = (run: CourseRunRow, line: object, changes: object = {}) =>
    refusalsOf(workplace, enrolTrainee, PEOPLE.institution, { ...inRun(run), line, ...changes });

  it('names one of the places that the run holds', async () => {
    const before = (await placesOf(workplace, DALIAN)).split(' ').map(Number);
    const run = await approvedRun(workplace);
    const row = await enrol(run, lineOf(1));
    expect(row).toMatchObject({ status: 'ENROLLED', regionCode: DALIAN, category: 'CAT5', courseRunId: run.id, year: 2026 });
    const after = (await placesOf(workplace, DALIAN)).split(' ').map(Number);
    expect(after.map((places, index) => places - (before[index] ?? 0))).toEqual([0, 29, 1, 0, -30]);
    expect(await refused(run, lineOf(1))).toEqual(['ALREADY_ON_ROSTER']);
  });

  it('takes the place of the region that the trainee is of, and no more than that has (五(三))', async () => {
    const run = await approvedRun(workplace);
    expect(await enrol(run, lineOf(11, { region: '沈阳' }))).toMatchObject({ regionCode: SHENYANG, organisingRegionCode: DALIAN });
    expect(await placesOf(workplace, SHENYANG)).toBe('1 0 1 0 0');
    expect(await refused(run, lineOf(12, { region: '沈阳' }))).toEqual(['PLACES_SHORT']);
  });

  it('takes no place in a market run, and asks for no category (四(一)1)', async () => {
    const before = await placesOf(workplace, DALIAN);
    const run = await approvedRun(workplace, { fundingMode: 'MARKET', places: 1 });
    await enrol(run, lineOf(21, { category: null, categoryEvidence: null, meetsNationalStandard: false }));
    await enrol(run, lineOf(22));
    expect(await placesOf(workplace, DALIAN)).toBe(before);
  });

  it('counts a person once a year and region: a second subsidised run frees the place that it held (附件7, Q47)', async () => {
    await enrol(await approvedRun(workplace), lineOf(31));
    const other = await approvedRun(workplace, { occupationCode: 'IOT', places: 5 });
    const before = (await placesOf(workplace, DALIAN)).split(' ').map(Number);
    await enrol(other, lineOf(31));
    const after = (await placesOf(workplace, DALIAN)).split(' ').map(Number);
    expect(after.map((places, index) => places - (before[index] ?? 0))).toEqual([0, -1, 0, 0, 1]);
  });

  it('is once for ever in the province for an occupation and level, and not told where (Q05)', async () => {
    await enrol(await approvedRun(workplace), lineOf(41));
    const elsewhere = await approvedRun(workplace, { institutionCode: 'TI-SIE', regionCode: SHENYANG, places: 1, fundingMode: 'MARKET' });
    const again = await approvedRun(workplace);
    const reply = await act(workplace, enrolTrainee, PEOPLE.institution, { ...inRun(again), line: lineOf(41) });
    expect(reply.refusals.map(({ code, facts }) => [code, facts])).toEqual([['ONCE_FOR_EVER', {}]]);
    const market = { ...inRun(elsewhere), line: lineOf(41) };
    expect(await refusalsOf(workplace, enrolTrainee, PEOPLE.otherInstitution, market)).toEqual([]);
  });

  it('finds the same person under another type of document, and refuses another name (六(一))', async () => {
    const run = await approvedRun(workplace);
    await enrol(run, lineOf(51));
    const permit = { documentType: 'HONG_KONG_MACAO_TAIWAN_RESIDENCE_PERMIT' };
    expect(await refused(run, lineOf(51, permit))).toEqual(['ALREADY_ON_ROSTER']);
    const reply = await act(workplace, enrolTrainee, PEOPLE.institution, { ...inRun(run), line: lineOf(51, { name: '独孤信' }) });
    expect(reply.refusals.map(({ code, field }) => [code, field])).toEqual([['IDENTITY_NAME_DIFFERS', 'line.name']]);
    expect(JSON.stringify(reply)).not.toMatch(/独孤信|司马青/u);
  });

  it.each([
    ['a wrong number', { identityNumber: `${identityNumber(61).slice(0, 17)}*` }, 'IDENTITY_NUMBER_INVALID'],
    ['a name with a digit', { name: '欧阳1' }, 'NAME_INVALID'],
    ['a region outside', { region: '长春' }, 'REGION_UNKNOWN'],
    ['no category', { category: null }, 'CATEGORY_NOT_ELIGIBLE'],
    ['no evidence', { categoryEvidence: null }, 'CATEGORY_EVIDENCE_NEEDED'],
    ['the standard not met', { meetsNationalStandard: false }, 'STANDARD_NOT_MET'],
  ])('%s is refused, and nobody is stored for it', async (_title, changes, code) => {
    const run = await approvedRun(workplace);
    const before = await countOf(workplace, 'person');
    expect(await refused(run, lineOf(61, changes))).toEqual([code]);
    expect(await countOf(workplace, 'person')).toBe(before);
  });

  it('never fills a run beyond its places while the quota is a ceiling (Q46)', async () => {
    const run = await approvedRun(workplace, { places: 2 });
    await enrol(run, lineOf(71));
    await enrol(run, lineOf(72));
    expect(await refused(run, lineOf(73))).toEqual(['RUN_FULL']);
  });

  it.each([
    ['filed', 'FILED', 'RUN_STATUS'],
    ['rejected', 'REJECTED', 'RUN_STATUS'],
    ['finished', 'FINISHED', 'RUN_STATUS'],
    ['cancelled', 'CANCELLED', 'RUN_STATUS'],
  ] as const)('not into a run that is %s', async (_title, status, code) => {
    expect(await refused(await approvedRun(workplace, { status }), lineOf(81))).toEqual([code]);
  });

  it('not before the run was approved, and not after today', async () => {
    const run = await approvedRun(workplace);
    expect(await refused(run, lineOf(81), { enrolledOn: '2026-02-24' })).toEqual(['NOT_BEFORE']);
    await expect(refused(run, lineOf(81), { enrolledOn: '2026-03-03' })).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  it("another's run reads as one that is not there, and an officer enrols nobody", async () => {
    const input = { ...inRun(await approvedRun(workplace)), line: lineOf(91) };
    await expect(act(workplace, enrolTrainee, PEOPLE.otherInstitution, input)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(act(workplace, enrolTrainee, PEOPLE.officer, input)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});
