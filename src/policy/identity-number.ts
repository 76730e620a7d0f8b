import { type Bilingual, bilingual } from './bilingual.js';
import { isCalendarDay } from './calendar-day.js';
import { Failure } from './failure.js';

/** What is wrong with a number: told as a fact beside the text, so that lists can be sorted by it. */
export type IdentityNumberProblem = 'SHAPE' | 'CHECK_CHARACTER' | 'BIRTH_DATE' | 'BIRTH_DATE_IN_FUTURE';

const SHAPE = /^\d{17}[\dX]$/;
const BIRTH = /^\d{6}(\d{4})(\d{2})(\d{2})/;
const CHECK_CHARACTERS = '0123456789X';
const MODULUS = 11;
const LENGTH = 18;

/**
 * The number in its one written form, with a capital X: 18 characters whose check character holds and whose birth date is a day not after
 * `today`. The place in its first six digits is where the number was first given, never where its holder lives, and is not looked at; so numbers
 * of residence permits (81, 82, 83) pass as well. Throws IDENTITY_NUMBER_INVALID, which never repeats the number.
 * Source: GB 11643-1999
 */
export function checkedIdentityNumber(text: string, field: string, today: string): string {
  const number = text.length === LENGTH ? text.toUpperCase() : '';
  if (!SHAPE.test(number)) throw invalidNumber('SHAPE', shapeText(field, text), field);
  if (!isIdentityNumber(number)) throw invalidNumber('CHECK_CHARACTER', checkCharacterText(field), field);
  const birth = birthDateOf(number);
  if (!isCalendarDay(birth)) throw invalidNumber('BIRTH_DATE', birthText(field), field);
  if (birth > today) throw invalidNumber('BIRTH_DATE_IN_FUTURE', futureText(field, today), field);
  return number;
}

/**
 * Whether a text has the form of an 18-character identity number, written with a capital X, and its check character holds.
 * Source: GB 11643-1999 (ISO 7064, MOD 11-2)
 */
export const isIdentityNumber = (number: string): boolean =>
  SHAPE.test(number) && number.charAt(LENGTH - 1) === checkCharacterOf(number.slice(0, LENGTH - 1));

/**
 * Whether a text is the identity number of somebody who may live today: its form, check character and day of birth hold.
 * Source: GB 11643-1999
 */
export function isPersonsNumber(number: string, today: string): boolean {
  const birth = birthDateOf(number);
  return isIdentityNumber(number) && isCalendarDay(birth) && birth <= today;
}

/**
 * A number as others may see it: of an identity number the place and the last four characters; of any other at most the first two and the last
 * two, and never half of it.
 * Source: our design, docs/decisions/0012-identities.md
 */
export function maskedIdentityNumber(number: string): string {
  if (SHAPE.test(number)) return number.replace(/^(\d{6})\d{8}/, '$1********');
  const characters = Array.from(number);
  const kept = Math.min(2, Math.trunc(characters.length / 4));
  const hidden = '*'.repeat(characters.length - 2 * kept);
  return [...characters.slice(0, kept), hidden, ...characters.slice(characters.length - kept)].join('');
}

/** Doubling the carried remainder digit by digit weighs the digits 7 9 10 5 8 4 2 1 6 3 7 9 10 5 8 4 2, as the standard's table does. */
const checkCharacterOf = (digits: string): string => {
  const remainder = Array.from(digits).reduce((carried, digit) => ((carried + parseInt(digit, 10)) * 2) % MODULUS, 0);
  return CHECK_CHARACTERS.charAt((MODULUS + 1 - remainder) % MODULUS);
};

const birthDateOf = (number: string): string => {
  const [, year, month, day] = BIRTH.exec(number) ?? [];
  return `${year}-${month}-${day}`;
};

/** The failure of a number that does not fit its document; the text must not repeat the number. */
export const invalidNumber = (problem: IdentityNumberProblem, text: Bilingual, field: string): Failure =>
  new Failure('IDENTITY_NUMBER_INVALID', text, field, { problem });

const shapeText = (field: string, text: string): Bilingual =>
  bilingual(
    `${field}：应为 18 位证件号码，即 17 位半角数字加一位数字或 X，中间无空格和连字符；收到的 ${text.length} 个字符不合此形式。请对照证件更正。`,
    `${field}: expected an identity number of 18 characters, 17 plain digits and a digit or X, without blanks, hyphens or full-width characters; the ${text.length} characters found have another form. Correct it after the document.`,
  );

const checkCharacterText = (field: string): Bilingual =>
  bilingual(
    `${field}：证件号码的末位校验码与前 17 位不符，可能有一位录错或两位颠倒。请对照证件更正。`,
    `${field}: the last character of the identity number does not fit the 17 digits before it; one may be wrong, or two swapped. Correct it after the document.`,
  );

const birthText = (field: string): Bilingual =>
  bilingual(
    `${field}：证件号码第 7 至 14 位不是存在的出生日期。请对照证件更正。`,
    `${field}: digits 7 to 14 of the identity number are no day of birth that exists. Correct it after the document.`,
  );

const futureText = (field: string, today: string): Bilingual =>
  bilingual(
    `${field}：证件号码中的出生日期晚于 ${today}。请对照证件更正。`,
    `${field}: the day of birth in the identity number is after ${today}. Correct it after the document.`,
  );
