import { refusalsFrom, type RefusalWords } from './refusal.js';

const PAYER = ['财政支付人', 'the payer of the finance bureau'] as const;
const BANK = ['代理银行', 'the bank'] as const;
const RIGHT_FILE = ['更正后的回单文件', 'a corrected file'] as const;

const WORDS = {
  OTHER_REGION: [
    'RULE',
    'LN2023-36/4.1.9',
    '申领由 {found} 支付，一批只含一个地区的付款（{region}）',
    'The claim is paid by {found}; a batch holds payments of one region ({region})',
    ...PAYER,
    '同一地区的申领',
    'claims of one region',
  ],
  CLAIM_TWICE: [
    'DUPLICATE',
    null,
    '同一申领在名单中出现两次',
    'The claim stands in the list twice',
    ...PAYER,
    '每件申领一次',
    'each claim once',
  ],
  CLAIM_WITH_BANK: [
    'DUPLICATE',
    'LN2023-36/4.1.13',
    '有申领已送银行或已支付，不得再付',
    'A claim is with the bank or paid already',
    ...PAYER,
    '尚未送银行的申领',
    'claims that are not with the bank',
  ],
  SAME_PERSON: [
    'SAME_PERSON',
    'LN2023-36/7.1.4',
    '同一人已办理 {earlierAct}，不得办理 {act}：退回的付款可以重新支付',
    'The same person did {earlierAct} and may not do {act}: what is returned can be sent again',
    ...PAYER,
    '由另一人登记回单',
    'another person who imports the advice',
  ],
  ADVICE_REFERENCE_TWICE: [
    'DUPLICATE',
    null,
    '银行流水号已用于另一笔付款',
    'The bank reference is that of another payment',
    ...BANK,
    ...RIGHT_FILE,
  ],
  ADVICE_KNOWN: [
    'DUPLICATE',
    null,
    '此回单文件（SHA-256 {hash}）已登记过',
    'This file (SHA-256 {hash}) was imported before',
    ...PAYER,
    '无需再次登记',
    'nothing more',
  ],
  ADVICE_EMPTY: ['RULE', null, '回单文件没有一行结果', 'The file has no results', ...BANK, ...RIGHT_FILE],
  ADVICE_LINE_UNKNOWN: ['RULE', null, '本批没有第 {line} 笔', 'The batch has no line {line}', ...BANK, ...RIGHT_FILE],
  ADVICE_LINE_TWICE: ['DUPLICATE', null, '第 {line} 笔出现两次', 'Line {line} stands in the file twice', ...BANK, ...RIGHT_FILE],
  ADVICE_OF_OTHER_BATCH: [
    'RULE',
    null,
    '批次号是 {found}，不是 {expected}',
    'The batch number is {found}, not {expected}',
    ...BANK,
    ...RIGHT_FILE,
  ],
  ADVICE_AMOUNT_DIFFERS: [
    'RULE',
    null,
    '第 {line} 笔的金额与所送的 {sent} 元不符',
    'The amount of line {line} is not the {sent} CNY that were sent',
    ...BANK,
    ...RIGHT_FILE,
  ],
  ADVICE_LINE_SETTLED: [
    'STATUS',
    null,
    '第 {line} 笔的结果已登记：{found}',
    'The result of line {line} is recorded already: {found}',
    ...PAYER,
    '只含尚无结果的各笔',
    'lines without a result only',
  ],
  ADVICE_DAY: ['RULE', null, '日期须在 {from} 至 {to} 之间', 'The day must be from {from} to {to}', ...BANK, ...RIGHT_FILE],
  ADVICE_RESULT: [
    'RULE',
    null,
    '结果须为 PAID（成功）或 FAILED（失败、退回）',
    'The result must be PAID or FAILED',
    ...BANK,
    ...RIGHT_FILE,
  ],
  ADVICE_REFERENCE: [
    'RULE',
    null,
    '银行流水号须为 1 至 64 位字母、数字或连字符，不得为证件号码',
    'A bank reference has 1 to 64 letters, digits or dashes, and is no identity number',
    ...BANK,
    ...RIGHT_FILE,
  ],
  ADVICE_REASON: [
    'RULE',
    null,
    '失败的须有退回原因，不得含证件或账号等长号码',
    'A payment that failed has a reason, without long numbers',
    ...BANK,
    ...RIGHT_FILE,
  ],
} as const satisfies Readonly<Record<string, RefusalWords>>;

/** Why payments are not sent, or a bank's advice is not taken, as asked. Source: 辽人社发〔2023〕36号, 四(一)2; our design, docs/decisions/0019-payments.md */
export const refusePayment = refusalsFrom(WORDS);
export const PAYMENT_REFUSALS = WORDS;
