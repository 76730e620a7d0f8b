import { z } from 'zod';
import { FUNDS } from '../../ledger/fund-accounts.js';
import { fenOfYuan } from '../../money/whole-fen.js';
import { dayText, documentNumber, expects, nameText, noteText, optional, wholeNumber, yuanText } from '../../policy/input.js';

const FIRST_YEAR = 2023;
const LAST_YEAR = 2099;
/** Twelve digits before the point: far above any budget, far below what a column of the ledger holds. */
const LENGTH_MAX = 15;

const AMOUNT_EXPECTED = expects(
  '应为大于 0 的两位小数元金额，整数部分最多 12 位，如 50000.00',
  'an amount in yuan above zero with two decimals and at most 12 digits before them, such as 50000.00',
);
const amount = yuanText.refine((text) => text.length <= LENGTH_MAX && fenOfYuan(text) > 0n, AMOUNT_EXPECTED);
const FUND_EXPECTED = expects('应为 SPECIAL_ACCOUNT 或 EMPLOYMENT_SUBSIDY', 'SPECIAL_ACCOUNT or EMPLOYMENT_SUBSIDY');

/** What everything that moves money by a document says: whose fund, of which year, how much, by which document. */
export const movedMoney = z.strictObject({
  region: nameText,
  year: wholeNumber(FIRST_YEAR, LAST_YEAR),
  fund: z.enum(FUNDS, { error: FUND_EXPECTED }),
  amount,
  documentNumber,
  recordedOn: dayText,
  note: optional(noteText),
});
