import { dayInShanghai } from '../../src/operations/clock.js';
import { RuleDesk } from '../../src/operations/rule-desk.js';
import { classTotal } from '../../src/policy/class-total.js';
import { ENGINE_VERSION } from '../../src/policy/engine-version.js';
import { readFileSync } from 'node:fs';
import { archive, corrected, desk, deskOf, failureOf, TODAY, withRegionalFigure } from '../policy/harness.js';

const RUN = { occupation: 'BIG_DATA', level: 'JUNIOR', payableTrainees: 1, totalTrainees: 1, isClassInViolation: false } as const;

describe('the day in Shanghai (UTC+8, no summer time)', () => {
  it.each([
    ['2026-11-22T04:00:00Z', '2026-11-22'],
    ['2026-11-21T15:59:59.999Z', '2026-11-21'],
    ['2026-11-21T16:00:00.000Z', '2026-11-22'],
    ['2026-12-31T16:00:00Z', '2027-01-01'],
    ['2028-02-28T16:00:00Z', '2028-02-29'],
  ])('%s is %s', (instant, day) => {
    expect(dayInShanghai(new Date(instant))).toBe(day);
  });
});

describe('the rule desk', () => {
  it('asks today unless told otherwise', () => {
    expect(desk.today()).toBe(TODAY);
    expect(desk.answer(classTotal, RUN).ruleBook.query).toEqual({ on: TODAY, knownAt: null, regionCode: null });
    expect(desk.answer(classTotal, { ...RUN, on: '2024-01-01' }).ruleBook.query.on).toBe('2024-01-01');
  });

  it('reads the clock at every question', () => {
    let instant = new Date('2023-12-28T15:59:59Z');
    const rules = new RuleDesk(archive, () => instant);
    expect(failureOf(() => rules.answer(classTotal, RUN)).code).toBe('RULE_NOT_IN_FORCE');
    instant = new Date('2023-12-28T16:00:00Z');
    expect(rules.answer(classTotal, RUN).amount).toBe('1280.00');
  });

  it('keeps what holds for each knowledge and region, however the region is written, and shares it between days without a change', () => {
    expect(desk.ruleBook({ region: '沈阳' }).content).toBe(desk.ruleBook({ region: 'LN-210100', on: TODAY, knownAt: null }).content);
    expect(desk.ruleBook({ region: '沈阳' }).content).not.toBe(desk.ruleBook().content);
    expect(desk.ruleBook({ on: '2026-01-05' }).content).toBe(desk.ruleBook({ on: '2026-11-05' }).content);
    expect(desk.ruleBook({ on: '2026-12-31' }).content).not.toBe(desk.ruleBook({ on: '2027-01-01' }).content);
  });

  it('gives the same answers after more books than it keeps', () => {
    const rules = deskOf({ ...archive, figures: archive.figures.slice(0, 3), entries: [], settings: [] });
    const first = rules.ruleBook({ on: '2024-01-01' }).hash;
    for (let day = 0; day < 300; day += 1) rules.ruleBook({ on: new Date(Date.UTC(2024, 0, 2 + day)).toISOString().slice(0, 10) });
    expect(rules.ruleBook({ on: '2024-01-01' }).hash).toBe(first);
  });

  it("answers with the region's figure and with the knowledge asked for", () => {
    const regional = deskOf(withRegionalFigure('HOURLY_RATE', 'JUNIOR', { value: '12.00', regionCode: 'LN-210100' }));
    expect(regional.answer(classTotal, { ...RUN, region: '沈阳' }).amount).toBe('1536.00');
    expect(regional.answer(classTotal, RUN).amount).toBe('1280.00');
    const known = deskOf(corrected('HOURLY_RATE', 'JUNIOR', '11.00'));
    expect(known.answer(classTotal, RUN).amount).toBe('1408.00');
    expect(known.answer(classTotal, RUN, '2026-10-31T00:00:00.000Z').amount).toBe('1280.00');
  });

  it('names rule and version', () => {
    expect(desk.answer(classTotal, RUN).ruleVersion).toBe('classTotal@1');
  });

  it('binds the version of the package', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly version: string };
    expect(ENGINE_VERSION).toBe(version);
  });
});
