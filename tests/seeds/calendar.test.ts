import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSeedFiles } from '../../src/store/seed-files.js';
import { filesUnder, seedsFolder } from './harness.js';

/** The notices as printed: spans of days off, and the Saturdays and Sundays that are worked. */
const PRINTED: readonly (readonly [year: string, number: string, issuedOn: string, off: string, worked: string])[] = [
  [
    '2023',
    '国办发明电〔2022〕16号',
    '2022-12-08',
    '01-01~02 01-21~27 04-05~05 04-29~30 05-01~03 06-22~24 09-29~30 10-01~06',
    '01-28 01-29 04-23 05-06 06-25 10-07 10-08',
  ],
  [
    '2024',
    '国办发明电〔2023〕7号',
    '2023-10-25',
    '01-01~01 02-10~17 04-04~06 05-01~05 06-10~10 09-15~17 10-01~07',
    '02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12',
  ],
  [
    '2025',
    '国办发明电〔2024〕12号',
    '2024-11-12',
    '01-01~01 01-28~31 02-01~04 04-04~06 05-01~05 05-31~31 06-01~02 10-01~08',
    '01-26 02-08 04-27 09-28 10-11',
  ],
  [
    '2026',
    '国办发明电〔2025〕7号',
    '2025-11-04',
    '01-01~03 02-15~23 04-04~06 05-01~05 06-19~21 09-25~27 10-01~07',
    '01-04 02-14 02-28 05-09 09-20 10-10',
  ],
];

const daysOf = (year: string, span: string): readonly string[] => {
  const [first = '', last = ''] = span.split('~');
  const [month = '', start = ''] = first.split('-');
  const length = Number(last) - Number(start) + 1;
  return Array.from({ length }, (_, index) => `${year}-${month}-${String(Number(start) + index).padStart(2, '0')}`);
};

describe('the working-day calendar (国务院办公厅关于部分节假日安排的通知)', () => {
  const { entries, measures } = readSeedFiles();
  const calendars = entries.filter(({ kind }) => kind === 'CALENDAR_YEAR');

  it('has four years, each in one row', () => {
    expect(calendars.map(({ key }) => key)).toEqual(['2023', '2024', '2025', '2026']);
  });

  it.each(PRINTED)('%s by %s', (year, number, issuedOn, off, worked) => {
    const row = calendars.find(({ key }) => key === year);
    expect(row?.attributes).toEqual({
      daysOff: off
        .split(' ')
        .flatMap((span) => daysOf(year, span))
        .join(' '),
      makeUpWorkdays: worked
        .split(' ')
        .map((day) => `${year}-${day}`)
        .join(' '),
    });
    expect(row?.citation).toMatchObject({ documentNumber: number, validFrom: null, validTo: null, status: 'PRINTED' });
    expect(measures.find(({ code }) => code === row?.citation.documentCode)).toMatchObject({
      code: `CN-HOLIDAYS-${year}`,
      number,
      issuedOn,
      title: { zh: `国务院办公厅关于${year}年部分节假日安排的通知` },
    });
  });

  it('its files have ASCII names, LF line ends and no mark at the start', () => {
    const files = filesUnder(join(seedsFolder, 'calendar'));
    expect(files).toHaveLength(8);
    expect(files.filter((path) => !/\/CN-HOLIDAYS-\d{4}\/(document\.json|days\.csv)$/.test(path))).toEqual([]);
    expect(files.filter((path) => /\r|\uFEFF|\uFFFD/.test(readFileSync(path, 'utf8')))).toEqual([]);
  });
});
