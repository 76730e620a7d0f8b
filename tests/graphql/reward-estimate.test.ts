import { ask } from './harness.js';

const QUERY = `query ($input: RewardEstimateInput!) {
  rewardEstimate(input: $input) {
    item status exactAmount minAmount maxAmount maxAmountPerMonth parts isCapped deadline upperBound reasons { code } clauses
  }
}`;

interface Estimate {
  readonly reasons: readonly { readonly code: string }[];
}
type Facts = Readonly<Record<string, unknown>>;

/** What an estimate says, without what it leaves null. */
async function estimate(input: Facts): Promise<Facts> {
  const { rewardEstimate } = await ask<{ rewardEstimate: Estimate & Facts }>(QUERY, { input });
  const { item: _item, clauses: _clauses, reasons, ...rest } = rewardEstimate;
  const known = Object.entries(rest).filter(([, value]) => value !== null);
  return { ...Object.fromEntries(known), ...(reasons.length > 0 ? { reasons: reasons.map(({ code }) => code) } : {}) };
}

const exactly = (exactAmount: string, more: Facts = {}): Facts => ({ status: 'DETERMINED', exactAmount, ...more });
const refused = (reasons: readonly string[], more: Facts = {}): Facts => ({
  status: 'CONDITIONS_NOT_MET',
  exactAmount: '0.00',
  ...more,
  reasons,
});

describe('rewardEstimate: a fixed figure (给予) times the count (辽人社函〔2024〕251号)', () => {
  it.each<[string, Facts, Facts]>([
    ['三: two new stations, 150000 each', { item: 'R-3B', count: 2 }, exactly('300000.00')],
    ['三: none', { item: 'R-3B', count: 0 }, exactly('0.00')],
    ['三: conditions not met', { item: 'R-3B', count: 1, conditionsMet: false }, refused(['CONDITION_NOT_MET'])],
    ['三: rank 200 is among the first 200', { item: 'R-3E', rank: 200, isFullTime: true, isInLiaoning: true }, exactly('300000.00')],
    ['三: rank 201 is not', { item: 'R-3E', rank: 201, isFullTime: true, isInLiaoning: true }, refused(['RANK_NOT_MET'])],
    ['三: all conditions together (并), none known', { item: 'R-3E' }, refused(['RANK_NOT_MET', 'NOT_FULL_TIME', 'NOT_IN_LIAONING'])],
    [
      '五: 12 x 3500 + 5 x 5000',
      { item: 'R-5C', technicians: 12, seniorTechnicians: 5 },
      exactly('67000.00', { parts: ['42000.00', '25000.00'] }),
    ],
    ['十七: 200000', { item: 'R-17C', conditionsMet: true }, exactly('200000.00')],
  ])('%s', async (_title, input, expected) => {
    expect(await estimate(input)).toEqual(expected);
  });
});

describe('rewardEstimate: a cap (最高, 不超过) needs an approved amount (Q62)', () => {
  it.each<[string, Facts, Facts]>([
    [
      '四: exactly the cap',
      { item: 'R-4B1', approvedAmount: '7000000.00' },
      exactly('7000000.00', { maxAmount: '7000000.00', isCapped: false }),
    ],
    [
      '四: one fen more',
      { item: 'R-4B1', approvedAmount: '7000000.01' },
      exactly('7000000.00', { maxAmount: '7000000.00', isCapped: true }),
    ],
    [
      '四: one fen less',
      { item: 'R-4B1', approvedAmount: '6999999.99' },
      exactly('6999999.99', { maxAmount: '7000000.00', isCapped: false }),
    ],
    ['四: nothing approved yet', { item: 'R-4B1' }, { status: 'NEEDS_APPROVED_AMOUNT', maxAmount: '7000000.00' }],
    [
      '四: the cap is for each, 3 x 100000',
      { item: 'R-4D2', count: 3, approvedAmount: '300001.00' },
      exactly('300000.00', { maxAmount: '300000.00', isCapped: true }),
    ],
    [
      '四: conditions not met',
      { item: 'R-4B1', approvedAmount: '1.00', conditionsMet: false },
      refused(['CONDITION_NOT_MET'], { maxAmount: '7000000.00' }),
    ],
    [
      '六: research funding and reward each under its own cap',
      { item: 'R-6E', researchAmount: '5000000.01', rewardAmount: '800000.00' },
      exactly('5800000.00', { maxAmount: '6000000.00', parts: ['5000000.00', '800000.00'], isCapped: true }),
    ],
    [
      '六: one of the two not approved',
      { item: 'R-6E', researchAmount: '1000000.00' },
      { status: 'NEEDS_APPROVED_AMOUNT', maxAmount: '6000000.00' },
    ],
    [
      '十三: each project capped by itself',
      { item: 'R-13C', approvedAmounts: ['8000000.00', '12000000.00', '10000000.00'] },
      exactly('28000000.00', { maxAmount: '30000000.00', parts: ['8000000.00', '10000000.00', '10000000.00'], isCapped: true }),
    ],
  ])('%s', async (_title, input, expected) => {
    expect(await estimate(input)).toEqual(expected);
  });
});

