import { bilingual } from './bilingual.js';
import { Failure } from './failure.js';
import { shown } from './input.js';

/** The standard's 31 characters in the order of their values: digits and capitals without I, O, Z, S, V. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const SHAPE = new RegExp(`^[${ALPHABET}]{2}\\d{6}[${ALPHABET}]{10}$`);
const BODY_LENGTH = 17;
const WEIGHT_BASE = 3;

/**
 * The unified social credit code of an organisation in its one written form, with capitals: 18 characters whose check character holds. Throws
 * SOCIAL_CREDIT_CODE_INVALID; what was found is told with long runs of digits masked, since people paste identity numbers into wrong fields.
 * Source: GB 32100-2015
 */
export function checkedSocialCreditCode(text: string, field: string): string {
  const code = text.replace(/[a-z]/g, (letter) => letter.toUpperCase());
  if (!SHAPE.test(code)) {
    throw invalid(
      `应为 18 位统一社会信用代码（半角数字和大写字母，不用 I、O、Z、S、V，第 3 至 8 位为数字）；收到的是 ${shown(text)}。请对照证照更正。`,
      `expected a unified social credit code of 18 digits and capitals without I, O, Z, S, V, digits in places 3 to 8; found ${shown(text)}. Correct it after the licence.`,
      field,
    );
  }
  if (code.charAt(BODY_LENGTH) !== checkCharacterOf(code.slice(0, BODY_LENGTH))) {
    throw invalid(
      `统一社会信用代码 ${shown(text)} 的末位校验码与前 17 位不符，可能有一位录错或两位颠倒。请对照证照更正。`,
      `the last character of the unified social credit code ${shown(text)} does not fit the 17 before it; one may be wrong, or two swapped. Correct it after the licence.`,
      field,
    );
  }
  return code;
}

/** The weights are the powers of three, beginning with 1 at the left. */
const checkCharacterOf = (body: string): string => {
  const modulus = ALPHABET.length;
  const { sum } = Array.from(body).reduce(
    ({ weight, sum: carried }, character) => ({
      weight: (weight * WEIGHT_BASE) % modulus,
      sum: (carried + weight * ALPHABET.indexOf(character)) % modulus,
    }),
    { weight: 1, sum: 0 },
  );
  return ALPHABET.charAt((modulus - sum) % modulus);
};

const invalid = (zh: string, en: string, field: string): Failure =>
  new Failure('SOCIAL_CREDIT_CODE_INVALID', bilingual(`${field}：${zh}`, `${field}: ${en}`), field);
