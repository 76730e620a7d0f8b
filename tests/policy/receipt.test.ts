import { createHash } from 'node:crypto';
import { canonicalText, sha256 } from '../../src/policy/canonical.js';
import { distinctPersons } from '../../src/policy/distinct-persons.js';
import { changesBetween, isIntact, receiptBody } from '../../src/policy/receipt-check.js';
import { RuleDesk } from '../../src/operations/rule-desk.js';
import { archive, ask, deskOf, failureOf, TODAY } from './harness.js';
import { estimateReceipt, smallReceipt } from './receipts.js';

/** RFC 8785 for values without fractions, written from the RFC: keys by UTF-16 code unit, no blanks, JSON.stringify for what is left. */
const rfc8785 = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(rfc8785).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `{${Object.entries(value)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([key, item]) => `${JSON.stringify(key)}:${rfc8785(item)}`)
    .join(',')}}`;
};

const numbersIn = (value: unknown): readonly number[] => {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
};

describe('a receipt (docs/decisions/0007-receipts.md)', () => {
  it('is the SHA-256 of its canonical text', () => {
    const { suite, hash, canonical } = estimateReceipt();
    expect(suite).toBe('sha256');
    expect(hash).toBe(createHash('sha256').update(canonical, 'utf8').digest('hex'));
    expect(isIntact({ hash, canonical })).toBe(true);
  });

  it('is canonical by RFC 8785, and its only numbers are whole', () => {
    const { canonical } = estimateReceipt();
    const body: unknown = JSON.parse(canonical);
    expect(canonical).toBe(rfc8785(body));
    expect(numbersIn(body).length).toBeGreaterThan(0);
    for (const number of numbersIn(body)) expect(Number.isSafeInteger(number)).toBe(true);
    expect(canonical).not.toMatch(/[:,[]-?\d+[.eE]/);
  });

  it('binds engine, rule, rules, input, outcome and steps', () => {
    const body = receiptBody(estimateReceipt());
    expect(body).toMatchObject({
      rule: 'subsidyEstimate@1',
      ruleBook: { on: TODAY, knownAt: null, region: 'LN-210100' },
      outcome: { amount: '31600.00' },
    });
    expect(body.input).toMatchObject({ region: '沈阳', lines: [{ headCount: 20 }, { occupation: '人工智能' }] });
    expect(body.explanation.result).toBe('31600.00');
  });

  it('has equal bytes for equal questions, whatever the order of their fields, the desk and the time of day', () => {
    const later = new RuleDesk(structuredClone(archive), () => new Date('2026-11-22T15:59:59.999Z'));
    expect(estimateReceipt(deskOf(archive))).toEqual(estimateReceipt());
    expect(estimateReceipt(later)).toEqual(estimateReceipt());
    const asked = ask(distinctPersons, { region: '沈阳', records: [{ person: 'A', year: 2025 }] }).receipt;
    expect(ask(distinctPersons, { records: [{ year: 2025, person: 'A' }], region: '沈阳', on: null }).receipt).toEqual(asked);
    expect(ask(distinctPersons, { records: [{ year: 2025, person: 'B' }], region: '沈阳' }).receipt.hash).not.toBe(asked.hash);
  });

  it('holds no time of day', () => {
    expect(estimateReceipt().canonical).not.toMatch(/\d{2}:\d{2}/);
  });

  it.each([
    ['a byte flipped', (bytes: Buffer, at: number, bit: number) => void (bytes[at] = (bytes[at] ?? 0) ^ (1 << bit))],
    ['a byte set to a blank or to zero', (bytes: Buffer, at: number) => void (bytes[at] = bytes[at] === 0x20 ? 0x30 : 0x20)],
  ])('is broken by %s at any place', (_title, change) => {
    for (const receipt of [smallReceipt(), estimateReceipt()]) {
      const original = Buffer.from(receipt.canonical, 'utf8');
      const bits = process.env['LONG'] === undefined ? [0] : [0, 1, 2, 3, 4, 5, 6, 7];
      const unnoticed = [...original.keys()].flatMap((at) =>
        bits.filter((bit) => {
          const bytes = Buffer.from(original);
          change(bytes, at, bit);
          return isIntact({ hash: receipt.hash, canonical: bytes.toString('utf8') });
        }),
      );
      expect(unnoticed).toEqual([]);
    }
  });

  it('is broken by any other hash, and by a byte more or less', () => {
    const { hash, canonical } = smallReceipt();
    for (let at = 0; at < hash.length; at += 1) {
      const other = `${hash.slice(0, at)}${hash[at] === '0' ? '1' : '0'}${hash.slice(at + 1)}`;
      expect(isIntact({ hash: other, canonical })).toBe(false);
    }
    for (const text of [`${canonical} `, ` ${canonical}`, canonical.slice(0, -1), canonical.slice(1), ''])
      expect(isIntact({ hash, canonical: text })).toBe(false);
    expect(isIntact({ hash: hash.toUpperCase(), canonical })).toBe(false);
  });

  it('is not intact when the text is not canonical, even under the right hash', () => {
    const spaced = JSON.stringify(JSON.parse(smallReceipt().canonical), null, 1);
    expect(isIntact({ hash: sha256(spaced), canonical: spaced })).toBe(false);
  });

  it('can be issued for any name that a question may hold, half a surrogate pair included', () => {
    const question = { region: '沈阳', records: [{ person: '\ud800', year: 2025 }] };
    const outcome = (): unknown => ask(distinctPersons, question).receipt.hash;
    try {
      expect(outcome()).toMatch(/^[0-9a-f]{64}$/);
    } catch {
      expect(failureOf(outcome).code).toBe('BAD_USER_INPUT');
    }
  });

  it.each(['', 'null', '[]', '{}', 'not json', '{"rule":"arithmetic@1"}', '\ufeff{}'])('%j is no receipt', (canonical) => {
    expect(failureOf(() => receiptBody({ hash: sha256(canonical), canonical })).code).toBe('RECEIPT_MALFORMED');
  });
});

describe('what changed between two answers', () => {
  it.each([
    [{ a: 1 }, { a: 1 }, []],
    [{ a: 1, b: 2 }, { b: 2, a: 1 }, []],
    [{ a: { b: ['x', 'y'] } }, { a: { b: ['x', 'z'] } }, [{ path: 'a.b[1]', before: '"y"', after: '"z"' }]],
    [
      { a: 1 },
      { b: 1 },
      [
        { path: 'a', before: '1', after: '(none)' },
        { path: 'b', before: '(none)', after: '1' },
      ],
    ],
    ['1280.00', '1408.00', [{ path: '', before: '"1280.00"', after: '"1408.00"' }]],
    [[1], [1, 2], [{ path: '[1]', before: '(none)', after: '2' }]],
    [null, {}, [{ path: '', before: 'null', after: '{}' }]],
  ])('%j and %j', (before, after, changes) => {
    expect(changesBetween(before, after)).toEqual(changes);
  });

  it('names at most fifty', () => {
    expect(
      changesBetween(
        Array.from({ length: 60 }, () => 0),
        Array.from({ length: 60 }, () => 1),
      ),
    ).toHaveLength(50);
  });
});

describe('canonical text', () => {
  it.each([
    [{ b: 1, a: '辽' }, '{"a":"辽","b":1}'],
    [{ '\uFB33': 2, '\u{1F600}': 1 }, '{"\u{1F600}":1,"\uFB33":2}'],
    [['\u0000\u001f"\\\n'], '["\\u0000\\u001f\\"\\\\\\n"]'],
    [null, 'null'],
  ])('%j is %s', (value, text) => {
    expect(canonicalText(value)).toBe(text);
  });
});
