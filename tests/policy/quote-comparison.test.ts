import fc from 'fast-check';
import { type ComparedLine, compareWithQuote } from '../../src/policy/quote-comparison.js';
import { fenOf, runs, sumFen } from './harness.js';

/** 27 senior trainees of big data: 160 hours at 25 yuan, 4000.00 each, 108000.00 together (附件5). */
const BIG_DATA: ComparedLine = {
  occupation: 'BIG_DATA',
  level: 'SENIOR',
  headCount: 27,
  hours: '160',
  hourlyRate: '25.00',
  amountPerTrainee: '4000.00',
  amount: '108000.00',
  status: 'PAYABLE',
};
/** 25 intermediate trainees of AI: 80 hours at 20 yuan, 1600.00 each (附件5). */
const AI: ComparedLine = {
  occupation: 'AI',
  level: 'INTERMEDIATE',
  headCount: 25,
  hours: '80',
  hourlyRate: '20.00',
  amountPerTrainee: '1600.00',
  amount: '40000.00',
  status: 'PAYABLE',
};
const HELD = { status: 'HOLD', amount: '0.00' } as const;

const told = (before: readonly ComparedLine[], after: readonly ComparedLine[]) => {
  const { status, difference, causes } = compareWithQuote(before, after);
  return [status, difference, causes.map(({ code, amount }) => `${code} ${amount}`)];
};

