import fc from 'fast-check';
import { QUOTA, TARIFF } from './annexes.js';
import { PAYABLE } from './trainee-facts.js';

/** Looks like a resident identity number: no error text may show it. */
const IDENTITY = '210102199001011234';

const JUNK: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    '',
    ' ',
    '1e3',
    '-1',
    '１２８',
    'NaN',
    'Infinity',
    '0x10',
    '9'.repeat(60),
    IDENTITY,
    `id ${IDENTITY}X`,
    '\ud800',
    'x'.repeat(5_000),
    '__proto__',
    'constructor',
  ),
  fc.constantFrom<unknown>(null, true, -1, 0.5, 1e21, 10 ** 9, Number.MAX_SAFE_INTEGER, [], {}, [[]]),
  fc.string({ maxLength: 12 }),
  fc.jsonValue({ maxDepth: 2 }),
);

/** Mostly as it should be, sometimes not. */
const nearly = <Value>(usual: fc.Arbitrary<Value>): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 24, arbitrary: usual }, { weight: 1, arbitrary: JUNK });
const perhaps = <Value>(usual: fc.Arbitrary<Value>): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 2, arbitrary: nearly(usual) }, { weight: 1, arbitrary: fc.constantFrom(null, undefined) });

const flag = fc.boolean();
const count = fc.oneof(fc.nat({ max: 300 }), fc.nat({ max: 1_000_000 }));
const decimals = (whole: number, most: number): fc.Arbitrary<string> =>
  fc
    .tuple(fc.nat({ max: whole }), fc.nat({ max: most }), fc.nat({ max: 999_999 }))
    .map(([units, places, part]) => (places === 0 ? `${units}` : `${units}.${`${part}`.padStart(6, '0').slice(0, places)}`));
const hours = fc.oneof(fc.constantFrom('0', '60', '64', '80', '127.9999', '128', '160', '192'), decimals(300, 4), decimals(999_999, 4));
const yuan = fc
  .tuple(fc.oneof(fc.nat({ max: 9_999 }), fc.nat({ max: 2 ** 31 - 1 })), fc.nat({ max: 99 }))
  .map(([units, fen]) => `${units}.${`${fen}`.padStart(2, '0')}`);
const signed = fc.tuple(fc.constantFrom('', '-'), decimals(999_999, 6)).map(([sign, text]) => `${sign}${text}`);
const percent = fc.tuple(fc.constantFrom('', '-'), decimals(100, 6)).map(([sign, text]) => `${sign}${text}`);
const level = fc.constantFrom('JUNIOR', 'INTERMEDIATE', 'SENIOR');
const occupation = fc.constantFrom(...TARIFF.flatMap(([code, zh]) => [code, zh]));
const region = fc.constantFrom(...QUOTA.flatMap(([code, zh]) => [code, zh]));
const day = fc.oneof(
  fc.constantFrom('2026-11-22', '2026-06-30', '2026-07-01', '2024-12-24', '2024-12-25'),
  fc.constantFrom('2023-12-28', '2020-01-01', '0003-01-01', '9999-12-31', '2028-02-29'),
);
const on = fc.oneof({ weight: 6, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: day });
const name = fc.oneof(fc.constantFrom('A', '张三', '大连理工大学', 'TI-DUT'), fc.string({ minLength: 1, maxLength: 20 }));
const REWARDS = [
  'R-3B',
  'R-3D',
  'R-3E',
  'R-4B1',
  'R-4B2',
  'R-4C',
  'R-4D1',
  'R-4D2',
  'R-5C',
  'R-5C1',
  'R-6C',
  'R-6E',
  'R-6E2',
  'R-6F',
  'R-8B',
  'R-8C',
  'R-10B',
  'R-10C',
  'R-12D',
  'R-13A',
  'R-13AB',
  'R-13B',
  'R-13C',
  'R-17C',
  'U-36-6.8',
];
const item = fc.constantFrom(...REWARDS);
const listOf = <Value>(of: fc.Arbitrary<Value>, maxLength = 6): fc.Arbitrary<Value[]> => fc.array(of, { maxLength });

