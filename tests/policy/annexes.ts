import type { LevelCode } from '../../src/policy/input.js';

/** Annex 5 as printed: required hours, with the amount of hours x 10, 20 or 25 yuan worked out by hand. */
export const TARIFF: readonly (readonly [
  occupation: string,
  zh: string,
  junior: readonly [hours: string, amount: string],
  intermediate: readonly [hours: string, amount: string],
  senior: readonly [hours: string, amount: string],
])[] = [
  ['BIG_DATA', '大数据', ['128', '1280.00'], ['128', '2560.00'], ['160', '4000.00']],
  ['BLOCKCHAIN', '区块链', ['80', '800.00'], ['64', '1280.00'], ['64', '1600.00']],
  ['INTELLIGENT_MANUFACTURING', '智能制造', ['90', '900.00'], ['90', '1800.00'], ['80', '2000.00']],
  ['CLOUD_COMPUTING', '云计算', ['160', '1600.00'], ['160', '3200.00'], ['192', '4800.00']],
  ['IOT', '物联网', ['128', '1280.00'], ['128', '2560.00'], ['160', '4000.00']],
  ['AI', '人工智能', ['64', '640.00'], ['80', '1600.00'], ['80', '2000.00']],
  ['DIGITAL_MANAGEMENT', '数字化管理师', ['60', '600.00'], ['90', '1800.00'], ['120', '3000.00']],
  ['INDUSTRIAL_INTERNET', '工业互联网', ['90', '900.00'], ['120', '2400.00'], ['120', '3000.00']],
  ['VIRTUAL_REALITY', '虚拟现实', ['120', '1200.00'], ['100', '2000.00'], ['100', '2500.00']],
  ['INTEGRATED_CIRCUIT', '集成电路', ['128', '1280.00'], ['128', '2560.00'], ['160', '4000.00']],
];

export const RATES: Readonly<Record<LevelCode, string>> = { JUNIOR: '10.00', INTERMEDIATE: '20.00', SENIOR: '25.00' };

export interface Cell {
  readonly occupation: string;
  readonly level: LevelCode;
  readonly hours: string;
  readonly amount: string;
}

/** The thirty cells, row by row. */
export const CELLS: readonly Cell[] = TARIFF.flatMap(([occupation, , junior, intermediate, senior]) => [
  { occupation, level: 'JUNIOR' as const, hours: junior[0], amount: junior[1] },
  { occupation, level: 'INTERMEDIATE' as const, hours: intermediate[0], amount: intermediate[1] },
  { occupation, level: 'SENIOR' as const, hours: senior[0], amount: senior[1] },
]);

/** Annex 1: the training institutions of each occupation. Cloud computing and digital management have none. */
export const TRAINERS: Readonly<Record<string, readonly string[]>> = {
  INTELLIGENT_MANUFACTURING: ['TI-DUT', 'TI-LNTU', 'TI-LJVC', 'TI-USTL', 'TI-SIE', 'TI-SYUCT'],
  BIG_DATA: ['TI-SIE', 'TI-DUT', 'TI-DNUI', 'TI-ASVTC', 'TI-YKVTC'],
  BLOCKCHAIN: ['TI-NEU'],
  INDUSTRIAL_INTERNET: ['TI-DUT', 'TI-BXOU'],
  INTEGRATED_CIRCUIT: ['TI-DUT'],
  AI: ['TI-SIE', 'TI-DUT', 'TI-DUFE', 'TI-DNUI', 'TI-LNTU'],
  IOT: ['TI-DUT', 'TI-DNUI', 'TI-USTL'],
  VIRTUAL_REALITY: ['TI-SIE', 'TI-DUT', 'TI-DNUI'],
};

/** Annex 6: the assessment body of each occupation. */
export const ASSESSORS: Readonly<Record<string, string>> = {
  INTELLIGENT_MANUFACTURING: 'EI-CMES',
  BIG_DATA: 'EI-MIITEC',
  BLOCKCHAIN: 'EI-CIE',
  AI: 'EI-CESI',
  IOT: 'EI-MIITEC',
  VIRTUAL_REALITY: 'EI-CACEE',
  INDUSTRIAL_INTERNET: 'EI-CAII',
  INTEGRATED_CIRCUIT: 'EI-CESI',
};

/** Annex 7 as printed; the places sum to 3000. */
export const QUOTA: readonly (readonly [region: string, zh: string, places: number])[] = [
  ['LN-210100', '沈阳', 600],
  ['LN-210200', '大连', 600],
  ['LN-210300', '鞍山', 200],
  ['LN-210400', '抚顺', 100],
  ['LN-210500', '本溪', 200],
  ['LN-210600', '丹东', 100],
  ['LN-210700', '锦州', 100],
  ['LN-210800', '营口', 200],
  ['LN-210900', '阜新', 200],
  ['LN-211000', '辽阳', 200],
  ['LN-211200', '铁岭', 100],
  ['LN-211300', '朝阳', 100],
  ['LN-211100', '盘锦', 100],
  ['LN-211400', '葫芦岛', 100],
  ['LN-SHENFU', '沈抚示范区', 100],
];
