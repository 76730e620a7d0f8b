import fc from 'fast-check';
import { formatFen } from '../../src/money/fen.js';
import { arithmetic } from '../../src/policy/arithmetic.js';
import { ask, deskOf, failureOf, fenOf, runs, sumFen, underReading } from './harness.js';

describe('exact arithmetic (辽人社发〔2023〕36号, 四(一)2, 七(一); Q10, Q13)', () => {
  it.each([
    [['0.10', '0.20'], '0.30'],
    [['1280.00', '2560.00', '4000.00'], '7840.00'],
    [['0.005', '0.005'], '0.01'],
    [['0.004', '0.004'], '0.01'],
    [['0.001', '0.001'], '0.00'],
    [['-1280.00', '1280.00'], '0.00'],
    [[], '0.00'],
    [['999999999999999.99', '0.01'], '1000000000000000.00'],
  ])('the sum of %j is %s: added exactly, rounded once', (sum, amount) => {
    expect(ask(arithmetic, { sum })).toMatchObject({ operation: 'SUM', amount });
  });

  it.each([
    ['1.005', '1.01'],
    ['-1.005', '-1.01'],
    ['2.675', '2.68'],
    ['0', '0.00'],
    ['-0.001', '0.00'],
  ])('%s rounds to %s', (round, amount) => {
    expect(ask(arithmetic, { round })).toMatchObject({ operation: 'ROUND', amount });
  });

  it.each([
    ['700', '7000000.00'],
    ['0.35', '3500.00'],
    ['0.0000005', '0.01'],
  ])('%s 万元 are %s', (tenThousandYuan, amount) => {
    expect(ask(arithmetic, { tenThousandYuan })).toMatchObject({ operation: 'TEN_THOUSAND_YUAN', amount });
  });

  it.each([
    ['100.00', 3, ['33.34', '33.33', '33.33']],
    ['0.02', 3, ['0.01', '0.01', '0.00']],
  ])('%s in %d parts: %j', (amount, parts, shares) => {
    expect(ask(arithmetic, { splitEqually: { amount, parts } })).toMatchObject({ operation: 'SPLIT_EQUALLY', amount, parts: shares });
  });

  it.each([
    ['7', '1369.60', '89.60'],
    ['-2.5', '1248.00', '-32.00'],
    ['0.0004', '1280.01', '0.01'],
    ['0', '1280.00', '0.00'],
  ])('%s %% on top of big data, junior: %s', (percent, amount, extra) => {
    expect(ask(arithmetic, { override: { occupation: 'BIG_DATA', level: 'JUNIOR', percent } })).toMatchObject({
      operation: 'OVERRIDE',
      amount,
      extra,
    });
  });

  it('Q13 cuts under PER_TRAINEE_DOWN', () => {
    const question = { override: { occupation: 'BIG_DATA', level: 'JUNIOR', percent: '0.0004' } };
    expect(ask(arithmetic, question, deskOf(underReading('amount.rounding', 'PER_TRAINEE_DOWN'))).amount).toBe('1280.00');
  });

  it('a percentage cannot take more than there is: no subsidy is negative', () => {
    const question = { override: { occupation: 'BIG_DATA', level: 'JUNIOR', percent: '-100.000001' } };
    expect([failureOf(() => ask(arithmetic, question)).code, failureOf(() => ask(arithmetic, question)).field]).toEqual([
      'BAD_USER_INPUT',
      'override.percent',
    ]);
  });

  it.each([
    ['nothing', {}],
    ['two things', { round: '1', tenThousandYuan: '1' }],
    ['an exponent', { round: '1e3' }],
    ['a number', { round: 1 }],
    ['more decimals than allowed', { round: `0.${'0'.repeat(40)}1` }],
    ['no parts', { splitEqually: { amount: '1.00', parts: 0 } }],
    ['parts of a part', { splitEqually: { amount: '1.00', parts: 1.5 } }],
  ])('cannot be asked for %s', (_title, question) => {
    expect(failureOf(() => ask(arithmetic, question)).code).toBe('BAD_USER_INPUT');
  });

  it('splits into parts that sum to the amount', () => {
    fc.assert(
      fc.property(fc.nat({ max: 2 ** 31 - 1 }), fc.integer({ min: 1, max: 1_000 }), (fen, parts) => {
        const answer = ask(arithmetic, { splitEqually: { amount: formatFen(fen), parts } });
        expect(sumFen(answer.parts ?? [])).toBe(fenOf(answer.amount));
      }),
      runs(60, 5_000),
    );
  });
});
