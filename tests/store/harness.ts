import type { Entry, Figure, Measure, Setting } from '../../src/policy/figure.js';
import type { OpenQuestion } from '../../src/policy/rule-archive.js';
import type { Seeds } from '../../src/store/seeds.js';

/** An invented notice: nothing here is taken from seeds/. */
export const NOTICE: Measure = {
  code: 'T-1',
  number: '测试〔2020〕1号',
  title: { zh: '测试通知', en: 'Test notice' },
  issuer: { zh: '测试厅', en: 'Test department' },
  issuedOn: '2020-01-01',
  effectiveFrom: '2020-01-01',
  effectiveTo: null,
  status: 'PRINTED',
  lastVerifiedOn: '2020-02-02',
  note: { zh: '无', en: 'none' },
  normCount: 3,
};

const CITATION = {
  documentCode: NOTICE.code,
  documentNumber: NOTICE.number,
  clause: 'T-1/1',
  annex: null,
  row: null,
  column: null,
  validFrom: '2020-01-01',
  validTo: null,
  knownFrom: null,
  knownTo: null,
  lastVerifiedOn: '2020-02-02',
  status: 'PRINTED',
  binding: null,
  note: null,
} as const;

interface Changes {
  readonly key?: string;
  readonly regionCode?: string | null;
  readonly value?: string | null;
  readonly validFrom?: string | null;
  readonly validTo?: string | null;
  readonly documentCode?: string;
}

/** A figure of the notice, 7.25 yuan an hour unless told otherwise. */
export const figure = ({ key = 'A', regionCode = null, value = '7.25', ...citation }: Changes = {}): Figure => ({
  kind: 'TEST_RATE',
  key,
  regionCode,
  value,
  quantity: 'CNY_PER_HOUR',
  unit: 'PERSON',
  binding: 'CAP',
  attributes: { level: 'JUNIOR', 名称: '大数据，"初级"' },
  citation: { ...CITATION, ...citation, binding: 'CAP' },
});

export const entry = (key: string): Entry => ({
  kind: 'TEST_LIST',
  key,
  regionCode: null,
  attributes: { nameZh: '某职业' },
  citation: { ...CITATION, annex: '附件1', row: '1', column: '二', validTo: '2024-02-29', note: '注' },
});

export const question = (defaultReading: string): OpenQuestion => ({
  id: 'Q99',
  key: 'test.question',
  group: 'T',
  question: { zh: '如何理解？', en: 'How is it read?' },
  norms: [],
  readings: ['STRICT', 'LOOSE'].map((code) => ({ code, text: { zh: code, en: code } })),
  defaultReading,
  reason: { zh: '理由', en: 'reason' },
  settledBy: { zh: '省厅', en: 'the department' },
  status: 'UNCONFIRMED',
});

export const setting = (reading: string): Setting => ({
  key: 'test.question',
  regionCode: null,
  reading,
  citation: { ...CITATION, documentCode: 'OPEN-QUESTIONS', documentNumber: null, clause: 'silent', validFrom: null, status: 'UNCONFIRMED' },
});

/** A release with two figures, two entries and a question. */
export const seeds = (
  figures: readonly Figure[] = [figure(), figure({ key: 'B', value: '12345678901234.5678' })],
  reading = 'STRICT',
): Seeds => ({
  files: [{ path: 'measures/T-1/rates.csv', sha256: 'a'.repeat(64) }],
  measures: [NOTICE],
  figures,
  entries: [entry('E1'), entry('E2')],
  settings: [setting(reading)],
  openQuestions: [question(reading)],
});

/** The code of the StoreFailure that a promise is rejected with; anything else is passed on. */
export const codeOf = async (promise: Promise<unknown>): Promise<string> => {
  try {
    await promise;
  } catch (error) {
    return String((error as { readonly code?: unknown }).code);
  }
  return 'NOTHING_THROWN';
};
