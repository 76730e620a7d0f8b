import { refusalsFrom, type RefusalWords } from './refusal.js';

const INSTITUTION = ['培训机构', 'the training institution'] as const;
const FINANCE = ['财政部门', 'the finance bureau'] as const;

const WORDS = {
  HOLDER_MISMATCH: [
    'RULE',
    'LN2023-36/4.1.13',
    '户名与 {on} 目录所列的培训机构全称“{expected}”不一致：补贴直补培训机构',
    'The holder is not "{expected}", the full name in the directory on {on}: the subsidy goes to the institution itself',
    ...INSTITUTION,
    '培训机构本单位的账户',
    'an account in the own name of the institution',
  ],
  NUMBER_OF_PERSON: [
    'RULE',
    'LN2023-36/4.1.13',
    '所填账号是居民身份证号码的形式：收款方是培训机构，不是个人',
    'The number has the form of an identity number: the payee is the institution, never a person',
    ...INSTITUTION,
    '培训机构本单位的银行账号',
    'the bank account number of the institution',
  ],
  NUMBER_TAKEN: [
    'DUPLICATE',
    'LN2023-36/4.1.13',
    '此账号已作为另一培训机构的收款账户批准',
    'This number is approved as the account of another training institution',
    ...INSTITUTION,
    '核对账号；一个账户只属于一个机构',
    'the number compared with the certificate; an account belongs to one institution',
  ],
  PROPOSAL_OPEN: [
    'DUPLICATE',
    'LN2023-36/4.1.13',
    '该机构已有一项收款账户申请待审批',
    'A proposal of this institution is waiting for a decision',
    ...FINANCE,
    '先审批现有的申请',
    'the decision on that one first',
  ],
  ACCOUNT_STATUS: [
    'STATUS',
    'LN2023-36/4.1.13',
    '收款账户的状态是 {found}，此操作要求 {expected}',
    'The account is {found}; this needs {expected}',
    ...INSTITUTION,
    '另提一项申请',
    'another proposal',
  ],
  SAME_PERSON: [
    'SAME_PERSON',
    'LN2023-36/7.1.4',
    '{act} 与 {earlierAct} 不得由同一人办理',
    '{act} and {earlierAct} must be done by two persons',
    ...FINANCE,
    '由另一人办理',
    'another person',
  ],
  NOT_BEFORE: [
    'RULE',
    null,
    '审批日期 {on} 早于提出日期 {before}',
    'The day of the decision, {on}, is before that of the proposal, {before}',
    ...FINANCE,
    '不早于 {before} 的日期',
    'a day not before {before}',
  ],
} as const satisfies Readonly<Record<string, RefusalWords>>;

/** Why the account of an institution is not accepted as asked. Source: 辽人社发〔2023〕36号, 四(一)2, 七(一) */
export const refusePayee = refusalsFrom(WORDS);
