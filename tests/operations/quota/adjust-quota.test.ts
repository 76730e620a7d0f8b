import { proposeReading } from '../../../src/operations/governance/propose-reading.js';
import { adjustQuota } from '../../../src/operations/quota/adjust-quota.js';
import { quotaUsageOf } from '../../../src/operations/quota/quota-usage.js';
import type { Workplace } from '../../../src/operations/acting/perform.js';
import { approveProposal } from '../../../src/operations/governance/decide-proposal.js';
import { reachOf } from '../../../src/policy/access/reach.js';
import { loadSeeds } from '../../../src/store/load-seeds.js';
import { quotaAdjustmentsOf } from '../../../src/store/quota-changes.js';
import { usageOfYear } from '../../../src/store/ledger/usage-of-year.js';
import { replayFromDatabase } from '../../../src/store/ledger/replay-from-database.js';
import { readSeedFiles } from '../../../src/store/seed-files.js';
import { describeOnEachDatabase } from '../../harness/databases.js';
import { act, done, NOON, PEOPLE, refusalsOf, workplaceOn } from '../workplace.js';
import { approve, decided, proposalId } from '../governance/decisions.js';
import { hold } from './holding.js';

const DALIAN = 'LN-210200';
const SHENYANG = 'LN-210100';
const ADJUSTMENT = {
  year: 2026,
  changes: [
    { region: '大连', by: -20 },
    { region: '沈阳', by: 20 },
  ],
  documentNumber: '辽人社函〔2026〕0号（测试）',
  reason: '结合实际动态调整',
};
const lines = (...changes: readonly (readonly [string, number])[]) => ({
  ...ADJUSTMENT,
  changes: changes.map(([region, by]) => ({ region, by })),
});

const WHOLE = reachOf(PEOPLE.auditor, ['AUDITOR']);

