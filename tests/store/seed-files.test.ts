import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { readSeedFiles } from '../../src/store/seed-files.js';
import { question } from './harness.js';

const SHEET = {
  code: 'T-1',
  number: null,
  titleZh: '通知',
  titleEn: 'Notice',
  issuerZh: '厅',
  issuerEn: 'Department',
  issuedOn: null,
  effectiveFrom: '2020-01-01',
  effectiveTo: null,
  status: 'PRINTED',
  lastVerifiedOn: '2020-02-02',
  noteZh: '',
  noteEn: '',
  normCount: 1,
};
const HEADER =
  'kind,key,region,value,quantity,unit,binding,clause,annex,row,column,valid_from,valid_to,known_from,last_verified_on,status,note,level';
const LINE = 'RATE,A,,10.00,CNY,PERSON,CAP,T-1/1,附件5,1,二,2020-01-01,2020-12-31,2020-01-02,2020-02-02,PRINTED,"注, ""引""",JUNIOR';
const ENTRY_HEADER = 'kind,key,region,clause,annex,row,column,valid_from,valid_to,known_from,last_verified_on,status,note,nameZh,nameEn';
const ENTRY_LINE = 'LIST,E,LN-210100,T-1/2,,,,,,,2020-02-02,INFERRED,,名称,';

