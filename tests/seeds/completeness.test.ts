import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { cell, countsBy, filesUnder, isFigure, keysOf, NOTICES, named, ofKind, rows, type SeedRow, seedsFolder } from './harness.js';

const BINDINGS = ['FIXED', 'CAP', 'FLOOR', 'APPROXIMATE', 'REFERENCE', 'UNSPECIFIED'];
const UNITS = ['EACH', 'PERSON', 'PERSON_YEAR', 'PERSON_MONTH', 'EVENT', 'PROJECT'];
const SHAPES: Readonly<Record<string, RegExp>> = {
  CNY: /^\d+\.\d{2}$/,
  CNY_PER_HOUR: /^\d+\.\d{2}$/,
  HOURS: /^\d+$/,
  PERSONS: /^\d+$/,
  SHARE: /^[01]\.\d{2}$/,
  YEARS: /^\d+$/,
  MONTHS: /^\d+$/,
  WORKING_DAYS: /^\d+$/,
  COUNT: /^\d+$/,
  CHARACTERS: /^\d+$/,
  DATE: /^\d{4}-\d{2}-\d{2}$/,
  FLAG: /^[01]$/,
};
const STATUSES = ['PRINTED', 'INFERRED', 'UNCONFIRMED'];
const DAY = /^(\d{4}-\d{2}-\d{2})?$/;
const CLAUSE = /^(LN2023-36|LN2024-251|LN2023-B2|LN2025-TB|QD-PB)\/[0-9A-Za-z][0-9A-Za-z.-]*$/;

const offenders = (list: readonly SeedRow[], isWrong: (row: SeedRow) => boolean): readonly string[] => list.filter(isWrong).map(named);
const figures = rows.filter(isFigure);
const sum = (list: readonly SeedRow[]): number => list.reduce((total, row) => total + parseInt(cell(row, 'value'), 10), 0);
const keysUnder = (kind: string, prefix: string): readonly string[] => keysOf(kind).filter((key) => key.startsWith(prefix));

describe('every row says where it stands (our design, house.md section 3)', () => {
  it('cites a clause of its own notice', () => {
    expect(offenders(rows, (row) => cell(row, 'clause') === '')).toEqual([]);
    expect(
      offenders(rows, (row) =>
        cell(row, 'clause')
          .split(';')
          .some((clause) => !CLAUSE.test(clause) || !clause.startsWith(`${row.notice}/`)),
      ),
    ).toEqual([]);
  });

  it('has a known status, and a reason where it is not printed', () => {
    expect(offenders(rows, (row) => !STATUSES.includes(cell(row, 'status')))).toEqual([]);
    expect(offenders(rows, (row) => cell(row, 'status') !== 'PRINTED' && cell(row, 'note') === '')).toEqual([]);
  });

  it('was verified on a day and holds over days in order', () => {
    expect(offenders(rows, (row) => !/^\d{4}-\d{2}-\d{2}$/.test(cell(row, 'last_verified_on')))).toEqual([]);
    expect(offenders(rows, (row) => ['valid_from', 'valid_to', 'known_from'].some((column) => !DAY.test(cell(row, column))))).toEqual([]);
    expect(offenders(rows, (row) => cell(row, 'valid_to') !== '' && cell(row, 'valid_to') < cell(row, 'valid_from'))).toEqual([]);
  });

  it('is the only one of its kind, key and region', () => {
    const seen = rows.map((row) => [cell(row, 'kind'), cell(row, 'key'), cell(row, 'region')].join(' '));
    expect(seen.filter((name, index) => seen.indexOf(name) !== index)).toEqual([]);
    expect(offenders(rows, (row) => cell(row, 'kind') === '' || !/^[!-~]+$/.test(cell(row, 'key')))).toEqual([]);
  });
});

