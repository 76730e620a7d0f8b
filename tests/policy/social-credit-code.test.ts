import fc from 'fast-check';
import { checkedSocialCreditCode } from '../../src/policy/social-credit-code.js';
import { failureOf, runs } from './harness.js';
import { numberOf } from './identity-numbers.js';

const FIELD = 'institution.creditCode';
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
/** The weights that GB 32100-2015 prints for the first 17 places. */
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

const withCheck = (body: string): string => {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * ALPHABET.indexOf(body[index] ?? ''), 0);
  return `${body}${ALPHABET[(31 - (sum % 31)) % 31]}`;
};
const codeOf = (text: string): string => failureOf(() => checkedSocialCreditCode(text, FIELD)).code;

const anyCode = fc
  .tuple(
    fc.stringMatching(new RegExp(`^[${ALPHABET}]{2}$`)),
    fc.stringMatching(/^\d{6}$/),
    fc.stringMatching(new RegExp(`^[${ALPHABET}]{9}$`)),
  )
  .map((parts) => withCheck(parts.join('')));

describe('a unified social credit code (GB 32100-2015)', () => {
  it.each(['11450700552294158A', '91350100M000100Y43'])('%s is one', (code) => {
    expect(checkedSocialCreditCode(code, FIELD)).toBe(code);
    expect(withCheck(code.slice(0, 17))).toBe(code);
  });

  it('is given back in capitals', () => {
    expect(checkedSocialCreditCode('91350100m000100y43', FIELD)).toBe('91350100M000100Y43');
  });

  it('91310115MA1H8R7C6D is none: it should end in 7', () => {
    expect(withCheck('91310115MA1H8R7C6')).toBe('91310115MA1H8R7C67');
    expect(checkedSocialCreditCode('91310115MA1H8R7C67', FIELD)).toBe('91310115MA1H8R7C67');
    const failure = failureOf(() => checkedSocialCreditCode('91310115MA1H8R7C6D', FIELD));
    expect([failure.code, failure.field]).toEqual(['SOCIAL_CREDIT_CODE_INVALID', FIELD]);
    expect(failure.text.en).toContain('91310115MA1H8R7C6D does not fit');
    expect(failure.text.zh).toMatch(/末位校验码与前 17 位不符.+请对照证照更正。$/);
  });

  it.each([
    ['nothing', ''],
    ['17 characters', '1145070055229415A'],
    ['19 characters', '11450700552294158AA'],
    ['a letter that is not used', '9135010OM000100Y43'],
    ['a letter in the place of the region', '9135A100M000100Y43'],
    ['full-width characters', '９１350100M000100Y43'],
    ['blanks', '91350100 M000100Y43'],
    ['a line break at the end', '91350100M000100Y43\n'],
  ])('has another form with %s', (_title, text) => {
    expect(codeOf(text)).toBe('SOCIAL_CREDIT_CODE_INVALID');
  });

  it.each([numberOf('21010219990307123'), numberOf('21010219990307128')])(
    'an identity number pasted into its field does not come back: %s',
    (number) => {
      const failure = failureOf(() => checkedSocialCreditCode(number, FIELD));
      expect(JSON.stringify([failure.message, failure.text, failure.facts])).not.toContain(number.slice(6, 14));
    },
  );

  it('one changed character or two swapped neighbours break it', () => {
    fc.assert(
      fc.property(anyCode, fc.nat(17), fc.constantFrom(...Array.from(ALPHABET)), fc.nat(16), (code, index, character, at) => {
        expect(checkedSocialCreditCode(code, FIELD)).toBe(code);
        const changed = `${code.slice(0, index)}${character}${code.slice(index + 1)}`;
        if (changed !== code) expect(codeOf(changed)).toBe('SOCIAL_CREDIT_CODE_INVALID');
        const swapped = `${code.slice(0, at)}${code.charAt(at + 1)}${code.charAt(at)}${code.slice(at + 2)}`;
        if (swapped !== code) expect(codeOf(swapped)).toBe('SOCIAL_CREDIT_CODE_INVALID');
      }),
      runs(300, 20_000),
    );
  });
});
