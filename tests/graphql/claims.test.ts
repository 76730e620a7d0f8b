import type { Workplace } from '../../src/operations/acting/perform.js';
import type { Actor } from '../../src/policy/access/actor.js';
import { nodeId } from '../../src/policy/node-id.js';
import type { ClaimRow } from '../../src/store/rows/claim-row.js';
import { describeOnEachDatabase } from '../harness/databases.js';
import type { Cohort } from '../operations/certificates/cohort.js';
import { certifiedCohort, CLAIMANTS, firstReviewed, JUNE, stepOn } from '../operations/claims/claims-world.js';
import { person, workplaceOn } from '../operations/workplace.js';
import { askAs } from './at-workplace.js';
import { statementsOf } from './statements-of.js';

interface Line {
  readonly status: string;
  readonly due: string;
  readonly enrolment: { readonly identityNumber: string } | null;
  readonly receipt: { readonly hash: string; readonly canonical: string };
}

interface Claim {
  readonly id: string;
  readonly status: string;
  readonly amount: string;
  readonly nextActs: readonly string[];
  readonly content: { readonly amount: string; readonly payableTrainees: number; readonly trainees: number; readonly contentHash: string };
  readonly lines: { readonly totalCount: number; readonly nodes: readonly Line[]; readonly pageInfo: { readonly endCursor: string } };
  readonly timeline: readonly {
    readonly act: string;
    readonly actor: string;
    readonly from: string | null;
    readonly to: string;
    readonly on: string;
  }[];
  readonly changes: readonly unknown[];
}

const CLAIMS = `query ($filter: ClaimFilter) { claims(filter: $filter) { totalCount nodes {
  id status amount nextActs content { amount payableTrainees trainees contentHash } courseRun { id } region { code } institution { code }
  lines(first: 2) { totalCount nodes { status due receipt { hash } } pageInfo { endCursor } }
  timeline { act actor from to on } changes { enrolmentId before { due } after { due reasons } } } } }`;

