import fc from 'fast-check';
import { exceedsShare, hourUnits, reachesShare, shareOf } from '../../src/money/hour-units.js';
import { runs } from './harness.js';

const text = (units: number): string => `${Math.trunc(units / 1_000_000)}.${`${units % 1_000_000}`.padStart(6, '0')}`;
const units = fc.oneof(fc.nat({ max: 1_000 }), fc.integer({ min: 0, max: 999_999_999_999_999 }));

describe('hours as whole millionths (docs/decisions/0005-exact-money.md)', () => {
  it.each([
    ['128', 128_000_000],
    ['127.5', 127_500_000],
    ['0.000001', 1],
    ['999999999.999999', 999_999_999_999_999],
  ])('%s hours are %d', (hours, expected) => {
    expect(hourUnits(hours)).toBe(expected);
  });

  it.each(['', '-1', '1.0000001', '1e3', ' 1', '1234567890', '.5', '5.', '１'])('%j is no text of hours', (hours) => {
    expect(() => hourUnits(hours)).toThrow('is not hours');
  });

  it('holds every text of hours exactly', () => {
    fc.assert(
      fc.property(units, (count) => hourUnits(text(count)) === count),
      runs(1_000, 100_000),
    );
  });

  it.each([
    ['0.50', 1, 2],
    ['0.333333', 333_333, 1_000_000],
    ['1', 1, 1],
    ['0', 0, 1],
  ])('the share %s is %d / %d', (share, numerator, denominator) => {
    expect(shareOf(share)).toEqual({ numerator, denominator });
  });

  it('compares with a share as whole numbers do, beyond exact doubles too', () => {
    const shares = fc.constantFrom('0.50', '0.333333', '0.999999', '1', '0');
    fc.assert(
      fc.property(units, fc.integer({ min: -3, max: 3 }), shares, (whole, off, share) => {
        const [numerator, denominator] = [
          BigInt(share.replace('.', '').padEnd(share.includes('.') ? 7 : 1, '0')),
          share.includes('.') ? 1_000_000n : 1n,
        ];
        const scaled = share.includes('.') ? numerator % 10_000_000n : numerator;
        const part = Math.max(0, parseInt(`${(BigInt(whole) * scaled) / denominator}`, 10) + off);
        expect(exceedsShare(part, whole, shareOf(share))).toBe(BigInt(part) * denominator > BigInt(whole) * scaled);
      }),
      runs(1_000, 100_000),
    );
  });

  it('reaches a share where it is not below it', () => {
    const shares = fc.constantFrom('0.50', '0.45', '0.333333', '1', '0');
    fc.assert(
      fc.property(units, units, shares, (a, b, share) => {
        const [part, whole] = [Math.min(a, b), Math.max(a, b)];
        const { numerator, denominator } = shareOf(share);
        expect(reachesShare(part, whole, shareOf(share))).toBe(BigInt(part) * BigInt(denominator) >= BigInt(whole) * BigInt(numerator));
      }),
      runs(1_000, 100_000),
    );
  });
});
