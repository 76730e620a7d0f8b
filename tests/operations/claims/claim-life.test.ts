import { changeClaim } from '../../../src/operations/claims/change-claim.js';
import { dismissObjection } from '../../../src/operations/claims/dismiss-objection.js';
import { draftClaim } from '../../../src/operations/claims/draft-claim.js';
import { objectToClaim } from '../../../src/operations/claims/object-to-claim.js';
import { publishClaim } from '../../../src/operations/claims/publish-claim.js';
import { rejectClaim } from '../../../src/operations/claims/reject-claim.js';
import { returnClaim } from '../../../src/operations/claims/return-claim.js';
import { firstReviewClaim, secondReviewClaim } from '../../../src/operations/claims/review-claim.js';
import { submitClaim } from '../../../src/operations/claims/submit-claim.js';
import { withdrawClaim } from '../../../src/operations/claims/withdraw-claim.js';
import { proposeReading } from '../../../src/operations/governance/propose-reading.js';
import { recordFinding } from '../../../src/operations/supervision/record-finding.js';
import type { Workplace } from '../../../src/operations/acting/perform.js';
import { stepsOfClaims } from '../../../src/store/claims.js';
import { describeOnEachDatabase } from '../../harness/databases.js';
import { decided } from '../governance/decisions.js';
import { act, done, refusalsOf, workplaceOn } from '../workplace.js';
import {
  certifiedCohort,
  CLAIMANTS,
  drafted,
  firstReviewed,
  JUNE,
  nameTrainees,
  secondReviewed,
  standing,
  stepOn,
  submitted,
  TODAY,
} from './claims-world.js';

const REASON = '材料不全';

