import { openQuestionEffect } from '../../src/policy/open-question-effect.js';
import { ask, deskOf, failureOf, underReading, withRegionalFigure } from './harness.js';

const LINE = { occupation: 'BIG_DATA', level: 'JUNIOR' } as const;

/** Question, facts, and per reading the amount and its difference from the default reading, worked out by hand. */
const CASES: readonly (readonly [
  id: string,
  title: string,
  facts: Readonly<Record<string, unknown>>,
  effects: readonly (readonly [reading: string, amount: string | null, difference: string])[],
])[] = [
  [
    'Q08',
    '100 of 128 hours certified: 100 x 10',
    { ...LINE, certifiedHours: '100' },
    [
      ['REQUIRED_HOURS', '0.00', '0.00'],
      ['MIN_CERTIFIED_REQUIRED', '1000.00', '1000.00'],
      ['CERTIFIED_HOURS', '1000.00', '1000.00'],
    ],
  ],
  [
    'Q08',
    '150 of 128 hours certified: 22 x 10 more',
    { ...LINE, certifiedHours: '150' },
    [
      ['REQUIRED_HOURS', '1280.00', '0.00'],
      ['MIN_CERTIFIED_REQUIRED', '1280.00', '0.00'],
      ['CERTIFIED_HOURS', '1500.00', '220.00'],
    ],
  ],
  [
    'Q10',
    'a city adds 7 %: 89.60 of 1280',
    { ...LINE, overridePercent: '7' },
    [
      ['RECORDED_OVERRIDE', '1369.60', '0.00'],
      ['PROVINCIAL_REFERENCE', '1280.00', '-89.60'],
    ],
  ],
  [
    'Q12',
    '40 hours online: 40 x 10 less',
    { ...LINE, onlineHours: '40' },
    [
      ['FULL_RATE', '1280.00', '0.00'],
      ['OFFLINE_HOURS_ONLY', '880.00', '-400.00'],
    ],
  ],
  [
    'Q13',
    'three heads at 1280.00512',
    { ...LINE, headCount: 3, overridePercent: '0.0004' },
    [
      ['PER_TRAINEE_HALF_UP', '3840.03', '0.00'],
      ['PER_LINE_HALF_UP', '3840.02', '-0.01'],
      ['PER_TRAINEE_DOWN', '3840.00', '-0.03'],
    ],
  ],
  [
    'Q33',
    'a payout of 1280 above a surplus of 1000 is blocked',
    { specialAccountSurplus: '1000.00', payout: '1280.00' },
    [
      ['WATERFALL', '1280.00', '0.00'],
      ['STRICT_BINARY', '0.00', '-1280.00'],
    ],
  ],
  [
    'Q35',
    'Shenyang trainees in a Dalian institution: 10 x 1280',
    { ...LINE, headCount: 10, region: '沈阳', institutionRegion: '大连' },
    [
      ['TRAINEE_REGION', '12800.00', '0.00'],
      ['INSTITUTION_REGION', '0.00', '-12800.00'],
    ],
  ],
  [
    'Q41',
    'two of 25 trainees affected: 2 x 1600 against 25 x 1600',
    { occupation: 'AI', level: 'INTERMEDIATE', paidTrainees: 25, affectedTrainees: 2 },
    [
      ['AFFECTED_ONLY', '3200.00', '0.00'],
      ['WHOLE_CLASS', '40000.00', '36800.00'],
    ],
  ],
  [
    'Q46',
    'Fushun has 100 places, 90 used, 30 asked: 10 or 30 x 1280',
    { ...LINE, region: '抚顺', usedPlaces: 90, headCount: 30 },
    [
      ['CAP_FOR_SUBSIDISED_RESERVATIONS', '12800.00', '0.00'],
      ['TARGET', '38400.00', '25600.00'],
    ],
  ],
  [
    'Q62',
    'a national base, cap 700 万元, nothing approved',
    { item: 'R-4B1' },
    [
      ['NEEDS_APPROVED_AMOUNT', null, '0.00'],
      ['CAP_IS_AMOUNT', '7000000.00', '7000000.00'],
    ],
  ],
  [
    'Q63',
    '40 apprentices, two years, floor 5000: 40 x 2 x 5000',
    { item: 'R-4C', persons: 40, years: 2 },
    [
      ['FLOOR_ONLY', null, '0.00'],
      ['FLOOR_IS_RATE', '400000.00', '400000.00'],
    ],
  ],
  [
    'Q68',
    '15 persons at 2000 for two and a half months',
    { item: 'R-10B', persons: 15, months: '2.5', approvedRate: '2000.00' },
    [
      ['WHOLE_MONTHS', null, '0.00'],
      ['PRO_RATA_MONTHS', '75000.00', '75000.00'],
      ['ROUND_UP_MONTHS', '90000.00', '90000.00'],
    ],
  ],
];