type Fields = Readonly<Record<string, fc.Arbitrary<unknown>>>;
const record = (fields: Fields): fc.Arbitrary<unknown> => fc.record({ ...fields, on });
const cell: Fields = { occupation: nearly(occupation), level: nearly(level) };
const sessions = listOf(fc.record({ count: nearly(fc.integer({ min: 1, max: 10_000 })), hours: nearly(hours) }), 3);

const traineeQuestion = fc
  .record({
    changed: fc.subarray(Object.keys(PAYABLE), { maxLength: 3 }),
    junk: fc.array(JUNK, { minLength: 3, maxLength: 3 }),
    share: fc.tuple(hours, hours),
  })
  .map(({ changed, junk, share }) => ({
    ...PAYABLE,
    totalHours: share[0],
    onlineHours: share[1],
    ...Object.fromEntries(changed.map((key, index) => [key, junk[index]])),
  }));

const rewardFacts: Fields = {
  count: perhaps(count),
  conditionsMet: perhaps(flag),
  rank: perhaps(fc.integer({ min: 1, max: 400 })),
  isFullTime: perhaps(flag),
  isInLiaoning: perhaps(flag),
  approvedAmount: perhaps(yuan),
  approvedAmounts: perhaps(listOf(yuan)),
  approvedRate: perhaps(yuan),
  persons: perhaps(count),
  years: perhaps(fc.nat({ max: 100 })),
  months: perhaps(fc.oneof(fc.nat({ max: 60 }).map(String), decimals(60, 6))),
  technicians: perhaps(count),
  seniorTechnicians: perhaps(count),
  seniorWorkers: perhaps(fc.nat({ max: 1 })),
  researchAmount: perhaps(yuan),
  rewardAmount: perhaps(yuan),
  approvedOn: perhaps(day),
  recognisedOn: perhaps(day),
  isFirstTranchePaid: perhaps(flag),
  isRecogniserProvincialOrAbove: perhaps(flag),
  includesSecondTranche: perhaps(flag),
};

const effectFacts: Fields = {
  question: nearly(fc.constantFrom('Q08', 'Q10', 'Q12', 'Q13', 'Q33', 'Q35', 'Q41', 'Q46', 'Q62', 'Q63', 'Q68', 'Q01', 'fund.split')),
  region: nearly(region),
  ...cell,
  headCount: nearly(fc.integer({ min: 1, max: 1_000_000 })),
  certifiedHours: perhaps(hours),
  onlineHours: perhaps(hours),
  overridePercent: perhaps(percent),
  specialAccountSurplus: nearly(yuan),
  payout: nearly(yuan),
  institutionRegion: nearly(region),
  paidTrainees: nearly(fc.integer({ min: 50, max: 99 })),
  affectedTrainees: nearly(fc.integer({ min: 1, max: 50 })),
  usedPlaces: nearly(count),
  item: nearly(item),
  persons: perhaps(count),
  years: perhaps(fc.nat({ max: 100 })),
  months: perhaps(decimals(60, 2)),
  approvedRate: perhaps(yuan),
};

