import { type Applicant, type KnownPerson, personRefusals } from '../../../src/policy/training/roster.js';
import { book, bookOf, failureOf, underReading } from '../harness.js';

const RUN = { regionCode: 'LN-210200', fundingMode: 'SUBSIDISED' } as const;
const applicant = (index: number, identityHash: string, name = '欧阳丹'): Applicant => ({ at: `lines[${index}].`, name, identityHash });
const KNOWN: KnownPerson = { name: '欧阳丹', isOnRoster: false, isSubsidised: false };

const refused = (
  applicants: readonly Applicant[],
  known: Readonly<Record<string, KnownPerson>>,
  run = RUN as { regionCode: string; fundingMode: 'SUBSIDISED' | 'MARKET' },
  rules = book,
) =>
  personRefusals(rules, run, applicants, new Map(Object.entries(known))).map((refusals) =>
    refusals.map(({ code, field }) => `${field} ${code}`),
  );

describe('who may come onto a roster (辽人社发〔2023〕36号, 四(一)2, 六(一); Q05)', () => {
  it.each<readonly [title: string, known: Partial<KnownPerson>, expected: readonly string[]]>([
    ['somebody met before', {}, []],
    ['on the roster', { isOnRoster: true }, ['lines[0].identityNumber ALREADY_ON_ROSTER']],
    ['subsidised before in this occupation and level', { isSubsidised: true }, ['lines[0].identityNumber ONCE_FOR_EVER']],
    ['under another name', { name: '欧阳单' }, ['lines[0].name IDENTITY_NAME_DIFFERS']],
    [
      'under another name, and subsidised: nothing is told of that',
      { name: '欧阳单', isSubsidised: true },
      ['lines[0].name IDENTITY_NAME_DIFFERS'],
    ],
  ])('%s', (_title, known, expected) => {
    expect(refused([applicant(0, 'a')], { a: { ...KNOWN, ...known } })).toEqual([expected]);
  });

  it('the same person twice in a list comes once; the later line names the first', () => {
    const [first, second, third] = personRefusals(book, RUN, [applicant(0, 'a'), applicant(1, 'b'), applicant(2, 'a')], new Map());
    expect([first, second]).toEqual([[], []]);
    expect(third?.map(({ code, facts }) => [code, facts])).toEqual([['TWICE_IN_LIST', { first: 'lines[0]' }]]);
  });

  it('market training is not counted as subsidised', () => {
    expect(refused([applicant(0, 'a')], { a: { ...KNOWN, isSubsidised: true } }, { ...RUN, fundingMode: 'MARKET' })).toEqual([[]]);
  });

  it('Q05: without a limit somebody may come again', () => {
    const rules = bookOf(underReading('eligibility.repeat', 'NO_LIMIT'));
    expect(refused([applicant(0, 'a')], { a: { ...KNOWN, isSubsidised: true } }, RUN, rules)).toEqual([[]]);
  });

  it('Q05: a reading that nobody computes is not taken for another', () => {
    const rules = bookOf(underReading('eligibility.repeat', 'ONCE_PER_CALENDAR_YEAR'));
    expect(failureOf(() => personRefusals(rules, RUN, [applicant(0, 'a')], new Map())).code).toBe('READING_NOT_COMPUTED');
  });

  it('a refusal says nothing of region or institution', () => {
    const [refusals] = personRefusals(book, RUN, [applicant(0, 'a')], new Map([['a', { ...KNOWN, isSubsidised: true }]]));
    expect(JSON.stringify(refusals)).not.toMatch(/LN-\d|TI-|大连/u);
    expect(refusals?.[0]).toMatchObject({ kind: 'DUPLICATE', clause: 'LN2023-36/4.1.12', facts: {} });
  });
});
