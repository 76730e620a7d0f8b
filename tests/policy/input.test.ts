import { z } from 'zod';
import { classTotal } from '../../src/policy/class-total.js';
import { dayText, nameText, parseInput, shown, yuanText } from '../../src/policy/input.js';
import { onlineShare } from '../../src/policy/online-share.js';
import { quotaCheck } from '../../src/policy/quota-check.js';
import { rewardEstimate } from '../../src/policy/reward-estimate.js';
import { subsidyEstimate } from '../../src/policy/subsidy-estimate.js';
import { traineeDecision } from '../../src/policy/trainee-decision.js';
import { ask, failureOf } from './harness.js';
import { PAYABLE } from './trainee-facts.js';

const IDENTITY = '210102199001011234';
const RUN = { occupation: 'BIG_DATA', level: 'JUNIOR', payableTrainees: 1, totalTrainees: 1, isClassInViolation: false } as const;

describe('what a question may hold', () => {
  it.each(['2026-01-31', '2024-02-29', '0001-01-01', '2999-12-31'])('%s is a day', (text) => {
    expect(parseInput(dayText, text)).toBe(text);
  });

  it.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '0000-01-01',
    '9000-01-01',
    '26-01-01',
    '2026-1-1',
    '2026/01/01',
    ' 2026-01-01',
    '2026-01-01T00:00:00Z',
    '２０２６-01-01',
    '',
  ])('%j is none', (text) => {
    expect(failureOf(() => parseInput(dayText, text)).code).toBe('BAD_USER_INPUT');
  });

  it.each([1e21, 1e308, -1, 0, 1.5, 10_001])('%s sessions are refused before their hours are added up', (count) => {
    const failure = failureOf(() => ask(onlineShare, { totalHours: '10', onlineSessions: [{ count, hours: '1' }] }));
    expect([failure.code, failure.field]).toEqual(['BAD_USER_INPUT', 'onlineSessions[0].count']);
  });

  it.each(['1280.00', '0.00', '0.01'])('%s is an amount', (text) => {
    expect(parseInput(yuanText, text)).toBe(text);
  });

  it.each(['1280', '1280.0', '1280.000', '-1.00', '1,280.00', '1e3', ' 1.00', '１.00', '.50', '9'.repeat(20)])('%j is none', (text) => {
    expect(failureOf(() => parseInput(yuanText, text)).code).toBe('BAD_USER_INPUT');
  });

  it.each([
    ['an identity number', '210102199001011234'],
    ['one that ends in X', '21010219900101123X'],
    ['one in groups', '210102 19900101 1234'],
    ['one in full-width digits', '２１０１０２１９９００１０１１２３４'],
    ['one with characters that cannot be seen', '210102\u200B19900101\u200B1234'],
    ['one on a line of its own', 'name\u2028210102199001011234'],
    ['a telephone number in what is no UUID', '0b9a2f64-1234-4567-8901-2b13900000000'],
    ['a telephone number in the form of a UUID', '00000000-0000-0000-0000-013900000000'],
    ['one behind a UUID', 'e8848a51-896c-401a-b248-113900000000 210102199001011234'],
  ])('a name holds no number of a person: %s', (_title, text) => {
    expect(failureOf(() => parseInput(nameText, text)).code).toBe('BAD_USER_INPUT');
  });

  it.each([
    '2-02-10-11',
    'P-2024-000123',
    '0b9a2f64-1234-4567-8901-2b3c4d5e6f70',
    'e8848a51-896c-401a-b248-113900000000',
    '2026 05 e8848a51-896c-401a-b248-1139000000ab 12345',
  ])('%s is a code', (text) => {
    expect(parseInput(nameText, text)).toBe(text);
  });

  it('a name has 1 to 80 characters, a pair of surrogates being one', () => {
    expect(parseInput(nameText, '𠮷'.repeat(80))).toHaveLength(160);
    expect(failureOf(() => parseInput(nameText, '𠮷'.repeat(81))).code).toBe('BAD_USER_INPUT');
    expect(failureOf(() => parseInput(nameText, '')).code).toBe('BAD_USER_INPUT');
  });
});

