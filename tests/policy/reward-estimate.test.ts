import { rewardEstimate } from '../../src/policy/reward-estimate.js';
import { ask, desk, deskOf, failureOf, underReading } from './harness.js';

const reward = (facts: Readonly<Record<string, unknown>>, rules = desk) => ask(rewardEstimate, facts, rules);
const YES = {
  rank: 200,
  isFullTime: true,
  isInLiaoning: true,
  isFirstTranchePaid: true,
  approvedOn: '2025-03-15',
  recognisedOn: '2025-04-01',
  isRecogniserProvincialOrAbove: true,
};

/** 辽人社函〔2024〕251号: item, figure, how it binds, its measure, and what two of it give. */
const FIXED: readonly (readonly [item: string, clause: string, one: string, two: string])[] = [
  ['R-3B', 'LN2024-251/3.b', '150000.00', '300000.00'],
  ['R-3D', 'LN2024-251/3.d', '100000.00', '200000.00'],
  ['R-3E', 'LN2024-251/3.e', '300000.00', '600000.00'],
  ['R-5C1', 'LN2024-251/5.c', '3500.00', '7000.00'],
  ['R-5C2', 'LN2024-251/5.c', '5000.00', '10000.00'],
  ['R-6C', 'LN2024-251/6.c', '200000.00', '400000.00'],
  ['R-6F', 'LN2024-251/6.f', '200000.00', '400000.00'],
  ['R-13A', 'LN2024-251/13.a', '5000000.00', '10000000.00'],
  ['R-17C', 'LN2024-251/17.c', '200000.00', '400000.00'],
];

const CAPS: readonly (readonly [item: string, clause: string, cap: string, two: string, above: string])[] = [
  ['R-4B1', 'LN2024-251/4.b', '7000000.00', '14000000.00', '7000000.01'],
  ['R-4B2', 'LN2024-251/4.b', '3000000.00', '6000000.00', '3000000.01'],
  ['R-4D1', 'LN2024-251/4.d', '300000.00', '600000.00', '300000.01'],
  ['R-4D2', 'LN2024-251/4.d', '100000.00', '200000.00', '100000.01'],
  ['R-6E1', 'LN2024-251/6.e', '5000000.00', '10000000.00', '5000000.01'],
  ['R-6E2', 'LN2024-251/6.e', '1000000.00', '2000000.00', '1000000.01'],
  ['R-8B', 'LN2024-251/8.b', '500000.00', '1000000.00', '500000.01'],
  ['R-8C', 'LN2024-251/8.c', '2000000.00', '4000000.00', '2000000.01'],
  ['R-12D', 'LN2024-251/12.d', '500000.00', '1000000.00', '500000.01'],
  ['R-13C', 'LN2024-251/13.c', '10000000.00', '20000000.00', '10000000.01'],
];

describe('fixed figures (给予): count x figure', () => {
  it.each(FIXED)('%s (%s): one %s, two %s', (item, clause, one, two) => {
    expect(reward({ ...YES, item, on: '2026-11-22' })).toMatchObject({
      status: 'DETERMINED',
      exactAmount: one,
      reasons: [],
      clauses: [clause],
    });
    expect(reward({ ...YES, item, on: '2026-11-22', count: 2 }).exactAmount).toBe(two);
    expect(reward({ ...YES, item, on: '2026-11-22', count: 0 }).exactAmount).toBe('0.00');
  });

  it.each(FIXED)('%s: nothing where its conditions fail', (item) => {
    expect(reward({ ...YES, item, on: '2026-11-22', conditionsMet: false })).toMatchObject({
      status: 'CONDITIONS_NOT_MET',
      exactAmount: '0.00',
      reasons: ['CONDITION_NOT_MET'],
    });
  });

  it.each([
    [{ rank: 201, isFullTime: true, isInLiaoning: true }, ['RANK_NOT_MET']],
    [{ isFullTime: true, isInLiaoning: true }, ['RANK_NOT_MET']],
    [{ rank: 1, isFullTime: false, isInLiaoning: true }, ['NOT_FULL_TIME']],
    [{ rank: 1, isFullTime: true }, ['NOT_IN_LIAONING']],
    [{ rank: 500, conditionsMet: false }, ['CONDITION_NOT_MET', 'RANK_NOT_MET', 'NOT_FULL_TIME', 'NOT_IN_LIAONING']],
  ])('R-3E (三(五)): %j', (facts, reasons) => {
    expect(reward({ item: 'R-3E', ...facts })).toMatchObject({ exactAmount: '0.00', reasons });
  });

  it('R-3B under Q73 PER_UNIT: several stations of a unit count once', () => {
    const rules = deskOf(underReading('reward.perStation', 'PER_UNIT'));
    expect(reward({ item: 'R-3B', count: 3 }, rules).exactAmount).toBe('150000.00');
  });
});

