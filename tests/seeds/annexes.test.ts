import { cell, countsBy, keysOf, ofKind } from './harness.js';

const LEVELS = ['JUNIOR', 'INTERMEDIATE', 'SENIOR'] as const;

const HOURS: readonly (readonly [occupation: string, junior: string, intermediate: string, senior: string])[] = [
  ['BIG_DATA', '128', '128', '160'],
  ['BLOCKCHAIN', '80', '64', '64'],
  ['INTELLIGENT_MANUFACTURING', '90', '90', '80'],
  ['CLOUD_COMPUTING', '160', '160', '192'],
  ['IOT', '128', '128', '160'],
  ['AI', '64', '80', '80'],
  ['DIGITAL_MANAGEMENT', '60', '90', '120'],
  ['INDUSTRIAL_INTERNET', '90', '120', '120'],
  ['VIRTUAL_REALITY', '120', '100', '100'],
  ['INTEGRATED_CIRCUIT', '128', '128', '160'],
];

const QUOTA: readonly (readonly [region: string, name: string, persons: string])[] = [
  ['LN-210100', '沈阳', '600'],
  ['LN-210200', '大连', '600'],
  ['LN-210300', '鞍山', '200'],
  ['LN-210400', '抚顺', '100'],
  ['LN-210500', '本溪', '200'],
  ['LN-210600', '丹东', '100'],
  ['LN-210700', '锦州', '100'],
  ['LN-210800', '营口', '200'],
  ['LN-210900', '阜新', '200'],
  ['LN-211000', '辽阳', '200'],
  ['LN-211200', '铁岭', '100'],
  ['LN-211300', '朝阳', '100'],
  ['LN-211100', '盘锦', '100'],
  ['LN-211400', '葫芦岛', '100'],
  ['LN-SHENFU', '沈抚示范区', '100'],
];

const TRAINERS: readonly (readonly [clause: string, occupation: string, institutions: string])[] = [
  ['A1.1', 'INTELLIGENT_MANUFACTURING', 'TI-DUT TI-LNTU TI-LJVC TI-USTL TI-SIE TI-SYUCT'],
  ['A1.2', 'BIG_DATA', 'TI-SIE TI-DUT TI-DNUI TI-ASVTC TI-YKVTC'],
  ['A1.3', 'BLOCKCHAIN', 'TI-NEU'],
  ['A1.4', 'INDUSTRIAL_INTERNET', 'TI-DUT TI-BXOU'],
  ['A1.5', 'INTEGRATED_CIRCUIT', 'TI-DUT'],
  ['A1.6', 'AI', 'TI-SIE TI-DUT TI-DUFE TI-DNUI TI-LNTU'],
  ['A1.7', 'IOT', 'TI-DUT TI-DNUI TI-USTL'],
  ['A1.8', 'VIRTUAL_REALITY', 'TI-SIE TI-DUT TI-DNUI'],
];

const REWARDS: readonly (readonly [key: string, value: string, binding: string, unit: string])[] = [
  ['R-3B', '150000.00', 'FIXED', 'EACH'],
  ['R-3D', '100000.00', 'FIXED', 'PERSON'],
  ['R-3E', '300000.00', 'FIXED', 'PERSON'],
  ['R-4B1', '7000000.00', 'CAP', 'EACH'],
  ['R-4B2', '3000000.00', 'CAP', 'EACH'],
  ['R-4C', '5000.00', 'FLOOR', 'PERSON_YEAR'],
  ['R-4D1', '300000.00', 'CAP', 'EACH'],
  ['R-4D2', '100000.00', 'CAP', 'EACH'],
  ['R-5C1', '3500.00', 'FIXED', 'PERSON'],
  ['R-5C2', '5000.00', 'FIXED', 'PERSON'],
  ['R-6C', '200000.00', 'FIXED', 'EACH'],
  ['R-6E1', '5000000.00', 'CAP', 'EACH'],
  ['R-6E2', '1000000.00', 'CAP', 'EACH'],
  ['R-6F', '200000.00', 'FIXED', 'EACH'],
  ['R-8B', '500000.00', 'CAP', 'EVENT'],
  ['R-8C', '2000000.00', 'CAP', 'EVENT'],
  ['R-10B', '2000.00', 'CAP', 'PERSON_MONTH'],
  ['R-10C', '2300.00', 'CAP', 'PERSON_MONTH'],
  ['R-12D', '500000.00', 'CAP', 'EACH'],
  ['R-13A', '5000000.00', 'FIXED', 'EACH'],
  ['R-13B', '5000000.00', 'FIXED', 'EACH'],
  ['R-13C', '10000000.00', 'CAP', 'PROJECT'],
  ['R-17C', '200000.00', 'FIXED', 'EACH'],
];

