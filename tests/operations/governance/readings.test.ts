import { proposeReading } from '../../../src/operations/governance/propose-reading.js';
import type { Workplace } from '../../../src/operations/acting/perform.js';
import { documentCodeOf } from '../../../src/policy/recorded-document.js';
import { RuleDesk } from '../../../src/operations/rule-desk.js';
import type { Setting } from '../../../src/policy/figure.js';
import { loadSeeds } from '../../../src/store/load-seeds.js';
import { readRuleArchive } from '../../../src/store/rule-archive.js';
import { readSeedFiles } from '../../../src/store/seed-files.js';
import type { Seeds } from '../../../src/store/seeds.js';
import { describeOnEachDatabase } from '../../harness/databases.js';
import { NOON, workplaceOn } from '../workplace.js';
import { decided } from './decisions.js';

const DOCUMENT = '辽人社函〔2026〕0号（测试）';
const KEY = 'fund.split';

/** A later release in which every reading was checked again: each seed row differs from the one before. */
const checkedAgain = (seeds: Seeds): Seeds => ({
  ...seeds,
  settings: seeds.settings.map((setting) => ({ ...setting, citation: { ...setting.citation, lastVerifiedOn: '2026-12-31' } })),
});

describeOnEachDatabase('a reading recorded from a day on (our design, docs/decisions/0016-two-persons.md)', (open) => {
  let workplace: Workplace;
  beforeAll(async () => {
    workplace = await workplaceOn(await open());
  });
  const readingOn = (on: string, region: string | null = null) => workplace.desk.ruleBook({ on, region }).reading(KEY);
  const record = (reading: string, validFrom: string, rest: object = {}) =>
    decided(workplace, proposeReading, { question: KEY, reading, validFrom, documentNumber: DOCUMENT, ...rest });
  const openRows = async () =>
    (await readRuleArchive(workplace.dataSource)).settings
      .filter(({ key, citation }) => key === KEY && citation.knownTo === null)
      .map(({ reading, regionCode, citation }: Setting) => [reading, regionCode, citation.validFrom, citation.validTo]);

  it('holds from that day; the day before, the reading before it; and it cites its document', async () => {
    await record('STRICT_BINARY', '2026-07-01');
    expect(readingOn('2026-06-30')).toBe('WATERFALL');
    expect(readingOn('2026-07-01')).toBe('STRICT_BINARY');
    expect(readingOn('2026-07-01', '大连')).toBe('STRICT_BINARY');
    const setting = workplace.desk.ruleBook({ on: '2026-07-01' }).setting(KEY);
    expect(setting?.citation).toMatchObject({
      documentCode: documentCodeOf(DOCUMENT),
      documentNumber: DOCUMENT,
      status: 'PRINTED',
      lastVerifiedOn: '2026-03-02',
    });
  });

  it('was not known before it was approved: what was answered then can be answered again', async () => {
    const before = workplace.desk.ruleBook({ on: '2026-07-01', knownAt: '2026-03-02T03:59:59Z' });
    expect(before.reading(KEY)).toBe('WATERFALL');
  });

  it('gives way to a later one from its day on, and to one for a period in the middle', async () => {
    await record('WATERFALL', '2027-01-01', { validTo: '2027-06-30' });
    expect(await openRows()).toEqual([
      ['WATERFALL', null, null, '2026-06-30'],
      ['STRICT_BINARY', null, '2026-07-01', '2026-12-31'],
      ['WATERFALL', null, '2027-01-01', '2027-06-30'],
      ['STRICT_BINARY', null, '2027-07-01', null],
    ]);
  });

  it('of a region stands above that of the province', async () => {
    await record('WATERFALL', '2026-07-01', { region: '大连' });
    expect([readingOn('2026-07-01', '大连'), readingOn('2026-07-01', '沈阳'), readingOn('2026-07-01')]).toEqual([
      'WATERFALL',
      'STRICT_BINARY',
      'STRICT_BINARY',
    ]);
  });

  it('is neither closed nor hit by a later release of the notices, and a second load changes nothing', async () => {
    const before = await openRows();
    const release = checkedAgain(readSeedFiles());
    expect(await loadSeeds(workplace.dataSource, release, NOON)).toMatchObject({ inserted: expect.any(Number) });
    expect(await openRows()).toEqual(before);
    expect(await loadSeeds(workplace.dataSource, release, NOON)).toMatchObject({ inserted: 0, closed: 0 });
    const desk = new RuleDesk(await readRuleArchive(workplace.dataSource), workplace.clock);
    expect(desk.ruleBook({ on: '2026-06-30' }).setting(KEY)?.citation.lastVerifiedOn).toBe('2026-12-31');
    expect(desk.ruleBook({ on: '2026-07-01' }).reading(KEY)).toBe('STRICT_BINARY');
  });

  it('confirms a default by a document without changing it', async () => {
    await decided(workplace, proposeReading, {
      question: 'Q41',
      reading: 'AFFECTED_ONLY',
      validFrom: '2026-03-02',
      documentNumber: '辽人社函〔2026〕1号（测试）',
    });
    expect(workplace.desk.ruleBook({ on: '2026-03-02' }).setting('clawback.scope')).toMatchObject({
      reading: 'AFFECTED_ONLY',
      citation: { status: 'PRINTED' },
    });
    expect(workplace.desk.ruleBook({ on: '2026-03-01' }).setting('clawback.scope')).toMatchObject({ citation: { status: 'UNCONFIRMED' } });
  });

  it('may be one that nobody computes where no rule asks the question (Q20)', async () => {
    await decided(workplace, proposeReading, {
      question: 'evidence.recordingRetention',
      reading: 'UNTIL_AUDIT_CLOSED',
      validFrom: '2027-01-01',
      documentNumber: DOCUMENT,
    });
    expect(workplace.desk.ruleBook({ on: '2027-01-01' }).reading('evidence.recordingRetention')).toBe('UNTIL_AUDIT_CLOSED');
  });
});
