import { issueLevelCertificate } from '../../../src/operations/certificates/issue-level-certificate.js';
import { issueTrainingCertificate } from '../../../src/operations/certificates/issue-training-certificate.js';
import { transferTrainee } from '../../../src/operations/trainees/transfer-trainee.js';
import { verifyCertificate } from '../../../src/operations/certificates/verify-certificate.js';
import type { Workplace } from '../../../src/operations/acting/perform.js';
import { nodeId } from '../../../src/policy/node-id.js';
import type { CertificateRow } from '../../../src/store/rows/certificate-row.js';
import { encrypt, personContext } from '../../../src/store/keys/identity-cipher.js';
import { describeOnEachDatabase } from '../../harness/databases.js';
import { act, done, PEOPLE, person, refusalsOf, workplaceOn } from '../workplace.js';
import { assessedCohort, type Cohort, cohortOf, confirmedPlan, levelLines, trainingLines } from './cohort.js';

describeOnEachDatabase('the verification of certificates (辽人社发〔2023〕36号, 四(二); Q21)', (open) => {
  let workplace: Workplace;
  beforeAll(async () => {
    workplace = await workplaceOn(await open());
  });
  const looked = (certificate: CertificateRow | undefined, outcome: string, changes: object = {}) => ({
    certificateId: nodeId('Certificate', certificate?.id ?? ''),
    outcome,
    source: 'OSTA',
    verifiedOn: '2026-02-20',
    ...changes,
  });
  const trained = async (cohort: Cohort, changes: object = {}) => {
    const { certificates } = await done(workplace, issueTrainingCertificate, PEOPLE.institution, { lines: trainingLines(cohort, changes) });
    return certificates[0];
  };

  it("is recorded by an officer of the trainee's region, with source, day and note", async () => {
    const certificate = await trained(await cohortOf(workplace, 1));
    const verified = await done(workplace, verifyCertificate, PEOPLE.officer, looked(certificate, 'VERIFIED', { note: '网页截图已存档' }));
    expect(verified).toMatchObject({
      id: certificate?.id,
      verification: 'VERIFIED',
      verificationSource: 'OSTA',
      verifiedBy: 'wang',
      verifiedOn: '2026-02-20',
      verificationNote: '网页截图已存档',
    });
    const [entry] = await workplace.dataSource.query(
      `SELECT region_code, convert_from(bytes, 'UTF8')::jsonb AS content FROM audit_entry WHERE kind = 'verifyCertificate' ORDER BY id DESC LIMIT 1`,
    );
    expect(entry.region_code).toBe('LN-210200');
    expect(entry.content).toMatchObject({
      actor: 'wang',
      approved: 'chen',
      details: { outcome: 'VERIFIED', source: 'OSTA', before: 'UNVERIFIED' },
    });
    expect(JSON.stringify(entry.content)).not.toContain('截图');
  });

  it("is not for the officer of the run's region where the trainee is of another", async () => {
    const certificate = await trained(await cohortOf(workplace, 1, { trainee: { region_code: 'LN-210100' } }));
    const input = looked(certificate, 'VERIFIED', { source: 'PAPER' });
    await expect(act(workplace, verifyCertificate, PEOPLE.officer, input)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await done(workplace, verifyCertificate, PEOPLE.otherOfficer, input)).toMatchObject({
      verifiedBy: 'sun',
      verificationSource: 'PAPER',
    });
  });

  it('keeps the trainee in the run that it is of, as long as it counts', async () => {
    const cohort = await cohortOf(workplace, 1);
    const certificate = await trained(cohort);
    const other = await cohortOf(workplace, 1, { run: { status: 'STARTED', finishedOn: null } });
    const { dataSource, keys } = workplace;
    const personId = cohort.trainees[0]?.personId ?? '';
    const cipher = encrypt(keys, '欧阳丹', personContext('name', personId));
    await dataSource.query('UPDATE person SET name_cipher = $2 WHERE id = $1', [personId, cipher]);
    const move = { enrolmentId: cohort.trainees[0]?.id, toCourseRunId: other.runId, on: '2026-03-02', reason: '时间冲突' };
    expect(await refusalsOf(workplace, transferTrainee, PEOPLE.institution, move)).toEqual(['TRAINING_CERTIFIED']);
    await done(workplace, verifyCertificate, PEOPLE.officer, looked(certificate, 'FAILED'));
    expect(await refusalsOf(workplace, transferTrainee, PEOPLE.institution, move)).not.toContain('TRAINING_CERTIFIED');
  });

  it('is not for who recorded the certificate, whatever roles that person has', async () => {
    const both = person('chen', ['INSTITUTION', 'HR_OFFICER'], { institution: 'TI-DUT', regions: ['LN-210200'] });
    const certificate = await trained(await cohortOf(workplace, 1));
    const { refusals } = await act(workplace, verifyCertificate, both, looked(certificate, 'VERIFIED'));
    expect(refusals.map(({ code, kind }) => [code, kind])).toEqual([['RECORDER_VERIFIES', 'SAME_PERSON']]);
  });

  it.each([
    ['a day before the issue', { verifiedOn: '2026-02-01' }, ['VERIFIED_BEFORE_ISSUE']],
    ['the same outcome again', { outcome: 'VERIFIED' }, ['ALREADY_SO']],
  ])('%s is refused', async (_title, changes, codes) => {
    const certificate = await trained(await cohortOf(workplace, 1));
    if ('outcome' in changes) await done(workplace, verifyCertificate, PEOPLE.officer, looked(certificate, 'VERIFIED'));
    expect(await refusalsOf(workplace, verifyCertificate, PEOPLE.officer, looked(certificate, 'VERIFIED', changes))).toEqual(codes);
  });

  it('a training certificate that failed does not count: no assessment until another one is issued', async () => {
    const cohort = await cohortOf(workplace, 1);
    await confirmedPlan(workplace, cohort);
    const failed = await trained(cohort);
    await done(workplace, verifyCertificate, PEOPLE.officer, looked(failed, 'FAILED'));
    expect(await refusalsOf(workplace, issueLevelCertificate, PEOPLE.assessor, { lines: levelLines(cohort) })).toEqual([
      'TRAINING_CERTIFICATE_FIRST',
    ]);
    const number = failed?.number;
    expect(await refusalsOf(workplace, issueTrainingCertificate, PEOPLE.institution, { lines: trainingLines(cohort, { number }) })).toEqual(
      ['NUMBER_TAKEN'],
    );
    await trained(cohort);
    expect(await refusalsOf(workplace, verifyCertificate, PEOPLE.officer, looked(failed, 'VERIFIED'))).toEqual(['CERTIFICATE_REPLACED']);
    expect(await refusalsOf(workplace, issueLevelCertificate, PEOPLE.assessor, { lines: levelLines(cohort) })).toEqual([]);
  });

  it('a look-up that was wrong is corrected as long as no other certificate took the place', async () => {
    const cohort = await cohortOf(workplace, 1);
    const certificate = await trained(cohort);
    await done(workplace, verifyCertificate, PEOPLE.officer, looked(certificate, 'FAILED'));
    await done(workplace, verifyCertificate, PEOPLE.officer, looked(certificate, 'VERIFIED'));
    expect(await refusalsOf(workplace, issueTrainingCertificate, PEOPLE.institution, { lines: trainingLines(cohort) })).toEqual([
      'CERTIFICATE_EXISTS',
    ]);
  });

  it('a level certificate that failed is replaced; the place stays used, once', async () => {
    const cohort = await assessedCohort(workplace, 1);
    const [failed] = await done(workplace, issueLevelCertificate, PEOPLE.assessor, { lines: levelLines(cohort) });
    await done(workplace, verifyCertificate, PEOPLE.officer, looked(failed, 'FAILED'));
    await done(workplace, issueLevelCertificate, PEOPLE.assessor, { lines: levelLines(cohort) });
    const posts = await workplace.dataSource.query(
      "SELECT count(*)::int AS count FROM transfer WHERE kind = 'POST' AND enrolment_id = $1",
      [cohort.trainees[0]?.rowId],
    );
    expect(posts).toEqual([{ count: 1 }]);
  });

  it('a training certificate that replaces a failed one is not later than the assessment was', async () => {
    const cohort = await cohortOf(workplace, 1);
    await confirmedPlan(workplace, cohort);
    const failed = await trained(cohort);
    await done(workplace, issueLevelCertificate, PEOPLE.assessor, { lines: levelLines(cohort) });
    await done(workplace, verifyCertificate, PEOPLE.officer, looked(failed, 'FAILED'));
    const late = { lines: trainingLines(cohort, { issuedOn: '2026-02-10' }) };
    expect(await refusalsOf(workplace, issueTrainingCertificate, PEOPLE.institution, late)).toEqual(['EXAM_BEFORE_TRAINING_CERTIFICATE']);
    await trained(cohort, { issuedOn: '2026-02-09' });
  });

  it.each([
    ['a day after today', { verifiedOn: '2026-03-03' }, 'BAD_USER_INPUT'],
    ['a source that is none of the three', { source: 'TELEPHONE' }, 'BAD_USER_INPUT'],
    ['no outcome', { outcome: 'UNVERIFIED' }, 'BAD_USER_INPUT'],
    ['a certificate that does not exist', { certificateId: nodeId('Certificate', '2026999999999') }, 'NOT_FOUND'],
  ])('%s fails', async (_title, changes, code) => {
    const certificate = await trained(await cohortOf(workplace, 1));
    await expect(act(workplace, verifyCertificate, PEOPLE.officer, looked(certificate, 'VERIFIED', changes))).rejects.toMatchObject({
      code,
    });
  });
});