describe('every figure says how it binds (our design, house.md section 3)', () => {
  it('has a known binding and unit', () => {
    expect(offenders(figures, (row) => !BINDINGS.includes(cell(row, 'binding')))).toEqual([]);
    expect(offenders(figures, (row) => !UNITS.includes(cell(row, 'unit')))).toEqual([]);
  });

  it('has a value in the form of its quantity, money to the fen; only an unspecified one is blank', () => {
    expect(offenders(figures, (row) => SHAPES[cell(row, 'quantity')] === undefined)).toEqual([]);
    const stated = figures.filter((row) => cell(row, 'binding') !== 'UNSPECIFIED');
    expect(offenders(stated, (row) => SHAPES[cell(row, 'quantity')]?.test(cell(row, 'value')) !== true)).toEqual([]);
    expect(offenders(figures, (row) => cell(row, 'binding') === 'UNSPECIFIED' && cell(row, 'value') !== '')).toEqual([]);
  });
});

describe('the five notices are there in full (our design, house.md section 3)', () => {
  it('has as many rows of each kind as the notices print', () => {
    expect(countsBy(rows, 'kind')).toEqual({
      REQUIRED_HOURS: 30,
      HOURLY_RATE: 3,
      QUOTA: 15,
      QUOTA_TOTAL: 1,
      GOAL: 4,
      ONLINE_SHARE_MAX: 1,
      ALERT_SHARE: 2,
      REGION: 15,
      OFFICE: 45,
      OCCUPATION: 10,
      TRAINING_INSTITUTION: 12,
      ASSESSMENT_BODY: 6,
      TRAINER_LISTING: 26,
      ASSESSOR_LISTING: 8,
      FUND_SOURCE: 2,
      TRAINEE_CATEGORY: 6,
      PARTICIPANT_KIND: 2,
      CERTIFICATE: 3,
      BENEFIT: 4,
      TEXT_ALIAS: 14,
      SUBSIDY_CONDITION: 11,
      AUTHORITY: 11,
      REWARD: 29,
      REWARD_ITEM: 29,
      REWARD_LIMIT: 2,
      THRESHOLD: 5,
      POLICY_PERIOD: 1,
      NOMINATION_LIMIT: 6,
      NOMINATION_CLOSED: 3,
      FORM_LIMIT: 10,
      FORM_OPTION: 12,
      DEADLINE: 5,
      CRITERION: 37,
      BASE_FIELD: 10,
      GRADE: 4,
    });
  });

  it('has one sheet per notice with its norms: 130 + 78 + 56 + 47 + 29 = 340', () => {
    const sheets = NOTICES.map(
      (
        notice,
      ): {
        code: string;
        number: string | null;
        effectiveFrom: string | null;
        effectiveTo: string | null;
        status: string;
        normCount: number;
      } => JSON.parse(readFileSync(join(seedsFolder, 'measures', notice, 'document.json'), 'utf8')),
    );
    expect(
      sheets.map(({ code, number, effectiveFrom, effectiveTo, status, normCount }) => [
        code,
        number,
        effectiveFrom,
        effectiveTo,
        status,
        normCount,
      ]),
    ).toEqual([
      ['LN2023-36', '辽人社发〔2023〕36号', '2023-12-29', null, 'UNCONFIRMED', 130],
      ['LN2024-251', '辽人社函〔2024〕251号', '2024-12-25', '2026-12-31', 'INFERRED', 78],
      ['LN2023-B2', null, '2023-05-31', null, 'PRINTED', 56],
      ['LN2025-TB', null, '2025-06-04', null, 'UNCONFIRMED', 47],
      ['QD-PB', null, null, null, 'UNCONFIRMED', 29],
    ]);
    const periods = new Map(sheets.map(({ code, effectiveFrom, effectiveTo }) => [code, `${effectiveFrom ?? ''}..${effectiveTo ?? ''}`]));
    expect(offenders(rows, (row) => `${cell(row, 'valid_from')}..${cell(row, 'valid_to')}` !== periods.get(row.notice))).toEqual([]);
  });

  it('counts 10 criteria for a Liaoning base (第五条), 19 for a Qingdao one, 8 for an applicant of 2023 (二)', () => {
    expect([keysUnder('CRITERION', 'TB-').length, keysUnder('CRITERION', 'QD-').length, keysUnder('CRITERION', 'B2-').length]).toEqual([
      10, 19, 8,
    ]);
    expect(
      countsBy(
        ofKind('CRITERION').filter((row) => row.notice === 'QD-PB'),
        'function',
      ),
    ).toEqual({ BASIC: 8, EDUCATION: 2, PRACTICE: 4, INCUBATION: 2, EMPLOYMENT: 3 });
  });
});

