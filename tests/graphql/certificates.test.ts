import { issueLevelCertificate } from '../../src/operations/certificates/issue-level-certificate.js';
import { issueTrainingCertificate } from '../../src/operations/certificates/issue-training-certificate.js';
import type { Workplace } from '../../src/operations/acting/perform.js';
import type { Actor } from '../../src/policy/access/actor.js';
import { parseNodeId } from '../../src/policy/node-id.js';
import { describeOnEachDatabase } from '../harness/databases.js';
import { assessedCohort, type Cohort, cohortOf, confirmedPlan, levelLines, trainingLines } from '../operations/certificates/cohort.js';
import { askAs } from './at-workplace.js';
import { done, PEOPLE, person, workplaceOn } from '../operations/workplace.js';

interface Page {
  readonly totalCount: number;
  readonly nodes: readonly Readonly<Record<string, unknown>>[];
}

describeOnEachDatabase('certificates in the API', (open) => {
  let workplace: Workplace;
  let dalian: Cohort;
  let mixed: Cohort;

  beforeAll(async () => {
    workplace = await workplaceOn(await open());
    dalian = await assessedCohort(workplace, 2);
    await done(workplace, issueLevelCertificate, PEOPLE.assessor, { lines: levelLines(dalian).slice(0, 1) });
    mixed = await cohortOf(workplace, 1, { trainee: { region_code: 'LN-210100' } });
    await done(workplace, issueTrainingCertificate, PEOPLE.institution, { lines: trainingLines(mixed, { issuedOn: '2026-02-27' }) });
    const theirs = await cohortOf(workplace, 1, { run: { institutionCode: 'TI-SIE', regionCode: 'LN-210300' } });
    await done(workplace, issueTrainingCertificate, PEOPLE.otherInstitution, { lines: trainingLines(theirs) });
  });

  const ask = (actor: Actor | null, source: string, variables: object = {}) =>
    askAs<Record<string, Page>>(workplace, actor, source, variables);
  const CERTIFICATES =
    'query ($filter: CertificateFilter) { certificates(filter: $filter) { totalCount nodes { kind issuerCode verification } } }';
  const totalFor = async (actor: Actor, filter: object = {}) => (await ask(actor, CERTIFICATES, { filter }))['certificates']?.totalCount;

  it.each([
    ['its own institution', PEOPLE.institution, 4],
    ['another institution', PEOPLE.otherInstitution, 1],
    ['the assessment body: all of the run under its plan', PEOPLE.assessor, 3],
    ['another assessment body', person('qian', ['ASSESSMENT_BODY'], { assessmentBody: 'EI-CIE' }), 0],
    ["the officer of the run's region", PEOPLE.officer, 4],
    ["the officer of the trainee's region", PEOPLE.otherOfficer, 1],
    ['the officer of a region without any', person('xu', ['HR_OFFICER'], { regions: ['LN-210400'] }), 0],
    ['the province', PEOPLE.province, 5],
    ['the auditor', PEOPLE.auditor, 5],
  ])('are seen by %s', async (_title, actor, count) => expect(await totalFor(actor)).toBe(count));

  it.each([
    ['UNAUTHENTICATED', null],
    ['FORBIDDEN', person('lu', ['DATA_BUREAU_OFFICER'])],
  ])('are %s to others', async (code, actor) => {
    await expect(ask(actor, '{ certificates { totalCount } }')).rejects.toMatchObject({ code });
    await expect(ask(actor, '{ assessmentPlans { totalCount } }')).rejects.toMatchObject({ code });
  });

  it('are filtered by kind, verification, run and issuer', async () => {
    expect(await totalFor(PEOPLE.province, { kind: 'LEVEL' })).toBe(1);
    expect(await totalFor(PEOPLE.province, { verification: 'VERIFIED' })).toBe(0);
    expect(await totalFor(PEOPLE.province, { courseRunId: dalian.runId })).toBe(3);
    expect(await totalFor(PEOPLE.province, { issuer: 'TI-SIE' })).toBe(1);
    await expect(totalFor(PEOPLE.province, { courseRunId: dalian.trainees[0]?.id })).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  it('a run shows its plan in force and the numbers of its certificates', async () => {
    const source = `{ courseRuns(first: 10) { nodes { id assessmentPlan { status theoryOn assessmentBody { code } }
      certificateCounts { training level verified failed } } } }`;
    const runOf = async (actor: Actor) => (await ask(actor, source))['courseRuns']?.nodes.find(({ id }) => id === dalian.runId);
    const run = { id: dalian.runId, certificateCounts: { training: 2, level: 1, verified: 0, failed: 0 } };
    const plan = { status: 'CONFIRMED', theoryOn: '2026-02-09', assessmentBody: { code: 'EI-CESI' } };
    expect(await runOf(PEOPLE.officer)).toEqual({ ...run, assessmentPlan: plan });
    expect(await runOf(PEOPLE.assessor)).toEqual({ ...run, assessmentPlan: plan });
  });

  it('an object is found again by its id, as far as one reaches', async () => {
    const [found] =
      (await ask(PEOPLE.province, '{ certificates(filter: { kind: LEVEL }) { totalCount nodes { id } } }'))['certificates']?.nodes ?? [];
    const source = 'query ($id: ID!) { node(id: $id) { __typename id } }';
    const node = (actor: Actor) => ask(actor, source, { id: found?.['id'] });
    expect(await node(PEOPLE.assessor)).toEqual({ node: { __typename: 'Certificate', id: found?.['id'] } });
    expect(await node(PEOPLE.otherInstitution)).toEqual({ node: null });
  });

  it('plans of assessment are seen by institution, body and region', async () => {
    const plan = await confirmedPlan(workplace, mixed);
    const source =
      'query ($filter: AssessmentPlanFilter) { assessmentPlans(filter: $filter) { totalCount nodes { status courseRun { id } } } }';
    const plansFor = async (actor: Actor) => (await ask(actor, source, { filter: { courseRunId: mixed.runId } }))['assessmentPlans'];
    for (const actor of [PEOPLE.institution, PEOPLE.assessor, PEOPLE.officer, PEOPLE.otherOfficer, PEOPLE.auditor])
      expect(await plansFor(actor)).toEqual({ totalCount: 1, nodes: [{ status: plan.status, courseRun: { id: mixed.runId } }] });
    for (const actor of [PEOPLE.otherInstitution, person('qian', ['ASSESSMENT_BODY'], { assessmentBody: 'EI-CIE' })])
      expect(await plansFor(actor)).toEqual({ totalCount: 0, nodes: [] });
  });

  it('四(二): assessments that are overdue by as many days as the caller says, which no notice does', async () => {
    const source =
      'query ($days: Int!) { certificates(filter: { assessmentOverdueDays: $days }) { totalCount nodes { enrolment { id } issuedOn } } }';
    const overdue = async (days: number) => (await ask(PEOPLE.officer, source, { days }))['certificates'];
    // On 2 March: issued on 2 February is 28 days ago, on 27 February 3 days.
    expect((await overdue(28))?.totalCount).toBe(0);
    expect(await overdue(27)).toEqual({ totalCount: 1, nodes: [{ enrolment: { id: dalian.trainees[1]?.id }, issuedOn: '2026-02-02' }] });
    expect((await overdue(2))?.totalCount).toBe(2);
    await expect(overdue(-1)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  it('mutations answer with certificates, alerts and worded refusals', async () => {
    const cohort = await cohortOf(workplace, 1);
    const source = `mutation ($input: IssueTrainingCertificateInput!) { issueTrainingCertificate(input: $input) { replayed
      issued { certificates { number hours enrolment { id certificates { number } } courseRun { id } occupation { code } } alerts { requiredHours certifiedHours reason { code clause } } }
      userErrors { __typename code field clause message needed { en } } } }`;
    const [line] = trainingLines(cohort, { hours: '63' });
    const issued = await ask(PEOPLE.institution, source, { input: { idempotencyKey: 'certificates-0001', lines: [line] } });
    expect(issued['issueTrainingCertificate']).toEqual({
      replayed: false,
      issued: {
        certificates: [
          {
            number: line?.number,
            hours: '63',
            enrolment: { id: line?.enrolmentId, certificates: [{ number: line?.number }] },
            courseRun: { id: cohort.runId },
            occupation: { code: 'AI' },
          },
        ],
        alerts: [{ requiredHours: '64', certifiedHours: '63', reason: { code: 'HOURS_BELOW_REQUIREMENT', clause: 'LN2023-36/A5.12' } }],
      },
      userErrors: [],
    });
    const again = await ask(PEOPLE.institution, source, {
      input: { idempotencyKey: 'certificates-0002', lines: [{ ...line, number: 'B' }] },
    });
    expect(again['issueTrainingCertificate']).toMatchObject({
      issued: null,
      userErrors: [{ __typename: 'DuplicateError', code: 'CERTIFICATE_EXISTS', field: 'lines[0].enrolmentId' }],
    });
  });

  it("counts of a run are of what lies within reach: a trainee's region does not learn how many others there are", async () => {
    const source = '{ courseRuns(first: 10) { totalCount nodes { id certificateCounts { training } enrolments { totalCount } } } }';
    const runFor = async (actor: Actor, runId: string) => (await ask(actor, source))['courseRuns']?.nodes.find(({ id }) => id === runId);
    const both = await cohortOf(workplace, 2);
    await done(workplace, issueTrainingCertificate, PEOPLE.institution, { lines: trainingLines(both, { issuedOn: '2026-02-27' }) });
    const [, second] = both.trainees;
    await workplace.dataSource.query(`UPDATE enrolment SET region_code = 'LN-210100' WHERE id = $1`, [parseNodeId(second?.id ?? '')?.key]);
    const counted = (training: number) => ({ id: both.runId, certificateCounts: { training }, enrolments: { totalCount: training } });
    expect(await runFor(PEOPLE.officer, both.runId)).toEqual(counted(2));
    expect(await runFor(PEOPLE.otherOfficer, both.runId)).toEqual(counted(1));
  });
});
