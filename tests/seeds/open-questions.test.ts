import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OpenQuestion } from '../../src/policy/rule-archive.js';

type SeededQuestion = OpenQuestion & { readonly traps: readonly string[] };

const folder = join(process.cwd(), 'seeds', 'open-questions');
const fileNames = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .sort();

const readQuestions = (fileName: string): readonly SeededQuestion[] => {
  const rows: readonly SeededQuestion[] = JSON.parse(readFileSync(join(folder, fileName), 'utf8'));
  return rows;
};

const questions = fileNames.flatMap(readQuestions);
const byId = new Map(questions.map((question) => [question.id, question]));
const codesOf = (id: string): readonly string[] => byId.get(id)?.readings.map((reading) => reading.code) ?? [];

test('one file per group A to J, and every question stands in the file of its group', () => {
  expect(fileNames.map((name) => name.slice(0, 2))).toEqual(['a-', 'b-', 'c-', 'd-', 'e-', 'f-', 'g-', 'h-', 'i-', 'j-']);
  const misplaced = fileNames.flatMap((name) =>
    readQuestions(name)
      .filter((question) => question.group !== name.slice(0, 1).toUpperCase())
      .map((question) => `${question.id} in ${name}`),
  );
  expect(misplaced).toEqual([]);
});

/** Ours: the notices say nothing of them, and the service can neither hold places nor issue quotes without an answer. */
const OWN_QUESTIONS: readonly string[] = ['Q95', 'Q96'];

test('the notices leave 94 points open, Q01 to Q94 in order, two are our own, and each has its own key', () => {
  const expected = Array.from({ length: 94 }, (_, index) => `Q${String(index + 1).padStart(2, '0')}`);
  expect(questions.map((question) => question.id).filter((id) => !OWN_QUESTIONS.includes(id))).toEqual(expected);
  expect(byId.get('Q95')).toMatchObject({ key: 'quota.holdExpiry', group: 'F', norms: [] });
  expect(byId.get('Q96')).toMatchObject({ key: 'quote.validity', group: 'G', norms: [] });
  expect(codesOf('Q96')).toEqual(['DAYS_30', 'DAYS_60', 'DAYS_90']);
  expect(new Set(questions.map((question) => question.key)).size).toBe(96);
  expect(questions.filter((question) => !/^[a-z]+(\.[A-Za-z0-9-]+)+$/.test(question.key)).map((question) => question.key)).toEqual([]);
});

test('none of them is settled yet', () => {
  expect(questions.filter((question) => question.status !== 'UNCONFIRMED').map((question) => question.id)).toEqual([]);
});

test.each(questions.map((question) => [question.id, question] as const))(
  '%s: the default is the first of at least two distinct readings',
  (_id, question) => {
    const codes = question.readings.map((reading) => reading.code);
    expect(codes.length).toBeGreaterThanOrEqual(2);
    expect(codes[0]).toBe(question.defaultReading);
    expect(new Set(codes).size).toBe(codes.length);
    for (const code of codes) expect(code).toMatch(/^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/);
  },
);

test.each(questions.map((question) => [question.id, question] as const))(
  '%s: every text stands in Chinese and in English',
  (_id, question) => {
    const texts = [question.question, question.reason, question.settledBy, ...question.readings.map((reading) => reading.text)];
    for (const text of texts) {
      expect(text.zh).toMatch(/\p{Script=Han}/u);
      expect(text.zh).not.toMatch(/[,;:?!]/);
      expect(text.en).toMatch(/[A-Za-z]/);
      expect([text.zh.trim(), text.en.trim()]).toEqual([text.zh, text.en]);
    }
  },
);

test.each(questions.map((question) => [question.id, question] as const))(
  '%s: norms and traps are whole identifiers, none twice',
  (_id, question) => {
    for (const norm of question.norms)
      expect(norm).toMatch(/^(LN2023-36|LN2023-B2|LN2024-251|LN2025-TB|QD-PB)\/[A-Z]?\d+(\.\d+)*(\.?[a-z])?$/);
    for (const trap of question.traps) expect(trap).toMatch(/^AMB-(0[1-9]|[1-5]\d|60)$/);
    expect(new Set(question.norms).size).toBe(question.norms.length);
    expect(new Set(question.traps).size).toBe(question.traps.length);
  },
);

test('only the points on which the notices are silent cite no norm', () => {
  const silent = questions.filter((question) => question.norms.length === 0).map((question) => question.id);
  expect(silent).toEqual(['Q14', 'Q37', 'Q40', 'Q48', 'Q49', 'Q51', 'Q95', 'Q59', 'Q96']);
});

test.each([
  ['Q08', 'amount.payableHours', ['REQUIRED_HOURS', 'MIN_CERTIFIED_REQUIRED', 'CERTIFIED_HOURS']],
  ['Q10', 'amount.cityOverride', ['RECORDED_OVERRIDE', 'PROVINCIAL_REFERENCE']],
  ['Q12', 'amount.onlineHoursRate', ['FULL_RATE', 'OFFLINE_HOURS_ONLY']],
  ['Q13', 'amount.rounding', ['PER_TRAINEE_HALF_UP', 'PER_LINE_HALF_UP', 'PER_TRAINEE_DOWN']],
  ['Q33', 'fund.split', ['WATERFALL', 'STRICT_BINARY']],
  ['Q35', 'fund.payingRegion', ['TRAINEE_REGION', 'INSTITUTION_REGION']],
  ['Q41', 'clawback.scope', ['AFFECTED_ONLY', 'WHOLE_CLASS']],
  ['Q46', 'quota.mode', ['CAP_FOR_SUBSIDISED_RESERVATIONS', 'TARGET']],
  ['Q62', 'reward.capNeedsApproval', ['NEEDS_APPROVED_AMOUNT', 'CAP_IS_AMOUNT']],
  ['Q63', 'reward.floorNeedsRate', ['FLOOR_ONLY', 'FLOOR_IS_RATE']],
  ['Q68', 'reward.months', ['WHOLE_MONTHS', 'PRO_RATA_MONTHS', 'ROUND_UP_MONTHS']],
])('%s %s moves money: its readings are exactly those that the rules compute', (id, key, codes) => {
  expect(byId.get(id)?.key).toBe(key);
  expect(byId.get(id)?.defaultReading).toBe(codes[0]);
  expect(codesOf(id)).toEqual(codes);
});

test.each([
  ['Q01', ['UNCONFIRMED_PLACEHOLDERS', 'CONFIRMED_LIST']],
  ['Q05', ['ONCE_PER_OCCUPATION_AND_LEVEL', 'NO_LIMIT']],
  ['Q09', ['PER_TRAINEE', 'PER_CLASS']],
  ['Q16', ['BOTH_CERTIFICATES', 'TRAINING_CERTIFICATE_ONLY']],
  ['Q24', ['HOLD', 'IGNORE']],
  ['Q39', ['FIVE_PERSONS', 'FOUR_PERSONS']],
  ['Q43', ['REVERSE_ORDER_OF_USE', 'ORDER_OF_USE']],
  ['Q47', ['DISTINCT_PERSONS', 'CERTIFICATES']],
  ['Q52', ['START_2024', 'START_2023']],
  ['Q65', ['HUMAN_DECISION', 'SUM', 'HIGHEST_ONLY']],
  ['Q72', ['APPROVAL_DATE']],
  ['Q73', ['PER_STATION', 'PER_UNIT']],
])('%s begins with the readings that other parts name', (id, codes) => {
  expect(codesOf(id).slice(0, codes.length)).toEqual(codes);
});