describeOnEachDatabase('a claim (辽人社发〔2023〕36号, 四(一)2, 七(一); Q38, Q39, Q40)', (open) => {
  let workplace: Workplace;
  beforeAll(async () => {
    workplace = await workplaceOn(await open(), () => JUNE);
  });
  const dues = async (claim: Parameters<typeof standing>[1]) => (await standing(workplace, claim)).lines.map(({ due }) => due);

  it('takes every certified trainee of the run and region: AI, junior, 64 h x 10 = 640.00 each (附件5)', async () => {
    const claim = await drafted(workplace, await certifiedCohort(workplace, 3));
    expect(claim).toMatchObject({ status: 'DRAFT', version: 1, amount: '1920.00', regionCode: 'LN-210200', institutionCode: 'TI-DUT' });
    expect(await dues(claim)).toEqual(['640.00', '640.00', '640.00']);
  });

  it('shows what each line lacks: an unverified certificate holds, nothing is paid for it (四(二); Q21)', async () => {
    const claim = await drafted(workplace, await certifiedCohort(workplace, 2, {}, 1));
    const { lines, amount, payableTrainees } = await standing(workplace, claim);
    expect(lines.map(({ status, due, reasons }) => [status, due, reasons])).toEqual([
      ['PAYABLE', '640.00', []],
      ['HOLD', '0.00', ['CERTIFICATE_UNVERIFIED']],
    ]);
    expect(lines[1]?.decision.dueIfCleared).toBe('640.00');
    expect([amount, payableTrainees]).toEqual(['640.00', 1]);
  });

  it.each([
    ['not in the real-name register', { real_name_number: null, real_name_on: null }, 'HOLD', ['REALNAME_MISSING']],
    ['of no category', { category: 'CAT9' }, 'NOT_PAYABLE', ['CATEGORY_NOT_ELIGIBLE']],
  ])('a trainee %s is worth nothing yet (六(一), 四(一)2)', async (_title, trainee, status, reasons) => {
    const claim = await drafted(workplace, await certifiedCohort(workplace, 1, { trainee }));
    expect((await standing(workplace, claim)).lines).toMatchObject([{ status, due: '0.00', reasons }]);
    expect(await refusalsOf(workplace, submitClaim, CLAIMANTS.institution, await stepOn(workplace, claim))).toEqual(['NOTHING_PAYABLE']);
  });

  it('a trainee stands in one open claim only; after its withdrawal in another one', async () => {
    const cohort = await certifiedCohort(workplace, 2);
    const first = await drafted(workplace, cohort);
    const again = { courseRunId: cohort.runId, region: '大连', on: TODAY };
    expect(await refusalsOf(workplace, draftClaim, CLAIMANTS.institution, again)).toEqual(['NOBODY_TO_CLAIM']);
    const named = { ...again, enrolmentIds: [cohort.trainees[0]?.id] };
    expect(await refusalsOf(workplace, draftClaim, CLAIMANTS.institution, named)).toEqual(['LINE_IN_CLAIM']);
    await done(workplace, withdrawClaim, CLAIMANTS.institution, { ...(await stepOn(workplace, first)), reason: REASON });
    expect(await done(workplace, draftClaim, CLAIMANTS.institution, named)).toMatchObject({ amount: '640.00' });
  });

  it('a trainee of another region is paid by that region (四(一)2; Q35)', async () => {
    const cohort = await certifiedCohort(workplace, 1);
    const elsewhere = { courseRunId: cohort.runId, region: '沈阳', on: TODAY };
    expect(await refusalsOf(workplace, draftClaim, CLAIMANTS.institution, elsewhere)).toEqual(['NOBODY_TO_CLAIM']);
    const named = { ...elsewhere, enrolmentIds: cohort.trainees.map(({ id }) => id) };
    expect(await refusalsOf(workplace, draftClaim, CLAIMANTS.institution, named)).toEqual(['LINE_NOT_CLAIMABLE']);
  });

  it('what a trainee was charged holds the line (四(一)2: 免费; Q24); a change clears it', async () => {
    const cohort = await certifiedCohort(workplace, 2);
    const [first] = cohort.trainees;
    const claim = await drafted(workplace, cohort, { tuition: [{ enrolmentId: first?.id, amount: '100.00' }] });
    expect((await standing(workplace, claim)).lines).toMatchObject([{ reasons: ['HOLD_TUITION_CHARGED'] }, { due: '640.00' }]);
    const cleared = await done(workplace, changeClaim, CLAIMANTS.institution, {
      ...(await stepOn(workplace, claim)),
      tuition: [{ enrolmentId: first?.id, amount: '0.00' }],
      reason: '已退费',
    });
    expect(cleared).toMatchObject({ status: 'DRAFT', version: 2, amount: '1280.00' });
    const smaller = await done(workplace, changeClaim, CLAIMANTS.institution, {
      ...(await stepOn(workplace, cleared)),
      remove: [first?.id],
    });
    expect(smaller).toMatchObject({ version: 3, amount: '640.00' });
    const back = await done(workplace, changeClaim, CLAIMANTS.institution, { ...(await stepOn(workplace, smaller)), add: [first?.id] });
    expect(back).toMatchObject({ version: 4, amount: '1280.00' });
  });

  it('passes two reviews by two persons, each of the content that was seen (七(一); Q39)', async () => {
    const claim = await submitted(workplace, await certifiedCohort(workplace, 1));
    expect(await refusalsOf(workplace, secondReviewClaim, CLAIMANTS.reviewer, await stepOn(workplace, claim))).toEqual(['CLAIM_STATUS']);
    const first = await done(workplace, firstReviewClaim, CLAIMANTS.officer, await stepOn(workplace, claim));
    expect(await refusalsOf(workplace, secondReviewClaim, CLAIMANTS.everything, await stepOn(workplace, first))).toEqual(['SAME_PERSON']);
    const second = await done(workplace, secondReviewClaim, CLAIMANTS.reviewer, await stepOn(workplace, first));
    expect(second).toMatchObject({ status: 'SECOND_REVIEWED', version: 4, amount: '640.00' });
    const steps = await stepsOfClaims(workplace.dataSource.manager, [claim.id]);
    expect(steps.map(({ act: name, actor, fromStatus, toStatus }) => `${name} ${actor} ${fromStatus} ${toStatus}`)).toEqual([
      'draftClaim chen null DRAFT',
      'submitClaim chen DRAFT SUBMITTED',
      'firstReviewClaim wang SUBMITTED FIRST_REVIEWED',
      'secondReviewClaim li FIRST_REVIEWED SECOND_REVIEWED',
    ]);
  });

  it('what changed since it was seen is not passed: a violation found meanwhile (五(一))', async () => {
    const cohort = await certifiedCohort(workplace, 2);
    const claim = await submitted(workplace, cohort);
    const seen = await stepOn(workplace, claim);
    await nameTrainees(workplace, cohort);
    await done(workplace, recordFinding, CLAIMANTS.officer, {
      courseRunId: cohort.runId,
      region: '大连',
      scope: 'PERSON',
      enrolmentId: cohort.trainees[0]?.id,
      documentNumber: '大人社罚〔2026〕0号（测试）',
      decidedOn: TODAY,
      text: '代考',
    });
    expect(await refusalsOf(workplace, firstReviewClaim, CLAIMANTS.officer, seen)).toEqual(['CLAIM_CHANGED']);
    expect((await standing(workplace, claim)).lines).toMatchObject([{ reasons: ['VIOLATION_PERSON'], due: '0.00' }, { due: '640.00' }]);
    expect(await done(workplace, firstReviewClaim, CLAIMANTS.officer, await stepOn(workplace, claim))).toMatchObject({ amount: '640.00' });
  });

  it('a review passes all lines but the exceptions, which may be claimed for again (五(一))', async () => {
    const cohort = await certifiedCohort(workplace, 3);
    const [first] = cohort.trainees;
    const claim = await submitted(workplace, cohort);
    const exceptions = [{ enrolmentId: first?.id, reason: '出勤待核' }];
    const reviewed = await done(workplace, firstReviewClaim, CLAIMANTS.officer, { ...(await stepOn(workplace, claim)), exceptions });
    expect(reviewed).toMatchObject({ status: 'FIRST_REVIEWED', amount: '1280.00' });
    expect((await standing(workplace, reviewed)).lines).toMatchObject([
      { leftOutReason: '出勤待核', reasons: ['LEFT_OUT_BY_REVIEW'], due: '0.00' },
      { leftOutReason: null, due: '640.00' },
      { leftOutReason: null, due: '640.00' },
    ]);
    const all = cohort.trainees.slice(1).map(({ id }) => ({ enrolmentId: id, reason: REASON }));
    const none = { ...(await stepOn(workplace, reviewed)), exceptions: all };
    expect(await refusalsOf(workplace, secondReviewClaim, CLAIMANTS.reviewer, none)).toEqual(['NOTHING_PAYABLE']);
    const again = { courseRunId: cohort.runId, region: '大连', on: TODAY };
    expect(await done(workplace, draftClaim, CLAIMANTS.institution, again)).toMatchObject({ amount: '640.00' });
    const other = await certifiedCohort(workplace, 1);
    const strange = { ...(await stepOn(workplace, reviewed)), exceptions: [{ enrolmentId: other.trainees[0]?.id, reason: REASON }] };
    expect(await refusalsOf(workplace, secondReviewClaim, CLAIMANTS.reviewer, strange)).toEqual(['LINE_UNKNOWN']);
  });

  it('is returned with a reason, changed, submitted and reviewed anew, also by who reviewed it before', async () => {
    const first = await firstReviewed(workplace, await certifiedCohort(workplace, 1));
    const back = await done(workplace, returnClaim, CLAIMANTS.reviewer, { ...(await stepOn(workplace, first)), reason: REASON });
    expect(back).toMatchObject({ status: 'RETURNED', version: 4 });
    const anew = await done(workplace, submitClaim, CLAIMANTS.institution, await stepOn(workplace, back));
    expect(await done(workplace, firstReviewClaim, CLAIMANTS.officer, await stepOn(workplace, anew))).toMatchObject({
      status: 'FIRST_REVIEWED',
      version: 6,
    });
  });

  it('who was left out by a review is put in anew once the claim is returned', async () => {
    const cohort = await certifiedCohort(workplace, 2);
    const [first] = cohort.trainees;
    const claim = await submitted(workplace, cohort);
    const exceptions = [{ enrolmentId: first?.id, reason: '出勤待核' }];
    const reviewed = await done(workplace, firstReviewClaim, CLAIMANTS.officer, { ...(await stepOn(workplace, claim)), exceptions });
    const back = await done(workplace, returnClaim, CLAIMANTS.reviewer, { ...(await stepOn(workplace, reviewed)), reason: REASON });
    const changed = await done(workplace, changeClaim, CLAIMANTS.institution, { ...(await stepOn(workplace, back)), add: [first?.id] });
    expect(changed).toMatchObject({ amount: '1280.00' });
    const twice = { ...(await stepOn(workplace, changed)), add: [first?.id] };
    expect(await refusalsOf(workplace, changeClaim, CLAIMANTS.institution, twice)).toEqual(['LINE_IN_CLAIM']);
  });

  it('is rejected with a reason; its trainees may be claimed for again', async () => {
    const cohort = await certifiedCohort(workplace, 1);
    const claim = await submitted(workplace, cohort);
    const rejected = await done(workplace, rejectClaim, CLAIMANTS.reviewer, { ...(await stepOn(workplace, claim)), reason: REASON });
    expect(rejected).toMatchObject({ status: 'REJECTED' });
    expect(await refusalsOf(workplace, firstReviewClaim, CLAIMANTS.officer, await stepOn(workplace, rejected))).toEqual(['CLAIM_STATUS']);
    expect(await drafted(workplace, cohort)).toMatchObject({ amount: '640.00' });
  });

  it.each([
    ['by another institution', CLAIMANTS.otherInstitution, submitClaim, 'NOT_FOUND'],
    ['by the HR bureau of another region', CLAIMANTS.otherOfficer, publishClaim, 'NOT_FOUND'],
    ['by finance', CLAIMANTS.finance, publishClaim, 'FORBIDDEN'],
  ])('a step %s is refused', async (_title, actor, operation, code) => {
    const claim = await drafted(workplace, await certifiedCohort(workplace, 1));
    await expect(act(workplace, operation, actor, await stepOn(workplace, claim))).rejects.toMatchObject({ code });
  });

  it('a step before the one before it, or tomorrow, is refused', async () => {
    const claim = await submitted(workplace, await certifiedCohort(workplace, 1));
    const step = await stepOn(workplace, claim);
    expect(await refusalsOf(workplace, firstReviewClaim, CLAIMANTS.officer, { ...step, on: '2026-05-31' })).toEqual(['NOT_BEFORE']);
    await expect(act(workplace, firstReviewClaim, CLAIMANTS.officer, { ...step, on: '2026-06-02' })).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
    });
  });

  it('two reviews at once: one passes, the other one has seen what is no more', async () => {
    const claim = await submitted(workplace, await certifiedCohort(workplace, 1));
    const step = await stepOn(workplace, claim);
    const outcomes = await Promise.all([1, 2].map(() => act(workplace, firstReviewClaim, CLAIMANTS.officer, step)));
    expect(outcomes.flatMap(({ refusals }) => refusals.map(({ code }) => code))).toEqual(['CLAIM_STATUS']);
  });

  it('without a public notice none is published (Q40: OFF)', async () => {
    const claim = await secondReviewed(workplace, await certifiedCohort(workplace, 1));
    expect(await refusalsOf(workplace, publishClaim, CLAIMANTS.officer, await stepOn(workplace, claim))).toEqual(['NOTICE_NOT_REQUIRED']);
  });

  it('is published on Monday, 1 June 2026, for five working days, to Monday, 8 June; an objection stops it, and is dismissed by another person (Q40)', async () => {
    const reading = { question: 'Q40', reading: 'WORKING_DAYS_5', validFrom: '2026-01-01', documentNumber: '公示（测试）' };
    await decided(workplace, proposeReading, reading);
    const claim = await secondReviewed(workplace, await certifiedCohort(workplace, 1));
    const published = await done(workplace, publishClaim, CLAIMANTS.officer, await stepOn(workplace, claim));
    expect(published).toMatchObject({ status: 'ON_NOTICE', noticeFrom: '2026-06-01', noticeUntil: '2026-06-08' });
    const objected = await done(workplace, objectToClaim, CLAIMANTS.officer, {
      ...(await stepOn(workplace, published)),
      reason: '群众来信',
    });
    expect(objected).toMatchObject({ status: 'OBJECTED' });
    const dismissal = { ...(await stepOn(workplace, objected)), reason: '查无实据' };
    expect(await refusalsOf(workplace, dismissObjection, CLAIMANTS.everything, dismissal)).toEqual(['SAME_PERSON']);
    expect(await done(workplace, dismissObjection, CLAIMANTS.reviewer, dismissal)).toMatchObject({
      status: 'ON_NOTICE',
      noticeUntil: '2026-06-08',
    });
  });
});