describe('how a wrong question is answered', () => {
  it('names the first wrong field, what was found and what is allowed, in both languages', () => {
    const failure = failureOf(() => ask(classTotal, { ...RUN, payableTrainees: -1 }));
    expect(failure.field).toBe('payableTrainees');
    expect(failure.text.en).toBe('payableTrainees: expected a whole number from 0 to 1000000; found -1. Correct it and ask again.');
    expect(failure.text.zh).toBe('payableTrainees：应为 0 至 1000000 的整数；收到的是 -1。请改正后重试。');
  });

  it('says the same words for a field that is unknown, in both languages', () => {
    const failure = failureOf(() => ask(classTotal, { ...RUN, colour: 'red' }));
    expect(failure.code).toBe('BAD_USER_INPUT');
    expect(failure.text.en).toContain('colour');
    expect(failure.text.zh).not.toMatch(/Unrecognized|Invalid/);
  });

  it.each([
    ['not an object', 'abc'],
    ['nothing', null],
    ['undefined', undefined],
    ['a list', []],
    ['a number', 1],
  ])('%s is refused as a whole', (_title, question) => {
    const failure = failureOf(() => ask(classTotal, question));
    expect([failure.code, failure.field]).toEqual(['BAD_USER_INPUT', null]);
    expect(failure.text.zh).not.toMatch(/Invalid/);
  });

  it.each([
    ['an online share with junk', onlineShare, { onlineHours: '1h', totalHours: '2' }, 'onlineHours'],
    ['total hours with junk', onlineShare, { onlineHours: '1', totalHours: '2h' }, 'totalHours'],
    ['sessions with junk', onlineShare, { onlineSessions: [{ count: 1, hours: 'x' }], totalHours: '2' }, 'onlineSessions[0].hours'],
    ['a trainee with junk hours', traineeDecision, { ...PAYABLE, onlineHours: '1h' }, 'onlineHours'],
    [
      'a line with junk hours',
      subsidyEstimate,
      { lines: [{ occupation: 'AI', level: 'JUNIOR', headCount: 1, deliveredHours: '2', onlineHours: '1h' }] },
      'lines[0].onlineHours',
    ],
  ])('%s is a wrong field and no crash', (_title, rule, question, field) => {
    const failure = failureOf(() => ask(rule as typeof onlineShare, question));
    expect([failure.code, failure.field]).toEqual(['BAD_USER_INPUT', field]);
  });

  it.each([
    ['as a value', classTotal, { ...RUN, payableTrainees: IDENTITY }],
    ['as an occupation', classTotal, { ...RUN, occupation: IDENTITY }],
    ['as an occupation, before the notice', classTotal, { ...RUN, occupation: IDENTITY, on: '2020-01-01' }],
    ['as a region, before the notice', quotaCheck, { region: IDENTITY, attempts: [{ used: 0, requested: 1 }], on: '2020-01-01' }],
    ['as a reward item, before the notice', rewardEstimate, { item: IDENTITY, on: '2020-01-01' }],
    ['as the name of a field', classTotal, { ...RUN, [IDENTITY]: 1 }],
    ['inside a longer text', classTotal, { ...RUN, occupation: `no. ${IDENTITY}X` }],
  ])('an identity number given %s does not come back', (_title, rule, question) => {
    const failure = failureOf(() => ask(rule as typeof classTotal, question));
    expect(JSON.stringify([failure.message, failure.text, failure.field, failure.facts])).not.toContain(IDENTITY);
  });

  it('is short, whatever the name of an unknown field', () => {
    const failure = failureOf(() => ask(classTotal, { ...RUN, ['k'.repeat(100_000)]: 1 }));
    expect(failure.text.en.length).toBeLessThan(600);
  });

  it.each([
    ['210102199001011234', '210…(18)'],
    ['1234567890', '1234567890'],
    ['x'.repeat(41), `${'x'.repeat(40)}…(41)`],
    [null, 'null'],
    [undefined, 'null'],
    [{ a: 1 }, '{…}'],
    [[1], '[…]'],
    [210102199001011, '210…(15)'],
    ['21010219900101123X', '210…(17)X'],
    ['21010219900101123x', '210…(17)x'],
    ['210102 19900101 1234', '210…(20)'],
    ['210102  19900101   1234', '210…(23)'],
    ['210102－19900101—1234', '210…(20)'],
    ['210102.19900101.1234', '210…(20)'],
    ['210102/19900101_1234', '210…(20)'],
    ['2\u200B1\u200B0\u200B1\u200B0\u200B2\u200B1\u200B9\u200B9\u200B0\u200B0', '2\u200B1…(21)'],
    ['２１０１０２１９９００１０１１２３４', '２１０…(18)'],
    ['1234567890.123456', '1234567890.123456'],
    ['12345678901.00', '123…(14)'],
    ['2-02-10-11', '2-02-10-11'],
    [`${'1'.repeat(149)}a210102199001011234`, '111…(149)a…(168)'],
    ['1'.repeat(200), '…(200)'],
  ])('%j is shown as %s', (value, text) => {
    expect(shown(value)).toBe(text);
  });

  it('gives the parsed value back', () => {
    expect(parseInput(z.strictObject({ a: z.string() }), { a: 'x' })).toEqual({ a: 'x' });
  });
});
