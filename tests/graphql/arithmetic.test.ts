import { ask } from './harness.js';

const QUERY =
  'query ($input: ArithmeticInput!) { arithmetic(input: $input) { operation amount extra parts explanation { rounding result } } }';

interface Asked {
  readonly arithmetic: {
    readonly operation: string;
    readonly amount: string;
    readonly extra: string | null;
    readonly parts: readonly string[] | null;
    readonly explanation: { readonly result: string };
  };
}
const work = async (input: Readonly<Record<string, unknown>>) => (await ask<Asked>(QUERY, { input })).arithmetic;

describe('arithmetic: one rounding, half up, at the fen (Q13; our design, docs/decisions/0005-exact-money.md)', () => {
  it.each([
    ['three amounts of a tariff row', ['1280.00', '2560.00', '4000.00'], '7840.00'],
    ['tenths that binary numbers miss', ['0.1', '0.2'], '0.30'],
    ['parts of a fen are rounded once, at the end', ['0.001', '0.004'], '0.01'],
    ['just below half a fen', ['0.001', '0.0039'], '0.00'],
    ['gains and losses', ['10.00', '-12.50'], '-2.50'],
    ['nothing', [], '0.00'],
  ])('sum: %s', async (_title, sum, amount) => {
    expect(await work({ sum })).toMatchObject({ operation: 'SUM', amount, extra: null, parts: null, explanation: { result: amount } });
  });

  it.each([
    ['1.005', '1.01'],
    ['1.004999999999', '1.00'],
    ['0.025', '0.03'],
    ['-1.005', '-1.01'],
    ['-0.001', '0.00'],
  ])('round: %s gives %s', async (round, amount) => {
    expect(await work({ round })).toMatchObject({ operation: 'ROUND', amount, extra: null, parts: null });
  });

  it.each([
    ['700', '7000000.00'],
    ['0.35', '3500.00'],
    ['0.0000005', '0.01'],
    ['0.00000049', '0.00'],
  ])('tenThousandYuan: %s 万元 are %s yuan', async (tenThousandYuan, amount) => {
    expect(await work({ tenThousandYuan })).toMatchObject({ operation: 'TEN_THOUSAND_YUAN', amount, extra: null, parts: null });
  });
});

describe('arithmetic: percentages on the tariff (四(一)2, Q10) and equal splits', () => {
  it.each([
    ['AI', 'JUNIOR', '7', '44.80', '684.80'], // 640.00 x 1.07
    ['大数据', 'JUNIOR', '3.33', '42.62', '1322.62'], // 1280.00 x 0.0333 = 42.624
    ['INTEGRATED_CIRCUIT', 'SENIOR', '-10', '-400.00', '3600.00'],
    ['AI', 'JUNIOR', '0', '0.00', '640.00'],
  ])('override: %s %s, %s per cent', async (occupation, level, percent, extra, amount) => {
    expect(await work({ override: { occupation, level, percent } })).toMatchObject({ operation: 'OVERRIDE', amount, extra, parts: null });
  });

  it.each([
    ['640.00', 3, ['213.34', '213.33', '213.33']],
    ['0.02', 3, ['0.01', '0.01', '0.00']],
    ['1280.00', 1, ['1280.00']],
  ])('splitEqually: %s in %i parts loses no fen', async (amount, parts, shares) => {
    expect(await work({ splitEqually: { amount, parts } })).toMatchObject({
      operation: 'SPLIT_EQUALLY',
      amount,
      extra: null,
      parts: shares,
    });
  });
});

describe('arithmetic: exactly one thing is worked out', () => {
  it.each([
    ['none', {}],
    ['none but a day', { on: '2026-11-22', region: '沈阳' }],
    ['two', { round: '1.005', sum: ['1.00'] }],
    ['two, one of them an empty sum', { round: '1.005', sum: [] }],
  ])('refuses %s', async (_title, input) => {
    await expect(work(input)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  it('takes null for left out', async () => {
    expect(await work({ round: '1.005', sum: null, override: null })).toMatchObject({ operation: 'ROUND', amount: '1.01' });
  });

  it('refuses money that is not a text of two decimals', async () => {
    await expect(work({ splitEqually: { amount: '640', parts: 3 } })).rejects.toThrow('MoneyCNY must be a string of yuan');
    await expect(work({ round: 1.005 })).rejects.toThrow('Decimal must be a plain decimal string');
  });
});
