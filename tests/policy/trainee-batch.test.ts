import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { formatFen } from '../../src/money/fen.js';
import { decideTrainees } from '../../src/policy/trainee-batch.js';
import { traineeDecision } from '../../src/policy/trainee-decision.js';
import { tariffOf } from '../../src/policy/tariff.js';
import { CELLS, RATES } from './annexes.js';
import { archive, book, bookOf, failureOf, LONG_MS, runs, sumFen, underReading, withRegionalFigure } from './harness.js';
import { PAYABLE, traineeFactsArbitrary } from './trainee-facts.js';

describe('a batch of trainees says what one decision says (四(一)2, 附件5)', () => {
  it(
    'in amount, status and reasons, and adds up without losing a fen',
    () => {
      fc.assert(
        fc.property(fc.array(traineeFactsArbitrary, { maxLength: 20 }), (trainees) => {
          const batch = decideTrainees(book, trainees);
          const single = trainees.map((facts) => traineeDecision.decide(book, facts).outcome);
          expect(
            batch.lines.map((line) => ({
              status: line.status,
              amount: formatFen(line.amountFen),
              reasons: [...line.refusals, ...line.holds],
            })),
          ).toEqual(single.map(({ status, amount, reasons }) => ({ status, amount, reasons })));
          expect(sumFen([batch.amount])).toBe(sumFen(single.map(({ amount }) => amount)));
        }),
        runs(100, 10_000),
      );
    },
    LONG_MS,
  );

  it.each(CELLS)('$occupation $level: the whole fen are those of decimal.js', ({ occupation, level, hours }) => {
    const cell = tariffOf(book).find((one) => one.occupation.code === occupation && one.level === level);
    const fen = new Decimal(hours).times(RATES[level]).times(100).toDecimalPlaces(0, Decimal.ROUND_HALF_UP);
    expect(`${cell?.amountFen}`).toBe(fen.toFixed(0));
  });

  it('is nothing for nobody', () => {
    const { lines, amount } = decideTrainees(book, []);
    expect([lines, amount]).toEqual([[], '0.00']);
  });

  it.each([
    ['amount.payableHours', 'MIN_CERTIFIED_REQUIRED'],
    ['amount.payableHours', 'CERTIFIED_HOURS'],
    ['amount.onlineHoursRate', 'OFFLINE_HOURS_ONLY'],
    ['amount.rounding', 'PER_TRAINEE_DOWN'],
    ['amount.rounding', 'PER_LINE_HALF_UP'],
    ['evidence.bothCertificates', 'TRAINING_CERTIFICATE_ONLY'],
  ])('under %s = %s too', (key, reading) => {
    const reread = bookOf(underReading(key, reading));
    fc.assert(
      fc.property(traineeFactsArbitrary, (facts) => {
        expect(decideTrainees(reread, [facts]).amount).toBe(traineeDecision.decide(reread, facts).outcome.amount);
      }),
      runs(200, 10_000),
    );
  });

  it.each(['PER_TRAINEE_HALF_UP', 'PER_LINE_HALF_UP', 'PER_TRAINEE_DOWN'])(
    'under Q13 %s pays no other amount than the single decision: 127.5 x 10.33 = 1317.075',
    (reading) => {
      const regional = { regionCode: 'LN-210100' };
      const rated = withRegionalFigure('HOURLY_RATE', 'JUNIOR', { ...regional, value: '10.33' });
      const rules = underReading(
        'amount.rounding',
        reading,
        withRegionalFigure('REQUIRED_HOURS', 'BIG_DATA/JUNIOR', { ...regional, value: '127.5' }, rated),
      );
      const shenyang = bookOf(rules, undefined, 'LN-210100');
      const { amount } = traineeDecision.decide(shenyang, PAYABLE).outcome;
      expect(amount).toBe(reading === 'PER_TRAINEE_DOWN' ? '1317.07' : '1317.08');
      expect(decideTrainees(shenyang, [PAYABLE]).amount).toBe(amount);
    },
  );

  it('does not exist for a day before the notice', () => {
    expect(failureOf(() => decideTrainees(bookOf(archive, '2023-12-28'), [PAYABLE])).code).toBe('RULE_NOT_IN_FORCE');
  });
});
