import { feeGap } from '../../src/policy/fee-gap.js';
import { ask, failureOf } from './harness.js';

describe('the gap between fee and subsidy (四(一)2: the trainee pays nothing)', () => {
  it.each([
    ['12.00', '1536.00', '256.00'],
    ['10.00', '1280.00', '0.00'],
    ['9.99', '1278.72', '0.00'],
    ['10.01', '1281.28', '1.28'],
    ['0.00', '0.00', '0.00'],
  ])('a fee of %s an hour is %s, of which the institution bears %s', (feePerHour, feeTotal, gapBorneByInstitution) => {
    const gap = ask(feeGap, { occupation: 'BIG_DATA', level: 'JUNIOR', feePerHour });
    expect(gap).toMatchObject({ subsidy: '1280.00', feeTotal, gapBorneByInstitution });
  });

  it.each(['12', '12.0', '-1.00', '1e2', '12.001', '', '１２.００'])('a fee of %j is not understood', (feePerHour) => {
    expect(failureOf(() => ask(feeGap, { occupation: 'BIG_DATA', level: 'JUNIOR', feePerHour })).field).toBe('feePerHour');
  });
});