describeOnEachDatabase('the quota of a year and its adjustments (辽人社发〔2023〕36号, 附件7; Q46, Q50)', (open) => {
  let workplace: Workplace;
  beforeAll(async () => {
    workplace = await workplaceOn(await open());
  });
  const usage = (year = 2026) =>
    quotaUsageOf({ manager: workplace.dataSource.manager, desk: workplace.desk, at: workplace.clock().toISOString() }, year);
  const usageIn = async (regionCode: string, year = 2026) => (await usage(year)).regions.find((region) => region.regionCode === regionCode);
  const propose = (input: object = ADJUSTMENT) => done(workplace, adjustQuota, PEOPLE.province, input);
  const adjust = (input: object) => decided(workplace, adjustQuota, input);

  it('before anybody touched it, it is what Annex 7 says', async () => {
    const { regions, total } = await usage();
    const nothing = { held: 0, named: 0, used: 0, released: 0, persons: 0 };
    expect(total).toEqual({ ...nothing, allocated: 3000, available: 3000 });
    expect(regions.map(({ allocated }) => allocated)).toEqual([600, 600, 200, 100, 200, 100, 100, 200, 200, 200, 100, 100, 100, 100, 100]);
    expect(regions[1]).toEqual({ ...nothing, regionCode: DALIAN, mode: 'CAP', allocated: 600, available: 600 });
  });

  it('two persons move places; the total stays, and the ledger of adjustments keeps what was before and after', async () => {
    const proposal = await propose();
    expect(await usageIn(DALIAN)).toMatchObject({ allocated: 600 });
    await approve(workplace, proposal);
    expect([await usageIn(DALIAN), await usageIn(SHENYANG)]).toMatchObject([
      { allocated: 580, available: 580 },
      { allocated: 620, available: 620 },
    ]);
    expect((await usage()).total.allocated).toBe(3000);
    expect(await usageIn(DALIAN, 2027)).toMatchObject({ allocated: 600 });
    expect(await quotaAdjustmentsOf(workplace.dataSource.manager, WHOLE, 2026)).toMatchObject([
      {
        regionCode: DALIAN,
        places: -20,
        placesBefore: 600,
        placesAfter: 580,
        documentNumber: ADJUSTMENT.documentNumber,
        reason: ADJUSTMENT.reason,
        proposalId: proposal.id,
      },
      { regionCode: SHENYANG, places: 20, placesBefore: 600, placesAfter: 620, proposalId: proposal.id },
    ]);
  });

  it.each([
    ['the sum is not zero', lines(['大连', -20], ['沈阳', 19]), ['NOT_ZERO_SUM']],
    ['the total is fixed (Q50)', { ...lines(['大连', 20]), changesTotal: true }, ['TOTAL_FIXED']],
    ['a region twice', lines(['大连', -20], ['LN-210200', 20]), ['REGION_TWICE']],
    ['more than a region has', lines(['本溪', -201], ['沈阳', 201]), ['PLACES_RESERVED']],
  ])('%s: refused', async (_title, input, codes) => {
    expect(await refusalsOf(workplace, adjustQuota, PEOPLE.province, input)).toEqual(codes);
  });

  it.each([
    ['no change of nothing', lines(['大连', 0]), 'BAD_USER_INPUT'],
    ['no unknown region', lines(['长春', -1], ['沈阳', 1]), 'UNKNOWN_REGION'],
    ['no year before the notice', { ...ADJUSTMENT, year: 2022 }, 'BAD_USER_INPUT'],
  ])('%s', async (_title, input, code) => {
    await expect(act(workplace, adjustQuota, PEOPLE.province, input)).rejects.toMatchObject({ code });
  });

  it("is the province's alone", async () => {
    await expect(act(workplace, adjustQuota, PEOPLE.officer, ADJUSTMENT)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(act(workplace, approveProposal, PEOPLE.reviewer, proposalId(await propose()))).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('the same key moves places once', async () => {
    const before = (await usageIn('LN-210300'))?.allocated ?? 0;
    const proposal = await propose(lines(['鞍山', 5], ['本溪', -5]));
    const replies = [1, 2, 3].map(() =>
      act(workplace, approveProposal, PEOPLE.provinceReviewer, proposalId(proposal), 'adjustment-key-01'),
    );
    for (const { done: row } of await Promise.all(replies)) expect(row).toMatchObject({ status: 'APPROVED' });
    expect(await usageIn('LN-210300')).toMatchObject({ allocated: before + 5 });
  });

  it('never takes what is reserved, though it was free when it was proposed', async () => {
    const proposal = await propose(lines(['抚顺', -60], ['沈阳', 60]));
    expect(await hold(workplace, 'LN-210400', 50)).toBeNull();
    const { refusals } = await act(workplace, approveProposal, PEOPLE.provinceReviewer, proposalId(proposal));
    expect(refusals).toMatchObject([{ kind: 'PLACES', code: 'PLACES_RESERVED', facts: { region: 'LN-210400', asked: 60, available: 50 } }]);
    expect(await usageIn('LN-210400')).toMatchObject({ allocated: 100, held: 50, available: 50 });
    await adjust(lines(['抚顺', -50], ['沈阳', 50]));
    expect(await usageIn('LN-210400')).toMatchObject({ allocated: 50, held: 50, available: 0 });
    expect(await hold(workplace, 'LN-210400', 1)).toBe('PLACE/QUOTA/LN-210400/2026');
  });

  it('a region whose places are a target (Q46) may pass them, and yet gives none that are reserved', async () => {
    const target = {
      question: 'quota.mode',
      reading: 'TARGET',
      region: '丹东',
      validFrom: '2026-01-01',
      validTo: '2026-12-31',
      documentNumber: 'X',
    };
    await decided(workplace, proposeReading, target);
    expect(await hold(workplace, 'LN-210600', 130)).toBeNull();
    expect(await usageIn('LN-210600')).toMatchObject({ mode: 'TARGET', allocated: 100, held: 130, available: -30 });
    expect((await usageIn('LN-210600', 2027))?.mode).toBe('CAP');
    expect(await refusalsOf(workplace, adjustQuota, PEOPLE.province, lines(['丹东', -1], ['沈阳', 1]))).toEqual(['PLACES_RESERVED']);
    await adjust(lines(['丹东', 10], ['沈阳', -10]));
    expect(await usageIn('LN-210600')).toMatchObject({ allocated: 110, available: -20 });
  });

  it('with another reading of Q50 the total may change, where the proposal says so', async () => {
    await decided(workplace, proposeReading, {
      question: 'Q50',
      reading: 'PROVINCE_FREE_TOTAL',
      validFrom: '2026-03-02',
      documentNumber: 'X',
    });
    expect(await refusalsOf(workplace, adjustQuota, PEOPLE.province, lines(['大连', 20]))).toEqual(['NOT_ZERO_SUM']);
    const before = (await usage()).total.allocated;
    await adjust({ ...lines(['大连', 30], ['盘锦', -10]), changesTotal: true });
    expect((await usage()).total.allocated).toBe(before + 20);
  });

  it('opened by many at once it is given its places once', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => hold(workplace, DALIAN, 10, 2028)));
    expect(answers).toEqual(Array.from({ length: 8 }, () => null));
    expect(await usageIn(DALIAN, 2028)).toMatchObject({ allocated: 600, held: 80, available: 520 });
  });

  it('a later version of Annex 7 counts at once and is booked as a difference at the next touch; what is reserved it does not take', async () => {
    const seeds = readSeedFiles();
    const figures = seeds.figures.map((figure) =>
      figure.kind === 'QUOTA' && [DALIAN, 'LN-210400'].includes(figure.key)
        ? { ...figure, value: figure.key === DALIAN ? '500' : '90' }
        : figure,
    );
    await loadSeeds(workplace.dataSource, { ...seeds, figures }, NOON);
    await workplace.desk.bringUpToDate(workplace.dataSource);
    expect(await usageIn(DALIAN, 2028)).toMatchObject({ allocated: 500, held: 80, available: 420 });
    expect(await hold(workplace, DALIAN, 421, 2028)).toBe('PLACE/QUOTA/LN-210200/2028');
    expect(await hold(workplace, DALIAN, 420, 2028)).toBeNull();
    expect(await usageIn(DALIAN, 2028)).toMatchObject({ allocated: 500, held: 500, available: 0 });
    // 抚顺 has 50 left in 2026, all of them held: ten fewer by the annex would take from what is reserved.
    expect(await usageIn('LN-210400')).toMatchObject({ allocated: 40, held: 50, available: -10 });
    expect(await hold(workplace, 'LN-210400', 1)).toBe('PLACE/QUOTA/LN-210400/2026');
    await adjust(lines(['抚顺', 10], ['沈阳', -10]));
    expect(await usageIn('LN-210400')).toMatchObject({ allocated: 50, held: 50, available: 0 });
  });

  it('counters equal the history, and the sum of the changes is what is allocated', async () => {
    for (const year of [2026, 2028]) {
      expect(await replayFromDatabase(workplace.dataSource.manager, year)).toBeNull();
      const sums = await workplace.dataSource.query(
        `SELECT region_code AS "regionCode", sum(places)::int AS allocated FROM quota_change WHERE year = $1 GROUP BY region_code ORDER BY region_code COLLATE "C"`,
        [year],
      );
      const booked = await usageOfYear(workplace.dataSource.manager, year, NOON.toISOString());
      expect(booked.map(({ regionCode, allocated }) => ({ regionCode, allocated: Number(allocated) }))).toEqual(sums);
    }
  });

  it('counts different persons: somebody of two regions once in the province', async () => {
    await workplace.dataSource.query(
      `INSERT INTO counted_key (region_code, year, counted, transfer_id, enrolments)
       VALUES ($1, 2029, 'person/1', 1, 1), ($1, 2029, 'person/2', 2, 1), ($2, 2029, 'person/1', 3, 2)`,
      [DALIAN, SHENYANG],
    );
    expect([(await usageIn(DALIAN, 2029))?.persons, (await usageIn(SHENYANG, 2029))?.persons, (await usage(2029)).total.persons]).toEqual([
      2, 1, 2,
    ]);
  });
});
