import fc from 'fast-check';
import { apportionByLargestRemainder, splitEqually } from '../../src/money/allocate.js';
import { sumOf } from '../../src/money/exact.js';
import { formatFen } from '../../src/money/fen.js';
import { formatYuan, yuan } from '../../src/money/yuan.js';
import { runs } from './harness.js';

describe('equal splits lose no fen (docs/decisions/0005-exact-money.md)', () => {
  it.each([
    ['100.00', 3, ['33.34', '33.33', '33.33']],
    ['0.01', 3, ['0.01', '0.00', '0.00']],
    ['0.00', 2, ['0.00', '0.00']],
    ['1280.00', 1, ['1280.00']],
    ['-0.05', 2, ['-0.03', '-0.02']],
  ] as const)('%s in %d parts: %j', (amount, parts, shares) => {
    expect(splitEqually(yuan(amount), parts).map(formatYuan)).toEqual(shares);
  });

  it('refuses to split into no parts', () => {
    expect(() => splitEqually(yuan('1.00'), 0)).toThrow('at least one part');
  });

  it('gives parts that sum to the whole, fall never by more than a fen and never rise', () => {
    fc.assert(
      fc.property(fc.integer({ min: -(10 ** 15), max: 10 ** 15 }), fc.integer({ min: 1, max: 1_000 }), (fen, parts) => {
        const shares = splitEqually(yuan(formatFen(fen)), parts);
        const inFen = shares.map((share) => BigInt(share.times(100).toFixed(0)));
        const spread = (inFen[0] ?? 0n) - (inFen.at(-1) ?? 0n);
        expect(formatYuan(sumOf(shares))).toBe(formatFen(fen));
        expect(shares).toHaveLength(parts);
        expect(spread * BigInt(Math.sign(fen)) >= 0n && spread <= 1n && spread >= -1n).toBe(true);
      }),
      runs(150, 1_500),
    );
  });
});

describe('largest remainder (docs/decisions/0005-exact-money.md)', () => {
  it.each([
    [10, [1n, 1n, 1n], [4, 3, 3]],
    [0, [1n, 2n], [0, 0]],
    [7, [0n, 5n, 2n], [0, 5, 2]],
    [100, [600n, 200n, 100n], [67, 22, 11]],
    [1, [1n, 1n], [1, 0]],
  ])('%d units by %j are %j', (total, weights, shares) => {
    expect(apportionByLargestRemainder(total, weights)).toEqual(shares);
  });

  it('gives whole shares that sum to the total and stay within one of the exact share', () => {
    const weights = fc
      .array(fc.bigInt({ min: 0n, max: 10n ** 9n }), { minLength: 1, maxLength: 30 })
      .filter((list) => list.some((weight) => weight > 0n));
    fc.assert(
      fc.property(fc.nat({ max: 1_000_000 }), weights, (total, list) => {
        const shares = apportionByLargestRemainder(total, list);
        const weightSum = list.reduce((sum, weight) => sum + weight, 0n);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBe(total);
        shares.forEach((share, index) => {
          const distance = BigInt(share) * weightSum - BigInt(total) * (list[index] ?? 0n);
          expect(distance < weightSum && distance > -weightSum).toBe(true);
        });
      }),
      runs(300, 20_000),
    );
  });
});
