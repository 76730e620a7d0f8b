import { z } from 'zod';
import { notAfterClock } from '../../policy/business-day.js';
import { yearOf } from '../../policy/calendar-day.js';
import { edgesOf } from '../../policy/claims/claim-workflow.js';
import { dayText, nameText, optional } from '../../policy/input.js';
import { readingOf } from '../../policy/readings.js';
import { refuseClaim } from '../../policy/refusals/claims.js';
import { regionOf } from '../../policy/regions.js';
import { nextId } from '../../store/audit-log.js';
import { insertClaim, insertClaimStep, updateClaim, updateClaimLines } from '../../store/claims.js';
import type { ClaimRow } from '../../store/rows/claim-row.js';
import { invariant } from '../../money/invariant.js';
import { type Act, type Operation, refused } from '../acting/act.js';
import { idOf } from '../acting/fact-id.js';
import { lockedRun } from '../supervision/supervised-run.js';
import { assessClaims } from './assess-claims.js';
import { addLines, chooseTrainees, enrolmentIdsInput, tuitionInput, tuitionRefusals } from './claim-lines.js';
import { foundLine, recordOf, stepRow } from './claim-step.js';

const input = z.strictObject({
  courseRunId: idOf('CourseRun'),
  region: nameText,
  enrolmentIds: optional(enrolmentIdsInput),
  tuition: tuitionInput,
  on: dayText,
});

/**
 * Draws up a claim for trainees of one course run against the region that pays for them: those that are named, or all certified ones that stand in no other claim. Every line says at once what it is worth
 * or what it lacks. Throws NOT_FOUND, UNKNOWN_REGION, BAD_USER_INPUT, READING_NOT_COMPUTED.
 * Source: 辽人社发〔2023〕36号, 四(一)2; Q35, Q38
 */
export const draftClaim: Operation<z.infer<typeof input>, ClaimRow> = {
  name: 'draftClaim',
  input,
  deadlineFactor: 4,
  run: async (act, { courseRunId, region, enrolmentIds, tuition, on }) => {
    notAfterClock(on, act.today, 'on');
    const book = act.desk.ruleBook({ on });
    readingOf(book, 'payout.batch');
    const run = await lockedRun(act, courseRunId);
    if (on < run.filedOn) return refused(refuseClaim('NOT_BEFORE', 'on', { on, before: run.filedOn }));
    const claim = await newClaim(act, run, regionOf(book, region, 'region').code, on);
    const chosen = await chooseTrainees(act, claim, enrolmentIds);
    if (chosen.kind === 'refused') return refused(...chosen.refusals);
    const unknown = tuitionRefusals(tuition, chosen.enrolmentIds);
    if (unknown.length > 0) return refused(...unknown);
    await insertClaim(act.manager, claim);
    const refusals = await addLines(act, claim, chosen.enrolmentIds, tuition);
    return refusals.length > 0 ? refused(...refusals) : drawnUp(act, claim, on);
  },
};

async function newClaim(
  { manager }: Act,
  run: { readonly id: string; readonly institutionCode: string },
  regionCode: string,
  on: string,
): Promise<ClaimRow> {
  const year = yearOf(on);
  return {
    id: await nextId(manager, year),
    year,
    courseRunId: run.id,
    regionCode,
    institutionCode: run.institutionCode,
    status: 'DRAFT',
    version: 1,
    amount: '0.00',
    lastOn: on,
    noticeFrom: null,
    noticeUntil: null,
    approvedOn: null,
    approvalId: null,
    payeeAccountId: null,
  };
}

async function drawnUp(act: Act, drafted: ClaimRow, on: string) {
  const [edge] = edgesOf('draftClaim');
  const assessed = (await assessClaims(act.manager, act.desk, [drafted], act.today)).get(drafted.id);
  invariant(edge !== undefined && assessed !== undefined, 'a claim that was just drafted is judged');
  const { amount, lines } = assessed;
  await updateClaimLines(act.manager, lines.map(foundLine));
  await updateClaim(act.manager, drafted.id, { amount });
  const claim = { ...drafted, amount };
  await insertClaimStep(
    act.manager,
    await stepRow(act, claim, { act: 'draftClaim', from: null, to: 'DRAFT', version: 1, on, reason: null, seen: null, lines }),
  );
  return { kind: 'done', done: claim, record: recordOf(claim, edge, { amounts: { lines: `${lines.length}` } }) } as const;
}