describe('rewardEstimate: a floor (不少于) per person and year needs an approved rate (四; Q63)', () => {
  const forty = { item: 'R-4C', persons: 40, years: 2 };

  it.each<[string, Facts, Facts]>([
    ['no rate approved: 40 x 2 x 5000 is only the least', forty, { status: 'FLOOR_ONLY', minAmount: '400000.00' }],
    ['exactly the floor', { ...forty, approvedRate: '5000.00' }, exactly('400000.00', { minAmount: '400000.00' })],
    ['one fen below it', { ...forty, approvedRate: '4999.99' }, { status: 'BELOW_FLOOR', minAmount: '400000.00' }],
    ['one fen above it', { ...forty, approvedRate: '5000.01' }, exactly('400000.80', { minAmount: '400000.00' })],
    ['nobody', { ...forty, persons: 0, approvedRate: '6000.00' }, exactly('0.00', { minAmount: '0.00' })],
  ])('%s', async (_title, input, expected) => {
    expect(await estimate(input)).toEqual(expected);
  });
});

describe('rewardEstimate: a cap per person and month (每人每月最高) needs months and a rate (十; Q68)', () => {
  const fifteen = { item: 'R-10B', persons: 15, months: '3' };
  const most = { maxAmount: '90000.00', maxAmountPerMonth: '30000.00' };

  it.each<[string, Facts, Facts]>([
    [
      'no months: 9 x 2000 a month at most',
      { item: 'R-10B', persons: 9, approvedRate: '2000.00' },
      { status: 'NEEDS_MONTHS', maxAmountPerMonth: '18000.00' },
    ],
    ['no rate', fifteen, { status: 'NEEDS_APPROVED_AMOUNT', ...most }],
    ['exactly the cap', { ...fifteen, approvedRate: '2000.00' }, exactly('90000.00', { ...most, isCapped: false })],
    ['one fen above it', { ...fifteen, approvedRate: '2000.01' }, exactly('90000.00', { ...most, isCapped: true })],
    ['one fen below it', { ...fifteen, approvedRate: '1999.99' }, exactly('89999.55', { ...most, isCapped: false })],
    [
      'internships: 8 x 6 x 2300',
      { item: 'R-10C', persons: 8, months: '6', approvedRate: '2300.00' },
      exactly('110400.00', { maxAmount: '110400.00', maxAmountPerMonth: '18400.00', isCapped: false }),
    ],
    [
      'no month at all',
      { ...fifteen, months: '0', approvedRate: '2000.00' },
      exactly('0.00', { maxAmount: '0.00', maxAmountPerMonth: '30000.00', isCapped: false }),
    ],
  ])('%s', async (_title, input, expected) => {
    expect(await estimate(input)).toEqual(expected);
  });

  it('refuses part of a month, which no notice prices', async () => {
    await expect(estimate({ ...fifteen, months: '2.5' })).rejects.toMatchObject({ code: 'BAD_USER_INPUT', field: 'months' });
  });
});