describe('caps (最高, 不超过): the smaller of approved amount and cap; a cap alone is no amount (Q62)', () => {
  it.each(CAPS)('%s (%s): cap %s, two %s', (item, clause, cap, two, above) => {
    expect(reward({ item })).toMatchObject({ status: 'NEEDS_APPROVED_AMOUNT', exactAmount: null, maxAmount: cap, clauses: [clause] });
    expect(reward({ item, count: 2 })).toMatchObject({ status: 'NEEDS_APPROVED_AMOUNT', exactAmount: null, maxAmount: two });
    expect(reward({ item, approvedAmount: above })).toMatchObject({
      status: 'DETERMINED',
      exactAmount: cap,
      maxAmount: cap,
      isCapped: true,
    });
    expect(reward({ item, approvedAmount: cap })).toMatchObject({ exactAmount: cap, isCapped: false });
    expect(reward({ item, approvedAmount: '0.01' })).toMatchObject({ exactAmount: '0.01', isCapped: false });
    expect(reward({ item, approvedAmount: cap, conditionsMet: false })).toMatchObject({
      status: 'CONDITIONS_NOT_MET',
      exactAmount: '0.00',
    });
    expect(reward({ item }, deskOf(underReading('reward.capNeedsApproval', 'CAP_IS_AMOUNT'))).exactAmount).toBe(cap);
  });

  it('R-4B1: two bases share an approved amount under two caps', () => {
    expect(reward({ item: 'R-4B1', count: 2, approvedAmount: '15000000.00' })).toMatchObject({
      exactAmount: '14000000.00',
      isCapped: true,
    });
  });

  it('R-13C: every project is capped by itself', () => {
    expect(reward({ item: 'R-13C', approvedAmounts: ['8000000.00', '12000000.00', '10000000.00'] })).toMatchObject({
      exactAmount: '28000000.00',
      maxAmount: '30000000.00',
      parts: ['8000000.00', '10000000.00', '10000000.00'],
      isCapped: true,
    });
  });

  it.each([
    [{ researchAmount: '6500000.00', rewardAmount: '800000.00' }, '5800000.00', ['5000000.00', '800000.00'], true],
    [{ researchAmount: '5000000.00', rewardAmount: '1000000.00' }, '6000000.00', ['5000000.00', '1000000.00'], false],
  ])('R-6E (六): %j, each under its own cap', (facts, exactAmount, parts, isCapped) => {
    expect(reward({ item: 'R-6E', ...facts })).toMatchObject({ exactAmount, parts, maxAmount: '6000000.00', isCapped });
  });

  it('R-6E: one approved amount is not both', () => {
    expect(reward({ item: 'R-6E', researchAmount: '1.00' })).toMatchObject({
      status: 'NEEDS_APPROVED_AMOUNT',
      exactAmount: null,
      maxAmount: '6000000.00',
    });
  });
});

describe('the floor of R-4C (四(三): 不少于5000元, Q63)', () => {
  it.each([
    [{ approvedRate: '6000.00' }, 'DETERMINED', '480000.00'],
    [{ approvedRate: '5000.00' }, 'DETERMINED', '400000.00'],
    [{ approvedRate: '4999.99' }, 'BELOW_FLOOR', null],
    [{}, 'FLOOR_ONLY', null],
  ])('40 persons, two years, %j', (facts, status, exactAmount) => {
    expect(reward({ item: 'R-4C', persons: 40, years: 2, ...facts })).toMatchObject({ status, exactAmount, minAmount: '400000.00' });
  });
});

