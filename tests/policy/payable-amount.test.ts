import fc from 'fast-check';
import { formatFen } from '../../src/money/fen.js';
import { type AmountReadings, lineAmount, type LineFacts } from '../../src/policy/payable-amount.js';
import { tariffCell } from '../../src/policy/tariff.js';
import { CELLS, RATES } from './annexes.js';
import { book, fenOf, runs } from './harness.js';

const DEFAULT: AmountReadings = { payableHours: 'REQUIRED_HOURS', onlineHoursRate: 'FULL_RATE', rounding: 'PER_TRAINEE_HALF_UP' };
const bigDataJunior = tariffCell(book, 'BIG_DATA', 'JUNIOR', 'occupation');
const facts = (known: Partial<LineFacts>): LineFacts => ({ headCount: 1, certifiedHours: null, onlineHours: null, ...known });
const worth = (known: Partial<LineFacts>, readings: Partial<AmountReadings> = {}) => {
  const { perTrainee, amount } = lineAmount(bigDataJunior, facts(known), { ...DEFAULT, ...readings });
  return [formatFen(perTrainee), formatFen(amount)];
};

describe('the amount of a line: payable hours x hourly rate x heads (四(一)2, 附件5); big data, junior: 128 x 10', () => {
  it.each<[string | null, AmountReadings['payableHours'], string]>([
    ['100', 'REQUIRED_HOURS', '1280.00'],
    ['100', 'MIN_CERTIFIED_REQUIRED', '1000.00'],
    ['100', 'CERTIFIED_HOURS', '1000.00'],
    ['128', 'REQUIRED_HOURS', '1280.00'],
    ['128', 'MIN_CERTIFIED_REQUIRED', '1280.00'],
    ['128', 'CERTIFIED_HOURS', '1280.00'],
    ['150.5', 'REQUIRED_HOURS', '1280.00'],
    ['150.5', 'MIN_CERTIFIED_REQUIRED', '1280.00'],
    ['150.5', 'CERTIFIED_HOURS', '1505.00'],
    [null, 'CERTIFIED_HOURS', '1280.00'],
  ])('Q08: %s certified hours under %s are %s', (certifiedHours, payableHours, amount) => {
    expect(worth({ certifiedHours }, { payableHours })).toEqual([amount, amount]);
  });

  it.each<[string | null, AmountReadings['onlineHoursRate'], string]>([
    ['40', 'FULL_RATE', '1280.00'],
    ['40', 'OFFLINE_HOURS_ONLY', '880.00'],
    ['0.5', 'OFFLINE_HOURS_ONLY', '1275.00'],
    ['128', 'OFFLINE_HOURS_ONLY', '0.00'],
    ['200', 'OFFLINE_HOURS_ONLY', '0.00'],
    [null, 'OFFLINE_HOURS_ONLY', '1280.00'],
  ])('Q12: %s online hours under %s leave %s', (onlineHours, onlineHoursRate, amount) => {
    expect(worth({ onlineHours }, { onlineHoursRate })).toEqual([amount, amount]);
  });

  it.each<[AmountReadings['rounding'], string, string]>([
    ['PER_TRAINEE_HALF_UP', '1280.01', '3840.03'],
    ['PER_LINE_HALF_UP', '1280.01', '3840.02'],
    ['PER_TRAINEE_DOWN', '1280.00', '3840.00'],
  ])('Q13: three heads at 1280.00512 under %s are %s each, %s together', (rounding, each, together) => {
    expect(worth({ headCount: 3, overridePercent: '0.0004' }, { rounding })).toEqual([each, together]);
  });

  it.each([
    ['7', '1369.60'],
    ['-2.5', '1248.00'],
    ['0', '1280.00'],
    ['100', '2560.00'],
  ])('Q10: %s %% on top are %s', (overridePercent, amount) => {
    expect(worth({ overridePercent })).toEqual([amount, amount]);
  });

  it('is nothing for nobody', () => {
    expect(worth({ headCount: 0 })).toEqual(['1280.00', '0.00']);
  });

  it('multiplies heads exactly for every cell and any number of heads', () => {
    const lines = fc.tuple(fc.constantFrom(...CELLS), fc.integer({ min: 1, max: 1_000_000 }));
    fc.assert(
      fc.property(lines, ([{ occupation, level, hours }, headCount]) => {
        const { amount } = lineAmount(tariffCell(book, occupation, level, 'occupation'), facts({ headCount }), DEFAULT);
        expect(fenOf(formatFen(amount))).toBe(BigInt(hours) * fenOf(RATES[level]) * BigInt(headCount));
      }),
      runs(300, 20_000),
    );
  });
});