describe('what is asked now against a quote (our design, docs/decisions/0021-quotes.md)', () => {
  it.each<readonly [string, readonly ComparedLine[], readonly ComparedLine[]]>([
    ['the same lines', [BIG_DATA, AI], [BIG_DATA, AI]],
    ['the same lines in another order', [BIG_DATA, AI], [AI, BIG_DATA]],
    ['hours and a rate written differently', [BIG_DATA], [{ ...BIG_DATA, hours: '160.0', hourlyRate: '25' }]],
    ['no lines at all', [], []],
    ['two lines of one occupation and level, told apart by their hours', [BIG_DATA, HALF()], [HALF(), BIG_DATA]],
    ['a held line', [{ ...BIG_DATA, ...HELD }], [{ ...BIG_DATA, ...HELD }]],
  ])('%s: SAME', (_title, before, after) => expect(told(before, after)).toEqual(['SAME', '0.00', []]));

  it.each<readonly [string, readonly ComparedLine[], readonly ComparedLine[], string, readonly string[]]>([
    [
      'two trainees fewer: 2 x 4000',
      [BIG_DATA],
      [{ ...BIG_DATA, headCount: 25, amount: '100000.00' }],
      '-8000.00',
      ['HEADS_CHANGED -8000.00'],
    ],
    [
      'the rate rises by 5 yuan: 27 x 160 x 5',
      [BIG_DATA],
      [{ ...BIG_DATA, hourlyRate: '30.00', amountPerTrainee: '4800.00', amount: '129600.00' }],
      '21600.00',
      ['RATE_CHANGED 21600.00'],
    ],
    [
      'ten hours fewer: 27 x 10 x 25',
      [BIG_DATA],
      [{ ...BIG_DATA, hours: '150', amountPerTrainee: '3750.00', amount: '101250.00' }],
      '-6750.00',
      ['HOURS_CHANGED -6750.00'],
    ],
    [
      'all three: 2 x 4000 less; 25 x 10 x 25 less; 25 x 150 x 5 more',
      [BIG_DATA],
      [{ ...BIG_DATA, headCount: 25, hours: '150', hourlyRate: '30.00', amountPerTrainee: '4500.00', amount: '112500.00' }],
      '4500.00',
      ['HEADS_CHANGED -8000.00', 'HOURS_CHANGED -6250.00', 'RATE_CHANGED 18750.00'],
    ],
    [
      'another level for two fewer: 27 x (2560 - 4000), then 2 x 2560 less',
      [BIG_DATA],
      [
        {
          ...BIG_DATA,
          level: 'INTERMEDIATE',
          headCount: 25,
          hours: '128',
          hourlyRate: '20.00',
          amountPerTrainee: '2560.00',
          amount: '64000.00',
        },
      ],
      '-44000.00',
      ['OCCUPATION_OR_LEVEL_CHANGED -38880.00', 'HEADS_CHANGED -5120.00'],
    ],
    [
      'another occupation of the same level and heads: 25 x (1280 - 1600)',
      [AI],
      [{ ...AI, occupation: 'BLOCKCHAIN', hours: '64', amountPerTrainee: '1280.00', amount: '32000.00' }],
      '-8000.00',
      ['OCCUPATION_OR_LEVEL_CHANGED -8000.00'],
    ],
    ['a line that is gone', [BIG_DATA, AI], [BIG_DATA], '-40000.00', ['LINE_MISSING -40000.00']],
    ['a line that is new', [BIG_DATA], [BIG_DATA, AI], '40000.00', ['LINE_NEW 40000.00']],
    [
      'a line that is held now, whatever its heads',
      [BIG_DATA],
      [{ ...BIG_DATA, ...HELD, headCount: 25 }],
      '-108000.00',
      ['DECISION_CHANGED -108000.00'],
    ],
    ['a line whose hold is cleared', [{ ...BIG_DATA, ...HELD }], [BIG_DATA], '108000.00', ['DECISION_CHANGED 108000.00']],
    [
      'a fen for each of 27 by another rounding',
      [BIG_DATA],
      [{ ...BIG_DATA, amountPerTrainee: '4000.01', amount: '108000.27' }],
      '0.27',
      ['ROUNDING_CHANGED 0.27'],
    ],
    [
      'heads of a line that is held both times: nothing in yuan',
      [{ ...BIG_DATA, ...HELD }],
      [{ ...BIG_DATA, ...HELD, headCount: 25 }],
      '0.00',
      ['HEADS_CHANGED 0.00'],
    ],
    [
      'changes that cancel out: 30 x 4000 = 24 x 5000',
      [{ ...BIG_DATA, headCount: 30, amount: '120000.00' }],
      [{ ...BIG_DATA, headCount: 24, hourlyRate: '31.25', amountPerTrainee: '5000.00', amount: '120000.00' }],
      '0.00',
      ['HEADS_CHANGED -24000.00', 'RATE_CHANGED 24000.00'],
    ],
    ['a quote of nothing', [], [AI], '40000.00', ['LINE_NEW 40000.00']],
  ])('%s: DIFFERENT', (_title, before, after, difference, causes) =>
    expect(told(before, after)).toEqual(['DIFFERENT', difference, causes]),
  );

  it('says each cause in both languages, with what it was and is', () => {
    const [cause] = compareWithQuote([BIG_DATA], [{ ...BIG_DATA, headCount: 25, amount: '100000.00' }]).causes;
    expect(cause).toEqual({
      code: 'HEADS_CHANGED',
      occupation: 'BIG_DATA',
      level: 'SENIOR',
      before: '27',
      after: '25',
      amount: '-8000.00',
      text: {
        zh: 'BIG_DATA 高级：人数由 27 变为 25，相差 -8000.00 元',
        en: 'BIG_DATA, senior: heads were 27, are 25; difference -8000.00 CNY',
      },
    });
  });

  const decimal = (most: number, decimals: number) => fc.nat(most).map((units) => (units / 10 ** decimals).toFixed(decimals));
  /** Lines as they come, also such whose amounts fit neither their hours nor their heads. */
  const line: fc.Arbitrary<ComparedLine> = fc.record({
    occupation: fc.constantFrom('BIG_DATA', 'AI', 'IOT'),
    level: fc.constantFrom('JUNIOR', 'INTERMEDIATE', 'SENIOR'),
    headCount: fc.integer({ min: 1, max: 1_000 }),
    hours: decimal(400_000, 3),
    hourlyRate: decimal(9_999, 2),
    amountPerTrainee: decimal(999_999, 2),
    amount: decimal(99_999_999, 2),
    status: fc.constantFrom('PAYABLE', 'HOLD', 'NOT_PAYABLE'),
  });
  const lines = fc.array(line, { maxLength: 6 });

  it('the amounts of the causes sum exactly to the difference, whatever the lines', () => {
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const { status, quotedAmount, presentAmount, difference, causes } = compareWithQuote(before, after);
        expect(fenOf(quotedAmount)).toBe(sumFen(before.map(({ amount }) => amount)));
        expect(fenOf(presentAmount)).toBe(sumFen(after.map(({ amount }) => amount)));
        expect(fenOf(difference)).toBe(fenOf(presentAmount) - fenOf(quotedAmount));
        expect(sumFen(causes.map(({ amount }) => amount))).toBe(fenOf(difference));
        expect(status).toBe(causes.length === 0 ? 'SAME' : 'DIFFERENT');
      }),
      runs(300, 30_000),
    );
  });

  it('lines are the same as themselves in any order, and one more is one cause', () => {
    fc.assert(
      fc.property(lines, line, fc.nat(), (before, extra, turn) => {
        const at = before.length === 0 ? 0 : turn % before.length;
        const turned = [...before.slice(at), ...before.slice(0, at)];
        expect(compareWithQuote(before, turned).causes.filter(({ amount }) => amount !== '0.00')).toEqual([]);
        expect(sumFen(compareWithQuote(before, [...turned, extra]).causes.map(({ amount }) => amount))).toBe(fenOf(extra.amount));
      }),
      runs(100, 10_000),
    );
  });
});

/** Another line of the cell of BIG_DATA: 3 trainees with 120 hours. */
function HALF(): ComparedLine {
  return { ...BIG_DATA, headCount: 3, hours: '120', amountPerTrainee: '3000.00', amount: '9000.00' };
}
