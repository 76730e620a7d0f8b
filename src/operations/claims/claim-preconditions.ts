import { fenOfYuan } from '../../money/whole-fen.js';
import { isCategoryListConfirmed } from '../../policy/category-list.js';
import type { ClaimEdge, Precondition } from '../../policy/claims/claim-workflow.js';
import { noticeDays } from '../../policy/claims/public-notice.js';
import { refuseClaim } from '../../policy/refusals/claims.js';
import type { Refusal } from '../../policy/refusals/refusal.js';
import { lockApprovedPayee } from '../../store/payee-accounts.js';
import type { ClaimRow } from '../../store/rows/claim-row.js';
import type { Act } from '../acting/act.js';
import type { AssessedClaim } from './assess-claims.js';

/** A claim before a step on a day. */
interface BeforeStep {
  readonly claim: ClaimRow;
  readonly edge: ClaimEdge;
  readonly assessed: AssessedClaim;
  /** what was due of each line at the last step, by enrolment */
  readonly approvedLines: ReadonlyMap<string, string>;
  /** the same at the last review or publication */
  readonly reviewedLines: ReadonlyMap<string, string>;
}

type Check = (act: Act, before: BeforeStep) => readonly Refusal[] | Promise<readonly Refusal[]>;

/** What is seen is compared before, and funds are looked at under their locks. */
const CHECKS: Readonly<Partial<Record<Precondition, Check>>> = {
  SOMETHING_PAYABLE: (_act, { assessed }) => (assessed.payableTrainees > 0 ? [] : [refuseClaim('NOTHING_PAYABLE', 'claimId')]),
  CATEGORIES_CONFIRMED: ({ desk }, { assessed }) => {
    const days = new Set(assessed.lines.filter(({ due }) => due !== '0.00').map(({ fact }) => fact.filedOn));
    const isConfirmed = [...days].every((on) => isCategoryListConfirmed(desk.ruleBook({ on })));
    return isConfirmed ? [] : [refuseClaim('CATEGORY_LIST_UNCONFIRMED')];
  },
  NOTICE_REQUIRED: (act, { claim }) =>
    daysFor(act, claim) > 0 ? [] : [refuseClaim('NOTICE_NOT_REQUIRED', null, { region: claim.regionCode })],
  NOTICE_NOT_REQUIRED: (act, { claim }) => {
    const days = daysFor(act, claim);
    return days === 0 ? [] : [refuseClaim('NOTICE_REQUIRED', null, { region: claim.regionCode, days })];
  },
  AMOUNT_AS_REVIEWED: (_act, { assessed, reviewedLines }) => {
    const above = assessed.lines.filter(({ enrolmentId, due }) => fenOfYuan(due) > fenOfYuan(reviewedLines.get(enrolmentId) ?? '0.00'));
    return above.length === 0 ? [] : [refuseClaim('NOT_REVIEWED_SO', 'claimId', { lines: above.length })];
  },
  AMOUNT_AS_APPROVED: (_act, { claim, assessed, approvedLines }) => {
    const isSame =
      assessed.lines.every(({ enrolmentId, due }) => approvedLines.get(enrolmentId) === due) &&
      assessed.lines.length === approvedLines.size;
    return isSame ? [] : [refuseClaim('AMOUNT_CHANGED', 'claimId', { approved: claim.amount, present: assessed.amount })];
  },
  PAYEE_AS_APPROVED: async ({ manager, actor }, { edge, claim: { institutionCode: institution, payeeAccountId } }) => {
    const payee = await lockApprovedPayee(manager, institution);
    if (payee === null) return [refuseClaim('PAYEE_MISSING', null, { institution })];
    if (payee.decidedBy === actor.person) return [refuseClaim('SAME_PERSON', null, { act: edge.act, earlierAct: 'approvePayeeAccount' })];
    return payee.id === payeeAccountId ? [] : [refuseClaim('PAYEE_CHANGED', 'claimId', { institution })];
  },
  NOTICE_OVER: ({ today: on }, { claim: { noticeUntil } }) =>
    noticeUntil !== null && on > noticeUntil ? [] : [refuseClaim('NOTICE_NOT_OVER', 'on', { until: noticeUntil ?? '-', on })],
};

/** Whether something is published is decided by the rules of today, whatever day an act is said to be of. */
const daysFor = ({ desk, today: on }: Act, { regionCode }: ClaimRow): number => noticeDays(desk.ruleBook({ on, region: regionCode }));

/**
 * Every reason why the preconditions of an edge do not hold, in their order.
 * Source: our design, docs/decisions/0018-claims.md
 */
export async function preconditionRefusals(act: Act, before: BeforeStep): Promise<readonly Refusal[]> {
  const refusals: Refusal[] = [];
  for (const precondition of before.edge.preconditions) refusals.push(...((await CHECKS[precondition]?.(act, before)) ?? []));
  return refusals;
}
