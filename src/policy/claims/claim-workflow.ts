import { type Bilingual, bilingual } from '../bilingual.js';
import type { ClaimStatus } from './claim-status.js';

/** The acts that move a claim along. */
export const CLAIM_ACTS = [
  'draftClaim',
  'changeClaim',
  'submitClaim',
  'withdrawClaim',
  'returnClaim',
  'stopClaim',
  'firstReviewClaim',
  'secondReviewClaim',
  'publishClaim',
  'objectToClaim',
  'dismissObjection',
  'approveClaim',
  'fundClaim',
  'rejectClaim',
  'confirmClaimPayee',
  'sendPayments',
  'importBankAdvice',
] as const;

export type ClaimAct = (typeof CLAIM_ACTS)[number];

/** What must be so beside the state, the actor's role and the version that was seen. */
export type Precondition =
  | 'SEEN_IS_PRESENT'
  | 'SOMETHING_PAYABLE'
  | 'CATEGORIES_CONFIRMED'
  | 'PAYEE_APPROVED'
  | 'NOTICE_REQUIRED'
  | 'NOTICE_NOT_REQUIRED'
  | 'NOTICE_OVER'
  | 'FUNDS_SUFFICE'
  | 'AMOUNT_AS_REVIEWED'
  | 'AMOUNT_AS_APPROVED'
  | 'PAYEE_AS_APPROVED';

/** How long the state before an act may last, by the reading of an open question; where it names no days there is no clock. */
export type ClaimClock = 'PUBLIC_NOTICE_Q40' | 'PAYOUT_ALERT_Q36' | 'CLAIM_WINDOW_Q37';

/** One way from one state to another. */
export interface ClaimEdge {
  readonly act: ClaimAct;
  /** null: there is no claim yet */
  readonly from: ClaimStatus | null;
  readonly to: ClaimStatus;
  readonly preconditions: readonly Precondition[];
  readonly clock: ClaimClock | null;
  /** norm id, or null for a step of our own */
  readonly clause: string | null;
}

const edge = (
  act: ClaimAct,
  from: ClaimStatus | null,
  to: ClaimStatus,
  preconditions: readonly Precondition[] = [],
  { clock = null, clause = null }: { readonly clock?: ClaimClock | null; readonly clause?: string | null } = {},
): ClaimEdge => ({ act, from, to, preconditions, clock, clause });

const PAYABLE = { clause: 'LN2023-36/4.1.11' } as const;
const REVIEW = { clause: 'LN2023-36/7.1.4' } as const;
const PAYEE = { clause: 'LN2023-36/4.1.13' } as const;
const FUNDS = { clause: 'LN2023-36/4.1.14' } as const;

/**
 * The whole life of a claim, as data: what stands here is what the operations check, what `claimWorkflow` shows and what a timeline is made from. Who may act
 * stands in the table of rights under the same name.
 * Source: 辽人社发〔2023〕36号, 四(一)2, 七(一); Q36, Q37, Q39, Q40; our design, docs/decisions/0018-claims.md
 */
