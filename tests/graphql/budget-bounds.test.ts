import { ask } from './harness.js';

const CELL = '{ occupation { code } level }';
const QUERY = `query ($input: BudgetBoundsInput!) {
  budgetBounds(input: $input) {
    region { code } places min minCell ${CELL} max maxCell ${CELL}
    minPayableToday minPayableCell ${CELL} maxPayableToday maxPayableCell ${CELL}
  }
}`;
const cell = (code: string, level: string) => ({ occupation: { code }, level });

// The lowest cell of Annex 5 is 60 h x 10 = 600, the highest 192 h x 25 = 4800; neither occupation has a training institution.
// Of those that have one and an assessment body the lowest is AI, 64 h x 10 = 640, the highest 160 h x 25 = 4000, big data printed first.
const CELLS = {
  minCell: cell('DIGITAL_MANAGEMENT', 'JUNIOR'),
  maxCell: cell('CLOUD_COMPUTING', 'SENIOR'),
  minPayableCell: cell('AI', 'JUNIOR'),
  maxPayableCell: cell('BIG_DATA', 'SENIOR'),
};

describe('budgetBounds: places times the lowest and the highest subsidy (附件5, 附件7)', () => {
  it.each([
    ['the province', null, null, 3000, '1800000.00', '14400000.00', '1920000.00', '12000000.00'],
    ['沈阳', '沈阳', 'LN-210100', 600, '360000.00', '2880000.00', '384000.00', '2400000.00'],
    ['the Shenfu zone', '沈抚示范区', 'LN-SHENFU', 100, '60000.00', '480000.00', '64000.00', '400000.00'],
  ])('%s', async (_title, region, code, places, min, max, minPayableToday, maxPayableToday) => {
    const bounds = { region: code && { code }, places, min, max, minPayableToday, maxPayableToday, ...CELLS };
    expect(await ask(QUERY, { input: { region } })).toEqual({ budgetBounds: bounds });
  });

  it('refuses a day before the notice is in force', async () => {
    await expect(ask(QUERY, { input: { on: '2023-12-28' } })).rejects.toMatchObject({ code: 'RULE_NOT_IN_FORCE', field: 'on' });
  });
});
