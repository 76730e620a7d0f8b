import { budgetBounds } from '../../src/policy/budget-bounds.js';
import { QUOTA } from './annexes.js';
import { archive, ask, deskOf, failureOf, withRegionalFigure } from './harness.js';

describe('the bounds of a year (附件5, 附件7): places x 600 to 4800; payable today 640 to 4000', () => {
  it('the province: 3000 places', () => {
    expect(ask(budgetBounds, {})).toMatchObject({
      region: null,
      places: 3000,
      min: '1800000.00',
      minCell: { occupation: 'DIGITAL_MANAGEMENT', level: 'JUNIOR' },
      max: '14400000.00',
      maxCell: { occupation: 'CLOUD_COMPUTING', level: 'SENIOR' },
      minPayableToday: '1920000.00',
      minPayableCell: { occupation: 'AI', level: 'JUNIOR' },
      maxPayableToday: '12000000.00',
      maxPayableCell: { occupation: 'BIG_DATA', level: 'SENIOR' },
    });
  });

  const BOUNDS: Readonly<Record<number, readonly [string, string, string, string]>> = {
    600: ['360000.00', '2880000.00', '384000.00', '2400000.00'],
    200: ['120000.00', '960000.00', '128000.00', '800000.00'],
    100: ['60000.00', '480000.00', '64000.00', '400000.00'],
  };
  it.each(QUOTA)('%s (%s): %d places', (code, zh, places) => {
    const { region, min, max, minPayableToday, maxPayableToday } = ask(budgetBounds, { region: zh });
    expect(region).toBe(code);
    expect([min, max, minPayableToday, maxPayableToday]).toEqual(BOUNDS[places]);
  });

  it("follows a region's own figure in that region: 600 x 120 x 30", () => {
    const rules = deskOf(withRegionalFigure('HOURLY_RATE', 'SENIOR', { value: '30.00', regionCode: 'LN-210100' }));
    expect(ask(budgetBounds, { region: '沈阳' }, rules).max).toBe('3456000.00');
    expect(ask(budgetBounds, { region: '大连' }, rules).max).toBe('2880000.00');
  });

  it('knows no payable cell where nobody is listed', () => {
    const rules = deskOf({ ...archive, entries: archive.entries.filter(({ kind }) => kind !== 'TRAINER_LISTING') });
    expect(ask(budgetBounds, {}, rules)).toMatchObject({
      min: '1800000.00',
      minPayableToday: null,
      minPayableCell: null,
      maxPayableToday: null,
      maxPayableCell: null,
    });
  });

  it('does not exist before the notice', () => {
    expect(failureOf(() => ask(budgetBounds, { on: '2023-12-28' })).code).toBe('RULE_NOT_IN_FORCE');
    expect(failureOf(() => ask(budgetBounds, { on: '2023-12-28', region: '沈阳' })).code).toBe('RULE_NOT_IN_FORCE');
  });
});
