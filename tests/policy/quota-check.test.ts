import { quotaCheck } from '../../src/policy/quota-check.js';
import { QUOTA } from './annexes.js';
import { ask, deskOf, failureOf, underReading } from './harness.js';

describe('a region fills its places and no more (七(一), 附件7)', () => {
  it.each(QUOTA)('%s (%s): %d places are reached, not passed', (region, zh, places) => {
    const attempts = [
      { used: 0, requested: places },
      { used: 0, requested: places + 1 },
      { used: places - 1, requested: 1 },
      { used: places, requested: 1 },
      { used: places + 5, requested: 1 },
    ];
    const answer = ask(quotaCheck, { region: zh, attempts });
    expect([answer.region, answer.quota, answer.mode]).toEqual([region, places, 'CAP']);
    expect(answer.attempts.map(({ status, availableBefore }) => [status, availableBefore])).toEqual([
      ['OK', places],
      ['QUOTA_EXCEEDED', places],
      ['OK', 1],
      ['QUOTA_EXCEEDED', 0],
      ['QUOTA_EXCEEDED', 0],
    ]);
  });

  it('Q46 under TARGET the places may be passed', () => {
    const answer = ask(
      quotaCheck,
      { region: '抚顺', attempts: [{ used: 100, requested: 1 }] },
      deskOf(underReading('quota.mode', 'TARGET')),
    );
    expect([answer.mode, answer.attempts[0]?.status]).toEqual(['TARGET', 'OK']);
  });

  it.each([
    ['长春', 'UNKNOWN_REGION'],
    ['', 'BAD_USER_INPUT'],
  ])('%j is no region of Annex 7', (region, code) => {
    expect(failureOf(() => ask(quotaCheck, { region, attempts: [{ used: 0, requested: 1 }] })).code).toBe(code);
  });
});