const fenOf = (yuan: string): bigint => BigInt(yuan.replace('.', ''));
const yuanOf = (fen: bigint): string => `${fen / 100n}.${(fen % 100n).toString().padStart(2, '0')}`;
const add = (total: bigint, part: bigint): bigint => total + part;

describe('附件5: required hours and hourly rates (辽人社发〔2023〕36号)', () => {
  const cells = ofKind('REQUIRED_HOURS');

  it('holds the ten rows of three levels in printed order', () => {
    expect(cells.map((row) => [cell(row, 'key'), cell(row, 'value'), cell(row, 'clause'), cell(row, 'row'), cell(row, 'binding')])).toEqual(
      HOURS.flatMap(([occupation, ...hours], index) =>
        LEVELS.map((level, column) => [`${occupation}/${level}`, hours[column], `LN2023-36/A5.${index + 1}`, `${index + 1}`, 'REFERENCE']),
      ),
    );
    expect(ofKind('OCCUPATION').map((row) => [cell(row, 'printedOrder'), cell(row, 'key')])).toEqual(
      HOURS.map(([occupation], index) => [`${index + 1}`, occupation]),
    );
  });

  it('adds up to 1048, 1088 and 1236 hours by level', () => {
    const hoursOf = (level: string): bigint =>
      cells
        .filter((row) => cell(row, 'level') === level)
        .map((row) => BigInt(cell(row, 'value')))
        .reduce(add, 0n);
    expect(LEVELS.map(hoursOf)).toEqual([1048n, 1088n, 1236n]);
  });

  it('has one rate per level for all occupations: 10.00, 20.00, 25.00', () => {
    expect(ofKind('HOURLY_RATE').map((row) => [cell(row, 'key'), cell(row, 'value'), cell(row, 'quantity'), cell(row, 'unit')])).toEqual([
      ['JUNIOR', '10.00', 'CNY_PER_HOUR', 'PERSON'],
      ['INTERMEDIATE', '20.00', 'CNY_PER_HOUR', 'PERSON'],
      ['SENIOR', '25.00', 'CNY_PER_HOUR', 'PERSON'],
    ]);
  });

  it('is worth 63140.00 over its thirty cells: 10480.00 + 21760.00 + 30900.00', () => {
    const rates = new Map(ofKind('HOURLY_RATE').map((row) => [cell(row, 'key'), fenOf(cell(row, 'value'))]));
    const worth = (level: string): bigint =>
      cells
        .filter((row) => cell(row, 'level') === level)
        .map((row) => BigInt(cell(row, 'value')) * (rates.get(level) ?? 0n))
        .reduce(add, 0n);
    expect(LEVELS.map((level) => yuanOf(worth(level)))).toEqual(['10480.00', '21760.00', '30900.00']);
    expect(yuanOf(LEVELS.map(worth).reduce(add, 0n))).toBe('63140.00');
  });
});

describe('附件7: places of the regions (辽人社发〔2023〕36号)', () => {
  it('holds the fifteen regions in printed order, each with its places', () => {
    const expected = QUOTA.map(([region, , persons], index) => [region, persons, `LN2023-36/A7.${index + 1}`, `${index + 1}`, '']);
    expect(
      ofKind('QUOTA').map((row) => [
        cell(row, 'key'),
        cell(row, 'value'),
        cell(row, 'clause'),
        cell(row, 'printedOrder'),
        cell(row, 'region'),
      ]),
    ).toEqual(expected);
    expect(ofKind('REGION').map((row) => [cell(row, 'key'), cell(row, 'nameZh'), cell(row, 'printedOrder')])).toEqual(
      QUOTA.map(([region, name], index) => [region, name, `${index + 1}`]),
    );
  });

  it('adds up to the printed total: 2 x 600 + 5 x 200 + 8 x 100 = 3000', () => {
    expect(countsBy(ofKind('QUOTA'), 'value')).toEqual({ 600: 2, 200: 5, 100: 8 });
    expect(
      ofKind('QUOTA')
        .map((row) => BigInt(cell(row, 'value')))
        .reduce(add, 0n),
    ).toBe(3000n);
    expect(ofKind('QUOTA_TOTAL').map((row) => [cell(row, 'key'), cell(row, 'value')])).toEqual([['PROVINCE', '3000']]);
  });
});

