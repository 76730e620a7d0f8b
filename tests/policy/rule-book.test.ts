import { classTotal } from '../../src/policy/class-total.js';
import type { RuleArchive } from '../../src/policy/rule-archive.js';
import type { Citation, Figure } from '../../src/policy/figure.js';
import {
  archive,
  book,
  bookOf,
  CORRECTED_AT,
  corrected,
  desk,
  failureOf,
  figureOf,
  TODAY,
  underReading,
  withRegionalFigure,
} from './harness.js';

const RUN = { occupation: 'BIG_DATA', level: 'JUNIOR', payableTrainees: 1, totalTrainees: 1, isClassInViolation: false } as const;
const JUNIOR_RATE = ['HOURLY_RATE', 'JUNIOR'] as const;
const rate = (rules: RuleArchive, on = TODAY, regionCode: string | null = null, knownAt: string | null = null) =>
  bookOf(rules, on, regionCode, knownAt).findFigure(...JUNIOR_RATE)?.value ?? null;

/** An archive of one figure with its own period. */
const onlyFigure = (period: Partial<Citation>): RuleArchive => {
  const figure = figureOf(...JUNIOR_RATE);
  return { ...archive, figures: [{ ...figure, citation: { ...figure.citation, ...period } }] };
};

describe('which figure holds on a day (docs/decisions/0001-rules-as-dated-rows.md)', () => {
  const year = onlyFigure({ validFrom: '2024-02-29', validTo: '2024-12-31' });
  it.each([
    ['2024-02-28', null],
    ['2024-02-29', '10.00'],
    ['2024-12-31', '10.00'],
    ['2025-01-01', null],
  ])('valid 2024-02-29 to 2024-12-31, both days included: %s gives %s', (on, value) => {
    expect(rate(year, on)).toBe(value);
  });

  it.each(['0001-01-01', '9999-12-31'])('a row without days holds on %s', (on) => {
    expect(rate(onlyFigure({ validFrom: null, validTo: null }), on)).toBe('10.00');
  });

  it.each([
    ['2023-12-28', 'LN2023-36'],
    ['2020-01-01', 'LN2023-36'],
  ])('on %s, before %s, the rate is not in force, and the answer says so', (on) => {
    const failure = failureOf(() => bookOf(archive, on).figure(...JUNIOR_RATE));
    expect([failure.code, failure.field]).toEqual(['RULE_NOT_IN_FORCE', 'on']);
    expect(failure.text.zh).toContain(on);
    expect(failure.text.zh).toContain('measures');
    expect(failure.text.en).toContain(`No rule is in force on ${on} (HOURLY_RATE JUNIOR)`);
    expect(failure.facts).toMatchObject({ on });
  });

  it('the notice holds from 2023-12-29 (Q55)', () => {
    expect(rate(archive, '2023-12-29')).toBe('10.00');
  });
});

describe('what was known when', () => {
  const rules = corrected(...JUNIOR_RATE, '11.00');
  it.each([
    ['2023-12-28T15:59:59.999Z', null],
    ['2023-12-28T16:00:00.000Z', '10.00'],
    ['2026-10-31T23:59:59.999Z', '10.00'],
    [CORRECTED_AT, '11.00'],
    ['2026-11-22T04:00:00.000Z', '11.00'],
    [null, '11.00'],
  ])('asked with the knowledge of %s the rate is %s', (knownAt, value) => {
    expect(rate(rules, TODAY, null, knownAt)).toBe(value);
  });

  it.each([
    ['2020-01-01', '2026-11-22T04:00:00.000Z', 'RULE_NOT_IN_FORCE', 'on'],
    [TODAY, '2020-01-01T00:00:00.000Z', 'RULE_NOT_KNOWN', 'knownAt'],
  ])('for %s with the knowledge of %s the answer is %s: it names what to change', (on, knownAt, code, field) => {
    const failure = failureOf(() => desk.answer(classTotal, { ...RUN, on }, knownAt));
    expect([failure.code, failure.field]).toEqual([code, field]);
  });

  it('a correction reaches back to days before it was learnt', () => {
    expect(rate(rules, '2024-01-01')).toBe('11.00');
    expect(rate(rules, '2024-01-01', null, '2026-10-31T00:00:00.000Z')).toBe('10.00');
  });
});

