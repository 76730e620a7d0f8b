import { z } from 'zod';
import { isIdentityNumber } from '../identity-number.js';
import { expects } from '../input.js';

const EXPECTED = expects(
  '应为 1 至 60 个字符的证书编号，不得是身份证件号码',
  'a certificate number of 1 to 60 characters, which is not an identity number',
);
const IDENTITY_LENGTH = 18;

/**
 * A certificate number as its issuer writes it: no form is prescribed, and long runs of digits are usual, but it may not hold the identity number of its holder.
 * Source: 辽人社发〔2023〕36号, 附件3注3
 */
export const certificateNumber = z
  .string({ error: EXPECTED })
  .regex(/^(?=.*\S)[^\p{Cc}\p{Cs}]{1,60}$/u, { error: EXPECTED, abort: true })
  .transform((text) => text.trim())
  .refine((text) => numberKey(text) !== '' && !holdsIdentityNumber(text), EXPECTED);

/**
 * What two writings of one number have in common: compatibility forms and blanks make no other number.
 * Source: 辽人社发〔2023〕36号, 附件3注3
 */
export const numberKey = (number: string): string => number.normalize('NFKC').replace(/[\s\p{Cf}]/gu, '');

function holdsIdentityNumber(number: string): boolean {
  const text = numberKey(number)
    .toUpperCase()
    .replace(/[^\p{L}\p{Nd}]/gu, '');
  const starts = Array.from({ length: Math.max(0, text.length - IDENTITY_LENGTH + 1) }, (_, start) => start);
  return starts.some((start) => hasBirthDate(text, start) && isIdentityNumber(text.slice(start, start + IDENTITY_LENGTH)));
}

/** Without it one long number of eleven would pass for an identity number. */
const hasBirthDate = (text: string, start: number): boolean =>
  /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])/u.test(text.slice(start + 6));