/** A question for each rule, near enough to a good one that most are answered. */
export const QUESTIONS: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  arithmetic: fc.oneof(
    record({ sum: nearly(listOf(signed)) }),
    record({ round: nearly(signed) }),
    record({ tenThousandYuan: nearly(signed) }),
    record({ override: fc.record({ ...cell, percent: nearly(percent) }) }),
    record({ splitEqually: fc.record({ amount: nearly(yuan), parts: nearly(fc.integer({ min: 1, max: 50 })) }) }),
  ),
  budgetBounds: record({ region: perhaps(region) }),
  classTotal: record({
    ...cell,
    region: perhaps(region),
    payableTrainees: nearly(fc.nat({ max: 100 })),
    totalTrainees: nearly(fc.integer({ min: 90, max: 1_000 })),
    isClassInViolation: nearly(flag),
  }),
  cumulativeGoal: record({
    fromYear: nearly(fc.integer({ min: 2000, max: 2030 })),
    toYear: nearly(fc.integer({ min: 2025, max: 2100 })),
    perYear: nearly(count),
  }),
  deadline: record({
    code: nearly(fc.constantFrom('D-TB-NOTICE', 'D-TB-TERM', 'D-TB-CHANGE', 'D-TB-BAN', 'D-B2')),
    from: perhaps(day),
  }),
  deliveredHours: record({ ...cell, region: perhaps(region), sessions: nearly(sessions) }),
  distinctPersons: record({
    region: nearly(region),
    records: nearly(listOf(fc.record({ person: nearly(name), year: nearly(fc.integer({ min: 1_900, max: 2_999 })) }))),
  }),
  feeGap: record({ ...cell, region: perhaps(region), feePerHour: nearly(yuan) }),
  fundSplit: record({
    method: perhaps(fc.constantFrom('WATERFALL', 'STRICT_BINARY')),
    specialAccountSurplus: nearly(yuan),
    payouts: nearly(listOf(yuan)),
  }),
  goalProgress: record({
    done: nearly(listOf(count)),
    target: perhaps(fc.integer({ min: 1, max: 100_000_000 })),
    yearsLeft: nearly(fc.integer({ min: 1, max: 100 })),
  }),
  institutionTotal: record({ region: perhaps(region), classes: nearly(listOf(fc.record({ ...cell, payableTrainees: nearly(count) }))) }),
  onlineShare: fc.oneof(
    record({ onlineHours: nearly(hours), totalHours: nearly(hours) }),
    record({ onlineSessions: nearly(sessions), totalHours: nearly(hours) }),
  ),
  openQuestionEffect: record(effectFacts),
  participation: record({
    kind: nearly(fc.constantFrom('WORKER', 'STUDENT')),
    region: nearly(region),
    isInDigitalEconomy: perhaps(flag),
    isFullTimeStudent: perhaps(flag),
    graduatesOn: perhaps(day),
  }),
  quotaApportionment: record({ places: nearly(count) }),
  quotaCheck: record({
    region: nearly(region),
    attempts: nearly(listOf(fc.record({ used: nearly(count), requested: nearly(fc.integer({ min: 1, max: 700 })) }))),
  }),
  quotaCompletion: record({ region: nearly(region), trained: nearly(count) }),
  quotaTransferCheck: record({
    from: nearly(region),
    to: nearly(region),
    places: nearly(fc.integer({ min: 1, max: 700 })),
    reservedFrom: perhaps(count),
  }),
  recoveryEstimate: record({
    ...cell,
    region: perhaps(region),
    scope: nearly(fc.constantFrom('PERSON', 'CLASS')),
    paidTrainees: nearly(fc.integer({ min: 20, max: 40 })),
    affectedTrainees: nearly(fc.nat({ max: 30 })),
    paidFrom: nearly(
      fc.array(fc.record({ fund: nearly(fc.constantFrom('SPECIAL_ACCOUNT', 'EMPLOYMENT_SUBSIDY')), amount: nearly(yuan) }), {
        minLength: 1,
        maxLength: 5,
      }),
    ),
  }),
  rewardEstimate: fc.oneof(
    { weight: 8, arbitrary: record({ ...rewardFacts, item: nearly(item) }) },
    { weight: 1, arbitrary: record({ items: nearly(listOf(item)) }) },
    { weight: 1, arbitrary: record({ clause: nearly(fc.constantFrom('LN2023-36/6.8', 'LN2024-251/12.b')) }) },
  ),
  subsidyEstimate: record({
    region: perhaps(region),
    institution: perhaps(name),
    lines: nearly(
      fc.array(
        fc.record({
          ...cell,
          headCount: nearly(fc.integer({ min: 1, max: 1_000_000 })),
          deliveredHours: perhaps(hours),
          onlineHours: perhaps(hours),
          isRecorded: perhaps(flag),
        }),
        { minLength: 1, maxLength: 5 },
      ),
    ),
  }),
  traineeDecision: traineeQuestion,
  workingDays: fc.record({
    from: nearly(day),
    days: nearly(fc.integer({ min: 1, max: 30 })),
    daysOff: perhaps(listOf(day)),
    makeUpWorkdays: perhaps(listOf(day, 1)),
  }),
};

/** The question with a field that nobody knows, named by an identity number. */
export const withUnknownField = (question: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  question.map((known) => ({ ...(known as object), [IDENTITY]: 1 }));

export const anyJson = fc.jsonValue({ maxDepth: 4 });