describeOnEachDatabase('claims in the API (辽人社发〔2023〕36号, 四(一)2)', (open) => {
  let workplace: Workplace;
  let cohort: Cohort;
  let claim: ClaimRow;
  beforeAll(async () => {
    workplace = await workplaceOn(await open(), () => JUNE);
    cohort = await certifiedCohort(workplace, 3);
    claim = await firstReviewed(workplace, cohort);
  });
  const claimsOf = async (actor: Actor | null, filter: object = {}) =>
    (await askAs<{ claims: { totalCount: number; nodes: readonly Claim[] } }>(workplace, actor, CLAIMS, { filter })).claims;

  it('shows a claim with its content, lines, timeline and next steps in few statements', async () => {
    let claims = { totalCount: 0, nodes: [] as readonly Claim[] };
    const statements = await statementsOf(async () => {
      claims = await claimsOf(CLAIMANTS.reviewer);
    });
    expect(statements).toBe(5); // the page, its count, the runs, the lines and the steps
    expect(claims.totalCount).toBe(1);
    expect(claims.nodes[0]).toMatchObject({
      id: nodeId('Claim', claim.id),
      status: 'FIRST_REVIEWED',
      amount: '1920.00',
      nextActs: ['returnClaim', 'secondReviewClaim', 'rejectClaim'],
      content: { amount: '1920.00', payableTrainees: 3, trainees: 3 },
      lines: {
        totalCount: 3,
        nodes: [
          { status: 'PAYABLE', due: '640.00' },
          { status: 'PAYABLE', due: '640.00' },
        ],
      },
      timeline: [
        { act: 'draftClaim', actor: 'chen', from: null, to: 'DRAFT', on: '2026-06-01' },
        { act: 'submitClaim', actor: 'chen', from: 'DRAFT', to: 'SUBMITTED', on: '2026-06-01' },
        { act: 'firstReviewClaim', actor: 'wang', from: 'SUBMITTED', to: 'FIRST_REVIEWED', on: '2026-06-01' },
      ],
      changes: [],
    });
  });

  it.each([
    ['its institution', CLAIMANTS.institution, 1],
    ['another institution', CLAIMANTS.otherInstitution, 0],
    ['the finance bureau of the paying region', CLAIMANTS.finance, 1],
    ['another region', CLAIMANTS.otherOfficer, 0],
    ['the auditor', CLAIMANTS.auditor, 1],
  ])('is seen by %s', async (_title, actor, count) => expect((await claimsOf(actor)).totalCount).toBe(count));

  it('is filtered by year, state and course run', async () => {
    const totalFor = async (filter: object) => (await claimsOf(CLAIMANTS.auditor, filter)).totalCount;
    expect(await Promise.all([totalFor({ year: 2026 }), totalFor({ year: 2025 })])).toEqual([1, 0]);
    expect(await Promise.all([totalFor({ status: 'FIRST_REVIEWED' }), totalFor({ status: 'PAID' })])).toEqual([1, 0]);
    expect(await Promise.all([totalFor({ courseRunId: cohort.runId }), totalFor({ courseRunId: 'nothing' })])).toEqual([1, 0]);
  });

  it('the receipt of a line is a rule answer that can be verified', async () => {
    const source = '{ claims { nodes { lines { nodes { receipt { hash canonical } ruleVersion } } } } }';
    const { claims } = await askAs<{ claims: { nodes: readonly Claim[] } }>(workplace, CLAIMANTS.finance, source);
    const [line] = claims.nodes[0]?.lines.nodes ?? [];
    const check = 'query ($input: ReceiptInput!) { verifyReceipt(input: $input) { holds } }';
    expect(line?.receipt.canonical).toContain('"rule":"claimLine@1"');
    expect(await askAs(workplace, null, check, { input: line?.receipt })).toEqual({ verifyReceipt: { holds: true } });
  });

  it('the workflow is public: every step with roles, preconditions, clock and clause', async () => {
    const { claimWorkflow } = await askAs<{ claimWorkflow: readonly object[] }>(
      workplace,
      null,
      '{ claimWorkflow { act from to roles preconditions clock clause } }',
    );
    expect(claimWorkflow).toContainEqual({
      act: 'secondReviewClaim',
      from: 'FIRST_REVIEWED',
      to: 'SECOND_REVIEWED',
      roles: ['HR_REVIEWER'],
      preconditions: ['SEEN_IS_PRESENT', 'SOMETHING_PAYABLE', 'AMOUNT_AS_REVIEWED'],
      clock: null,
      clause: 'LN2023-36/7.1.4',
    });
  });

  const whyNot = async (actor: Actor, id: string) => {
    const source = 'query ($id: ID!) { whyNotPaid(id: $id) { code clause fixableBy { en } needed { zh } } }';
    return (await askAs<{ whyNotPaid: readonly { code: string }[] | null }>(workplace, actor, source, { id })).whyNotPaid;
  };

  it('says in words why a claim, and why a trainee, has not been paid', async () => {
    const claimId = nodeId('Claim', claim.id);
    expect(await whyNot(CLAIMANTS.institution, claimId)).toEqual([
      {
        code: 'CLAIM_FIRST_REVIEWED',
        clause: 'LN2023-36/7.1.4',
        fixableBy: { en: 'the HR bureau of the paying region' },
        needed: { zh: '由另一人复审（secondReviewClaim）' },
      },
    ]);
    const unclaimed = await certifiedCohort(workplace, 1, { trainee: { real_name_number: null, real_name_on: null } });
    const enrolmentId = unclaimed.trainees[0]?.id ?? '';
    const codesFor = async (id = '') => (await whyNot(CLAIMANTS.institution, id))?.map(({ code }) => code);
    expect(await codesFor(enrolmentId)).toEqual(['REALNAME_MISSING', 'NOT_CLAIMED']);
    expect(await codesFor(cohort.trainees[0]?.id)).toEqual(['CLAIM_FIRST_REVIEWED']);
    for (const id of [claimId, enrolmentId]) expect(await whyNot(CLAIMANTS.otherInstitution, id)).toBeNull();
    for (const id of ['', 'nothing', cohort.runId]) expect(await whyNot(CLAIMANTS.institution, id)).toBeNull();
  });

  const workOf = async (actor: Actor, dueBefore: string | null = null) => {
    const source = 'query ($dueBefore: Date) { workItems(dueBefore: $dueBefore) { totalCount nodes { acts dueOn claim { status } } } }';
    return (await askAs<{ workItems: { nodes: readonly object[] } }>(workplace, actor, source, { dueBefore })).workItems.nodes;
  };

  it.each([
    [
      'the second reviewer',
      CLAIMANTS.reviewer,
      [{ acts: ['returnClaim', 'secondReviewClaim', 'rejectClaim'], dueOn: null, claim: { status: 'FIRST_REVIEWED' } }],
    ],
    [
      'the first reviewer, who may return it',
      CLAIMANTS.officer,
      [{ acts: ['returnClaim'], dueOn: null, claim: { status: 'FIRST_REVIEWED' } }],
    ],
    ['finance, whose turn has not come', CLAIMANTS.finance, []],
    ['the reviewer of another region', CLAIMANTS.otherReviewer, []],
    ['the auditor, who never acts', CLAIMANTS.auditor, []],
  ])('waits for %s', async (_title, actor, expected) => {
    expect(await workOf(actor)).toEqual(expected);
    expect(await workOf(actor, '2027-01-01')).toEqual([]);
  });

  it('is moved along by a mutation, once for its key', async () => {
    const other = await firstReviewed(workplace, await certifiedCohort(workplace, 1));
    const input = { ...(await stepOn(workplace, other)), idempotencyKey: 'second-review-1' };
    const source = `mutation ($input: ReviewClaimInput!) { secondReviewClaim(input: $input) { claim { status version } replayed userErrors { code } } }`;
    const send = () => askAs<object>(workplace, CLAIMANTS.reviewer, source, { input });
    const claimAfter = { claim: { status: 'SECOND_REVIEWED', version: 4 }, userErrors: [] };
    expect(await send()).toEqual({ secondReviewClaim: { ...claimAfter, replayed: false } });
    expect(await send()).toEqual({ secondReviewClaim: { ...claimAfter, replayed: true } });
  });

  it('is nobody’s without a token', async () => {
    await expect(claimsOf(null)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    await expect(claimsOf(person('lu', ['ASSESSMENT_BODY'], { assessmentBody: 'EI-CESI' }))).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});
