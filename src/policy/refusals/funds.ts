import { refusalsFrom, type RefusalWords } from './refusal.js';

const FINANCE = ['财政部门', 'the finance bureau'] as const;

const WORDS = {
  FUNDS_SHORT: [
    'FUNDS',
    'LN2023-36/4.1.14',
    '{region} {year} 年 {fund} 可用 {available} 元，需要 {asked} 元',
    'Of the {fund} of {region} in {year}, {available} yuan are available; {asked} are asked',
    ...FINANCE,
    '补充资金的文件，或不超过可用数的金额',
    'a document that brings more money, or an amount within what is available',
  ],
  FUNDS_COMMITTED: [
    'FUNDS',
    'LN2023-36/4.1.14',
    '{region} {year} 年 {fund} 可用 {available} 元（已承付 {committed} 元、已支付 {paid} 元），不能收回 {asked} 元',
    'Of the {fund} of {region} in {year}, {available} yuan are available ({committed} committed, {paid} paid): {asked} cannot be taken back',
    ...FINANCE,
    '先补充资金，或先撤销承付、追回已付款项',
    'more money first, or commitments released and payments recovered',
  ],
  DOCUMENT_RECORDED: [
    'DUPLICATE',
    'LN2023-36/4.1.14',
    '{region} 的 {fund} 已按 {document} 登记过一笔 {cause}',
    'The {fund} of {region} already has a {cause} by {document}',
    ...FINANCE,
    '核对文号；确需更正的，先冲销原记录',
    'the right document number; to correct a record, its reversal first',
  ],
  OPENING_RECORDED: [
    'DUPLICATE',
    'LN2023-36/4.1.14',
    '{region} {year} 年 {fund} 已登记期初余额',
    'The {fund} of {region} already has an opening balance for {year}',
    ...FINANCE,
    '新增资金用 TOP_UP；更正期初余额须先冲销',
    'TOP_UP for more money; to correct the opening balance, its reversal first',
  ],
  REVERSAL_OPEN: [
    'DUPLICATE',
    null,
    '对这一笔已有冲销申请待审批',
    'A reversal of this one is waiting for a decision',
    ...FINANCE,
    '先审批现有的冲销申请',
    'the decision on that one first',
  ],
  NOT_REVERSIBLE: [
    'RULE',
    null,
    '冲销不能再被冲销',
    'A reversal is not reversed',
    ...FINANCE,
    '按文件重新登记一笔',
    'a new record by its document',
  ],
  APPROPRIATION_STATUS: [
    'STATUS',
    null,
    '这一笔的状态是 {found}，此操作要求 {expected}',
    'The appropriation is {found}; this needs {expected}',
    ...FINANCE,
    '处于所需状态的记录',
    'one in that state',
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
    '日期 {on} 早于前一步的日期 {before}',
    'The day {on} is before the day of the step before it, {before}',
    ...FINANCE,
    '不早于 {before} 的日期',
    'a day not before {before}',
  ],
} as const satisfies Readonly<Record<string, RefusalWords>>;

/** Why money is not brought in, moved on, taken back or held as asked. Source: 辽人社发〔2023〕36号, 四(一)2, 七(一) */
export const refuseFunds = refusalsFrom(WORDS);
