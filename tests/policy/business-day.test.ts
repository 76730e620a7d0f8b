import { notAfterClock } from '../../src/policy/business-day.js';
import { failureOf } from './harness.js';

describe('a business day is not later than the clock', () => {
  it.each(['2025-03-01', '2025-02-28', '1999-12-31'])('%s on 2025-03-01', (day) => {
    expect(() => notAfterClock(day, '2025-03-01', 'filedOn')).not.toThrow();
  });

  it('refuses tomorrow by the name of the field, in both languages', () => {
    const failure = failureOf(() => notAfterClock('2025-03-02', '2025-03-01', 'input.filedOn'));
    expect([failure.code, failure.field, failure.facts]).toEqual([
      'BAD_USER_INPUT',
      'input.filedOn',
      { day: '2025-03-02', today: '2025-03-01' },
    ]);
    for (const text of [failure.text.zh, failure.text.en])
      for (const part of ['input.filedOn', '2025-03-02', '2025-03-01']) expect(text).toContain(part);
  });
});
