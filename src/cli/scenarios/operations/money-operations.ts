import { scenarioOperation } from '../scenario-operation.js';
import { apiMoney, apiText } from '../words.js';

interface Split {
  readonly lines: readonly { readonly specialAccount: string; readonly employmentSubsidy: string; readonly status: string }[];
  readonly surplusAfter: string;
  readonly totalSpecialAccount: string;
  readonly totalEmploymentSubsidy: string;
}
const SPLIT = 'lines { specialAccount employmentSubsidy status } surplusAfter totalSpecialAccount totalEmploymentSubsidy';
const pairs = (split: Split) => split.lines.map(({ specialAccount, employmentSubsidy }) => [specialAccount, employmentSubsidy]);

interface Arithmetic {
  readonly arithmetic: { readonly amount: string; readonly extra: string | null; readonly parts: readonly string[] | null };
}
const ARITHMETIC = 'query Ask($input: ArithmeticInput!) { arithmetic(input: $input) { amount extra parts } }';

interface Reward {
  readonly rewardEstimate: {
    readonly status: string;
    readonly exactAmount: string | null;
    readonly minAmount: string | null;
    readonly maxAmount: string | null;
    readonly maxAmountPerMonth: string | null;
    readonly parts: readonly string[] | null;
    readonly isCapped: boolean | null;
    readonly deadline: string | null;
    readonly upperBound: string | null;
    readonly reasons: readonly { readonly code: string }[];
  };
}

/** The operations on funds, rewards and plain arithmetic. */
export const MONEY_OPERATIONS = {
  fundSplit: scenarioOperation<{ fundSplit: Split }>({
    query: `query Ask($input: FundSplitInput!) { fundSplit(input: $input) { ${SPLIT} } }`,
    variables: (input, on) => ({
      input: {
        on,
        specialAccountSurplus: apiMoney(input['specialAccountSurplusCny']),
        payouts: (input['payoutsCny'] as unknown[]).map(apiMoney),
      },
    }),
    answer: ({ fundSplit }) => ({
      lines: pairs(fundSplit),
      surplusAfterCny: fundSplit.surplusAfter,
      totalSpecialCny: fundSplit.totalSpecialAccount,
      totalEmploymentCny: fundSplit.totalEmploymentSubsidy,
    }),
  }),
  fundSplitBinary: scenarioOperation<{ waterfall: Split; strict: Split }>({
    query: `query Ask($waterfall: FundSplitInput!, $strict: FundSplitInput!) { waterfall: fundSplit(input: $waterfall) { ${SPLIT} } strict: fundSplit(input: $strict) { ${SPLIT} } }`,
    variables: (input, on) => {
      const both = { on, specialAccountSurplus: apiMoney(input['specialAccountSurplusCny']), payouts: [apiMoney(input['payoutCny'])] };
      return { waterfall: { ...both, method: 'WATERFALL' }, strict: { ...both, method: 'STRICT_BINARY' } };
    },
    answer: ({ waterfall, strict }) => ({ waterfall: pairs(waterfall)[0], strictBinary: strict.lines[0]?.status }),
  }),
  sum: scenarioOperation<Arithmetic>({
    query: ARITHMETIC,
    variables: (input, on) => ({ input: { on, sum: (input['amounts'] as unknown[]).map(apiText) } }),
    answer: ({ arithmetic }) => ({ sum: arithmetic.amount }),
  }),
  override: scenarioOperation<Arithmetic>({
    query: ARITHMETIC,
    variables: (input, on) => ({
      input: { on, override: { occupation: input['occupation'], level: input['level'], percent: apiText(input['percent']) } },
    }),
    answer: ({ arithmetic }) => ({ extraCny: arithmetic.extra, amountCny: arithmetic.amount }),
  }),
  round: scenarioOperation<Arithmetic>({
    query: ARITHMETIC,
    variables: (input, on) => ({ input: { on, round: apiText(input['value']) } }),
    answer: ({ arithmetic }) => ({ halfUp: arithmetic.amount }),
  }),
  splitEqual: scenarioOperation<Arithmetic>({
    query: ARITHMETIC,
    variables: (input, on) => ({ input: { on, splitEqually: { amount: apiMoney(input['amount']), parts: input['parts'] } } }),
    answer: ({ arithmetic }) => ({ parts: arithmetic.parts, sum: arithmetic.amount }),
  }),
  wan: scenarioOperation<Arithmetic>({
    query: ARITHMETIC,
    variables: (input, on) => ({ input: { on, tenThousandYuan: apiText(input['wan']) } }),
    answer: ({ arithmetic }) => ({ cny: arithmetic.amount }),
  }),
  reward: scenarioOperation<Reward>({
    query: `query Ask($input: RewardEstimateInput!) { rewardEstimate(input: $input) {
      status exactAmount minAmount maxAmount maxAmountPerMonth parts isCapped deadline upperBound reasons { code } } }`,
    variables: (input, on) => ({ input: { on, ...rewardSubject(input), ...rewardFacts(input) } }),
    answer: ({ rewardEstimate: { reasons, exactAmount, minAmount, maxAmount, maxAmountPerMonth, isCapped, upperBound, ...rest } }) => ({
      ...rest,
      exactCny: exactAmount,
      minCny: minAmount,
      maxCny: maxAmount,
      perMonthMaxCny: maxAmountPerMonth,
      capped: isCapped,
      upperBoundCny: upperBound,
      reasons: reasons.map(({ code }) => code),
    }),
  }),
};

function rewardSubject(input: Readonly<Record<string, unknown>>): Record<string, unknown> {
  if (input['item'] === 'R-STACK') return { items: input['items'] };
  return input['item'] === 'R-UNSPEC' && input['norm'] !== undefined ? { clause: input['norm'] } : { item: input['item'] };
}

const rewardFacts = (input: Readonly<Record<string, unknown>>): Record<string, unknown> => ({
  count: input['count'],
  conditionsMet: input['conditions'],
  rank: input['rank'],
  isFullTime: input['fullTime'],
  isInLiaoning: input['inLiaoning'],
  approvedAmount: apiMoney(input['approvedCny']),
  approvedAmounts: (input['approvedListCny'] as unknown[] | undefined)?.map(apiMoney),
  approvedRate: apiMoney(input['approvedRateCny']),
  persons: input['persons'],
  years: input['years'],
  months: apiText(input['months']),
  technicians: input['technicians'],
  seniorTechnicians: input['seniorTechnicians'],
  seniorWorkers: input['seniorWorkers'],
  researchAmount: apiMoney(input['researchCny']),
  rewardAmount: apiMoney(input['rewardCny']),
  approvedOn: input['approvedOn'],
  recognisedOn: input['recognisedOn'],
  isFirstTranchePaid: input['firstTranchePaid'],
  isRecogniserProvincialOrAbove: input['recogniserProvincialOrAbove'],
  includesSecondTranche: input['secondTranche'],
});
