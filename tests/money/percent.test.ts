import { exact } from '../../src/money/exact.js';
import { percentOf, sharePercent } from '../../src/money/percent.js';

describe('percentages (docs/decisions/0005-exact-money.md)', () => {
  it.each([
    ['64', '128', '50.00'],
    ['64.0001', '128', '50.00'],
    ['1', '3', '33.33'],
    ['2', '3', '66.67'],
    ['0.005', '100', '0.01'],
    ['0', '128', '0.00'],
  ])('%s of %s is %s %%, HALF_UP', (part, whole, percent) => {
    expect(sharePercent(exact(part), exact(whole))).toBe(percent);
  });

  it('takes a percentage of an amount without rounding', () => {
    expect(percentOf(exact('1280.00'), exact('0.0004')).toFixed()).toBe('0.00512');
  });
});