describe('caps per person and month (十: 每人每月最高, Q68)', () => {
  it.each([
    ['R-10B', { persons: 15, months: '3', approvedRate: '2500.00' }, '90000.00', '90000.00', true],
    ['R-10B', { persons: 15, months: '3', approvedRate: '1800.00' }, '81000.00', '90000.00', false],
    ['R-10C', { persons: 8, months: '6', approvedRate: '2300.00' }, '110400.00', '110400.00', false],
    ['R-10C', { persons: 8, months: '0', approvedRate: '2300.00' }, '0.00', '0.00', false],
  ])('%s with %j', (item, facts, exactAmount, maxAmount, isCapped) => {
    expect(reward({ item, ...facts })).toMatchObject({ status: 'DETERMINED', exactAmount, maxAmount, isCapped });
  });

  it.each([
    ['R-10B', {}, 'NEEDS_MONTHS', '16000.00', null],
    ['R-10C', {}, 'NEEDS_MONTHS', '18400.00', null],
    ['R-10C', { months: '6' }, 'NEEDS_APPROVED_AMOUNT', '18400.00', '110400.00'],
  ])('%s, eight persons, %j: %s', (item, facts, status, maxAmountPerMonth, maxAmount) => {
    expect(reward({ item, persons: 8, ...facts })).toMatchObject({ status, exactAmount: null, maxAmountPerMonth, maxAmount });
  });

  it.each(['2.5', '-1'])('%s months are refused: only whole months are settled', (months) => {
    expect(failureOf(() => reward({ item: 'R-10B', months })).field).toBe('months');
  });
});

describe('technicians (五, Q70) and both tranches (十三, Q72)', () => {
  it.each([
    [{ technicians: 12, seniorTechnicians: 5 }, 'DETERMINED', '67000.00', ['42000.00', '25000.00']],
    [{ technicians: 12, seniorWorkers: 1 }, 'NO_AMOUNT_DEFINED', null, ['42000.00', '0.00']],
    [{ seniorWorkers: 8 }, 'NO_AMOUNT_DEFINED', null, ['0.00', '0.00']],
  ])('R-5C with %j', (facts, status, exactAmount, parts) => {
    expect(reward({ item: 'R-5C', ...facts })).toMatchObject({ status, exactAmount, parts });
  });

  it('R-5C under Q70 TECHNICIAN_RATE: a senior worker counts as a technician, 8 x 3500', () => {
    expect(reward({ item: 'R-5C', seniorWorkers: 8 }, deskOf(underReading('reward.seniorWorker', 'TECHNICIAN_RATE'))).exactAmount).toBe(
      '28000.00',
    );
  });

  const SECOND = {
    item: 'R-13B',
    isFirstTranchePaid: true,
    approvedOn: '2025-03-15',
    recognisedOn: '2028-03-15',
    isRecogniserProvincialOrAbove: true,
  } as const;
  it.each([
    [{}, '5000000.00', '2028-03-15', []],
    [{ recognisedOn: '2028-03-16' }, '0.00', '2028-03-15', ['TOO_LATE']],
    [{ isRecogniserProvincialOrAbove: false }, '0.00', '2028-03-15', ['RECOGNISER_TOO_LOW']],
    [{ isFirstTranchePaid: false }, '0.00', '2028-03-15', ['FIRST_TRANCHE_MISSING']],
    [
      { conditionsMet: false, isFirstTranchePaid: false, recognisedOn: '2028-03-16', isRecogniserProvincialOrAbove: false },
      '0.00',
      '2028-03-15',
      ['CONDITION_NOT_MET', 'FIRST_TRANCHE_MISSING', 'TOO_LATE', 'RECOGNISER_TOO_LOW'],
    ],
    [{ recognisedOn: null }, null, '2028-03-15', []],
    [{ approvedOn: null, on: '2026-11-22' }, null, null, []],
  ])('R-13B with %j', (facts, exactAmount, deadline, reasons) => {
    expect(reward({ ...SECOND, ...facts })).toMatchObject({ exactAmount, deadline, reasons });
  });

  it.each([
    [true, '10000000.00', ['5000000.00', '5000000.00']],
    [false, '5000000.00', ['5000000.00', '0.00']],
  ])('R-13AB, second tranche %s', (includesSecondTranche, exactAmount, parts) => {
    expect(reward({ item: 'R-13AB', includesSecondTranche })).toMatchObject({ exactAmount, parts, maxAmount: '10000000.00' });
  });
});