describe('rewardEstimate: the second tranche falls due by the corresponding day three years later, included (十三; Q72)', () => {
  const tranche = (approvedOn: string, recognisedOn: string | null, more: Facts = {}): Facts => ({
    on: '2026-11-22',
    item: 'R-13B',
    isFirstTranchePaid: true,
    isRecogniserProvincialOrAbove: true,
    approvedOn,
    recognisedOn,
    ...more,
  });

  it.each<[string, Facts, Facts]>([
    ['on the last day', tranche('2025-03-15', '2028-03-15'), exactly('5000000.00', { deadline: '2028-03-15' })],
    ['a day late', tranche('2025-03-15', '2028-03-16'), refused(['TOO_LATE'], { deadline: '2028-03-15' })],
    [
      'approved on a leap day: the last of February',
      tranche('2024-02-29', '2027-02-28'),
      exactly('5000000.00', { deadline: '2027-02-28' }),
    ],
    [
      'approved on a leap day, recognised on 1 March',
      tranche('2024-02-29', '2027-03-01'),
      refused(['TOO_LATE'], { deadline: '2027-02-28' }),
    ],
    ['the leap day after 28 February is late', tranche('2025-02-28', '2028-02-29'), refused(['TOO_LATE'], { deadline: '2028-02-28' })],
    ['the leap day before 1 March is in time', tranche('2025-03-01', '2028-02-29'), exactly('5000000.00', { deadline: '2028-03-01' })],
    ['not recognised yet', tranche('2025-03-15', null), { status: 'NEEDS_RECOGNITION', deadline: '2028-03-15', maxAmount: '5000000.00' }],
    [
      'every reason, in order',
      tranche('2025-03-15', '2028-03-16', { isFirstTranchePaid: false, isRecogniserProvincialOrAbove: false }),
      refused(['FIRST_TRANCHE_MISSING', 'TOO_LATE', 'RECOGNISER_TOO_LOW'], { deadline: '2028-03-15' }),
    ],
    [
      'both tranches',
      { item: 'R-13AB', includesSecondTranche: true },
      exactly('10000000.00', { maxAmount: '10000000.00', parts: ['5000000.00', '5000000.00'] }),
    ],
    ['the first one alone', { item: 'R-13AB' }, exactly('5000000.00', { maxAmount: '10000000.00', parts: ['5000000.00', '0.00'] })],
  ])('%s', async (_title, input, expected) => {
    expect(await estimate(input)).toEqual(expected);
  });
});

describe('rewardEstimate: what the notices leave open stays open', () => {
  it.each<[string, Facts, Facts]>([
    [
      'stacking: the sum is an upper bound (Q65)',
      { items: ['R-3D', 'R-3E'] },
      { status: 'NEEDS_STACKING_DECISION', upperBound: '400000.00' },
    ],
    ['stacking with a floor has no upper bound', { items: ['R-3D', 'R-4C'] }, { status: 'NEEDS_STACKING_DECISION' }],
    [
      'senior workers are named without a figure (五; Q70)',
      { item: 'R-5C', seniorWorkers: 8 },
      { status: 'NO_AMOUNT_DEFINED', parts: ['0.00', '0.00'] },
    ],
    ['a clause without a figure (辽人社发〔2023〕36号, 六)', { clause: 'LN2023-36/6.8' }, { status: 'NO_AMOUNT_DEFINED' }],
  ])('%s', async (_title, input, expected) => {
    expect(await estimate(input)).toEqual(expected);
  });

  it.each<[string, Facts, Facts]>([
    ['nothing to estimate', {}, { code: 'BAD_USER_INPUT', field: 'item' }],
    ['two things at once', { item: 'R-3B', clause: 'LN2023-36/6.8' }, { code: 'BAD_USER_INPUT', field: 'item' }],
    ['an item that no notice names', { item: 'R-99' }, { code: 'UNKNOWN_REWARD_ITEM', field: 'item' }],
    ['such an item in a stack', { items: ['R-3D', 'R-99'] }, { code: 'UNKNOWN_REWARD_ITEM', field: 'items[1]' }],
    ['a day before the first notice', { item: 'R-3B', on: '2023-12-28' }, { code: 'RULE_NOT_IN_FORCE', field: 'on' }],
  ])('refuses %s', async (_title, input, failure) => {
    await expect(estimate(input)).rejects.toMatchObject(failure);
  });
});

describe('rewardEstimate: the answer shows its clauses and its reasons in words', () => {
  it('cites item and limit, and says why in both languages', async () => {
    const query = `{ rewardEstimate(input: { item: "R-3E", rank: 201, isFullTime: true, isInLiaoning: true }) {
      item clauses reasons { code text { zh en } } ruleVersion explanation { result unit citations { clause binding } }
    } }`;
    expect(await ask(query)).toEqual({
      rewardEstimate: {
        item: 'R-3E',
        clauses: ['LN2024-251/3.e'],
        reasons: [{ code: 'RANK_NOT_MET', text: { zh: '高校排名未达到要求', en: 'The rank of the university is not good enough' } }],
        ruleVersion: 'rewardEstimate@1',
        explanation: { result: '0.00', unit: 'CNY', citations: [{ clause: 'LN2024-251/3.e', binding: 'FIXED' }] },
      },
    });
  });
});
