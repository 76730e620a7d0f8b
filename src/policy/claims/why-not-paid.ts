import { type Bilingual, bilingual } from '../bilingual.js';
import type { ReasonCode } from '../reasons.js';
import { reasonOf } from '../reasons.js';
import type { ClaimStatus } from './claim-status.js';

/** Something that stands between a trainee, or a claim, and the payment. */
export interface Obstacle {
  readonly code: string;
  readonly text: Bilingual;
  readonly clause: string | null;
  readonly fixableBy: Bilingual;
  readonly needed: Bilingual;
}

const INSTITUTION = bilingual('培训机构', 'the training institution');
const CITY_HR = bilingual('支付地区人社部门', 'the HR bureau of the paying region');
const FINANCE = bilingual('支付地区财政部门', 'the finance bureau of the paying region');

type Words = readonly [clause: string | null, zh: string, en: string, by: Bilingual, neededZh: string, neededEn: string];

/** What a claim waits for in each state. */
const WAITS: Readonly<Partial<Record<ClaimStatus, Words>>> = {
  DRAFT: [
    'LN2023-36/4.1.13',
    '申领尚未提交',
    'The claim has not been submitted',
    INSTITUTION,
    '提交（submitClaim）',
    'its submission (submitClaim)',
  ],
  SUBMITTED: [
    'LN2023-36/7.1.4',
    '申领待初审',
    'The claim waits for its first review',
    CITY_HR,
    '初审（firstReviewClaim）',
    'the first review (firstReviewClaim)',
  ],
  RETURNED: [
    null,
    '申领已退回',
    'The claim was returned',
    INSTITUTION,
    '按退回理由补正后再提交',
    'a correction by the reason given, then another submission',
  ],
  FIRST_REVIEWED: [
    'LN2023-36/7.1.4',
    '申领待复审',
    'The claim waits for its second review',
    CITY_HR,
    '由另一人复审（secondReviewClaim）',
    'the second review by another person (secondReviewClaim)',
  ],
  SECOND_REVIEWED: [
    'LN2023-36/4.1.14',
    '申领待公示或财政审批',
    'The claim waits for its public notice or the approval by finance',
    FINANCE,
    '财政审批（approveClaim），须公示的先公示',
    'the approval (approveClaim), where one is required after the public notice',
  ],
  ON_NOTICE: [null, '申领在公示中', 'The claim is on public notice', FINANCE, '公示期满后审批', 'the approval once the notice is over'],
  OBJECTED: [null, '公示中有异议', 'Somebody objected to the claim', CITY_HR, '处理异议', 'a decision on the objection'],
  FINANCE_APPROVED: [
    'LN2023-36/4.1.13',
    '资金已安排，待支付',
    'The funds are committed, the payment is to be sent',
    FINANCE,
    '支付',
    'the payment',
  ],
  QUEUED: ['LN2023-36/4.1.14', '已批准，等待资金', 'Approved, it waits for funds', FINANCE, '追加资金', 'more funds'],
  PAYING: ['LN2023-36/4.1.13', '已送银行，待回单', 'With the bank, whose advice has not come', FINANCE, '银行回单', "the bank's advice"],
  PAYMENT_FAILED: [
    null,
    '银行退回了付款',
    'The bank returned the payment',
    INSTITUTION,
    '更正收款账户后重新支付',
    'a corrected payee account, then another payment',
  ],
  REJECTED: [null, '申领未通过', 'The claim was rejected', INSTITUTION, '按理由补正后另行申领', 'another claim once its reason is mended'],
  WITHDRAWN: [null, '申领已撤回', 'The claim was withdrawn', INSTITUTION, '另行申领', 'another claim'],
};

const NOT_CLAIMED: Obstacle = {
  code: 'NOT_CLAIMED',
  text: bilingual('尚未列入申领', 'Nobody has claimed for this trainee'),
  clause: 'LN2023-36/4.1.13',
  fixableBy: INSTITUTION,
  needed: bilingual('起草并提交申领（draftClaim）', 'a claim (draftClaim), submitted'),
};

/**
 * Why a claim in a state has not been paid: what it waits for, then what is missing of its lines, each once. None once it is paid. A null status: there is no claim yet.
 * Source: 辽人社发〔2023〕36号, 四, 七(一); our design, docs/decisions/0018-claims.md
 */
export function whyNotPaid(status: ClaimStatus | null, reasons: readonly ReasonCode[]): readonly Obstacle[] {
  if (status === 'PAID') return [];
  const missing = [...new Set(reasons)].map(reasonOf);
  if (status === null) return [...missing, NOT_CLAIMED];
  const words = WAITS[status];
  if (words === undefined) return missing;
  const [clause, zh, en, fixableBy, neededZh, neededEn] = words;
  return [...missing, { code: `CLAIM_${status}`, text: bilingual(zh, en), clause, fixableBy, needed: bilingual(neededZh, neededEn) }];
}
