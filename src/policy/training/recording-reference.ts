import { z } from 'zod';
import { expects } from '../input.js';

const EXPECTED = expects(
  '应为 1 至 300 个字符的存放位置或编号，不得含证件号码或手机号码',
  'a place or number of 1 to 300 characters, without an identity or mobile number',
);
/** A time such as 20260302143000 has fourteen digits, an identity number fifteen or eighteen, a mobile number eleven. */
const IDENTIFYING = /\p{Nd}{15}|(?<!\p{Nd})1\p{Nd}{10}(?!\p{Nd})/u;

/** Where a recording is kept: an address or a file number, which may hold a time but nobody's number. */
export const recordingReference = z
  .string({ error: EXPECTED })
  .regex(/^(?=.*\S)[^\p{Cc}\p{Cs}]{1,300}$/u, { error: EXPECTED, abort: true })
  .refine((text) => !IDENTIFYING.test(text), { error: EXPECTED, abort: true });
