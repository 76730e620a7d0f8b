import { z } from 'zod';
import { exact } from '../money/exact.js';
import { type Bilingual, bilingual } from './bilingual.js';
import { isCalendarDay } from './calendar-day.js';
import { Failure } from './failure.js';

/** Bounds of what one question may hold: ours, not the notices'. */
export const MAX_HEADS = 1_000_000;
export const MAX_LINES = 200;
export const MAX_LIST = 1_000;

const expectations = new Map<string, Bilingual>();

/** Remembers the Chinese of an expectation and gives its English, which zod carries as the message. */
export function expects(zh: string, en: string): string {
  expectations.set(en, bilingual(zh, en));
  return en;
}

/** A whole number within bounds that both count. */
export const wholeNumber = (least: number, most: number) => {
  const error = expects(`应为 ${least} 至 ${most} 的整数`, `a whole number from ${least} to ${most}`);
  return z.int({ error, abort: true }).min(least, { error, abort: true }).max(most, { error, abort: true });
};

export const headCount = wholeNumber(1, MAX_HEADS);
export const countOrNone = wholeNumber(0, MAX_HEADS);

const textLike = (pattern: RegExp, zh: string, en: string) => {
  const message = expects(zh, en);
  return z.string({ error: message }).regex(pattern, { error: message, abort: true });
};

export const yuanText = textLike(
  /^\d{1,15}\.\d{2}$/,
  '应为不小于 0 的两位小数元金额，如 1280.00',
  'an amount in yuan, not negative, with two decimals, such as 1280.00',
);
export const hoursText = textLike(
  /^\d{1,9}(\.\d{1,6})?$/,
  '应为学时数，最多六位小数，如 127.5',
  'hours with at most six decimals, such as 127.5',
);
export const decimalText = textLike(/^-?\d{1,20}(\.\d{1,40})?$/, '应为普通小数，如 1.005', 'a plain decimal, such as 1.005');
const PERCENT_EXPECTED = expects('应为不小于 -100 的百分数，如 7 或 -2.5', 'a percentage of at least -100, such as 7 or -2.5');
export const percentText = z
  .string({ error: PERCENT_EXPECTED })
  .regex(/^-?\d{1,3}(\.\d{1,6})?$/, { error: PERCENT_EXPECTED, abort: true })
  .refine((text) => exact(text).greaterThanOrEqualTo(exact('-100')), PERCENT_EXPECTED);
/** Beyond this day no period of years could still be written with four digits for the year. */
const LAST_DAY = '9000';
const DAY_EXPECTED = expects('应为存在的日期，如 2026-01-31', 'a day that exists, such as 2026-01-31');
export const dayText = z
  .string({ error: DAY_EXPECTED })
  .refine((text) => isCalendarDay(text) && text < LAST_DAY, { error: DAY_EXPECTED, abort: true });

