import { addRecordings } from '../../src/operations/supervision/add-recordings.js';
import { grantOnlineException } from '../../src/operations/supervision/grant-online-exception.js';
import { recordFinding } from '../../src/operations/supervision/record-finding.js';
import type { Workplace } from '../../src/operations/acting/perform.js';
import { nodeId } from '../../src/policy/node-id.js';
import { insertRows } from '../../src/store/insert-rows.js';
import { figureToRow } from '../../src/store/row-mapping.js';
import { figureRow } from '../../src/store/rows/figure-row.js';
import type { CourseRunRow } from '../../src/store/rows/course-run-row.js';
import { bumpRuleRevision } from '../../src/store/rule-revision.js';
import { describeOnEachDatabase } from '../harness/databases.js';
import { AFTERWARDS, enrolled, finishedRun, recordingOf, startedRun } from '../operations/supervision/supervised-runs.js';
import { done, PEOPLE, person, workplaceOn } from '../operations/workplace.js';
import { seeds } from './harness.js';
import { askAs } from './at-workplace.js';
import { statementsOf } from './statements-of.js';

const WATCHED = `id attendance { trainees recorded averagePercent lowestPercent lowestHours belowAlert alertPercent citation { status } }
  recordingStatus { recordings recordedDays sessionDays missingDays isFullyRecorded } recordings(first: 2) { totalCount pageInfo { hasNextPage } nodes { heldOn sha256 } }
  onlineShare { percent limitPercent status clause } alerts { code clause since text { zh en } } tariff { amount ruleVersion hourlyRate { value citation { clause } } }`;
const RUNS = `query ($first: Int) { courseRuns(first: $first) { nodes { ${WATCHED} } } }`;

interface Watched {
  readonly id: string;
  readonly attendance: object | null;
  readonly recordingStatus: object | null;
  readonly recordings: object;
  readonly onlineShare: object | null;
  readonly alerts: readonly { readonly code: string }[];
  readonly tariff: { readonly amount: string } | null;
}

