import fc from 'fast-check';
import { coversShare, onlineGate } from '../../../src/policy/training/online-gate.js';
import { book, bookOf, runs, underReading } from '../harness.js';

const hours = (onlineHours: string, offlineHours: string) => ({ onlineHours, offlineHours });

describe('the online share of a course run (辽人社发〔2023〕36号, 四(一); AMB-11)', () => {
  it.each([
    ['none online', '0', '160', 'OK', false, '0.00'],
    ['just under our alert share', '71.999999', '88.000001', 'OK', false, '45.00'],
    ['our alert share exactly', '72', '88', 'OK', true, '45.00'],
    ['exactly half', '80', '80', 'OK', true, '50.00'],
    ['a millionth of an hour above half', '80.000001', '79.999999', 'HOLD', false, '50.00'],
    ['all online', '160', '0', 'HOLD', false, '100.00'],
  ])('%s', (_title, online, offline, status, isNear, percent) => {
    expect(onlineGate(book, hours(online, offline), [])).toMatchObject({
      status,
      isNear,
      percent,
      limitPercent: '50.00',
      clause: 'LN2023-36/4.1.4',
    });
  });

  it.each([
    ['the same share', '96', '64', 'RELEASED'],
    ['the same share of fewer hours', '60', '40', 'RELEASED'],
    ['a lower one, still above the limit', '90', '70', 'RELEASED'],
    ['a higher one', '96.000001', '63.999999', 'HOLD'],
  ])('an exception for 60 %% and %s', (_title, online, offline, status) => {
    expect(onlineGate(book, hours(online, offline), [hours('96', '64')]).status).toBe(status);
  });

  it('one exception of several is enough', () => {
    expect(onlineGate(book, hours('100', '60'), [hours('96', '64'), hours('120', '40')]).status).toBe('RELEASED');
  });

  it('compares shares as whole numbers do', () => {
    const amount = fc.integer({ min: 1, max: 999_999_999 });
    const text = (units: number) =>
      `${units / 1_000_000 >= 1 ? BigInt(units) / 1_000_000n : 0n}.${`${units % 1_000_000}`.padStart(6, '0')}`;
    fc.assert(
      fc.property(amount, amount, amount, amount, (a, b, c, d) => {
        const isCovered = BigInt(c) * BigInt(a + b) <= BigInt(a) * BigInt(c + d);
        expect(coversShare(hours(text(a), text(b)), hours(text(c), text(d)))).toBe(isCovered);
      }),
      runs(500, 50_000),
    );
  });

  it('is not answered under a reading of Q18 that measures otherwise', () => {
    const perTrainee = bookOf(underReading('evidence.onlineScope', 'PER_TRAINEE'));
    expect(() => onlineGate(perTrainee, hours('80', '80'), [])).toThrow(expect.objectContaining({ code: 'READING_NOT_COMPUTED' }));
  });
});
