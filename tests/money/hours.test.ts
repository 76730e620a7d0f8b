import { exact } from '../../src/money/exact.js';
import { formatHours, totalHours } from '../../src/money/hours.js';

describe('hours (docs/decisions/0005-exact-money.md)', () => {
  it.each([
    [[{ count: 20, hours: '3.2' }], '64.0'],
    [[{ count: 3, hours: '0.1' }], '0.3'],
    [
      [
        { count: 2, hours: '4' },
        { count: 1, hours: '0.25' },
      ],
      '8.25',
    ],
    [[], '0'],
  ])('sessions %j last %s hours', (sessions, hours) => {
    expect(totalHours(sessions)).toBe(hours);
  });

  it('shows hours without needless zeros', () => {
    expect(formatHours(exact('128.00'))).toBe('128');
    expect(formatHours(exact('127.50'))).toBe('127.5');
  });
});
