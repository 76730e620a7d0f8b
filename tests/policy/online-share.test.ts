import fc from 'fast-check';
import { onlineShare } from '../../src/policy/online-share.js';
import { ask, failureOf, runs } from './harness.js';

describe('online hours are at most half of all hours (辽人社发〔2023〕36号, 四(一))', () => {
  it.each([
    ['64', '128', '50.00', 'OK'],
    ['64.000001', '128', '50.00', 'HOLD_ONLINE_SHARE'],
    ['499999999.999999', '999999999.999999', '50.00', 'OK'],
    ['500000000', '999999999.999999', '50.00', 'HOLD_ONLINE_SHARE'],
    ['63.9999', '128', '50.00', 'OK'],
    ['0.0001', '0.0002', '50.00', 'OK'],
    ['0.0001', '0.0001', '100.00', 'HOLD_ONLINE_SHARE'],
    ['0', '0.0001', '0.00', 'OK'],
    ['499999.9999', '999999.9999', '50.00', 'OK'],
    ['500000', '999999.9999', '50.00', 'HOLD_ONLINE_SHARE'],
    ['33.35', '66.7', '50.00', 'OK'],
  ])('%s of %s hours: %s %%, %s', (onlineHours, totalHours, sharePercent, status) => {
    expect(ask(onlineShare, { onlineHours, totalHours })).toMatchObject({ sharePercent, status });
  });

  it.each([
    [[{ count: 20, hours: '3.2' }], '128', '64.0', 'OK'],
    [
      [
        { count: 20, hours: '3.2' },
        { count: 1, hours: '0.0001' },
      ],
      '128',
      '64.0001',
      'HOLD_ONLINE_SHARE',
    ],
  ])('sessions %j of %s hours are %s: %s', (onlineSessions, totalHours, onlineHours, status) => {
    expect(ask(onlineShare, { onlineSessions, totalHours })).toMatchObject({ onlineHours, status });
  });

  it.each([
    ['more online than in all', { onlineHours: '129', totalHours: '128' }, 'onlineHours'],
    ['more online than in all, by sessions', { onlineSessions: [{ count: 43, hours: '3' }], totalHours: '128' }, 'onlineSessions'],
    [
      'ten million hours online of 100, by sessions',
      { onlineSessions: [{ count: 10_000, hours: '1000' }], totalHours: '100' },
      'onlineSessions',
    ],
    ['no hours at all', { onlineHours: '0', totalHours: '0' }, 'totalHours'],
    ['both ways of saying it', { onlineHours: '1', onlineSessions: [{ count: 1, hours: '1' }], totalHours: '2' }, 'onlineHours'],
    ['neither', { totalHours: '2' }, 'onlineHours'],
    ['hours with junk', { onlineHours: '1h', totalHours: '2' }, 'onlineHours'],
    ['hours as a number', { onlineHours: 1, totalHours: '2' }, 'onlineHours'],
  ])('refuses %s', (_title, question, field) => {
    expect([failureOf(() => ask(onlineShare, question)).code, failureOf(() => ask(onlineShare, question)).field]).toEqual([
      'BAD_USER_INPUT',
      field,
    ]);
  });

  it('compares in whole numbers, never on the rounded percentage', () => {
    const text = (units: number): string => `${Math.trunc(units / 1_000_000)}.${`${units % 1_000_000}`.padStart(6, '0')}`;
    const near = fc.tuple(fc.integer({ min: 1, max: 999_999_999_999_999 }), fc.integer({ min: -2, max: 2 }));
    fc.assert(
      fc.property(near, ([total, off]) => {
        const online = Math.min(total, Math.max(0, Math.trunc(total / 2) + off));
        const { status } = ask(onlineShare, { onlineHours: text(online), totalHours: text(total) });
        expect(status).toBe(2 * online > total ? 'HOLD_ONLINE_SHARE' : 'OK');
      }),
      runs(300, 20_000),
    );
  });
});