describe('the yuan difference of an open question (open-questions.md)', () => {
  it.each(CASES)('%s: %s', (question, _title, facts, effects) => {
    const { readings } = ask(openQuestionEffect, { question, ...facts });
    expect(readings.map(({ reading, amount, difference }) => [reading, amount, difference])).toEqual(effects);
    expect(readings.some(({ difference }) => difference !== '0.00')).toBe(true);
    expect(readings.map(({ isDefault, isInForce }) => [isDefault, isInForce])).toEqual(
      effects.map((_effect, index) => [index === 0, index === 0]),
    );
  });

  it.each(CASES)('%s says the same whatever reading is in force, and names that reading: %s', (question, _title, facts, effects) => {
    const { key } = ask(openQuestionEffect, { question, ...facts });
    for (const [reading] of effects.slice(1)) {
      const { readings } = ask(openQuestionEffect, { question: key, ...facts }, deskOf(underReading(key, reading)));
      expect(readings.map((one) => [one.reading, one.amount, one.difference])).toEqual(effects);
      expect(readings.filter(({ isInForce }) => isInForce).map((one) => one.reading)).toEqual([reading]);
    }
  });

  it('Q10 weighs a recorded figure of the region against the province: 128 x 12 against 128 x 10', () => {
    const rules = deskOf(withRegionalFigure('HOURLY_RATE', 'JUNIOR', { value: '12.00', regionCode: 'LN-210100' }));
    const { readings } = ask(openQuestionEffect, { question: 'Q10', region: '沈阳', ...LINE }, rules);
    expect(readings.map(({ reading, amount, difference }) => [reading, amount, difference])).toEqual([
      ['RECORDED_OVERRIDE', '1536.00', '0.00'],
      ['PROVINCIAL_REFERENCE', '1280.00', '-256.00'],
    ]);
  });

  it('Q41 refuses more affected persons than were paid, as the recovery itself does (五(一))', () => {
    const failure = failureOf(() => ask(openQuestionEffect, { question: 'Q41', ...LINE, paidTrainees: 5, affectedTrainees: 7 }));
    expect(failure.code).toBe('AFFECTED_EXCEEDS_PAID');
  });

  it('part of a month is unpriced only where the months are the question: Q62 refuses it', () => {
    const failure = failureOf(() => ask(openQuestionEffect, { question: 'Q62', item: 'R-10B', persons: 15, months: '2.5' }));
    expect([failure.code, failure.field]).toEqual(['BAD_USER_INPUT', 'months']);
  });

  it.each([
    ['Q08', 'occupation'],
    ['Q33', 'specialAccountSurplus'],
    ['Q35', 'region'],
    ['Q41', 'affectedTrainees'],
    ['Q46', 'region'],
    ['Q62', 'item'],
  ])('%s without its facts asks for %s', (question, field) => {
    expect([
      failureOf(() => ask(openQuestionEffect, { question })).code,
      failureOf(() => ask(openQuestionEffect, { question })).field,
    ]).toEqual(['BAD_USER_INPUT', field]);
  });

  it('tells apart a question that is unknown and one without a yuan effect', () => {
    expect(failureOf(() => ask(openQuestionEffect, { question: 'Q99' })).code).toBe('UNKNOWN_OPEN_QUESTION');
    expect(failureOf(() => ask(openQuestionEffect, { question: 'Q01' })).text.en).toContain('no direct yuan difference');
  });
});