describe("a region's own figure above the provincial reference standard (参考标准, Q10)", () => {
  const period = { value: '12.00', regionCode: 'LN-210100', validFrom: '2025-01-01', validTo: '2025-12-31' };
  const rules = withRegionalFigure(...JUNIOR_RATE, period);
  it.each([
    ['2024-12-31', 'LN-210100', '10.00'],
    ['2025-01-01', 'LN-210100', '12.00'],
    ['2025-12-31', 'LN-210100', '12.00'],
    ['2026-01-01', 'LN-210100', '10.00'],
    ['2025-06-01', 'LN-210200', '10.00'],
    ['2025-06-01', null, '10.00'],
  ])('%s, %s: %s', (on, regionCode, value) => {
    expect(rate(rules, on, regionCode)).toBe(value);
  });

  it('holds wherever it stands in the archive', () => {
    expect(rate({ ...rules, figures: [...rules.figures].reverse() }, '2025-06-01', 'LN-210100')).toBe('12.00');
  });

  it('is left aside while no region may deviate', () => {
    expect(rate(underReading('amount.cityOverride', 'PROVINCIAL_REFERENCE', rules), '2025-06-01', 'LN-210100')).toBe('10.00');
  });

  it('cites its own document', () => {
    expect(bookOf(rules, '2025-06-01', 'LN-210100').figure(...JUNIOR_RATE).citation.clause).toBe('SY2024-1/1');
  });
});

/** Every way to change one leaf of a JSON value. */
function changes(value: unknown): readonly unknown[] {
  if (Array.isArray(value))
    return value.flatMap((item, index) => changes(item).map((changed) => value.map((old: unknown, at) => (at === index ? changed : old))));
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, item]) => changes(item).map((changed) => ({ ...value, [key]: changed })));
  return [value === null ? 'x' : `${JSON.stringify(value)}x`];
}

describe('the content hash', () => {
  it('is equal for equal rows, in whatever order they come and for whatever day', () => {
    const shuffled = {
      ...archive,
      figures: [...archive.figures].reverse(),
      entries: [...archive.entries].reverse(),
      settings: [...archive.settings].reverse(),
    };
    expect(bookOf(shuffled).hash).toBe(book.hash);
    expect(bookOf(archive, '2026-11-21').hash).toBe(book.hash);
    expect(bookOf(structuredClone(archive)).hash).toBe(book.hash);
    expect(book.hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('differs after any change to any field of a row in force', () => {
    const figure = figureOf('REQUIRED_HOURS', 'AI/SENIOR');
    const small = { ...archive, figures: [figure], entries: archive.entries.slice(0, 1), settings: archive.settings.slice(0, 1) };
    const isStillInForce = ({ regionCode, citation }: { readonly regionCode: string | null; readonly citation: Citation }) =>
      regionCode === null && citation.knownTo === null && citation.validTo === null;
    const variants: RuleArchive[] = [
      ...(changes(figure) as Figure[]).filter(isStillInForce).map((changed) => ({ ...small, figures: [changed] })),
      ...(changes(small.entries) as (typeof small.entries)[])
        .filter(([entry]) => entry !== undefined && isStillInForce(entry))
        .map((entries) => ({ ...small, entries })),
      ...(changes(small.settings) as (typeof small.settings)[])
        .filter(([setting]) => setting !== undefined && isStillInForce(setting))
        .map((settings) => ({ ...small, settings })),
    ];
    const hashes = variants.map((variant) => bookOf(variant, '9999-12-31').hash);
    expect(variants.length).toBeGreaterThan(40);
    expect(new Set([...hashes, bookOf(small, '9999-12-31').hash]).size).toBe(variants.length + 1);
  });

  it('differs when a row comes or goes, and when a question is read differently', () => {
    expect(bookOf({ ...archive, figures: archive.figures.filter((figure) => figure !== figureOf(...JUNIOR_RATE)) }).hash).not.toBe(
      book.hash,
    );
    expect(book.reread('fund.split', 'STRICT_BINARY').hash).toBe(bookOf(underReading('fund.split', 'STRICT_BINARY')).hash);
    expect(book.reread('fund.split', 'STRICT_BINARY').hash).not.toBe(book.hash);
  });
});
