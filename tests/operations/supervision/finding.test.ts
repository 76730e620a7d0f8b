import { liftFinding } from '../../../src/operations/supervision/lift-finding.js';
import { recordFinding } from '../../../src/operations/supervision/record-finding.js';
import type { Workplace } from '../../../src/operations/acting/perform.js';
import { reachOf } from '../../../src/policy/access/reach.js';
import { readersOf } from '../../../src/policy/access/query-rights.js';
import type { Actor } from '../../../src/policy/access/actor.js';
import { nodeId } from '../../../src/policy/node-id.js';
import { findingsOfRuns } from '../../../src/store/findings.js';
import { encrypt } from '../../../src/store/keys/identity-cipher.js';
import type { CourseRunRow } from '../../../src/store/rows/course-run-row.js';
import { describeOnEachDatabase } from '../../harness/databases.js';
import { act, done, PEOPLE, person, refusalsOf, workplaceOn } from '../workplace.js';
import { AFTERWARDS, enrolled, finishedRun, NAME } from './supervised-runs.js';

describeOnEachDatabase('a finding of violation (辽人社发〔2023〕36号, 五(一), 五(三); Q44)', (open) => {
  let workplace: Workplace;
  let run: CourseRunRow;
  let ofDalian: string;
  let ofShenyang: string;
  beforeEach(async () => {
    workplace ??= await workplaceOn(await open(), () => AFTERWARDS);
    run = await finishedRun(workplace);
    [ofDalian = ''] = await enrolled(workplace, run, 1);
    [ofShenyang = ''] = await enrolled(workplace, run, 1, { regionCode: 'LN-210100' });
  });
  const inputOf = (changes: object = {}) => ({
    courseRunId: nodeId('CourseRun', run.id),
    region: '大连',
    scope: 'CLASS',
    documentNumber: '大人社监〔2026〕1号（测试）',
    decidedOn: '2026-05-02',
    text: '授课人数与名册不符',
    ...changes,
  });
  const seenBy = async (actor: Actor) =>
    (await findingsOfRuns(workplace.dataSource.manager, reachOf(actor, readersOf('findings')), [run.id])).map(
      ({ scope, regionCode }) => `${scope} ${regionCode}`,
    );

  it('on a class is the decision of a supervising region, and lifted by another person with its own document', async () => {
    const finding = await done(workplace, recordFinding, PEOPLE.officer, inputOf());
    expect(finding).toMatchObject({ scope: 'CLASS', enrolmentId: null, regionCode: 'LN-210200', liftedOn: null });
    const input = { findingId: nodeId('Finding', finding.id), liftedOn: '2026-05-03', documentNumber: '大人社监〔2026〕2号（测试）' };
    expect(await done(workplace, liftFinding, PEOPLE.reviewer, input)).toMatchObject({ liftedOn: '2026-05-03', liftedBy: 'li' });
    expect(await refusalsOf(workplace, liftFinding, PEOPLE.reviewer, input)).toEqual(['FINDING_LIFTED']);
  });

  it('is not lifted by who recorded it, by another region, or before it was made', async () => {
    const { id } = await done(workplace, recordFinding, PEOPLE.officer, inputOf());
    const input = { findingId: nodeId('Finding', id), liftedOn: '2026-05-03', documentNumber: '文（测试）' };
    const same = { ...PEOPLE.officer, roles: ['HR_OFFICER', 'HR_REVIEWER'] as const };
    expect(await refusalsOf(workplace, liftFinding, same, input)).toEqual(['SAME_PERSON']);
    await expect(act(workplace, liftFinding, PEOPLE.otherReviewer, input)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await refusalsOf(workplace, liftFinding, PEOPLE.reviewer, { ...input, liftedOn: '2026-05-01' })).toEqual(['NOT_BEFORE']);
  });

  it("on a person is for the trainee's own region", async () => {
    const onPerson = { scope: 'PERSON', enrolmentId: ofShenyang };
    const both = { ...PEOPLE.officer, regions: ['LN-210200', 'LN-210100'] };
    expect(await refusalsOf(workplace, recordFinding, both, inputOf(onPerson))).toEqual(['TRAINEE_OF_ANOTHER_REGION']);
    expect(await done(workplace, recordFinding, PEOPLE.otherOfficer, inputOf({ ...onPerson, region: '沈阳' }))).toMatchObject({
      regionCode: 'LN-210100',
    });
  });

  it.each([
    ['the trainee whom it is on', () => ({ scope: 'PERSON', enrolmentId: ofDalian })],
    ['a trainee of the class that it is on', () => ({})],
  ])('does not name %s', async (_title, about) => {
    const naming = inputOf({ ...about(), text: `${NAME}未到课` });
    expect(await refusalsOf(workplace, recordFinding, PEOPLE.officer, naming)).toEqual(['REASON_NAMES_PERSON']);
  });

  it('tells nobody whose trainee it is not whether a text holds the name (Q92)', async () => {
    await enrolled(workplace, run, 1, { regionCode: 'LN-210400' });
    const third = person('tang', ['HR_OFFICER'], { regions: ['LN-210400'] });
    const guess = (text: string) => inputOf({ scope: 'PERSON', enrolmentId: ofShenyang, region: '抚顺', text });
    const answers = [];
    for (const text of ['张三、李四', `张三、${NAME}`]) answers.push(await act(workplace, recordFinding, third, guess(text)));
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[0]?.refusals.map(({ code }) => code)).toEqual(['TRAINEE_OF_ANOTHER_REGION']);
    await workplace.dataSource.query(
      'UPDATE person SET name_cipher = $1 WHERE id = (SELECT person_id FROM enrolment WHERE region_code = $2 AND course_run_id = $3)',
      [encrypt(workplace.keys, '张三', 'elsewhere'), 'LN-210100', run.id],
    );
    expect(await done(workplace, recordFinding, third, inputOf({ region: '抚顺', text: '名册不符' }))).toMatchObject({
      regionCode: 'LN-210400',
    });
  });

  it('the same document stands once against the same subject, and against others besides', async () => {
    await done(workplace, recordFinding, PEOPLE.officer, inputOf());
    expect(await refusalsOf(workplace, recordFinding, PEOPLE.officer, inputOf())).toEqual(['FINDING_KNOWN']);
    await done(workplace, recordFinding, PEOPLE.officer, inputOf({ scope: 'PERSON', enrolmentId: ofDalian }));
    await done(workplace, recordFinding, PEOPLE.otherOfficer, inputOf({ region: '沈阳' }));
  });

  it('on a class is seen by all who see the run, on a person by its region, the organising one and the institution', async () => {
    await done(workplace, recordFinding, PEOPLE.officer, inputOf());
    await done(workplace, recordFinding, PEOPLE.otherOfficer, inputOf({ region: '沈阳', scope: 'PERSON', enrolmentId: ofShenyang }));
    const all = ['CLASS LN-210200', 'PERSON LN-210100'];
    await enrolled(workplace, run, 1, { regionCode: 'LN-210400' });
    expect(await seenBy(person('gu', ['HR_OFFICER'], { regions: ['LN-210400'] }))).toEqual(['CLASS LN-210200']);
    expect(await seenBy(PEOPLE.officer)).toEqual(all);
    expect(await seenBy(PEOPLE.otherOfficer)).toEqual(all);
    expect(await seenBy(PEOPLE.institution)).toEqual(all);
    expect(await seenBy(PEOPLE.auditor)).toEqual(all);
    expect(await seenBy(PEOPLE.otherInstitution)).toEqual([]);
    expect(await seenBy(person('he', ['HR_OFFICER'], { regions: ['LN-210300'] }))).toEqual([]);
    expect(await seenBy(PEOPLE.assessor)).toEqual([]);
  });

  it('is not for the province while Q44 says the supervising region, nor for a region outside the run', async () => {
    expect(await refusalsOf(workplace, recordFinding, PEOPLE.province, inputOf())).toEqual(['FINDING_AUTHORITY']);
    const elsewhere = { ...PEOPLE.officer, regions: ['LN-210200', 'LN-210300'] };
    expect(await refusalsOf(workplace, recordFinding, elsewhere, inputOf({ region: '鞍山' }))).toEqual(['NOT_SUPERVISING']);
  });

  it.each([
    ['a person without an enrolment', { scope: 'PERSON' }, 'BAD_USER_INPUT', 'enrolmentId'],
    ['a trainee of another run', { scope: 'PERSON', enrolmentId: nodeId('Enrolment', '2026000000001') }, 'NOT_FOUND', 'enrolmentId'],
    ['a day after today', { decidedOn: '2026-05-05' }, 'BAD_USER_INPUT', 'decidedOn'],
    ['a region out of reach', { region: '沈阳' }, 'FORBIDDEN', 'region'],
  ])('%s is a failure', async (_title, changes, code, field) => {
    await expect(act(workplace, recordFinding, PEOPLE.officer, inputOf(changes))).rejects.toMatchObject({ code, field });
  });
});
