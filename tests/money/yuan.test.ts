import fc from 'fast-check';
import { exact } from '../../src/money/exact.js';
import { cutToFen, formatYuan, fromTenThousandYuan, roundToFen, yuan } from '../../src/money/yuan.js';
import { LONG_MS, runs } from './harness.js';

const SCALE = 12;
const BELOW_FEN = 10n ** 10n;

/** HALF_UP by whole numbers alone: the magnitude in 10^-12 yuan, rounded to fen. */
const roundedByHand = (isNegative: boolean, whole: bigint, fraction: string): string => {
  const units = whole * 10n ** 12n + BigInt(fraction.padEnd(SCALE, '0'));
  const fen = units / BELOW_FEN + ((units % BELOW_FEN) * 2n >= BELOW_FEN ? 1n : 0n);
  const digits = fen.toString().padStart(3, '0');
  return `${isNegative && fen > 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
};

const fractions = fc
  .tuple(fc.constantFrom('', '005', '00499', '995', '99499', '5', '015', '025'), fc.nat({ max: 999_999 }), fc.boolean())
  .map(([edge, random, isEdge]) => (isEdge && edge !== '' ? edge : `${random}`.padStart(6, '0')));

describe('yuan and fen (Q13 amount.rounding: HALF_UP to the fen)', () => {
  it.each([
    ['1.005', '1.01'],
    ['1.004999999999', '1.00'],
    ['2.675', '2.68'],
    ['1280.00512', '1280.01'],
    ['-1.005', '-1.01'],
    ['-0.004', '0.00'],
    ['0.005', '0.01'],
    ['999999999999999.995', '1000000000000000.00'],
  ])('%s is rounded to %s', (amount, rounded) => {
    expect(formatYuan(roundToFen(exact(amount)))).toBe(rounded);
  });

  it('cuts towards zero under the alternative reading', () => {
    expect(formatYuan(cutToFen(exact('1.009')))).toBe('1.00');
    expect(formatYuan(cutToFen(exact('-1.009')))).toBe('-1.00');
  });

  it('shows exactly two decimals and never a negative zero', () => {
    expect(formatYuan(exact('1280'))).toBe('1280.00');
    expect(formatYuan(exact('-0'))).toBe('0.00');
  });

  it('refuses to lose part of a fen', () => {
    expect(() => formatYuan(exact('0.001'))).toThrow('holds less than a fen');
    expect(() => yuan('0.001')).toThrow('holds less than a fen');
  });

  it.each([
    ['700', '7000000.00'],
    ['0.35', '3500.00'],
    ['1000', '10000000.00'],
  ])('%s 万元 are %s yuan (辽人社函〔2024〕251号 prints 万元)', (tenThousands, amount) => {
    expect(formatYuan(fromTenThousandYuan(tenThousands))).toBe(amount);
  });

  it(
    'rounds as whole-number arithmetic does',
    () => {
      const amounts = fc.tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 15n - 1n }), fractions);
      fc.assert(
        fc.property(amounts, ([isNegative, whole, fraction]) => {
          const rounded = formatYuan(roundToFen(exact(`${isNegative ? '-' : ''}${whole}.${fraction}`)));
          return rounded === roundedByHand(isNegative, whole, fraction);
        }),
        runs(20_000, 1_000_000),
      );
    },
    LONG_MS,
  );
});
