import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { listSeedFiles, readSeedFiles } from '../../src/store/seed-files.js';
import { question } from './harness.js';

const SHEET = {
  number: null,
  titleZh: '通知',
  titleEn: 'Notice',
  issuerZh: '厅',
  issuerEn: 'Office',
  issuedOn: null,
  effectiveFrom: null,
  effectiveTo: null,
  status: 'PRINTED',
  noteZh: '',
  noteEn: '',
  normCount: 1,
};
const HEADER = 'kind,key,region,clause,annex,row,column,valid_from,valid_to,known_from,last_verified_on,status,note,daysOff,makeUpWorkdays';
const lineOf = (kind: string, year: string, daysOff: string, worked = ''): string =>
  `${kind},${year},,N/1,,,,,,,2029-12-01,PRINTED,,${daysOff},${worked}`;

let folder: string;
const notice = (path: string, line: string, lastVerifiedOn = '2029-12-01'): void => {
  mkdirSync(join(folder, path), { recursive: true });
  writeFileSync(join(folder, path, 'document.json'), JSON.stringify({ ...SHEET, code: path.split('/')[1], lastVerifiedOn }));
  writeFileSync(join(folder, path, 'days.csv'), `${HEADER}\n${line}\n`);
};
const CALENDAR = 'calendar/CN-HOLIDAYS-2030';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'subsidy-calendar-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the calendar beside the notices of the programme', () => {
  it('is read and listed with them, by code, and does not date the open questions', () => {
    notice(CALENDAR, lineOf('CALENDAR_YEAR', '2030', '2030-01-01', '2030-01-05'));
    notice('measures/T-1', lineOf('LIST', 'E', ''), '2020-02-02');
    mkdirSync(join(folder, 'open-questions'));
    writeFileSync(join(folder, 'open-questions', 't.json'), JSON.stringify([{ ...question('STRICT'), traps: [] }]));
    const { entries, measures, settings, files } = readSeedFiles(folder);
    expect(measures.map(({ code }) => code)).toEqual(['CN-HOLIDAYS-2030', 'T-1']);
    expect(entries.map(({ kind, attributes }) => [kind, attributes])).toEqual([
      ['CALENDAR_YEAR', { daysOff: '2030-01-01', makeUpWorkdays: '2030-01-05' }],
      ['LIST', {}],
    ]);
    expect(settings[0]?.citation.lastVerifiedOn).toBe('2020-02-02');
    expect(files).toEqual(listSeedFiles(folder));
    expect(files.map(({ path }) => path)).toContain(`${CALENDAR}/days.csv`);
  });

  it.each([
    ['half a year', CALENDAR, lineOf('CALENDAR_YEAR', '2030', ''), 'daysOff'],
    ['a day of another year', CALENDAR, lineOf('CALENDAR_YEAR', '2030', '2029-12-31'), 'daysOff'],
    ['a weekday to make up', CALENDAR, lineOf('CALENDAR_YEAR', '2030', '2030-01-01', '2030-01-04'), 'makeUpWorkdays'],
    ['another kind of row', CALENDAR, lineOf('LIST', 'E', '2030-01-01'), 'kind'],
    ['a calendar in a notice of the programme', 'measures/T-1', lineOf('CALENDAR_YEAR', '2030', '2030-01-01'), 'kind'],
  ])('is refused for %s, naming the place', (_what, path, line, column) => {
    notice(path, line);
    expect(() => readSeedFiles(folder)).toThrow(
      expect.objectContaining({ code: 'SEED_FILE_INVALID', facts: expect.objectContaining({ line: 2, column }) }),
    );
  });
});
