import { refusalsFrom, type RefusalWords } from './refusal.js';

const CITY_HR = ['支付地区人社部门', 'the HR bureau of the paying region'] as const;
const FINANCE = ['支付地区财政部门', 'the finance bureau of the paying region'] as const;

const WORDS = {
  FINDING_NOT_IN_FORCE: [
    'STATUS',
    'LN2023-36/5.1.3',
    '违规认定在 {on} 不在效力之中',
    'The finding is not in force on {on}',
    ...CITY_HR,
    '效力之中的违规认定',
    'a finding in force',
  ],
  NOTHING_TO_RECOVER: [
    'RULE',
    'LN2023-36/5.1.4',
    '{region} 没有为所涉学员支付尚未追回的补贴',
    '{region} has paid nothing for those concerned that is not being recovered already',
    ...CITY_HR,
    '已支付、尚未追回的学员',
    'somebody paid for and not recovered yet',
  ],
  RECOVERED_ALREADY: [
    'DUPLICATE',
    'LN2023-36/5.1.4',
    '其中有学员的补贴已在追回',
    'The subsidy of one of them is being recovered already',
    ...CITY_HR,
    '查看已有的追回',
    'a look at the recovery there is',
  ],
  RECOVERY_STATUS: [
    'STATUS',
    null,
    '追回的状态是 {found}，此操作要求 {expected}',
    'The recovery is {found}; this needs {expected}',
    ...CITY_HR,
    '处于所需状态的追回',
    'a recovery in that state',
  ],
  REPAYMENT_EXCEEDS: [
    'RULE',
    'LN2023-36/5.1.4',
    '收到 {asked} 元，多于尚未退还的 {left} 元',
    '{asked} CNY arrived, more than the {left} CNY that are still owed',
    ...FINANCE,
    '不多于尚欠的金额；多收的另行退还',
    'at most what is owed; what is more goes back',
  ],
  DOCUMENT_RECORDED: [
    'DUPLICATE',
    null,
    '{region} 已登记凭证 {document}',
    '{region} has recorded the voucher {document} already',
    ...FINANCE,
    '另一份凭证',
    'another voucher',
  ],
  REPAID_IN_PART: [
    'STATUS',
    'LN2023-36/5.1.4',
    '已退还 {repaid} 元，不能撤销',
    '{repaid} CNY have come back: it cannot be cancelled',
    ...CITY_HR,
    '尚未退还任何金额的追回',
    'a recovery of which nothing has come back',
  ],
  NOT_BEFORE: ['RULE', null, '{on} 早于 {before}', '{on} is before {before}', ...CITY_HR, '不早于该日的日期', 'a day not before it'],
  SAME_PERSON: [
    'SAME_PERSON',
    null,
    '同一人已办理 {earlierAct}，不得办理 {act}',
    'The same person did {earlierAct} and may not do {act}',
    ...CITY_HR,
    '由另一人办理',
    'another person',
  ],
} as const satisfies Readonly<Record<string, RefusalWords>>;

/** Why something about a recovery is not done as asked. Source: 辽人社发〔2023〕36号, 五(一); Q41, Q42, Q43 */
export const refuseRecovery = refusalsFrom(WORDS);
export const RECOVERY_REFUSALS = WORDS;
