import { z } from 'zod';
import { claimContent } from '../../policy/claims/claim-content.js';
import { listOf, noteText, optional } from '../../policy/input.js';
import { refuseClaim } from '../../policy/refusals/claims.js';
import { freeClaimedKeys } from '../../store/claims.js';
import type { ClaimRow } from '../../store/rows/claim-row.js';
import { type Act, type Operation, refused } from '../acting/act.js';
import { idOf } from '../acting/fact-id.js';
import type { AssessedLine } from './assess-claims.js';
import { claimStep, type ReadyClaim, readyForClaimStep, takeClaimStep } from './claim-step.js';

const EXCEPTIONS_MAX = 10_000;
/** An answer names some of many. */
const SHOWN_MAX = 20;

const review = claimStep.extend({
  exceptions: optional(listOf(z.strictObject({ enrolmentId: idOf('Enrolment'), reason: noteText }), EXCEPTIONS_MAX, 0)),
});
type Review = z.infer<typeof review>;

const reviewOperation = (name: 'firstReviewClaim' | 'secondReviewClaim'): Operation<Review, ClaimRow> => ({
  name,
  input: review,
  deadlineFactor: 4,
  run: async (act, step) => {
    const ready = await readyForClaimStep(act, name, step);
    return ready.kind === 'refused' ? ready : passed(act, ready, step);
  },
});

/**
 * The first review: passes a submitted claim as it was seen, all lines at once, but for those that are left out with a reason; these may be claimed for again. Not by who submitted it.
 * Throws NOT_FOUND, BAD_USER_INPUT, READING_NOT_COMPUTED.
 * Source: 辽人社发〔2023〕36号, 五(一), 七(一); Q39
 */
export const firstReviewClaim = reviewOperation('firstReviewClaim');

/**
 * The second review, by another person than the first. Throws NOT_FOUND, BAD_USER_INPUT, READING_NOT_COMPUTED.
 * Source: 辽人社发〔2023〕36号, 五(一), 七(一); Q39
 */
export const secondReviewClaim = reviewOperation('secondReviewClaim');

async function passed(act: Act, ready: ReadyClaim, { on, seen, exceptions }: Review) {
  const left = new Map((exceptions ?? []).map(({ enrolmentId, reason }) => [enrolmentId, reason]));
  const known = new Set(ready.assessed.lines.map(({ enrolmentId }) => enrolmentId));
  const unknown = (exceptions ?? []).flatMap(({ enrolmentId }, index) => (known.has(enrolmentId) ? [] : [`exceptions[${index}]`]));
  if (unknown.length > 0) return refused(refuseClaim('LINE_UNKNOWN', 'exceptions', { lines: unknown.slice(0, SHOWN_MAX) }));
  const lines = ready.assessed.lines.map((line) => leftOut(line, left.get(line.enrolmentId)));
  const { amount, payableTrainees } = claimContent(ready.claim.id, ready.claim.version, lines);
  if (payableTrainees === 0) return refused(refuseClaim('NOTHING_PAYABLE', 'exceptions'));
  await freeClaimedKeys(act.manager, ready.claim.id, [...left.keys()]);
  return takeClaimStep(act, ready, { on, seen, lines, changes: { amount }, record: { amounts: { leftOut: `${left.size}` } } });
}

function leftOut(line: AssessedLine, reason: string | undefined): AssessedLine {
  if (reason === undefined) return line;
  return { ...line, leftOutReason: reason, status: 'NOT_PAYABLE', due: '0.00', reasons: ['LEFT_OUT_BY_REVIEW', ...line.decision.reasons] };
}
