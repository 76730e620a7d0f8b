import { CLAIM_ACTS, PRECONDITION_TEXTS, type Precondition } from '../../policy/claims/claim-workflow.js';
import { publishedEnum } from './enums.js';

export const ClaimStatusEnum = publishedEnum('ClaimStatus', '申领状态', 'State of a claim', {
  DRAFT: ['草稿', 'Being drawn up'],
  SUBMITTED: ['已提交，待初审', 'Submitted, waiting for the first review'],
  RETURNED: ['已退回，待补正', 'Returned to the institution'],
  FIRST_REVIEWED: ['已初审，待复审', 'Passed the first review'],
  SECOND_REVIEWED: ['已复审', 'Passed the second review'],
  ON_NOTICE: ['公示中', 'On public notice'],
  OBJECTED: ['有异议', 'Somebody objected'],
  FINANCE_APPROVED: ['财政已批准，资金已安排', 'Approved by finance, its funds are committed'],
  QUEUED: ['财政已批准，等待资金', 'Approved by finance, waiting for funds'],
  PAYING: ['支付中', 'With the bank'],
  PAID: ['已支付', 'Paid'],
  PAYMENT_FAILED: ['支付失败', 'The payment failed'],
  REJECTED: ['未通过', 'Rejected'],
  WITHDRAWN: ['已撤回', 'Withdrawn'],
});

const ACT_MEANINGS: Readonly<Record<(typeof CLAIM_ACTS)[number], readonly [zh: string, en: string]>> = {
  draftClaim: ['起草', 'Draws it up'],
  changeClaim: ['修改名单', 'Changes its list'],
  submitClaim: ['提交', 'Submits it'],
  withdrawClaim: ['撤回', 'Withdraws it'],
  returnClaim: ['退回', 'Returns it'],
  stopClaim: ['财政退回，释放资金', 'Returned by finance, its money released'],
  firstReviewClaim: ['初审', 'The first review'],
  secondReviewClaim: ['复审', 'The second review'],
  publishClaim: ['公示', 'Publishes it'],
  objectToClaim: ['登记异议', 'Records an objection'],
  dismissObjection: ['驳回异议', 'Dismisses an objection'],
  approveClaim: ['财政审批', 'The approval by finance'],
  fundClaim: ['安排资金', 'Commits its funds'],
  rejectClaim: ['不予通过', 'Rejects it'],
  confirmClaimPayee: ['确认收款账户', 'Confirms the payee account'],
  sendPayments: ['支付', 'Sends the payment'],
  importBankAdvice: ['登记银行回单', "Imports the bank's advice"],
};

export const ClaimActEnum = publishedEnum(
  'ClaimAct',
  '申领的步骤，即办理它的操作',
  'A step of a claim: the mutation that takes it',
  ACT_MEANINGS,
);

export const ClaimPreconditionEnum = publishedEnum(
  'ClaimPrecondition',
  '步骤的前提',
  'What must be so before a step',
  Object.fromEntries(Object.entries(PRECONDITION_TEXTS).map(([code, { zh, en }]) => [code, [zh, en]])) as unknown as Record<
    Precondition,
    readonly [string, string]
  >,
);

export const ClaimClockEnum = publishedEnum(
  'ClaimClock',
  '步骤之前的期限，按待定问题的现行理解',
  'How long the state before may last, by an open question',
  {
    PUBLIC_NOTICE_Q40: ['公示期满之后（Q40）', 'After the public notice is over (Q40)'],
    PAYOUT_ALERT_Q36: ['不设期限，逾期提示（Q36）', 'No limit, an alert when it takes long (Q36)'],
    CLAIM_WINDOW_Q37: ['不设期限，逾期提示（Q37）', 'No limit, an alert when it takes long (Q37)'],
  },
);
