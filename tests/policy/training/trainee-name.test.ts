import fc from 'fast-check';
import { isSameName, maskedName, namesPerson, writtenName } from '../../../src/policy/training/trainee-name.js';
import { runs } from '../harness.js';

describe('the name of a trainee (附件3, 附件4: as the document has it)', () => {
  it.each([
    ['two characters', '欧阳', '欧阳'],
    ['blanks that line up a column', '欧　阳', '欧阳'],
    ['blanks around', '  司马青 ', '司马青'],
    ['the dot of a name in parts', '阿依古丽·买买提', '阿依古丽·买买提'],
    ['another dot', '阿依古丽•买买提', '阿依古丽·买买提'],
    ['a Katakana dot', '阿依古丽・买买提', '阿依古丽·买买提'],
    ['Latin letters', 'Anna  Maria Smith-Jones', 'Anna Maria Smith-Jones'],
    ['full-width letters', 'ＡＮＮＡ', 'ANNA'],
    ['an apostrophe', "O'Brien", "O'Brien"],
    ['fifty letters', '名'.repeat(50), '名'.repeat(50)],
  ])('%s', (_title, text, written) => {
    expect(writtenName(text)).toBe(written);
  });

  it.each([
    ['one letter', '丹'],
    ['fifty-one letters', '名'.repeat(51)],
    ['nothing', '  '],
    ['a digit', '欧阳2'],
    ['a full-width digit', '欧阳２'],
    ['a number', '210102199001011234'],
    ['a character of markup', '欧阳<b>'],
    ['dots only', '····'],
    ['a line break inside', '欧阳\u0000丹'],
  ])('%s is none', (_title, text) => {
    expect(writtenName(text)).toBeNull();
  });

  it('is the same whatever its capitals, and another with another letter', () => {
    expect([isSameName('Anna Smith', 'ANNA SMITH'), isSameName('欧阳丹', '欧阳单')]).toEqual([true, false]);
  });

  it('shows its first character and not how many follow', () => {
    expect(['欧阳丹', '司马', 'Anna', '𠀀名'].map(maskedName)).toEqual(['欧＊', '司＊', 'A＊', '𠀀＊']);
  });

  it.each([
    ['因欧阳丹生病', true],
    ['因欧 阳　丹生病', true],
    ['因病', false],
  ])('"%s" names 欧阳丹: %s', (reason, expected) => {
    expect(namesPerson(reason, '欧阳丹')).toBe(expected);
  });

  it('written twice is written once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const name = writtenName(text);
        if (name !== null) expect(writtenName(name)).toBe(name);
      }),
      runs(500, 20_000),
    );
  });
});
