import { runTariff } from '../../../src/policy/training/run-tariff.js';
import { archive, bookOf, withRegionalFigure } from '../harness.js';
import { RUN } from './supervised.js';

describe('what a trainee of a run is worth (辽人社发〔2023〕36号, 四(一)2, 附件5)', () => {
  it('160 required hours at 25 yuan, whatever the planned hours', () => {
    const tariff = runTariff(bookOf(archive, RUN.filedOn, RUN.regionCode), { ...RUN, onlineHours: '40', offlineHours: '160' });
    expect(tariff).toMatchObject({ amount: '4000.00', hourlyRate: { value: '25.00' }, requiredHours: { value: '160' } });
    expect(tariff?.explanation).toMatchObject({ rule: 'perTraineeAmount@1', result: '4000.00' });
  });

  it.each([
    ['the day before the filing', '2026-03-01', '4800.00'],
    ['the day of the filing', '2026-03-02', '4800.00'],
    ['the day after the filing', '2026-03-03', '4000.00'],
  ])('a rate of 大连 of 30 yuan from %s', (_title, validFrom, amount) => {
    const rules = withRegionalFigure('HOURLY_RATE', 'SENIOR', { value: '30.00', regionCode: 'LN-210200', validFrom });
    expect(runTariff(bookOf(rules, RUN.filedOn, RUN.regionCode), RUN)?.amount).toBe(amount);
  });

  it('a market run has none', () => expect(runTariff(bookOf(archive, RUN.filedOn), { ...RUN, fundingMode: 'MARKET' })).toBeNull());
});
