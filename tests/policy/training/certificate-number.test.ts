import { parseInput } from '../../../src/policy/input.js';
import { certificateNumber, numberKey } from '../../../src/policy/training/certificate-number.js';
import { fieldsNotRecorded } from '../../../src/policy/training/certificate-fields.js';
import { archive, book, bookOf } from '../harness.js';

describe('certificate numbers (辽人社发〔2023〕36号, 附件3注3: set by the issuer, in no prescribed form)', () => {
  it.each(['1', 'DUT-2026-0001', '辽培证字〔2026〕第 8 号', 'Y000021001123420000012', '20260213000000000001'])('%s is one', (number) => {
    expect(parseInput(certificateNumber, number)).toBe(number);
  });

  it('blanks around it are none of it', () => expect(parseInput(certificateNumber, '  A 1 ')).toBe('A 1'));

  it.each([
    ['nothing', ''],
    ['blanks', '   '],
    ['characters that cannot be seen', '\u200b'],
    ['a line break', 'A\n1'],
    ['more than sixty characters', 'A'.repeat(61)],
    ['no text', 7],
    ['an identity number', '11010519491231002X'],
    ['an identity number in small letters and blanks', '110105 19491231 002x'],
    ['an identity number in full-width digits', '１１０１０５１９４９１２３１００２Ｘ'],
    ['an identity number in groups', '110105-19491231-002X'],
    ['an identity number within', 'ZS-11010519491231002X-1'],
  ])('%s is not', (_title, number) => {
    expect(() => parseInput(certificateNumber, number)).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT' }));
  });

  it('blanks and width make no other number, letters and digits do', () => {
    expect(numberKey('ＺＳ 1\u200b-2')).toBe(numberKey('ZS1-2'));
    expect(numberKey('ZS1-2')).not.toBe(numberKey('ZS12'));
    expect(numberKey('zs1')).not.toBe(numberKey('ZS1'));
  });
});

describe('the fields of a certificate (附件3, 附件4)', () => {
  it.each(['TRAINING_CERTIFICATE', 'LEVEL_CERTIFICATE'] as const)(
    'all that are required of a %s are recorded or stand on paper',
    (kind) => {
      expect(fieldsNotRecorded(book, kind)).toEqual([]);
    },
  );

  it('a field that a later notice asks for is not passed over', () => {
    const entries = archive.entries.map((entry) =>
      entry.kind === 'CERTIFICATE' ? { ...entry, attributes: { ...entry.attributes, requiredFields: 'name|hours|chipNumber' } } : entry,
    );
    expect(fieldsNotRecorded(bookOf({ ...archive, entries }), 'TRAINING_CERTIFICATE')).toEqual(['chipNumber']);
  });

  it('before the notice nobody can say', () => {
    expect(() => fieldsNotRecorded(bookOf(archive, '2023-12-28'), 'TRAINING_CERTIFICATE')).toThrow(
      expect.objectContaining({ code: 'RULE_NOT_IN_FORCE' }),
    );
  });
});
