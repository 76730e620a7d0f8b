import { refusalsFrom, type RefusalWords } from './refusal.js';

const WORDS = {
  QUOTE_OF_NOTHING: [
    'RULE',
    'LN2023-36/4.1.12',
    '没有一行可以补贴（{reasons}），不出具报价；逐行原因见 subsidyEstimate',
    'No line can be paid ({reasons}), so there is nothing to quote; subsidyEstimate gives the reasons line by line',
    '申请报价的机构或部门',
    'who asks for the quote',
    '至少一行可以补贴，或补正后可以补贴',
    'at least one line that is payable, or would be once its holds are cleared',
  ],
} as const satisfies Readonly<Record<string, RefusalWords>>;

/** Why a quote is not issued. Source: 辽人社发〔2023〕36号, 四(一)2; docs/decisions/0021-quotes.md */
export const refuseQuote = refusalsFrom(WORDS);