const NAME_EXPECTED = bilingual(
  '应为 1 至 80 个字符的代码或名称，不得含证件号码或电话号码',
  'a code or name of 1 to 80 characters, without an identity or telephone number',
);
/** Eleven digits, also full-width or in groups; dashes are let through, since codes have them. */
const NUMBER_IN_TEXT = /\p{Nd}(?:[\s\p{Cf}]{0,3}\p{Nd}){10}/u;
/** About one UUID in a hundred ends in eleven digits, which are nobody's number. Version and variant tell one from digits between dashes. */
const UUID_IN_TEXT = /\b[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\b/giu;
const shortText = (most: number, zh: string, en: string) => {
  const error = expects(zh, en);
  return z
    .string({ error })
    .regex(new RegExp(`^(?=.*\\S)[^\\p{Cc}\\p{Cs}]{1,${most}}$`, 'u'), { error, abort: true })
    .refine((text) => !NUMBER_IN_TEXT.test(text.replace(UUID_IN_TEXT, 'x')), { error, abort: true });
};
export const nameText = shortText(80, NAME_EXPECTED.zh, NAME_EXPECTED.en);
export const documentNumber = shortText(
  100,
  '应为 1 至 100 个字符的文号，如 沈人社发〔2026〕8号，不得含证件号码或电话号码',
  'a document number of 1 to 100 characters, such as 沈人社发〔2026〕8号, without an identity or telephone number',
);
export const titleText = shortText(
  200,
  '应为 1 至 200 个字符的文字，不得含证件号码或电话号码',
  'a text of 1 to 200 characters, without an identity or telephone number',
);
export const noteText = shortText(
  1000,
  '应为 1 至 1000 个字符的说明，不得含证件号码或电话号码',
  'a note of 1 to 1000 characters, without an identity or telephone number',
);
export const flag = z.boolean({ error: expects('应为 true 或 false', 'true or false') });
export const levelCode = z.enum(['JUNIOR', 'INTERMEDIATE', 'SENIOR'], {
  error: expects('应为 JUNIOR（初级）、INTERMEDIATE（中级）或 SENIOR（高级）', 'JUNIOR, INTERMEDIATE or SENIOR'),
});
export type LevelCode = z.infer<typeof levelCode>;

/** A list with at least `least` and at most `most` members. */
export const listOf = <Item extends z.ZodType>(item: Item, most: number = MAX_LIST, least = 1) => {
  const message = expects(`应为 ${least} 至 ${most} 项的列表`, `a list of ${least} to ${most} items`);
  return z.array(item, { error: message }).min(least, message).max(most, message);
};

/** An optional part: left out and null mean the same. */
export const optional = <Item extends z.ZodType>(item: Item) => item.nullish().transform((value) => value ?? null);

/**
 * Checks a question before any rule sees it. Throws BAD_USER_INPUT naming the first field that is wrong, what was found and what is allowed.
 */
export function parseInput<Input>(schema: z.ZodType<Input>, raw: unknown): Input {
  const parsed = schema.safeParse(raw);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const path = pathText(issue?.path ?? []);
  const wanted = expectationOf(issue);
  const found = shown(at(raw, issue?.path ?? []));
  throw new Failure(
    'BAD_USER_INPUT',
    bilingual(
      `${path || 'input'}：${wanted.zh}；收到的是 ${found}。请改正后重试。`,
      `${path || 'input'}: expected ${wanted.en}; found ${found}. Correct it and ask again.`,
    ),
    path || null,
  );
}

const pathText = (path: readonly PropertyKey[]): string =>
  path.map((part, index) => (typeof part === 'number' ? `[${part}]` : `${index > 0 ? '.' : ''}${String(part)}`)).join('');

/** What a zod issue expects, in both languages: the words of the schema, or ours where zod has only its own. */
function expectationOf(issue: z.core.$ZodIssue | undefined): Bilingual {
  const known = expectations.get(issue?.message ?? '');
  if (known !== undefined) return known;
  if (issue?.code !== 'unrecognized_keys') return bilingual('应为对象，各项见模式定义', 'an object as the schema describes it');
  const keys = issue.keys.slice(0, SHOWN_KEYS).map(shown).join(', ');
  return bilingual(`不应有字段 ${keys}`, `no field ${keys}`);
}

const SHOWN_KEYS = 3;

function at(raw: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, part) => (typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[part] : undefined),
    raw,
  );
}

const SHOWN_MAX = 40;
/** Masking shortens, so more is read than shown. */
const READ_MAX = 4 * SHOWN_MAX;

/** What people write between the digits of one number: blanks, dashes, dots, strokes, and characters that cannot be seen. */
const BETWEEN = String.raw`\s\p{Pd}\p{Cf}._/·`;
/** Runs of digits long enough to identify a person, also written full-width or in groups. */
const IDENTIFYING = new RegExp(String.raw`\p{Nd}(?:[${BETWEEN}]{0,3}\p{Nd}){10,}`, 'gu');
/** An amount or a number of hours, which has one dot and no eleven digits in a row. */
const PLAIN_DECIMAL = /^\d{1,10}\.\d{1,10}$/;
/** What a cut leaves of a run of digits: too short to be masked, yet part of a longer one. */
const RUN_AT_END = new RegExp(String.raw`[\p{Nd}${BETWEEN}]+$`, 'u');
const RUN_AT_START = new RegExp(String.raw`^[\p{Nd}${BETWEEN}]+`, 'u');

/** A text without the digits that could identify a person. */
export const withoutIdentities = (text: string): string =>
  text.replace(IDENTIFYING, (run) => (PLAIN_DECIMAL.test(run) ? run : `${run.slice(0, 3)}…(${run.length})`));

/** The beginning of a text that is cut, without part of a run of digits at its end. */
export const headOf = (text: string, length: number): string => text.slice(0, length).replace(RUN_AT_END, '');

/** The end of a text that is cut, without part of a run of digits at its beginning. */
export const tailOf = (text: string, length: number): string => text.slice(-length).replace(RUN_AT_START, '');

/** A value as an error may show it: short, whole characters, and without digits that could identify a person. */
export function shown(value: unknown): string {
  if (value === undefined || value === null) return 'null';
  if (Array.isArray(value)) return value.length === 0 ? '[]' : '[…]';
  if (typeof value === 'object') return '{…}';
  const text = typeof value === 'string' ? value : `${value as number | boolean}`;
  if (text === '') return '""';
  const isCut = text.length > READ_MAX;
  const masked = withoutIdentities(isCut ? headOf(text, READ_MAX) : text).replace(/[\p{Cs}\p{Cc}]/gu, '�');
  const characters = Array.from(masked);
  return characters.length > SHOWN_MAX || isCut ? `${characters.slice(0, SHOWN_MAX).join('')}…(${text.length})` : masked;
}
