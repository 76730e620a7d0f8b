import { issueTrainingCertificate } from '../../../src/operations/certificates/issue-training-certificate.js';
import type { Workplace } from '../../../src/operations/acting/perform.js';
import { nodeId } from '../../../src/policy/node-id.js';
import { describeOnEachDatabase } from '../../harness/databases.js';
import { act, done, PEOPLE, refusalsOf, workplaceOn } from '../workplace.js';
import { cohortOf, freshNumber, trainingLines } from './cohort.js';

describeOnEachDatabase('training certificates (辽人社发〔2023〕36号, 四(一), 附件3)', (open) => {
  let workplace: Workplace;
  beforeAll(async () => {
    workplace = await workplaceOn(await open());
  });
  const issue = (lines: readonly object[]) => act(workplace, issueTrainingCertificate, PEOPLE.institution, { lines });
  const count = async (table: string) =>
    (await workplace.dataSource.query(`SELECT count(*)::int AS count FROM ${table}`))[0].count as number;

  it('A3.1, A3.5: states the fields of the run in the name that the directory has', async () => {
    const cohort = await cohortOf(workplace, 2, { run: { track: '机器学习' } });
    const lines = trainingLines(cohort);
    const { certificates, alerts } = await done(workplace, issueTrainingCertificate, PEOPLE.institution, { lines });
    expect(certificates.map(({ number }) => number)).toEqual(lines.map(({ number }) => number));
    expect(certificates[0]).toMatchObject({
      kind: 'TRAINING',
      enrolmentId: cohort.trainees[0]?.rowId,
      courseRunId: cohort.run.id,
      issuerCode: 'TI-DUT',
      issuerName: '大连理工大学',
      occupationCode: 'AI',
      track: '机器学习',
      level: 'JUNIOR',
      fromOn: '2026-01-05',
      toOn: '2026-01-30',
      hours: '128',
      issuedOn: '2026-02-02',
      recordedBy: 'chen',
      verification: 'UNVERIFIED',
    });
    expect(alerts).toEqual([]);
    const stored = await workplace.dataSource.query('SELECT hours, track, issuer_name, from_on FROM certificate WHERE id = $1', [
      certificates[0]?.id,
    ]);
    expect(stored).toEqual([{ hours: '128', track: '机器学习', issuer_name: '大连理工大学', from_on: '2026-01-05' }]);
  });

  it('附件5: hours below the required 64 are recorded and reported, and not for market training', async () => {
    const short = await cohortOf(workplace, 2, {});
    const lines = trainingLines(short).map((line, index) => ({ ...line, hours: index === 0 ? '63.5' : '64' }));
    const { certificates, alerts } = await done(workplace, issueTrainingCertificate, PEOPLE.institution, { lines });
    const [first] = certificates;
    expect(alerts).toEqual([{ certificateId: first?.id, enrolmentId: first?.enrolmentId, certifiedHours: '63.5', requiredHours: '64' }]);
    const market = await cohortOf(workplace, 1, { run: { fundingMode: 'MARKET' } });
    const reply = await issue(trainingLines(market, { hours: '12' }));
    expect(reply.done?.alerts).toEqual([]);
  });

  it.each([
    ['4.1.6: a run that is not finished', {}, { status: 'STARTED', finishedOn: null }, {}, ['RUN_NOT_FINISHED']],
    ['4.1.6: a trainee who withdrew', {}, {}, { status: 'WITHDRAWN', ended_on: '2026-01-20' }, ['NOT_ENROLLED']],
    ['A3.1: a first day before the start of the run', { fromOn: '2026-01-04' }, {}, {}, ['OUTSIDE_RUN']],
    ['A3.1: a last day after the end of the run', { toOn: '2026-01-31' }, {}, {}, ['OUTSIDE_RUN']],
    ['A3.1: a last day before the first', { fromOn: '2026-01-30', toOn: '2026-01-29' }, {}, {}, ['TRAINING_DAYS_REVERSED']],
    ['A3.2: issued before the last day', { issuedOn: '2026-01-29' }, {}, {}, ['ISSUED_BEFORE_END']],
    ['A3.1: no hours', { hours: '0' }, {}, {}, ['HOURS_MISSING']],
    ['A3.1: more hours than were taught', { hours: '128.5' }, {}, {}, ['HOURS_ABOVE_RUN']],
  ] as const)('%s is refused', async (_title, line, run, trainee, codes) => {
    const cohort = await cohortOf(workplace, 1, { run, trainee });
    expect(await refusalsOf(workplace, issueTrainingCertificate, PEOPLE.institution, { lines: trainingLines(cohort, line) })).toEqual(
      codes,
    );
  });

  it('is issued in a batch whole or not at all, and each refusal names its line', async () => {
    const cohort = await cohortOf(workplace, 3);
    const before = await count('certificate');
    const lines = trainingLines(cohort).map((line, index) => (index === 1 ? { ...line, hours: '0' } : line));
    const { refusals } = await issue(lines);
    expect(refusals.map(({ code, field, clause }) => [code, field, clause])).toEqual([
      ['HOURS_MISSING', 'lines[1].hours', 'LN2023-36/A3.1'],
    ]);
    expect([await count('certificate'), await count('certificate_key')]).toEqual([before, before]);
  });

  it('A3.3, A3.6: a number is unique for its issuer, however it is written, and within a batch', async () => {
    const cohort = await cohortOf(workplace, 2);
    const [first, second] = trainingLines(cohort);
    const twice = await issue([
      { ...first, number: 'DUT 2026-A1' },
      { ...second, number: 'DUT2026-A1' },
    ]);
    expect(twice.refusals.map(({ code, field }) => [code, field])).toEqual([['NUMBER_TAKEN', 'lines[1].number']]);
    expect((await issue([{ ...first, number: 'DUT2026-A1' }])).refusals).toEqual([]);
    const again = await issue([{ ...second, number: 'ＤＵＴ 2026-A1' }]);
    expect(again.refusals.map(({ code, kind, field }) => [code, kind, field])).toEqual([['NUMBER_TAKEN', 'DUPLICATE', 'lines[0].number']]);
    expect(JSON.stringify(again.refusals)).not.toContain(cohort.trainees[0]?.rowId);
  });

  it('A3.6: another issuer may use the same number', async () => {
    const [ours, theirs] = [await cohortOf(workplace, 1), await cohortOf(workplace, 1, { run: { institutionCode: 'TI-SIE' } })];
    await done(workplace, issueTrainingCertificate, PEOPLE.institution, { lines: trainingLines(ours, { number: '2026-0001' }) });
    await done(workplace, issueTrainingCertificate, PEOPLE.otherInstitution, { lines: trainingLines(theirs, { number: '2026-0001' }) });
  });

  it('is one for an enrolment, also within a batch', async () => {
    const cohort = await cohortOf(workplace, 1);
    const [line] = trainingLines(cohort);
    const twice = await issue([line ?? {}, { ...line, number: freshNumber() }]);
    expect(twice.refusals.map(({ code, field }) => [code, field])).toEqual([['CERTIFICATE_EXISTS', 'lines[1].enrolmentId']]);
    await issue([line ?? {}]);
    const again = await issue([{ ...line, number: freshNumber() }]);
    expect(again.refusals.map(({ code }) => code)).toEqual(['CERTIFICATE_EXISTS']);
  });

  it('the same key gives the same reply and issues nothing twice; another input under it is a conflict', async () => {
    const cohort = await cohortOf(workplace, 1);
    const lines = trainingLines(cohort);
    const key = `training-${cohort.run.id}`;
    const first = await act(workplace, issueTrainingCertificate, PEOPLE.institution, { lines }, key);
    expect(await act(workplace, issueTrainingCertificate, PEOPLE.institution, { lines }, key)).toEqual({ ...first, isReplayed: true });
    const other = { lines: [{ ...lines[0], hours: '100' }] };
    await expect(act(workplace, issueTrainingCertificate, PEOPLE.institution, other, key)).rejects.toMatchObject({
      code: 'IDEMPOTENCY_KEY_REUSED',
    });
  });

  it('leaves one entry for a batch, under the region of the run, about every trainee', async () => {
    const cohort = await cohortOf(workplace, 3);
    await issue(trainingLines(cohort));
    const [entry] = await workplace.dataSource.query(
      `SELECT entry.region_code, entry.kind, convert_from(entry.bytes, 'UTF8')::jsonb AS content,
         (SELECT count(*)::int FROM audit_subject WHERE entry_id = entry.id) AS subjects
       FROM audit_entry AS entry JOIN audit_subject ON entry_id = entry.id WHERE subject_type = 'Enrolment' AND subject_id = $1`,
      [cohort.trainees[2]?.rowId],
    );
    expect(entry).toMatchObject({ region_code: 'LN-210200', kind: 'issueTrainingCertificate', subjects: 7 });
    expect(entry.content).toMatchObject({
      amounts: { certificates: '3' },
      details: { lines: 3, linesRoot: expect.stringMatching(/^[0-9a-f]{64}$/u) },
    });
  });

  it.each([
    ['a day of issue after today', { issuedOn: '2026-03-03' }, 'BAD_USER_INPUT'],
    ['an identity number as the certificate number', { number: 'ZS11010519491231002X' }, 'BAD_USER_INPUT'],
    ['an enrolment that does not exist', { enrolmentId: nodeId('Enrolment', '2026999999999') }, 'NOT_FOUND'],
    ['an id of something else', { enrolmentId: nodeId('CourseRun', '2026000000001') }, 'BAD_USER_INPUT'],
    ['hours that are none', { hours: '-1' }, 'BAD_USER_INPUT'],
  ])('%s fails', async (_title, changes, code) => {
    await expect(issue(trainingLines(await cohortOf(workplace, 1), changes))).rejects.toMatchObject({ code });
  });

  it("another institution's trainee reads as one that is not there, and nobody else issues", async () => {
    const lines = trainingLines(await cohortOf(workplace, 1));
    await expect(act(workplace, issueTrainingCertificate, PEOPLE.otherInstitution, { lines })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(act(workplace, issueTrainingCertificate, PEOPLE.assessor, { lines })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});
