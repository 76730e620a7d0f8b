import { quotaTransferCheck } from '../../src/policy/quota-transfer-check.js';
import { ask, failureOf } from './harness.js';

describe('a transfer of places (附件7: 结合实际动态调整; Q50: zero-sum)', () => {
  it.each([
    ['沈阳', '抚顺', 50, 0, [550, 150, 'OK']],
    ['抚顺', '沈阳', 100, 0, [0, 700, 'OK']],
    ['抚顺', '沈阳', 101, 0, [100, 600, 'REJECTED_NEGATIVE']],
    ['抚顺', '沈阳', 41, 60, [100, 600, 'REJECTED_RESERVED']],
    ['抚顺', '沈阳', 40, 60, [60, 640, 'OK']],
    ['抚顺', '沈阳', 101, 60, [100, 600, 'REJECTED_NEGATIVE']],
  ])('%s to %s, %d places, %d reserved: %j, and 3000 in all', (from, to, places, reservedFrom, answer) => {
    const { fromPlaces, toPlaces, status, sum } = ask(quotaTransferCheck, { from, to, places, reservedFrom });
    expect([fromPlaces, toPlaces, status]).toEqual(answer);
    expect(sum).toBe(3000);
  });

  it.each([
    ['沈阳', '沈阳'],
    ['沈阳', 'LN-210100'],
    ['沈阳市', '沈阳'],
  ])('from %s to %s is no transfer, however the region is written', (from, to) => {
    expect([
      failureOf(() => ask(quotaTransferCheck, { from, to, places: 1 })).code,
      failureOf(() => ask(quotaTransferCheck, { from, to, places: 1 })).field,
    ]).toEqual(['BAD_USER_INPUT', 'to']);
  });
});