describe('rewards that name no amount, and several at once', () => {
  it.each([
    ['U-36-6.4.3', 'LN2023-36/6.4.3'],
    ['U-36-6.8', 'LN2023-36/6.8'],
    ['U-251-5.c', 'LN2024-251/5.c'],
    ['U-251-12.b-1', 'LN2024-251/12.b'],
    ['U-251-12.b-2', 'LN2024-251/12.b'],
    ['U-TB-9.2c', 'LN2025-TB/9.2c'],
  ])('%s (%s) has no amount, by item and by clause', (item, clause) => {
    expect(reward({ item })).toMatchObject({ status: 'NO_AMOUNT_DEFINED', exactAmount: null, maxAmount: null, clauses: [clause] });
    expect(reward({ clause })).toMatchObject({ status: 'NO_AMOUNT_DEFINED', exactAmount: null, clauses: [clause] });
  });

  it.each([
    ['HUMAN_DECISION', 'NEEDS_STACKING_DECISION', null],
    ['SUM', 'DETERMINED', '400000.00'],
    ['HIGHEST_ONLY', 'DETERMINED', '300000.00'],
  ])('R-3D and R-3E together (Q65) under %s: %s %s', (reading, status, exactAmount) => {
    const rules = deskOf(underReading('reward.stacking', reading));
    expect(reward({ items: ['R-3D', 'R-3E'] }, rules)).toMatchObject({ status, exactAmount, upperBound: '400000.00' });
  });

  it('a floor has no upper bound, a cap has', () => {
    expect(reward({ items: ['R-3D', 'R-4C'] }).upperBound).toBeNull();
    expect(reward({ items: ['R-3B', 'R-4B1'] }).upperBound).toBe('7150000.00');
  });

  it.each([
    [{ item: 'R-99' }, 'UNKNOWN_REWARD_ITEM', 'item'],
    [{ items: ['R-3B', 'R-99'] }, 'UNKNOWN_REWARD_ITEM', 'items[1]'],
    [{ clause: 'LN2024-251/3.b' }, 'UNKNOWN_REWARD_ITEM', 'clause'],
    [{}, 'BAD_USER_INPUT', 'item'],
    [{ item: 'R-3B', clause: 'LN2023-36/6.8' }, 'BAD_USER_INPUT', 'item'],
    [{ item: 'R-4B1', approvedAmount: '1e6' }, 'BAD_USER_INPUT', 'approvedAmount'],
  ])('%j is refused', (facts, code, field) => {
    const failure = failureOf(() => reward(facts));
    expect([failure.code, failure.field]).toEqual([code, field]);
  });

  it.each([
    ['2020-01-01', 'RULE_NOT_IN_FORCE'],
    ['2024-06-01', 'RULE_NOT_IN_FORCE'],
    ['2024-12-24', 'RULE_NOT_IN_FORCE'],
    ['2027-01-01', 'RULE_NOT_IN_FORCE'],
  ])('on %s the reward notice is not in force (2024-12-25 to 2026-12-31, Q56)', (on, code) => {
    expect(failureOf(() => reward({ item: 'R-3B', on })).code).toBe(code);
  });

  it.each(['2024-12-25', '2026-12-31'])('on %s, its first or last day, it is', (on) => {
    expect(reward({ item: 'R-3B', on }).exactAmount).toBe('150000.00');
  });
});

describe('facts that an item does not look at are named, so that nothing is dropped without a word', () => {
  it.each([
    [{ item: 'R-3B', approvedAmount: '1.00' }, ['approvedAmount']],
    [{ item: 'R-4C', persons: 3, approvedAmount: '90000.00' }, ['approvedAmount']],
    [{ item: 'R-4B1', approvedAmount: '100.00', months: '3' }, ['months']],
    [{ item: 'R-5C', technicians: 2, count: 2 }, ['count']],
    [{ item: 'R-10B', persons: 3, months: '2', approvedRate: '1.00' }, []],
    [{ item: 'R-3E', rank: 200, isFullTime: true, isInLiaoning: true }, []],
    [{ items: ['R-3D', 'R-3E'], count: 2 }, ['count']],
  ])('%j leaves %j', (facts, unused) => {
    expect(reward(facts).unusedFacts).toEqual(unused);
  });
});
