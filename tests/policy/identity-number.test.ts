import fc from 'fast-check';
import { checkedIdentityNumber, isIdentityNumber, maskedIdentityNumber } from '../../src/policy/identity-number.js';
import { failureOf, runs, TODAY } from './harness.js';
import { anyNumber, numberOf } from './identity-numbers.js';

const FIELD = 'trainees[2].number';
const problemOf = (text: string, today = TODAY): unknown => {
  const failure = failureOf(() => checkedIdentityNumber(text, FIELD, today));
  expect([failure.code, failure.field]).toEqual(['IDENTITY_NUMBER_INVALID', FIELD]);
  return failure.facts['problem'];
};

describe('an identity number (GB 11643-1999)', () => {
  // 2x7+1x9+0+1x5+0+2x4+1x2+9x1+9x6+9x3+0+3x9+0+7x5+1x8+2x4+3x2 = 212, and 212 leaves 3 of 11: the table's fourth character is 9.
  it('210102199903071239 is one: its sum is 212, of which 11 leaves 3, so it ends in 9', () => {
    expect(numberOf('21010219990307123')).toBe('210102199903071239');
    expect(checkedIdentityNumber('210102199903071239', FIELD, TODAY)).toBe('210102199903071239');
  });

  it.each([
    ['a capital X (its sum is 222, which leaves 2)', '21010219990307128'],
    ['a leap day', '21010220000229001'],
    ['a residence permit of Hong Kong', '81000019990307123'],
    ['a residence permit of Macao', '82000019990307123'],
    ['a residence permit of Taiwan', '83000019990307123'],
    ['a place that is no place', '99999919990307123'],
    ['today', '21010220261122001'],
  ])('is taken with %s', (_title, digits) => {
    const number = numberOf(digits);
    expect(checkedIdentityNumber(number, FIELD, TODAY)).toBe(number);
  });

  it('is given back with a capital X', () => {
    expect(checkedIdentityNumber('21010219990307128x', FIELD, TODAY)).toBe('21010219990307128X');
  });

  it.each([
    ['nothing', ''],
    ['15 digits of the first generation', '210102990307123'],
    ['17 digits', '21010219990307123'],
    ['19 digits', '2101021999030712390'],
    ['a blank in front', ' 210102199903071239'],
    ['a blank for a digit', '21010219990307123 '],
    ['groups', '210102 19990307 1239'],
    ['hyphens', '210102-19990307-1239'],
    ['full-width digits', '２１０１０２１９９９０３０７１２３９'],
    ['a full-width X', '21010219900101001Ｘ'],
    ['X in the middle', '2101021999030712X9'],
    ['a line break at the end', '210102199903071239\n'],
    ['Arabic digits', '٢١٠١٠٢١٩٩٩٠٣٠٧١٢٣٩'],
    ['a letter that grows in capitals', '2101021999030712ßß'],
    ['a hundred thousand digits', '1'.repeat(100_000)],
  ])('has another form with %s', (_title, text) => {
    expect(problemOf(text)).toBe('SHAPE');
  });

  it.each([
    ['the 29th of February 1999', '21010219990229001', 'BIRTH_DATE'],
    ['the 31st of April', '21010219990431001', 'BIRTH_DATE'],
    ['month 13', '21010219991301001', 'BIRTH_DATE'],
    ['month 0', '21010219990001001', 'BIRTH_DATE'],
    ['day 0', '21010219990100001', 'BIRTH_DATE'],
    ['year 0', '21010200000101001', 'BIRTH_DATE'],
    ['tomorrow', '21010220261123001', 'BIRTH_DATE_IN_FUTURE'],
    ['the year 2999', '21010229990101001', 'BIRTH_DATE_IN_FUTURE'],
  ])('is refused with the birth date %s, though its check character holds', (_title, digits, problem) => {
    expect(isIdentityNumber(numberOf(digits))).toBe(true);
    expect(problemOf(numberOf(digits))).toBe(problem);
  });

  it.each([
    ['a wrong check character', '210102199903071238'],
    ['X for the check character', '21010219990307123X'],
    ['a wrong form', '2101021999030712399'],
    ['a birth date that does not exist', numberOf('21010219990229001')],
    ['a birth date in the future', numberOf('21010220991231001')],
  ])('is never repeated when it is refused for %s, and the text says what to do in both languages', (_title, text) => {
    const failure = failureOf(() => checkedIdentityNumber(text, FIELD, TODAY));
    const told = JSON.stringify([failure.message, failure.text, failure.field, failure.facts]);
    for (const part of [text.slice(0, 6), text.slice(6, 14), text.slice(-4)]) expect(told).not.toContain(part);
    expect(failure.text.zh).toMatch(/^trainees\[2\]\.number：.+请对照证件更正。$/);
    expect(failure.text.en).toMatch(/^trainees\[2\]\.number: .+ Correct it after the document\.$/);
  });
});

describe('laws of the check character', () => {
  it('every number that the table makes is taken', () => {
    fc.assert(
      fc.property(anyNumber, (number) => checkedIdentityNumber(number, FIELD, TODAY) === number),
      runs(300, 20_000),
    );
  });

  it('one changed digit breaks it, wherever it stands', () => {
    const change = fc.tuple(anyNumber, fc.nat(17), fc.constantFrom(...Array.from('0123456789X')));
    fc.assert(
      fc.property(change, ([number, index, character]) => {
        fc.pre(number[index] !== character);
        const changed = `${number.slice(0, index)}${character}${number.slice(index + 1)}`;
        expect(['CHECK_CHARACTER', 'SHAPE']).toContain(problemOf(changed));
      }),
      runs(300, 20_000),
    );
  });

  it('two neighbours swapped break it', () => {
    const swap = fc.tuple(anyNumber, fc.nat(16));
    fc.assert(
      fc.property(swap, ([number, index]) => {
        const [first = '', second = ''] = number.slice(index, index + 2);
        fc.pre(first !== second);
        const swapped = `${number.slice(0, index)}${second}${first}${number.slice(index + 2)}`;
        expect(['CHECK_CHARACTER', 'SHAPE']).toContain(problemOf(swapped));
      }),
      runs(300, 20_000),
    );
  });
});

describe('a masked number', () => {
  it.each([
    ['210102199903071239', '210102********1239'],
    ['21010219900101001X', '210102********001X'],
    ['E12345678', 'E1*****78'],
    ['USA310088010112', 'US***********12'],
    ['1234567', '1*****7'],
    ['1234', '1**4'],
    ['123', '***'],
    ['1', '*'],
    ['', ''],
    ['南字第0123号', '南字****3号'],
    ['ABCDEFGHIJKLMNOPQR', 'AB**************QR'],
  ])('%s is shown as %s', (number, shown) => {
    expect(maskedIdentityNumber(number)).toBe(shown);
  });

  it('never shows digits 7 to 14 of an identity number, and keeps its length', () => {
    fc.assert(
      fc.property(anyNumber, (number) => {
        const masked = maskedIdentityNumber(number);
        expect([masked.length, masked.slice(6, 14)]).toEqual([18, '********']);
        expect(`${masked.slice(0, 6)}${masked.slice(14)}`).toBe(`${number.slice(0, 6)}${number.slice(14)}`);
      }),
      runs(300, 20_000),
    );
  });

  it('shows at most four characters of any other number, and never more than half', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-WYZ]{0,30}$/), (number) => {
        const shown = maskedIdentityNumber(number).replaceAll('*', '').length;
        expect(shown).toBeLessThanOrEqual(Math.min(4, number.length / 2));
      }),
      runs(300, 20_000),
    );
  });
});
