import { ask, deskOf, seeds } from './harness.js';

interface Cell {
  readonly occupation: { readonly code: string };
  readonly level: string;
  readonly requiredHours: { readonly value: string; readonly citation: { readonly clause: string } };
  readonly hourlyRate: { readonly value: string; readonly citation: { readonly clause: string; readonly binding: string } };
  readonly amount: string;
  readonly isPayableToday: boolean;
  readonly obstacles: readonly { readonly code: string }[];
}
const CELLS = `query ($on: Date, $region: String) { tariff(on: $on, region: $region) { cells {
  occupation { code } level requiredHours { value citation { clause } } hourlyRate { value citation { clause binding } }
  amount isPayableToday obstacles { code } } } }`;
const cells = async (variables = {}) => (await ask<{ tariff: { cells: readonly Cell[] } }>(CELLS, variables)).tariff.cells;

describe('tariff: required hours x hourly rate (辽人社发〔2023〕36号, 附件5)', () => {
  test.each([
    ['BIG_DATA', 'A5.1', ['128', '128', '160'], ['1280.00', '2560.00', '4000.00']],
    ['BLOCKCHAIN', 'A5.2', ['80', '64', '64'], ['800.00', '1280.00', '1600.00']],
    ['INTELLIGENT_MANUFACTURING', 'A5.3', ['90', '90', '80'], ['900.00', '1800.00', '2000.00']],
    ['CLOUD_COMPUTING', 'A5.4', ['160', '160', '192'], ['1600.00', '3200.00', '4800.00']],
    ['IOT', 'A5.5', ['128', '128', '160'], ['1280.00', '2560.00', '4000.00']],
    ['AI', 'A5.6', ['64', '80', '80'], ['640.00', '1600.00', '2000.00']],
    ['DIGITAL_MANAGEMENT', 'A5.7', ['60', '90', '120'], ['600.00', '1800.00', '3000.00']],
    ['INDUSTRIAL_INTERNET', 'A5.8', ['90', '120', '120'], ['900.00', '2400.00', '3000.00']],
    ['VIRTUAL_REALITY', 'A5.9', ['120', '100', '100'], ['1200.00', '2000.00', '2500.00']],
    ['INTEGRATED_CIRCUIT', 'A5.10', ['128', '128', '160'], ['1280.00', '2560.00', '4000.00']],
  ])('%s (LN2023-36/%s): %j hours give %j', async (occupation, clause, hours, amounts) => {
    const row = (await cells()).filter((cell) => cell.occupation.code === occupation);
    expect(row.map(({ level }) => level)).toEqual(['JUNIOR', 'INTERMEDIATE', 'SENIOR']);
    expect(row.map(({ requiredHours }) => requiredHours)).toEqual(
      hours.map((value) => ({ value, citation: { clause: `LN2023-36/${clause}` } })),
    );
    expect(row.map(({ hourlyRate }) => hourlyRate.value)).toEqual(['10.00', '20.00', '25.00']);
    expect(row.map(({ hourlyRate }) => hourlyRate.citation)).toEqual(Array(3).fill({ clause: 'LN2023-36/A5.11', binding: 'REFERENCE' }));
    expect(row.map(({ amount }) => amount)).toEqual(amounts);
  });

  test('only cloud computing and digital management have nobody who trains or assesses (附件1, 附件6)', async () => {
    const blocked = (await cells()).filter(({ isPayableToday }) => !isPayableToday);
    expect(blocked.map(({ occupation, level }) => `${occupation.code}/${level}`)).toEqual(
      ['CLOUD_COMPUTING', 'DIGITAL_MANAGEMENT'].flatMap((code) => ['JUNIOR', 'INTERMEDIATE', 'SENIOR'].map((level) => `${code}/${level}`)),
    );
    for (const { obstacles } of blocked)
      expect(obstacles).toEqual([{ code: 'NO_TRAINING_INSTITUTION' }, { code: 'NO_EVALUATION_INSTITUTION' }]);
    for (const { isPayableToday, obstacles } of await cells()) expect(obstacles.length === 0).toBe(isPayableToday);
  });

  test('sums, extremes and mean: 1048 x 10 + 1088 x 20 + 1236 x 25 = 63140 over thirty cells', async () => {
    const range = '{ lowest { occupation { code } level amount } lowestCount highest { occupation { code } level amount } highestCount }';
    const { tariff } = await ask<{ tariff: unknown }>(
      `{ tariff { on region { code } sums { level hours amount } range ${range} payableRange ${range} average { exactFraction display } } }`,
    );
    const cell = (code: string, level: string, amount: string) => ({ occupation: { code }, level, amount });
    expect(tariff).toEqual({
      on: '2026-11-22',
      region: null,
      sums: [
        { level: 'JUNIOR', hours: '1048', amount: '10480.00' },
        { level: 'INTERMEDIATE', hours: '1088', amount: '21760.00' },
        { level: 'SENIOR', hours: '1236', amount: '30900.00' },
        { level: null, hours: '3372', amount: '63140.00' },
      ],
      range: {
        lowest: cell('DIGITAL_MANAGEMENT', 'JUNIOR', '600.00'),
        lowestCount: 1,
        highest: cell('CLOUD_COMPUTING', 'SENIOR', '4800.00'),
        highestCount: 1,
      },
      payableRange: {
        lowest: cell('AI', 'JUNIOR', '640.00'),
        lowestCount: 1,
        highest: cell('BIG_DATA', 'SENIOR', '4000.00'),
        highestCount: 3,
      },
      average: { exactFraction: '6314/3', display: '2104.67' },
    });
  });

  test('without any listing no cell is payable and there is no payable range', async () => {
    const entries = seeds.entries.filter(({ kind }) => kind !== 'TRAINER_LISTING');
    const { tariff } = await ask<{ tariff: { cells: readonly Cell[] } }>(
      '{ tariff { payableRange { lowestCount } cells { isPayableToday } } }',
      {},
      deskOf({ ...seeds, entries }),
    );
    expect(tariff).toEqual({ payableRange: null, cells: Array(30).fill({ isPayableToday: false }) });
  });
});

describe('tariff: the day and the region asked', () => {
  test('the notice is in force from 2023-12-29 (Q55); the day before is refused', async () => {
    await expect(cells({ on: '2023-12-28' })).rejects.toMatchObject({ code: 'RULE_NOT_IN_FORCE', field: 'on' });
    expect(await cells({ on: '2023-12-29' })).toHaveLength(30);
  });

  test('a region is given by code or name; one without a standard of its own has the reference standard', async () => {
    expect(await cells({ region: '沈抚示范区' })).toEqual(await cells());
    expect(await ask('{ tariff(region: "LN-210200") { region { nameZh } ruleBook { query { regionCode } } } }')).toEqual({
      tariff: { region: { nameZh: '大连' }, ruleBook: { query: { regionCode: 'LN-210200' } } },
    });
    await expect(cells({ region: '吉林' })).rejects.toMatchObject({ code: 'UNKNOWN_REGION', field: 'region' });
  });
});
