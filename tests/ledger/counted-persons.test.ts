import { countAsUsed, countedBy, countOneLess, countOneMore } from '../../src/ledger/counted-persons.js';

describe('who is counted on a place (附件7, Q47)', () => {
  it.each([
    ['DISTINCT_PERSONS', 'person/7'],
    ['CERTIFICATES', 'enrolment/70'],
  ] as const)('%s', (unit, counted) => expect(countedBy(unit, { personId: '7', enrolmentId: '70' })).toBe(counted));

  it.each([
    [null, { after: { enrolments: 1, isUsed: false }, isCounted: false }],
    [
      { enrolments: 1, isUsed: false },
      { after: { enrolments: 2, isUsed: false }, isCounted: true },
    ],
    [
      { enrolments: 1, isUsed: true },
      { after: { enrolments: 2, isUsed: true }, isCounted: true },
    ],
  ])('one more on %j', (before, told) => expect(countOneMore(before)).toEqual(told));

  it.each([
    [
      { enrolments: 1, isUsed: false },
      { after: null, isLast: true },
    ],
    [
      { enrolments: 2, isUsed: false },
      { after: { enrolments: 1, isUsed: false }, isLast: false },
    ],
    [
      { enrolments: 2, isUsed: true },
      { after: { enrolments: 1, isUsed: true }, isLast: false },
    ],
  ])('one less on %j', (before, told) => expect(countOneLess(before)).toEqual(told));

  it('never takes the certified enrolment off its place', () =>
    expect(() => countOneLess({ enrolments: 1, isUsed: true })).toThrow('invariant broken'));

  it.each([
    [false, true],
    [true, false],
  ])('a certificate on a place that is used: %p', (isUsed, isFirst) =>
    expect(countAsUsed({ enrolments: 1, isUsed })).toEqual({ after: { enrolments: 1, isUsed: true }, isFirst }),
  );
});
