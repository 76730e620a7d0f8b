import { checkLine, type EnrolmentLine } from '../../../src/policy/training/enrolment-line.js';
import { book, bookOf, TODAY, underReading } from '../harness.js';
import { numberOf } from '../identity-numbers.js';

const NUMBER = numberOf('21010219990307123');
const LINE: EnrolmentLine = {
  name: '欧阳丹',
  documentType: 'RESIDENT_CARD',
  identityNumber: NUMBER,
  region: null,
  category: 'CAT5',
  categoryEvidence: '失业登记 2026-0017',
  meetsNationalStandard: true,
};
const SUBSIDISED = { regionCode: 'LN-210200', fundingMode: 'SUBSIDISED' } as const;
const MARKET = { ...SUBSIDISED, fundingMode: 'MARKET' } as const;

type Change = Partial<EnrolmentLine>;
const check = (changes: Change, run: typeof SUBSIDISED | typeof MARKET = SUBSIDISED, rules = book) =>
  checkLine(rules, run, { ...LINE, ...changes }, 'lines[2].', TODAY);
/** `field: code` of each refusal. */
const refused = (...given: Parameters<typeof check>): readonly string[] => {
  const result = check(...given);
  return result.kind === 'good' ? [] : result.refusals.map(({ field, code }) => `${field?.replace('lines[2].', '')}: ${code}`);
};

describe('one line of a list of trainees (辽人社发〔2023〕36号, 三, 四(一)2, 五(三), 附件4)', () => {
  it('comes out in its one written form', () => {
    const line = { name: '欧 阳 丹', identityNumber: NUMBER.toLowerCase(), region: '沈阳' };
    expect(check(line)).toEqual({
      kind: 'good',
      line: {
        name: '欧阳丹',
        document: { type: 'RESIDENT_CARD', number: NUMBER },
        regionCode: 'LN-210100',
        category: 'CAT5',
        categoryEvidence: '失业登记 2026-0017',
        meetsNationalStandard: true,
      },
    });
  });

  it.each<readonly [clause: string, changes: Change, refusals: readonly string[]]>([
    ['nothing wrong', {}, []],
    ['附件4: no name', { name: '' }, ['name: NAME_INVALID']],
    ['附件4: a digit in the name', { name: '欧阳9' }, ['name: NAME_INVALID']],
    ['附件4: a wrong check character', { identityNumber: `${NUMBER.slice(0, 17)}Y` }, ['identityNumber: IDENTITY_NUMBER_INVALID']],
    ['附件4: another document of another form', { documentType: 'PASSPORT' }, ['identityNumber: IDENTITY_NUMBER_INVALID']],
    ['附件4: another document of its form', { documentType: 'PASSPORT', identityNumber: 'E12345678' }, []],
    ['三: outside the fifteen regions', { region: '长春' }, ['region: REGION_UNKNOWN']],
    ['五(三): of another region than the run', { region: '沈抚示范区' }, []],
    ['四(一)2: no category', { category: null }, ['category: CATEGORY_NOT_ELIGIBLE']],
    ['四(一)2: a seventh category', { category: 'CAT7' }, ['category: CATEGORY_NOT_ELIGIBLE']],
    ['四(一)2: no evidence', { categoryEvidence: null }, ['categoryEvidence: CATEGORY_EVIDENCE_NEEDED']],
    ['四(一)2: blank evidence', { categoryEvidence: '  ' }, ['categoryEvidence: CATEGORY_EVIDENCE_NEEDED']],
    ['Q92: evidence that holds a number', { categoryEvidence: `证 ${NUMBER}` }, ['categoryEvidence: CATEGORY_EVIDENCE_NEEDED']],
    ['Q92: evidence that holds the name', { categoryEvidence: '欧阳丹失业证' }, ['categoryEvidence: CATEGORY_EVIDENCE_NEEDED']],
    ['四(一)2: standard not met', { meetsNationalStandard: false }, ['meetsNationalStandard: STANDARD_NOT_MET']],
    [
      'everything at once, in the order of the line',
      { name: '9', identityNumber: '1', region: '?', category: '?', categoryEvidence: '', meetsNationalStandard: false },
      [
        'name: NAME_INVALID',
        'identityNumber: IDENTITY_NUMBER_INVALID',
        'region: REGION_UNKNOWN',
        'category: CATEGORY_NOT_ELIGIBLE',
        'categoryEvidence: CATEGORY_EVIDENCE_NEEDED',
        'meetsNationalStandard: STANDARD_NOT_MET',
      ],
    ],
  ])('subsidised — %s', (_clause, changes, refusals) => {
    expect(refused(changes)).toEqual(refusals);
  });

  it.each<readonly [clause: string, changes: Change, refusals: readonly string[]]>([
    ['四(一)1: no category, no evidence', { category: null, categoryEvidence: null }, []],
    ['四(一)1: the standard is not asked', { meetsNationalStandard: false }, []],
    ['四(一)1: a category that nobody knows', { category: 'CAT7' }, ['category: CATEGORY_NOT_ELIGIBLE']],
  ])('market — %s', (_clause, changes, refusals) => {
    expect(refused(changes, MARKET)).toEqual(refusals);
  });

  it('Q06: where the household register or the residence counts, a region left out is not guessed', () => {
    for (const reading of ['HOUSEHOLD_REGISTER', 'RESIDENCE']) {
      const rules = bookOf(underReading('eligibility.personRegion', reading));
      expect(refused({}, SUBSIDISED, rules)).toEqual(['region: REGION_NEEDED']);
      expect(refused({ region: 'LN-210100' }, SUBSIDISED, rules)).toEqual([]);
    }
  });

  it('Q03: where only the assessment body attests the standard, the institution need not', () => {
    const rules = bookOf(underReading('eligibility.standardMet', 'ATTESTED_BY_ASSESSMENT_BODY'));
    expect(refused({ meetsNationalStandard: false }, SUBSIDISED, rules)).toEqual([]);
    const once = bookOf(underReading('eligibility.standardMet', 'ATTESTED_BY_INSTITUTION'));
    expect(refused({ meetsNationalStandard: false }, SUBSIDISED, once)).toEqual(['meetsNationalStandard: STANDARD_NOT_MET']);
  });

  it('Q07: where the resident card alone is accepted, another document is refused on its line', () => {
    const rules = bookOf(underReading('eligibility.identityDocuments', 'RESIDENT_CARD_ONLY'));
    const passport = { documentType: 'PASSPORT', identityNumber: 'E12345678' } as const;
    expect(refused(passport, SUBSIDISED, rules)).toEqual(['identityNumber: IDENTITY_DOCUMENT_NOT_ACCEPTED']);
  });

  it('no refusal repeats a name or a number', () => {
    const wrong = `${NUMBER.slice(0, 16)}${NUMBER[16] === '0' ? '1' : '0'}${NUMBER[17] ?? ''}`;
    const text = JSON.stringify(check({ name: '司马青1', identityNumber: wrong, region: wrong, category: wrong }));
    expect(text).not.toContain('司马青');
    expect(text).not.toContain(wrong);
    expect(text).not.toMatch(/\d{11}/u);
  });
});