describe('附件1, 附件6: who is listed for what (辽人社发〔2023〕36号)', () => {
  it('lists 26 pairs of 12 training institutions in printed order', () => {
    expect(ofKind('TRAINER_LISTING').map((row) => [cell(row, 'key'), cell(row, 'clause'), cell(row, 'row')])).toEqual(
      TRAINERS.flatMap(([clause, occupation, institutions]) =>
        institutions.split(' ').map((institution, index) => [`${institution}/${occupation}`, `LN2023-36/${clause}`, `${index + 1}`]),
      ),
    );
    expect([keysOf('TRAINER_LISTING').length, new Set(ofKind('TRAINER_LISTING').map((row) => cell(row, 'institution'))).size]).toEqual([
      26, 12,
    ]);
  });

  it('lists 8 pairs of 6 assessment bodies in printed order', () => {
    expect(keysOf('ASSESSOR_LISTING')).toEqual([
      'EI-CMES/INTELLIGENT_MANUFACTURING',
      'EI-MIITEC/BIG_DATA',
      'EI-CIE/BLOCKCHAIN',
      'EI-CESI/AI',
      'EI-MIITEC/IOT',
      'EI-CACEE/VIRTUAL_REALITY',
      'EI-CAII/INDUSTRIAL_INTERNET',
      'EI-CESI/INTEGRATED_CIRCUIT',
    ]);
    expect(ofKind('ASSESSOR_LISTING').map((row) => cell(row, 'clause'))).toEqual(
      [1, 2, 3, 4, 5, 6, 7, 8].map((number) => `LN2023-36/A6.${number}`),
    );
    expect(new Set(ofKind('ASSESSOR_LISTING').map((row) => cell(row, 'institution'))).size).toBe(6);
  });

  it('lists nobody for cloud computing and digital management', () => {
    const listed = new Set([...ofKind('TRAINER_LISTING'), ...ofKind('ASSESSOR_LISTING')].map((row) => cell(row, 'occupation')));
    expect(keysOf('OCCUPATION').filter((occupation) => !listed.has(occupation))).toEqual(['CLOUD_COMPUTING', 'DIGITAL_MANAGEMENT']);
  });
});

describe('rewards (辽人社函〔2024〕251号, measures 三 to 十七)', () => {
  const stated = ofKind('REWARD').filter((row) => cell(row, 'binding') !== 'UNSPECIFIED');

  it('are 23 with their printed amounts: 12 caps, 1 floor, 10 fixed', () => {
    expect(stated.map((row) => [cell(row, 'key'), cell(row, 'value'), cell(row, 'binding'), cell(row, 'unit')])).toEqual(REWARDS);
    expect(countsBy(stated, 'binding')).toEqual({ CAP: 12, FLOOR: 1, FIXED: 10 });
  });

  it('name no figure in six cases, which stay blank', () => {
    const open = ofKind('REWARD').filter((row) => cell(row, 'binding') === 'UNSPECIFIED');
    expect(open.map((row) => cell(row, 'key'))).toEqual([
      'U-36-6.4.3',
      'U-36-6.8',
      'U-251-5.c',
      'U-251-12.b-1',
      'U-251-12.b-2',
      'U-TB-9.2c',
    ]);
    expect(open.map((row) => cell(row, 'value'))).toEqual(['', '', '', '', '', '']);
  });

  it('come in three groups, and the second tranche depends on the first', () => {
    expect(countsBy(stated, 'group')).toEqual({ '': 17, 'R-5C': 2, 'R-6E': 2, 'R-13AB': 2 });
    expect(stated.filter((row) => cell(row, 'dependsOn') !== '').map((row) => [cell(row, 'key'), cell(row, 'dependsOn')])).toEqual([
      ['R-13B', 'R-13A'],
    ]);
  });

  it('do not list the finance department in six cases', () => {
    expect(
      ofKind('REWARD_ITEM')
        .filter((row) => row.notice === 'LN2024-251' && cell(row, 'financeDepartmentListed') === 'false')
        .map((row) => cell(row, 'key')),
    ).toEqual(['R-6C', 'R-6E1', 'R-6E2', 'R-6F', 'R-8B', 'R-8C']);
  });
});
