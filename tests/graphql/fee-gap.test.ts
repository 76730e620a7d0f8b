import { ask } from './harness.js';

const QUERY =
  'query ($input: FeeGapInput!) { feeGap(input: $input) { subsidy feeTotal gapBorneByInstitution explanation { citations { clause } } } }';

describe('feeGap: trainees attend free of charge, the institution bears the rest (辽人社发〔2023〕36号, 四(一)2)', () => {
  test.each([
    ['BIG_DATA', 'JUNIOR', '15.00', '1280.00', '1920.00', '640.00'],
    ['BIG_DATA', 'JUNIOR', '10.00', '1280.00', '1280.00', '0.00'],
    ['BIG_DATA', 'JUNIOR', '8.00', '1280.00', '1024.00', '0.00'],
    ['AI', 'JUNIOR', '12.34', '640.00', '789.76', '149.76'],
    ['BLOCKCHAIN', 'SENIOR', '25.01', '1600.00', '1600.64', '0.64'],
  ])('%s %s at %s yuan per hour: subsidy %s, fee %s, gap %s', async (occupation, level, feePerHour, subsidy, feeTotal, gap) => {
    expect(await ask(QUERY, { input: { occupation, level, feePerHour } })).toEqual({
      feeGap: { subsidy, feeTotal, gapBorneByInstitution: gap, explanation: { citations: [{ clause: 'LN2023-36/4.1.10' }] } },
    });
  });
});
