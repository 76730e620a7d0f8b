import { proposeRegionalRate } from '../../../src/operations/governance/propose-regional-rate.js';
import type { Workplace } from '../../../src/operations/acting/perform.js';
import { subsidyEstimate } from '../../../src/policy/subsidy-estimate.js';
import { describeOnEachDatabase } from '../../harness/databases.js';
import { act, done, PEOPLE, refusalsOf, workplaceOn } from '../workplace.js';
import { approvalRefusals, approve } from './decisions.js';

const DOCUMENT = '大人社发〔2026〕0号（测试）';
const RATE = {
  region: '大连',
  level: 'JUNIOR',
  hourlyRate: '12.50',
  validFrom: '2026-01-01',
  validTo: '2026-06-30',
  documentNumber: DOCUMENT,
};

describeOnEachDatabase("a region's own rate and hours (辽人社发〔2023〕36号, 四(一)2, 附件5; Q10)", (open) => {
  let workplace: Workplace;
  beforeAll(async () => {
    workplace = await workplaceOn(await open());
  });
  const decide = async (input: object) =>
    approve(workplace, await done(workplace, proposeRegionalRate, PEOPLE.officer, input), PEOPLE.reviewer);
  const amount = (on: string, occupation = 'BIG_DATA', region: string | null = '大连') =>
    workplace.desk.answer(subsidyEstimate, { on, region, lines: [{ occupation, level: 'JUNIOR', headCount: 1 }] }).amount;

  it('applies in its region and period once two persons have decided it: 128 junior hours x 12.50 yuan', async () => {
    const proposal = await done(workplace, proposeRegionalRate, PEOPLE.officer, RATE);
    expect(amount('2026-03-01')).toBe('1280.00');
    await approve(workplace, proposal, PEOPLE.reviewer);
    expect([amount('2025-12-31'), amount('2026-01-01'), amount('2026-06-30'), amount('2026-07-01')]).toEqual([
      '1280.00',
      '1600.00',
      '1600.00',
      '1280.00',
    ]);
    expect(amount('2026-03-01', 'BIG_DATA', '沈阳')).toBe('1280.00');
    expect(amount('2026-03-01', 'BIG_DATA', null)).toBe('1280.00');
  });

  it('is cited by the number of its document', () => {
    const [line] = workplace.desk.answer(subsidyEstimate, {
      on: '2026-03-01',
      region: '大连',
      lines: [{ occupation: 'BIG_DATA', level: 'JUNIOR', headCount: 1 }],
    }).explanation.steps;
    expect(JSON.stringify(line)).toContain(DOCUMENT);
  });

  it('may be for one occupation, above that of the level, and may set the hours: 100 hours x 15.00 yuan', async () => {
    await decide({ ...RATE, occupation: '大数据', hourlyRate: '15.00' });
    await decide({ ...RATE, occupation: '大数据', hourlyRate: null, requiredHours: '100' });
    expect(amount('2026-03-01')).toBe('1500.00');
    expect(amount('2026-07-01')).toBe('1280.00');
  });

  it('does not overlap an earlier one, unless it says that it takes its place; and history stays', async () => {
    const next = { ...RATE, hourlyRate: '13.00', validFrom: '2026-06-01', validTo: null };
    expect(await refusalsOf(workplace, proposeRegionalRate, PEOPLE.officer, next)).toEqual(['RATE_OVERLAPS']);
    await decide({ ...next, replacesEarlier: true });
    const rows = workplace.desk
      .figuresOfRegion('LN-210200')
      .filter(({ kind, key }) => kind === 'HOURLY_RATE' && key === 'JUNIOR')
      .map(({ value, citation }) => [value, citation.validFrom, citation.validTo, citation.knownTo === null]);
    expect(rows).toEqual([
      ['12.50', '2026-01-01', '2026-06-30', false],
      ['12.50', '2026-01-01', '2026-05-31', true],
      ['13.00', '2026-06-01', null, true],
    ]);
  });

  it('is checked again at its approval: of two proposals for the same days the second is refused', async () => {
    const shared = { ...RATE, level: 'SENIOR', hourlyRate: '30.00' };
    const [first, second] = [
      await done(workplace, proposeRegionalRate, PEOPLE.officer, shared),
      await done(workplace, proposeRegionalRate, PEOPLE.officer, shared),
    ];
    await approve(workplace, first, PEOPLE.reviewer);
    expect(await approvalRefusals(workplace, second, PEOPLE.reviewer)).toEqual(['RATE_OVERLAPS']);
  });

  it.each([
    ['no rate of nothing', { ...RATE, level: 'INTERMEDIATE', hourlyRate: '0.00' }, ['RATE_OF_NOTHING']],
    ['no end before the start', { ...RATE, level: 'INTERMEDIATE', validTo: '2025-12-31' }, ['DAYS_REVERSED']],
  ])('%s', async (_title, input, codes) => {
    expect(await refusalsOf(workplace, proposeRegionalRate, PEOPLE.officer, input)).toEqual(codes);
  });

  it.each([
    ['both a rate and hours', { ...RATE, occupation: '大数据', requiredHours: '100' }, 'BAD_USER_INPUT'],
    ['neither', { ...RATE, hourlyRate: null }, 'BAD_USER_INPUT'],
    ['hours of no occupation', { ...RATE, hourlyRate: null, requiredHours: '100' }, 'BAD_USER_INPUT'],
    ['an unknown occupation', { ...RATE, occupation: '某职业' }, 'UNKNOWN_OCCUPATION'],
    ['another region', { ...RATE, region: '沈阳' }, 'FORBIDDEN'],
  ])('%s is refused', async (_title, input, code) => {
    await expect(act(workplace, proposeRegionalRate, PEOPLE.officer, input)).rejects.toMatchObject({ code });
  });
});
