import { ask } from './harness.js';

const QUERY = `query ($input: OpenQuestionEffectInput!) {
  openQuestionEffect(input: $input) { question key readings { reading amount difference isDefault isInForce } }
}`;

interface Asked {
  readonly openQuestionEffect: {
    readonly question: string;
    readonly key: string;
    readonly readings: readonly {
      readonly reading: string;
      readonly amount: string | null;
      readonly difference: string;
      readonly isDefault: boolean;
      readonly isInForce: boolean;
    }[];
  };
}
type Facts = Readonly<Record<string, unknown>>;
type Row = readonly [reading: string, amount: string | null, difference: string];

const effect = async (input: Facts): Promise<readonly Row[]> =>
  (await ask<Asked>(QUERY, { input })).openQuestionEffect.readings.map(({ reading, amount, difference }) => [reading, amount, difference]);

describe('openQuestionEffect: the yuan between the readings (docs/decisions/0006-open-questions.md)', () => {
  it.each<[string, Facts, readonly Row[]]>([
    [
      'Q08: 126 of 128 certified hours at 10 yuan',
      { question: 'Q08', occupation: 'BIG_DATA', level: 'JUNIOR', certifiedHours: '126' },
      [
        ['REQUIRED_HOURS', '0.00', '0.00'],
        ['MIN_CERTIFIED_REQUIRED', '1260.00', '1260.00'],
        ['CERTIFIED_HOURS', '1260.00', '1260.00'],
      ],
    ],
    [
      'Q08: 130 certified hours, two more than required',
      { question: 'amount.payableHours', occupation: 'BIG_DATA', level: 'JUNIOR', certifiedHours: '130' },
      [
        ['REQUIRED_HOURS', '1280.00', '0.00'],
        ['MIN_CERTIFIED_REQUIRED', '1280.00', '0.00'],
        ['CERTIFIED_HOURS', '1300.00', '20.00'],
      ],
    ],
    [
      'Q12: 64 of 128 hours online, ten heads',
      { question: 'Q12', occupation: 'BIG_DATA', level: 'JUNIOR', headCount: 10, onlineHours: '64' },
      [
        ['FULL_RATE', '12800.00', '0.00'],
        ['OFFLINE_HOURS_ONLY', '6400.00', '-6400.00'],
      ],
    ],
    [
      // 1280.00 x 1.0333 = 1322.624 for each of three
      'Q13: where the fen is rounded',
      { question: 'Q13', occupation: 'BIG_DATA', level: 'JUNIOR', headCount: 3, overridePercent: '3.33' },
      [
        ['PER_TRAINEE_HALF_UP', '3967.86', '0.00'],
        ['PER_LINE_HALF_UP', '3967.87', '0.01'],
        ['PER_TRAINEE_DOWN', '3967.86', '0.00'],
      ],
    ],
    [
      'Q33: a balance of 1000.00 for a payout of 1280.00',
      { question: 'Q33', specialAccountSurplus: '1000.00', payout: '1280.00' },
      [
        ['WATERFALL', '1280.00', '0.00'],
        ['STRICT_BINARY', '0.00', '-1280.00'],
      ],
    ],
    [
      'Q41: two of thirty trainees concerned',
      { question: 'Q41', occupation: 'AI', level: 'JUNIOR', paidTrainees: 30, affectedTrainees: 2 },
      [
        ['AFFECTED_ONLY', '1280.00', '0.00'],
        ['WHOLE_CLASS', '19200.00', '17920.00'],
      ],
    ],
    [
      'Q46: twenty heads asked for, ten places left',
      { question: 'Q46', region: '锦州', occupation: 'AI', level: 'JUNIOR', headCount: 20, usedPlaces: 90 },
      [
        ['CAP_FOR_SUBSIDISED_RESERVATIONS', '6400.00', '0.00'],
        ['TARGET', '12800.00', '6400.00'],
      ],
    ],
    [
      'Q62: a cap alone',
      { question: 'Q62', item: 'R-4B1' },
      [
        ['NEEDS_APPROVED_AMOUNT', null, '0.00'],
        ['CAP_IS_AMOUNT', '7000000.00', '7000000.00'],
      ],
    ],
    [
      'Q68: two and a half months of 2000 yuan',
      { question: 'Q68', item: 'R-10B', persons: 1, months: '2.5', approvedRate: '2000.00' },
      [
        ['WHOLE_MONTHS', null, '0.00'],
        ['PRO_RATA_MONTHS', '5000.00', '5000.00'],
        ['ROUND_UP_MONTHS', '6000.00', '6000.00'],
      ],
    ],
  ])('%s', async (_title, input, expected) => {
    expect(await effect(input)).toEqual(expected);
  });

  it('marks the default reading and the one in force', async () => {
    const { openQuestionEffect } = await ask<Asked>(QUERY, { input: { question: 'Q63', item: 'R-4C', persons: 40, years: 2 } });
    expect(openQuestionEffect).toEqual({
      question: 'Q63',
      key: 'reward.floorNeedsRate',
      readings: [
        { reading: 'FLOOR_ONLY', amount: null, difference: '0.00', isDefault: true, isInForce: true },
        { reading: 'FLOOR_IS_RATE', amount: '400000.00', difference: '400000.00', isDefault: false, isInForce: false },
      ],
    });
  });

  it.each<[string, Facts, Facts]>([
    ['a question that is not open', { question: 'Q99' }, { code: 'UNKNOWN_OPEN_QUESTION', field: 'question' }],
    ['a question without a price', { question: 'Q01' }, { code: 'BAD_USER_INPUT', field: 'question' }],
    ['a missing fact, by its name', { question: 'Q33', payout: '1280.00' }, { code: 'BAD_USER_INPUT', field: 'specialAccountSurplus' }],
  ])('refuses %s', async (_title, input, failure) => {
    await expect(effect(input)).rejects.toMatchObject(failure);
  });
});