describe('every reference resolves (our design, house.md section 3)', () => {
  const pointsTo = (kinds: readonly string[], column: string, targets: readonly string[]): readonly string[] =>
    offenders(
      rows.filter((row) => kinds.includes(cell(row, 'kind'))),
      (row) => cell(row, column) !== '' && !targets.includes(cell(row, column)),
    );

  it('regions: quota, offices, homes of institutions, nomination limits', () => {
    const regions = keysOf('REGION');
    expect(keysOf('QUOTA')).toEqual(regions);
    expect(pointsTo(['OFFICE', 'NOMINATION_LIMIT'], 'regionCode', regions)).toEqual([]);
    expect(pointsTo(['TRAINING_INSTITUTION'], 'homeRegion', regions)).toEqual([]);
    expect(pointsTo([...new Set(rows.map((row) => cell(row, 'kind')))], 'region', regions)).toEqual([]);
    expect(keysOf('OFFICE').filter((key) => /\/(HR|FINANCE|DATA)$/.test(key)).length).toBe(45);
    expect(offenders(ofKind('OFFICE'), (row) => cell(row, 'key') !== `${cell(row, 'regionCode')}/${cell(row, 'role')}`)).toEqual([]);
  });

  it('occupations: hours, listings, base fields, closed nominations', () => {
    expect(
      pointsTo(
        ['REQUIRED_HOURS', 'TRAINER_LISTING', 'ASSESSOR_LISTING', 'BASE_FIELD', 'NOMINATION_CLOSED'],
        'occupation',
        keysOf('OCCUPATION'),
      ),
    ).toEqual([]);
  });

  it('institutions of listings, items of rewards, first tranches, enclosing criteria', () => {
    expect(pointsTo(['TRAINER_LISTING'], 'institution', keysOf('TRAINING_INSTITUTION'))).toEqual([]);
    expect(pointsTo(['ASSESSOR_LISTING'], 'institution', keysOf('ASSESSMENT_BODY'))).toEqual([]);
    expect([...keysOf('REWARD_ITEM')].sort()).toEqual([...keysOf('REWARD')].sort());
    expect(pointsTo(['REWARD'], 'dependsOn', keysOf('REWARD'))).toEqual([]);
    expect(pointsTo(['CRITERION'], 'partOf', keysOf('CRITERION'))).toEqual([]);
  });
});

describe('the files are clean (our design, practice.md)', () => {
  const files = filesUnder(seedsFolder);

  it('have ASCII kebab-case names', () => {
    expect(files.map((path) => path.slice(seedsFolder.length)).filter((path) => !/^[!-~]+$/.test(path))).toEqual([]);
    const tables = filesUnder(join(seedsFolder, 'measures')).map((path) => basename(path));
    expect(tables.filter((name) => !/^[a-z0-9]+(-[a-z0-9]+)*\.csv$|^document\.json$/.test(name))).toEqual([]);
  });

  it('are UTF-8 without BOM, with LF line ends', () => {
    const isUnclean = (path: string): boolean => /\r|\uFEFF|\uFFFD/.test(readFileSync(path, 'utf8'));
    expect(filesUnder(join(seedsFolder, 'measures')).filter(isUnclean)).toEqual([]);
  });

  it('hold no mobile or landline number and no mail address', () => {
    const contact = /(?<!\d)1[3-9]\d{9}(?!\d)|(?<![\d.-])0\d{2,3}[- ]?\d{7,8}(?![\d.])|[\w.+-]+@[\w-]+\.[\w.]+/;
    expect(files.filter((path) => contact.test(readFileSync(path, 'utf8')))).toEqual([]);
  });

  it('hold no sentence of a notice: no Chinese cell with a full stop but the notes', () => {
    expect(
      rows.flatMap((row) =>
        Object.entries(row.cells)
          .filter(([, text]) => text.includes('。'))
          .map(([column]) => `${named(row)} ${column}`),
      ),
    ).toEqual([]);
  });
});

