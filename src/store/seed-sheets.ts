import { z } from 'zod';

import { bilingual } from '../policy/bilingual.js';
import type { Measure, Setting } from '../policy/figure.js';
import type { OpenQuestion } from '../policy/rule-archive.js';
import { isDay } from './seed-columns.js';
import { seedFailure } from './seed-failure.js';

const text = z.string().min(1, 'a text that is not empty');
const day = z.string().refine(isDay, 'a day as YYYY-MM-DD');
const both = z.strictObject({ zh: text, en: text });

const measureSheet = z.strictObject({
  code: text,
  number: text.nullable(),
  titleZh: text,
  titleEn: text,
  issuerZh: text,
  issuerEn: text,
  issuedOn: day.nullable(),
  effectiveFrom: day.nullable(),
  effectiveTo: day.nullable(),
  status: z.enum(['PRINTED', 'INFERRED', 'UNCONFIRMED']),
  lastVerifiedOn: day,
  noteZh: z.string(),
  noteEn: z.string(),
  normCount: z.int().nonnegative(),
});

const openQuestionSheet = z
  .strictObject({
    id: text,
    key: text,
    group: text,
    question: both,
    norms: z.array(text),
    traps: z.array(text),
    readings: z.array(z.strictObject({ code: text, text: both })).min(1, 'at least one reading'),
    defaultReading: text,
    reason: both,
    settledBy: both,
    status: z.enum(['UNCONFIRMED', 'CONFIRMED']),
  })
  .refine(({ readings, defaultReading }) => readings.some(({ code }) => code === defaultReading), {
    path: ['defaultReading'],
    message: 'the code of one of the readings',
  });

/**
 * The sheet of a notice from `document.json`. Throws SEED_FILE_INVALID.
 * Source: our design, docs/decisions/0001-rules-as-dated-rows.md
 */
export const readMeasureSheet = (file: string, content: Buffer, folder: string): Measure => {
  const sheet = checked(file, content, measureSheet);
  if (sheet.code !== folder) throw seedFailure({ file, line: 1, column: 'code' }, sheet.code, `the name of its folder, ${folder}`);
  const { titleZh, titleEn, issuerZh, issuerEn, noteZh, noteEn, ...rest } = sheet;
  return { ...rest, title: bilingual(titleZh, titleEn), issuer: bilingual(issuerZh, issuerEn), note: bilingual(noteZh, noteEn) };
};

/**
 * The open questions of one file. Throws SEED_FILE_INVALID.
 * Source: our design, docs/decisions/0001-rules-as-dated-rows.md
 */
export const readOpenQuestions = (file: string, content: Buffer): readonly OpenQuestion[] =>
  checked(file, content, z.array(openQuestionSheet)).map(({ traps: _traps, ...question }) => question);

/** Stands as the document of a setting that no notice settles. */
export const OPEN_QUESTIONS_DOCUMENT = 'OPEN-QUESTIONS';

/**
 * The setting that puts an open question's default reading in use, for all days, as always known.
 * Source: our design, docs/decisions/0001-rules-as-dated-rows.md
 */
export const defaultSetting = (question: OpenQuestion, lastVerifiedOn: string): Setting => ({
  key: question.key,
  regionCode: null,
  reading: question.defaultReading,
  citation: {
    documentCode: OPEN_QUESTIONS_DOCUMENT,
    documentNumber: null,
    clause: question.norms[0] ?? 'silent',
    annex: null,
    row: null,
    column: null,
    validFrom: null,
    validTo: null,
    knownFrom: null,
    knownTo: null,
    lastVerifiedOn,
    status: question.status === 'CONFIRMED' ? 'INFERRED' : 'UNCONFIRMED',
    binding: null,
    note: null,
  },
});

const checked = <Sheet>(file: string, content: Buffer, schema: z.ZodType<Sheet>): Sheet => {
  const result = schema.safeParse(parseJson(file, content));
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw seedFailure({ file, line: 1, column: issue?.path.join('.') ?? '*' }, 'another shape', issue?.message ?? 'a valid sheet');
};

const parseJson = (file: string, content: Buffer): unknown => {
  try {
    return JSON.parse(content.toString('utf8'));
  } catch (error) {
    throw seedFailure({ file, line: 1, column: '*' }, String(error), 'JSON');
  }
};
