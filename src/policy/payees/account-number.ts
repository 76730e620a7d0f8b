import { bilingual } from '../bilingual.js';
import { Failure } from '../failure.js';

const BETWEEN = /[\s\p{Pd}]/gu;
const DIGITS = /^\d{8,30}$/u;
const TAIL_LENGTH = 4;

/**
 * A bank account number in its one written form: full-width digits made plain, blanks and dashes left out. Company accounts have no check digit that all banks
 * share, so none is looked at. Throws ACCOUNT_NUMBER_INVALID, which never repeats the number.
 * Source: our design, docs/decisions/0017-payees-and-funds.md
 */
export function writtenAccountNumber(text: string, field: string): string {
  const number = text.normalize('NFKC').replace(BETWEEN, '');
  if (DIGITS.test(number)) return number;
  const found = Array.from(number).length;
  throw new Failure(
    'ACCOUNT_NUMBER_INVALID',
    bilingual(
      `${field}：应为 8 至 30 位数字的银行账号，空格和连字符不计；收到的 ${found} 个字符不合此形式。请对照开户证明更正。`,
      `${field}: expected a bank account number of 8 to 30 digits, blanks and dashes aside; the ${found} characters found have another form. Correct it after the bank's certificate.`,
    ),
    field,
  );
}

/** What may be shown of a number: its last four digits. Source: our design, docs/decisions/0017-payees-and-funds.md */
export const tailOfAccount = (number: string): string => number.slice(-TAIL_LENGTH);

/** A number as everybody sees it, whatever its length. Source: our design, docs/decisions/0017-payees-and-funds.md */
export const maskedAccount = (tail: string): string => `****${tail}`;
