import { isCalendarDay } from '../../policy/calendar-day.js';
import { exactScalar } from './exact-scalar.js';

const SPECIFICATION = 'https://www.rfc-editor.org/rfc/rfc';

/** Yuan, exactly two decimals. */
export const MoneyCNY = exactScalar({
  name: 'MoneyCNY',
  description:
    '人民币元，字符串，恰好两位小数，如 "1280.00"。不接受数字、指数、空白和全角数字。\n\nAmount in yuan (CNY): a string with exactly two decimals, such as "1280.00". Numbers, exponents, blanks and full-width digits are refused.',
  specifiedByURL: `${SPECIFICATION}8259#section-7`,
  accepts: (text) => /^-?\d{1,24}\.\d{2}$/.test(text),
  expectedZh: '两位小数的元金额字符串，如 "1280.00"',
  expectedEn: 'a string of yuan with exactly two decimals, such as "1280.00"',
});

/** Training hours as a decimal text. */
export const Hours = exactScalar({
  name: 'Hours',
  description:
    '学时，十进制字符串，最多六位小数，如 "127.5"。\n\nTraining hours: a decimal string with at most six decimals, such as "127.5".',
  specifiedByURL: `${SPECIFICATION}8259#section-7`,
  accepts: (text) => /^\d{1,16}(\.\d{1,6})?$/.test(text),
  expectedZh: '学时字符串，最多六位小数，如 "127.5"',
  expectedEn: 'a string of hours with at most six decimals, such as "127.5"',
});

/** Any plain decimal as a text: a percentage, a share, a value to round. */
export const Decimal = exactScalar({
  name: 'Decimal',
  description: '精确小数，字符串，如 "1.005" 或 "-2.5"；不接受指数。\n\nExact decimal: a string such as "1.005" or "-2.5"; no exponents.',
  specifiedByURL: `${SPECIFICATION}8259#section-7`,
  accepts: (text) => /^-?\d{1,20}(\.\d{1,40})?$/.test(text),
  expectedZh: '普通小数字符串，如 "1.005"',
  expectedEn: 'a plain decimal string, such as "1.005"',
});

/** A calendar day in Asia/Shanghai. */
export const CalendarDay = exactScalar({
  name: 'Date',
  description: '日历日期（北京时间），如 "2026-01-31"。\n\nCalendar day in Asia/Shanghai, such as "2026-01-31".',
  specifiedByURL: `${SPECIFICATION}3339#section-5.6`,
  accepts: isCalendarDay,
  expectedZh: '存在的日期，如 "2026-01-31"',
  expectedEn: 'a day that exists, such as "2026-01-31"',
});

/** An instant, in whatever offset it is written. */
export const Instant = exactScalar({
  name: 'DateTime',
  description:
    '时刻，RFC 3339，如 "2026-01-31T08:00:00.000Z" 或 "2026-01-31T16:00:00+08:00"。\n\nInstant by RFC 3339, such as "2026-01-31T08:00:00.000Z" or "2026-01-31T16:00:00+08:00".',
  specifiedByURL: `${SPECIFICATION}3339#section-5.6`,
  accepts: (text) =>
    /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,3})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/.test(text) &&
    isCalendarDay(text.slice(0, 10)),
  expectedZh: 'RFC 3339 时刻，如 "2026-01-31T08:00:00.000Z"',
  expectedEn: 'an RFC 3339 instant, such as "2026-01-31T08:00:00.000Z"',
});