export const CLAIM_WORKFLOW: readonly ClaimEdge[] = [
  edge('draftClaim', null, 'DRAFT', [], { clock: 'CLAIM_WINDOW_Q37', clause: 'LN2023-36/4.1.13' }),
  edge('changeClaim', 'DRAFT', 'DRAFT', ['SEEN_IS_PRESENT']),
  edge('changeClaim', 'RETURNED', 'RETURNED', ['SEEN_IS_PRESENT']),
  edge('submitClaim', 'DRAFT', 'SUBMITTED', ['SEEN_IS_PRESENT', 'SOMETHING_PAYABLE'], PAYABLE),
  edge('submitClaim', 'RETURNED', 'SUBMITTED', ['SEEN_IS_PRESENT', 'SOMETHING_PAYABLE'], PAYABLE),
  edge('withdrawClaim', 'DRAFT', 'WITHDRAWN'),
  edge('withdrawClaim', 'SUBMITTED', 'WITHDRAWN'),
  edge('withdrawClaim', 'RETURNED', 'WITHDRAWN'),
  edge('returnClaim', 'SUBMITTED', 'RETURNED'),
  edge('returnClaim', 'FIRST_REVIEWED', 'RETURNED'),
  edge('returnClaim', 'OBJECTED', 'RETURNED'),
  edge('stopClaim', 'SECOND_REVIEWED', 'RETURNED'),
  edge('stopClaim', 'ON_NOTICE', 'RETURNED'),
  edge('stopClaim', 'FINANCE_APPROVED', 'RETURNED'),
  edge('stopClaim', 'QUEUED', 'RETURNED'),
  edge('stopClaim', 'PAYMENT_FAILED', 'RETURNED'),
  edge('firstReviewClaim', 'SUBMITTED', 'FIRST_REVIEWED', ['SEEN_IS_PRESENT', 'SOMETHING_PAYABLE'], REVIEW),
  edge('secondReviewClaim', 'FIRST_REVIEWED', 'SECOND_REVIEWED', ['SEEN_IS_PRESENT', 'SOMETHING_PAYABLE', 'AMOUNT_AS_REVIEWED'], REVIEW),
  edge('publishClaim', 'SECOND_REVIEWED', 'ON_NOTICE', ['SEEN_IS_PRESENT', 'AMOUNT_AS_REVIEWED', 'NOTICE_REQUIRED']),
  edge('objectToClaim', 'ON_NOTICE', 'OBJECTED'),
  edge('dismissObjection', 'OBJECTED', 'ON_NOTICE'),
  edge('approveClaim', 'SECOND_REVIEWED', 'FINANCE_APPROVED', [...approvalConditions(), 'NOTICE_NOT_REQUIRED'], FUNDS),
  edge('approveClaim', 'ON_NOTICE', 'FINANCE_APPROVED', [...approvalConditions(), 'NOTICE_OVER'], { ...FUNDS, clock: 'PUBLIC_NOTICE_Q40' }),
  edge('approveClaim', 'SECOND_REVIEWED', 'QUEUED', [...approvalConditions(), 'NOTICE_NOT_REQUIRED'], FUNDS),
  edge('approveClaim', 'ON_NOTICE', 'QUEUED', [...approvalConditions(), 'NOTICE_OVER'], { ...FUNDS, clock: 'PUBLIC_NOTICE_Q40' }),
  edge('fundClaim', 'QUEUED', 'FINANCE_APPROVED', ['SEEN_IS_PRESENT', 'AMOUNT_AS_APPROVED', 'FUNDS_SUFFICE'], {
    ...FUNDS,
    clock: 'PAYOUT_ALERT_Q36',
  }),
  edge('rejectClaim', 'SUBMITTED', 'REJECTED'),
  edge('rejectClaim', 'FIRST_REVIEWED', 'REJECTED'),
  edge('rejectClaim', 'OBJECTED', 'REJECTED'),
  edge('confirmClaimPayee', 'QUEUED', 'QUEUED', ['SEEN_IS_PRESENT', 'AMOUNT_AS_APPROVED', 'PAYEE_APPROVED'], PAYEE),
  edge('confirmClaimPayee', 'FINANCE_APPROVED', 'FINANCE_APPROVED', ['SEEN_IS_PRESENT', 'AMOUNT_AS_APPROVED', 'PAYEE_APPROVED'], PAYEE),
  edge('confirmClaimPayee', 'PAYMENT_FAILED', 'PAYMENT_FAILED', ['SEEN_IS_PRESENT', 'AMOUNT_AS_APPROVED', 'PAYEE_APPROVED'], PAYEE),
  edge('sendPayments', 'FINANCE_APPROVED', 'PAYING', sendingConditions(), { ...PAYEE, clock: 'PAYOUT_ALERT_Q36' }),
  edge('sendPayments', 'PAYMENT_FAILED', 'PAYING', sendingConditions(), PAYEE),
  edge('importBankAdvice', 'PAYING', 'PAID', [], PAYEE),
  edge('importBankAdvice', 'PAYING', 'PAYMENT_FAILED', [], PAYEE),
];

function approvalConditions(): readonly Precondition[] {
  return ['SEEN_IS_PRESENT', 'SOMETHING_PAYABLE', 'AMOUNT_AS_REVIEWED', 'CATEGORIES_CONFIRMED', 'PAYEE_APPROVED'];
}

function sendingConditions(): readonly Precondition[] {
  return ['SEEN_IS_PRESENT', 'AMOUNT_AS_APPROVED', 'CATEGORIES_CONFIRMED', 'PAYEE_APPROVED', 'PAYEE_AS_APPROVED'];
}

/** The edges of an act, and of them the one that leaves a state. */
export const edgesOf = (act: ClaimAct): readonly ClaimEdge[] => CLAIM_WORKFLOW.filter((one) => one.act === act);
export const edgeFrom = (act: ClaimAct, from: ClaimStatus): ClaimEdge | null => edgesOf(act).find((one) => one.from === from) ?? null;

/** The acts that can follow a state. */
export const actsAfter = (from: ClaimStatus): readonly ClaimAct[] => [
  ...new Set(CLAIM_WORKFLOW.filter((one) => one.from === from).map(({ act }) => act)),
];

/** The preconditions in words. */
export const PRECONDITION_TEXTS: Readonly<Record<Precondition, Bilingual>> = {
  SEEN_IS_PRESENT: bilingual('办理人所见的内容与现状一致', 'What the actor saw is what stands now'),
  SOMETHING_PAYABLE: bilingual('至少一名学员可以支付', 'At least one trainee is payable'),
  CATEGORIES_CONFIRMED: bilingual('六类人员的名单已经确认', 'The list of the six categories is confirmed'),
  PAYEE_APPROVED: bilingual('培训机构的收款账户已经核准', "The institution's payee account is approved"),
  NOTICE_REQUIRED: bilingual('本地区须公示', 'The region requires a public notice'),
  NOTICE_NOT_REQUIRED: bilingual('本地区不须公示', 'The region requires no public notice'),
  NOTICE_OVER: bilingual('公示期已满', 'The public notice is over'),
  AMOUNT_AS_REVIEWED: bilingual(
    '没有一行的应付高于上一次审核或公示时',
    'Nothing is due of a line beyond what the last review or notice showed',
  ),
  AMOUNT_AS_APPROVED: bilingual('每一行的应付与批准时相同', 'What is due of each line is what was approved'),
  PAYEE_AS_APPROVED: bilingual('收款账户仍是批准或确认的那一个', 'The payee account is the one that was approved or confirmed'),
  FUNDS_SUFFICE: bilingual('资金账户余额足够，且没有更早的待付申领', 'The funds suffice, and no earlier claim waits for them'),
};