describe('goals and limits carry their printed figures', () => {
  const table = (kind: string): readonly string[] =>
    ofKind(kind).map((row) => [cell(row, 'key'), cell(row, 'value'), cell(row, 'quantity'), cell(row, 'binding')].join(' '));

  it('goals: about 3000 a year, at least 20000 by 2030 (LN2023-36 二), 15 regions (LN2024-251 (二))', () => {
    expect(table('GOAL')).toEqual([
      'ANNUAL 3000 PERSONS APPROXIMATE',
      'CUMULATIVE 20000 PERSONS FLOOR',
      'HORIZON 2030-12-31 DATE FIXED',
      'COVERAGE 15 COUNT FIXED',
    ]);
  });

  it('online share: at most half (LN2023-36 四(一))', () => {
    expect(table('ONLINE_SHARE_MAX')).toEqual(['ALL 0.50 SHARE CAP']);
  });

  it('alerts: our own shares of Q19 and AMB-11, which no notice prints and which say so', () => {
    expect(table('ALERT_SHARE')).toEqual(['ATTENDANCE 0.80 SHARE REFERENCE', 'ONLINE 0.45 SHARE REFERENCE']);
    expect(ofKind('ALERT_SHARE').map((row) => cell(row, 'status'))).toEqual(['UNCONFIRMED', 'UNCONFIRMED']);
  });

  it('nominations: 2 trainers and 1 assessor, Shenyang and Dalian 5 and 2 (LN2023-B2 一(三))', () => {
    expect(table('NOMINATION_LIMIT')).toEqual([
      'TRAINING/DEFAULT 2 COUNT CAP',
      'TRAINING/LN-210100 5 COUNT CAP',
      'TRAINING/LN-210200 5 COUNT CAP',
      'ASSESSMENT/DEFAULT 1 COUNT CAP',
      'ASSESSMENT/LN-210100 2 COUNT CAP',
      'ASSESSMENT/LN-210200 2 COUNT CAP',
    ]);
  });

  it('form texts: 800, 300, 500, 500, 800 characters in both forms (LN2023-B2 附件1, 附件2)', () => {
    expect(ofKind('FORM_LIMIT').map((row) => cell(row, 'value'))).toEqual([
      '800',
      '300',
      '500',
      '500',
      '800',
      '800',
      '300',
      '500',
      '500',
      '800',
    ]);
  });

  it('deadlines: 15 June 2023; 5 working days, 3 years, 1 month, 2 years (LN2023-B2 五(三); LN2025-TB 第七、九、十条)', () => {
    expect(table('DEADLINE')).toEqual([
      'D-B2 2023-06-15 DATE CAP',
      'D-TB-NOTICE 5 WORKING_DAYS FIXED',
      'D-TB-TERM 3 YEARS FIXED',
      'D-TB-CHANGE 1 MONTHS CAP',
      'D-TB-BAN 2 YEARS FIXED',
    ]);
  });

  it('capacity of a base: 4 fields, 200 at a time, 1000 a year, 50 teachers, 5 partners (LN2025-TB 第五条)', () => {
    expect(sum(ofKind('CRITERION').filter((row) => cell(row, 'key') === 'TB-CAP-CONC'))).toBe(200);
    expect(table('CRITERION').filter((line) => /^TB-(FIELDS|CAP|TEACH|PARTNERS)/.test(line))).toEqual([
      'TB-FIELDS-COMPREHENSIVE 4 COUNT FLOOR',
      'TB-CAP-CONC 200 PERSONS FLOOR',
      'TB-CAP-YEAR 1000 PERSONS FLOOR',
      'TB-TEACH 50 PERSONS FLOOR',
      'TB-PARTNERS 5 COUNT FLOOR',
    ]);
  });
});
