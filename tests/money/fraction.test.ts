import fc from 'fast-check';
import { exact } from '../../src/money/exact.js';
import { exactFraction } from '../../src/money/fraction.js';
import { runs } from './harness.js';

describe('fractions (docs/decisions/0005-exact-money.md)', () => {
  it.each([
    ['63140.00', 30, '6314/3', '2104.67'],
    ['1280.00', 1, '1280/1', '1280.00'],
    ['0.00', 5, '0/1', '0.00'],
    ['0.01', 2, '1/200', '0.01'],
    ['-1.00', 3, '-1/3', '-0.33'],
  ])('%s shared by %d is %s, shown as %s', (amount, count, fraction, display) => {
    expect(exactFraction(exact(amount), count)).toEqual({ exactFraction: fraction, display });
  });
});

describe('any fraction (docs/decisions/0005-exact-money.md)', () => {
  it('gives fractions in lowest terms that are the amount again', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.integer({ min: 1, max: 100_000 }), (fen, count) => {
        const amount = exact(`${fen}`).times(exact('0.01'));
        const [numerator = 0n, denominator = 0n] = exactFraction(amount, count).exactFraction.split('/').map(BigInt);
        expect(numerator * BigInt(count) * 100n).toBe(BigInt(fen) * denominator);
      }),
      runs(300, 20_000),
    );
  });
});