describeOnEachDatabase('a watched course run in the API (辽人社发〔2023〕36号, 四, 五)', (open) => {
  let workplace: Workplace;
  let run: CourseRunRow;
  beforeAll(async () => {
    workplace = await workplaceOn(await open(), () => AFTERWARDS);
    run = await finishedRun(workplace, { onlineHours: '96', offlineHours: '64' });
  }, 60_000);
  const reviewer = person('qian', ['HR_REVIEWER'], { regions: ['LN-210200'] });
  const courseRunId = () => nodeId('CourseRun', run.id);
  const watched = async (actor: Parameters<typeof askAs>[1]) =>
    (await askAs<{ courseRuns: { nodes: Watched[] } }>(workplace, actor, RUNS, { first: 100 })).courseRuns.nodes.find(
      ({ id }) => id === courseRunId(),
    );

  it('records attendance by mutation and shows its summary, its alerts and what is still missing', async () => {
    const [first, second, gone] = [...(await enrolled(workplace, run, 2)), ...(await enrolled(workplace, run, 1, { status: 'WITHDRAWN' }))];
    await enrolled(workplace, run, 1);
    const source = `mutation ($input: RecordAttendanceInput!) { recordAttendance(input: $input) { replayed userErrors { code field } courseRun { ${WATCHED} } } }`;
    const input = { idempotencyKey: 'attendance-api-1', courseRunId: courseRunId() };
    const lines = [
      { enrolmentId: first, attendedHours: '160' },
      { enrolmentId: second, attendedHours: '127.999999' },
    ];
    const answer = await askAs<{ recordAttendance: { courseRun: Watched } }>(workplace, PEOPLE.institution, source, {
      input: { ...input, lines },
    });
    expect(answer.recordAttendance.courseRun).toMatchObject({
      attendance: {
        trainees: 3,
        recorded: 2,
        averagePercent: '90.00',
        lowestPercent: '80.00',
        lowestHours: '127.999999',
        belowAlert: 1,
        alertPercent: '80.00',
      },
      recordingStatus: { recordings: 0, recordedDays: 0, sessionDays: 0, missingDays: [], isFullyRecorded: null },
      onlineShare: { percent: '60.00', limitPercent: '50.00', status: 'HOLD', clause: 'LN2023-36/4.1.4' },
      tariff: {
        amount: '4000.00',
        ruleVersion: 'perTraineeAmount@1',
        hourlyRate: { value: '25.00', citation: { clause: 'LN2023-36/A5.11' } },
      },
    });
    expect(answer.recordAttendance.courseRun.alerts.map(({ code }) => code)).toEqual([
      'ONLINE_SHARE_HOLD',
      'ATTENDANCE_LOW',
      'ATTENDANCE_MISSING',
      'RECORDING_MISSING',
      'AGREEMENT_MISSING',
    ]);
    const refused = await askAs<{ recordAttendance: object }>(workplace, PEOPLE.institution, source, {
      input: { ...input, idempotencyKey: 'attendance-api-2', lines: [{ enrolmentId: gone, attendedHours: '1' }] },
    });
    expect(refused.recordAttendance).toEqual({
      replayed: false,
      userErrors: [{ code: 'TRAINEE_LEFT', field: 'lines[0].enrolmentId' }],
      courseRun: null,
    });
  });

  it('shows recordings page by page, and which declared days lack one', async () => {
    const recordings = [recordingOf('2026-03-09', '1'), recordingOf('2026-03-09', '2'), recordingOf('2026-03-10', '3')];
    const sessionDays = ['2026-03-09', '2026-03-10', '2026-03-11', '2026-03-12'];
    await done(workplace, addRecordings, PEOPLE.institution, { courseRunId: courseRunId(), recordings, sessionDays });
    expect(await watched(PEOPLE.officer)).toMatchObject({
      recordingStatus: {
        recordings: 3,
        recordedDays: 2,
        sessionDays: 4,
        missingDays: ['2026-03-11', '2026-03-12'],
        isFullyRecorded: false,
      },
      recordings: {
        totalCount: 3,
        pageInfo: { hasNextPage: true },
        nodes: [{ heldOn: '2026-03-09', sha256: '1'.repeat(64) }, { heldOn: '2026-03-09' }],
      },
    });
    const last = `query ($filter: SupervisionFilter) { recordings(filter: $filter, last: 1) { totalCount nodes { sha256 courseRunId } pageInfo { hasPreviousPage } } }`;
    expect(await askAs(workplace, PEOPLE.finance, last, { filter: { courseRunId: courseRunId() } })).toEqual({
      recordings: { totalCount: 3, nodes: [{ sha256: '3'.repeat(64), courseRunId: courseRunId() }], pageInfo: { hasPreviousPage: true } },
    });
  });

  it('an exception releases the hold, a finding alerts those who may see it', async () => {
    const exception = { courseRunId: courseRunId(), version: 1, grantedOn: '2026-05-01', documentNumber: '文（测试）', reason: '学员分散' };
    await done(workplace, grantOnlineException, reviewer, exception);
    const [enrolmentId] = await enrolled(workplace, run, 1, { regionCode: 'LN-210100' });
    const finding = {
      courseRunId: courseRunId(),
      region: '沈阳',
      scope: 'PERSON',
      enrolmentId,
      documentNumber: '文（测试）',
      decidedOn: '2026-05-02',
      text: '冒名',
    };
    await done(workplace, recordFinding, PEOPLE.otherOfficer, finding);
    const codes = async (actor: Parameters<typeof askAs>[1]) => (await watched(actor))?.alerts.map(({ code }) => code);
    expect((await watched(PEOPLE.officer))?.onlineShare).toMatchObject({ status: 'RELEASED' });
    await enrolled(workplace, run, 1, { regionCode: 'LN-210400' });
    const third = person('gu', ['HR_OFFICER'], { regions: ['LN-210400'] });
    expect(await codes(third)).toEqual(['ATTENDANCE_MISSING', 'RECORDING_MISSING', 'AGREEMENT_MISSING']); // the low one is of another region
    expect(await codes(PEOPLE.officer)).toContain('ATTENDANCE_LOW');
    expect(await codes(PEOPLE.officer)).toContain('FINDING_IN_FORCE');
    expect(await codes(PEOPLE.otherOfficer)).toContain('FINDING_IN_FORCE');
    const lists = `query ($filter: SupervisionFilter) { onlineExceptions(filter: $filter) { totalCount nodes { onlineHours } } findings(filter: $filter) { totalCount }
      inspections(filter: $filter) { totalCount } }`;
    const filter = { courseRunId: courseRunId() };
    expect(await askAs(workplace, PEOPLE.officer, lists, { filter })).toEqual({
      onlineExceptions: { totalCount: 1, nodes: [{ onlineHours: '96' }] },
      findings: { totalCount: 1 },
      inspections: { totalCount: 0 },
    });
    expect(await askAs(workplace, PEOPLE.otherInstitution, lists, { filter })).toMatchObject({
      onlineExceptions: { totalCount: 0 },
      findings: { totalCount: 0 },
    });
  });

  it('what supervision knows is nothing to an assessment body, which sees the run by its assessment plan', async () => {
    await workplace.dataSource.query(
      `INSERT INTO assessment_plan (id, year, course_run_id, assessment_body_code, theory_on, practice_on, document_number, status, filed_on, filed_by)
       VALUES (next_id($1), $1, $2, 'EI-CESI', '2026-05-20', '2026-05-21', '文（测试）', 'FILED', '2026-05-04', 'chen')`,
      [run.year, run.id],
    );
    expect(await watched(PEOPLE.assessor)).toMatchObject({
      attendance: null,
      recordingStatus: null,
      onlineShare: null,
      alerts: [],
      recordings: { totalCount: 0, nodes: [] },
      tariff: { amount: '4000.00' },
    });
    await expect(askAs(workplace, PEOPLE.assessor, '{ recordings { totalCount } }')).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(askAs(workplace, null, '{ findings { totalCount } }')).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    await expect(askAs(workplace, PEOPLE.officer, '{ inspections(filter: { courseRunId: "x" }) { totalCount } }')).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'filter.courseRunId',
    });
  });

  it('a page of runs takes as many statements as one run', async () => {
    for (let count = 0; count < 3; count += 1) await startedRun(workplace);
    const statements = (first: number) => statementsOf(() => askAs(workplace, PEOPLE.officer, RUNS, { first }));
    expect(await statements(1)).toBe(4);
    expect(await statements(100)).toBe(4);
  });

  it('a rate that 大连 records from a later day changes nothing for a run filed before', async () => {
    const rate = seeds.figures.find(({ kind, key }) => kind === 'HOURLY_RATE' && key === 'SENIOR');
    if (rate === undefined) throw new Error('the seeds have no rate for seniors');
    const citation = { ...rate.citation, clause: 'DL2026-1/1', validFrom: '2026-03-10', validTo: null };
    const regional = { ...rate, value: '30.00', regionCode: 'LN-210200', citation };
    const known = { from: '2026-03-10T00:00:00.000Z', to: null };
    await insertRows(workplace.dataSource.manager, figureRow, [figureToRow(regional, known, 'RECORDED')]);
    await bumpRuleRevision(workplace.dataSource.manager);
    await workplace.desk.bringUpToDate(workplace.dataSource);
    expect((await watched(PEOPLE.officer))?.tariff?.amount).toBe('4000.00');
    const later = await startedRun(workplace, { filedOn: '2026-03-02' });
    await workplace.dataSource.query('UPDATE course_run SET filed_on = $2 WHERE id = $1', [later.id, '2026-03-10']);
    const all = await askAs<{ courseRuns: { nodes: Watched[] } }>(workplace, PEOPLE.officer, RUNS, { first: 100 });
    expect(all.courseRuns.nodes.find(({ id }) => id === nodeId('CourseRun', later.id))?.tariff?.amount).toBe('4800.00');
  });
});