let folder: string;
const write = (path: string, content: string): void => {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), content);
};
const figures = (...lines: readonly string[]): void => write('measures/T-1/rates.csv', `${[HEADER, ...lines].join('\n')}\n`);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'subsidy-seeds-'));
  write('measures/T-1/document.json', JSON.stringify(SHEET));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('a seed file', () => {
  it('with a quantity column holds figures; other columns are attributes, blank ones dropped', () => {
    figures(LINE, 'RATE,B,,,CNY,PERSON,UNSPECIFIED,T-1/1,,,,,,,2020-02-02,PRINTED,,');
    const { figures: read, files } = readSeedFiles(folder);
    expect(read[0]).toEqual({
      kind: 'RATE',
      key: 'A',
      regionCode: null,
      value: '10.00',
      quantity: 'CNY',
      unit: 'PERSON',
      binding: 'CAP',
      attributes: { level: 'JUNIOR' },
      citation: {
        documentCode: 'T-1',
        documentNumber: null,
        clause: 'T-1/1',
        annex: '附件5',
        row: '1',
        column: '二',
        validFrom: '2020-01-01',
        validTo: '2020-12-31',
        knownFrom: '2020-01-01T16:00:00.000Z',
        knownTo: null,
        lastVerifiedOn: '2020-02-02',
        status: 'PRINTED',
        binding: 'CAP',
        note: '注, "引"',
      },
    });
    expect(read[1]).toMatchObject({ value: null, attributes: {}, citation: { validFrom: null, validTo: null, knownFrom: null } });
    expect(files.map(({ path }) => path)).toEqual(['measures/T-1/document.json', 'measures/T-1/rates.csv']);
  });

  it('without one holds entries, also when it begins with a byte order mark and ends lines as Windows does', () => {
    write('measures/T-1/list.csv', `\uFEFF${ENTRY_HEADER}\r\n${ENTRY_LINE}\r\n`);
    expect(readSeedFiles(folder).entries).toMatchObject([
      { kind: 'LIST', key: 'E', regionCode: 'LN-210100', attributes: { nameZh: '名称' } },
    ]);
  });

  it('of open questions puts the default reading in use', () => {
    write('open-questions/t.json', JSON.stringify([{ ...question('STRICT'), traps: ['T-01'] }]));
    const { openQuestions, settings } = readSeedFiles(folder);
    expect(openQuestions).toEqual([question('STRICT')]);
    expect(settings).toMatchObject([
      {
        key: 'test.question',
        reading: 'STRICT',
        citation: { documentCode: 'OPEN-QUESTIONS', clause: 'silent', status: 'UNCONFIRMED', lastVerifiedOn: '2020-02-02' },
      },
    ]);
  });

  it.each([
    ['an unknown quantity', LINE.replace('CNY', 'YUAN'), 3, 'quantity', 'YUAN', 'one of CNY, CNY_PER_HOUR'],
    ['an unknown binding', LINE.replace('CAP', 'MAX'), 3, 'binding', 'MAX', 'one of FIXED, CAP'],
    ['an unknown unit', LINE.replace('PERSON', 'HEAD'), 3, 'unit', 'HEAD', 'one of EACH, PERSON'],
    ['an unknown status', LINE.replace('PRINTED', 'SURE'), 3, 'status', 'SURE', 'one of PRINTED'],
    ['a grouped number', LINE.replace('10.00', '"1,000"'), 3, 'value', '1,000', 'a decimal number'],
    ['a missing value', LINE.replace('10.00', ''), 3, 'value', '', 'UNSPECIFIED'],
    ['a value that is not named', LINE.replace('CAP', 'UNSPECIFIED'), 3, 'value', '10.00', 'UNSPECIFIED'],
    ['a day that does not exist', LINE.replace('2020-12-31', '2020-02-30'), 3, 'valid_to', '2020-02-30', 'a day as YYYY-MM-DD'],
    ['an end before the start', LINE.replace('2020-12-31', '2019-12-31'), 3, 'valid_to', '2019-12-31', 'valid_from or a later day'],
    ['no clause', LINE.replace('T-1/1', ''), 3, 'clause', '', 'a text that is not empty'],
    ['a day that is no instant', LINE.replace('2020-01-02', 'soon'), 3, 'known_from', 'soon', 'an instant with its zone'],
    ['the same figure twice', LINE.replace('2020-12-31', '').replace(',A,', ',Z,'), 3, 'key', 'Z', 'measures/T-1/rates.csv line 2'],
    ['a cell too many', `${LINE},x`, 3, '*', 'CSV_RECORD_INCONSISTENT_COLUMNS', 'as many cells'],
  ])('is refused for %s, naming the place', (_case, line, lineNumber, column, found, allowed) => {
    figures(LINE.replace(',A,', ',Z,'), line);
    expect(refusal()).toMatchObject({
      code: 'SEED_FILE_INVALID',
      facts: { file: 'measures/T-1/rates.csv', line: lineNumber, column, found, allowed: expect.stringContaining(allowed) },
      text: { zh: expect.stringContaining(`第 ${lineNumber} 行`), en: expect.stringContaining(`line ${lineNumber}`) },
    });
  });

  it.each([
    ['a misspelt column', HEADER.replace('valid_to', 'vaild_to'), 'valid_to'],
    ['a repeated column', HEADER.replace('level', 'note'), 'note'],
    ['a column without a name', HEADER.replace('level', ''), '18'],
  ])('is refused for %s in its header', (_case, header, column) => {
    write('measures/T-1/rates.csv', `${header}\n${LINE}\n`);
    expect(refusal()).toMatchObject({ code: 'SEED_FILE_INVALID', facts: { line: 1, column } });
  });

  it.each<[string, () => void, string]>([
    ['no sheet', () => write('measures/T-2/list.csv', `${ENTRY_HEADER}\n`), 'measures/T-2/document.json'],
    [
      'a sheet of another folder',
      () => write('measures/T-1/document.json', JSON.stringify({ ...SHEET, code: 'T-9' })),
      'measures/T-1/document.json',
    ],
    ['a sheet that is no JSON', () => write('measures/T-1/document.json', '{'), 'measures/T-1/document.json'],
    [
      'a sheet with an unknown field',
      () => write('measures/T-1/document.json', JSON.stringify({ ...SHEET, titel: 'x' })),
      'measures/T-1/document.json',
    ],
    [
      'a default reading that is none',
      () => write('open-questions/t.json', JSON.stringify([{ ...question('OTHER'), traps: [] }])),
      'open-questions/t.json',
    ],
    [
      'a question asked twice',
      () => write('open-questions/t.json', JSON.stringify([question('STRICT'), question('LOOSE')].map((one) => ({ ...one, traps: [] })))),
      'open-questions/t.json',
    ],
  ])('is refused for %s', (_case, spoil, file) => {
    spoil();
    expect(refusal()).toMatchObject({ code: 'SEED_FILE_INVALID', facts: { file } });
  });
});

const refusal = (): unknown => {
  try {
    return readSeedFiles(folder);
  } catch (error) {
    return error;
  }
};
