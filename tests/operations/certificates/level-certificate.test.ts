import { issueLevelCertificate } from '../../../src/operations/certificates/issue-level-certificate.js';
import { issueTrainingCertificate } from '../../../src/operations/certificates/issue-training-certificate.js';
import type { Workplace } from '../../../src/operations/acting/perform.js';
import { fileAssessmentPlan } from '../../../src/operations/certificates/file-assessment-plan.js';
import { replayFromDatabase } from '../../../src/store/ledger/replay-from-database.js';
import { usageOfYear } from '../../../src/store/ledger/usage-of-year.js';
import { describeOnEachDatabase } from '../../harness/databases.js';
import { act, done, NOON, PEOPLE, person, refusalsOf, workplaceOn } from '../workplace.js';
import { assessedCohort, type Cohort, cohortOf, confirmedPlan, levelLines, planInput, trainingLines } from './cohort.js';

const OTHER_BODY = person('qian', ['ASSESSMENT_BODY'], { assessmentBody: 'EI-CIE' });

describeOnEachDatabase('level certificates (辽人社发〔2023〕36号, 四(二), 附件4, 附件6)', (open) => {
  let workplace: Workplace;
  beforeAll(async () => {
    workplace = await workplaceOn(await open());
  });
  const issue = (cohort: Cohort, changes: object = {}) =>
    act(workplace, issueLevelCertificate, PEOPLE.assessor, { lines: levelLines(cohort, changes) });
  const statusOf = async ({ trainees }: Cohort) =>
    (
      await workplace.dataSource.query<{ status: string }[]>('SELECT status FROM enrolment WHERE id = ANY($1) ORDER BY id', [
        trainees.map(({ rowId }) => rowId),
      ])
    ).map(({ status }) => status);
  const usage = async () => {
    const rows = await usageOfYear(workplace.dataSource.manager, 2026, NOON.toISOString());
    return rows.find(({ regionCode }) => regionCode === 'LN-210200') ?? { named: 0n, used: 0n };
  };

  it('4.2.4: are issued by the listed body, certify their enrolments and use their places', async () => {
    const cohort = await assessedCohort(workplace, 3);
    const before = await usage();
    const certificates = (await issue(cohort)).done ?? [];
    expect(certificates[0]).toMatchObject({
      kind: 'LEVEL',
      issuerCode: 'EI-CESI',
      issuerName: '工业和信息化部电子工业标准化研究院',
      occupationCode: 'AI',
      track: null,
      level: 'JUNIOR',
      theoryPassedOn: '2026-02-09',
      practicePassedOn: '2026-02-10',
      meetsNationalStandard: true,
      recordedBy: 'zheng',
    });
    expect(await statusOf(cohort)).toEqual(['CERTIFIED', 'CERTIFIED', 'CERTIFIED']);
    const after = await usage();
    expect([after.named - before.named, after.used - before.used]).toEqual([-3n, 3n]);
    const [entry] = await workplace.dataSource.query(
      `SELECT convert_from(bytes, 'UTF8')::jsonb AS content FROM audit_entry JOIN audit_subject ON entry_id = id
       WHERE subject_type = 'Certificate' AND subject_id = $1`,
      [certificates[0]?.id],
    );
    expect(entry.content.details).toMatchObject({ lines: 3, placesUsed: { 'LN-210200/2026': '3' } });
    expect(await replayFromDatabase(workplace.dataSource.manager, 2026)).toBeNull();
  });

  it('附件7: a person who is counted once uses one place with two certificates', async () => {
    const first = await assessedCohort(workplace, 1);
    const personIds = first.trainees.map(({ personId }) => personId);
    const second = await assessedCohort(workplace, 1, { personIds, run: { level: 'INTERMEDIATE' } });
    const before = await usage();
    await issue(first);
    await issue(second, { level: 'INTERMEDIATE' });
    const after = await usage();
    expect([after.named - before.named, after.used - before.used]).toEqual([-1n, 1n]);
    expect(await statusOf(second)).toEqual(['CERTIFIED']);
  });

  it('附件7: also in one batch, and the places of each region are its own', async () => {
    const dalian = await assessedCohort(workplace, 1);
    const personIds = dalian.trainees.map(({ personId }) => personId);
    const again = await assessedCohort(workplace, 1, { personIds });
    const shenyang = await assessedCohort(workplace, 2, { trainee: { region_code: 'LN-210100' } });
    const before = await usage();
    const lines = [dalian, again, shenyang].flatMap((cohort) => levelLines(cohort));
    expect((await act(workplace, issueLevelCertificate, PEOPLE.assessor, { lines })).refusals).toEqual([]);
    expect((await usage()).used - before.used).toBe(1n);
    const rows = await usageOfYear(workplace.dataSource.manager, 2026, NOON.toISOString());
    expect(rows.find(({ regionCode }) => regionCode === 'LN-210100')).toMatchObject({ named: 0n, used: 2n });
    expect(await replayFromDatabase(workplace.dataSource.manager, 2026)).toBeNull();
  });

  it('market training uses no place', async () => {
    const cohort = await assessedCohort(workplace, 1, { run: { fundingMode: 'MARKET' } });
    const before = await usage();
    expect((await issue(cohort)).refusals).toEqual([]);
    expect([await statusOf(cohort), (await usage()).used - before.used]).toEqual([['CERTIFIED'], 0n]);
  });

  it.each([
    [
      '4.2.2: theory before the training certificate',
      { theoryPassedOn: '2026-02-01' },
      ['EXAM_BEFORE_TRAINING_CERTIFICATE', 'EXAM_BEFORE_PLAN'],
    ],
    [
      '4.2.2: practice before the training certificate',
      { practicePassedOn: '2026-02-01' },
      ['EXAM_BEFORE_TRAINING_CERTIFICATE', 'EXAM_BEFORE_PLAN'],
    ],
    ['4.2.1: theory before the day of the plan', { theoryPassedOn: '2026-02-08' }, ['EXAM_BEFORE_PLAN']],
    ['4.2.1: practice before the day of the plan', { practicePassedOn: '2026-02-09' }, ['EXAM_BEFORE_PLAN']],
    ['4.2.3: theory not passed', { theoryPassedOn: null }, ['PART_NOT_PASSED']],
    ['4.2.3: practice not passed', { practicePassedOn: undefined }, ['PART_NOT_PASSED']],
    ['4.2.4: issued before the assessment', { issuedOn: '2026-02-09' }, ['ISSUED_BEFORE_EXAM']],
    ['4.2.4: another occupation', { occupation: '区块链' }, ['CERT_MISMATCH']],
    ['4.2.4: another track', { track: '机器学习' }, ['CERT_MISMATCH']],
    ['4.2.4: another level', { level: 'SENIOR' }, ['CERT_MISMATCH']],
    ['4.2.2: the national standard not attested (Q03)', { meetsNationalStandard: false }, ['STANDARD_NOT_MET']],
  ])('%s is refused', async (_title, changes, codes) => {
    const cohort = await assessedCohort(workplace, 1);
    const { refusals } = await issue(cohort, changes);
    expect(refusals.map(({ code }) => code)).toEqual(codes);
    expect(await statusOf(cohort)).toEqual(['ENROLLED']);
  });

  it('A4.4: what Annex 4 prints for no track is none', async () => {
    expect((await issue(await assessedCohort(workplace, 1), { track: '_____' })).refusals).toEqual([]);
  });

  it('4.2.2: without a training certificate there is none', async () => {
    const cohort = await cohortOf(workplace, 1);
    await confirmedPlan(workplace, cohort);
    expect((await issue(cohort)).refusals.map(({ code, field }) => [code, field])).toEqual([
      ['TRAINING_CERTIFICATE_FIRST', 'lines[0].enrolmentId'],
    ]);
  });

  it('4.2.1: under a plan that is not confirmed there is none, and outside its plan a body sees nobody', async () => {
    const cohort = await cohortOf(workplace, 1);
    await done(workplace, issueTrainingCertificate, PEOPLE.institution, { lines: trainingLines(cohort) });
    const lines = levelLines(cohort);
    await expect(act(workplace, issueLevelCertificate, PEOPLE.assessor, { lines })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await done(workplace, fileAssessmentPlan, PEOPLE.institution, planInput(cohort));
    expect(await refusalsOf(workplace, issueLevelCertificate, PEOPLE.assessor, { lines })).toEqual(['PLAN_NOT_CONFIRMED']);
    await expect(act(workplace, issueLevelCertificate, OTHER_BODY, { lines })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('there is one for an enrolment, and the institution issues none', async () => {
    const cohort = await assessedCohort(workplace, 1);
    await issue(cohort);
    expect((await issue(cohort)).refusals.map(({ code }) => code)).toEqual(['CERTIFICATE_EXISTS']);
    const lines = levelLines(cohort);
    await expect(act(workplace, issueLevelCertificate, PEOPLE.institution, { lines })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('a refused batch leaves no certificate, no key and no used place', async () => {
    const cohort = await assessedCohort(workplace, 2);
    const before = await usage();
    const lines = levelLines(cohort).map((line, index) => (index === 1 ? { ...line, level: 'SENIOR' } : line));
    expect(await refusalsOf(workplace, issueLevelCertificate, PEOPLE.assessor, { lines })).toEqual(['CERT_MISMATCH']);
    expect(await usage()).toEqual(before);
    expect(await statusOf(cohort)).toEqual(['ENROLLED', 'ENROLLED']);
    expect((await issue(cohort)).refusals).toEqual([]);
  });

  it('the same key gives the same reply and uses no place twice', async () => {
    const cohort = await assessedCohort(workplace, 1);
    const lines = levelLines(cohort);
    const key = `level-${cohort.run.id}`;
    const first = await act(workplace, issueLevelCertificate, PEOPLE.assessor, { lines }, key);
    const before = await usage();
    expect(await act(workplace, issueLevelCertificate, PEOPLE.assessor, { lines }, key)).toEqual({ ...first, isReplayed: true });
    expect(await usage()).toEqual(before);
  });
});
