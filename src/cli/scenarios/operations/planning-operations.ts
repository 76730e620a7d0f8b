import { asked, scenarioOperation } from '../scenario-operation.js';

/** The operations on places, goals and budgets. */
export const PLANNING_OPERATIONS = {
  quotaBoundary: scenarioOperation<{ quotaCheck: { quota: number; attempts: { status: string; availableBefore: number }[] } }>({
    query: asked('quotaCheck', 'QuotaCheckInput', 'quota attempts { status availableBefore }'),
    variables: (input, on) => ({
      input: {
        on,
        region: input['region'],
        attempts: (input['tries'] as [number, number][]).map(([used, requested]) => ({ used, requested })),
      },
    }),
    answer: ({ quotaCheck: { quota, attempts } }) => ({
      quota,
      results: attempts.map(({ status }) => status),
      availableBefore: attempts.map(({ availableBefore }) => availableBefore),
    }),
  }),
  quotaSum: scenarioOperation<{ quotaTable: { total: number; rows: { places: number }[] } }>({
    query: 'query Quota($year: Int!) { quotaTable(year: $year) { total rows { places } } }',
    variables: (_input, on) => ({ year: Number(on.slice(0, 4)) }),
    answer: ({ quotaTable: { total, rows } }) => {
      const by: Record<string, number> = {};
      for (const { places } of rows) by[places] = (by[places] ?? 0) + 1;
      return { sum: total, regions: rows.length, by };
    },
  }),
  quotaTransfer: scenarioOperation<{ quotaTransferCheck: { fromPlaces: number; toPlaces: number; sum: number; status: string } }>({
    query: asked('quotaTransferCheck', 'QuotaTransferCheckInput', 'fromPlaces toPlaces sum status'),
    variables: (input, on) => ({
      input: { on, from: input['from'], to: input['to'], places: input['n'], reservedFrom: input['reservedFrom'] },
    }),
    answer: ({ quotaTransferCheck: { fromPlaces, toPlaces, sum, status } }) => ({ from: fromPlaces, to: toPlaces, sum, status }),
  }),
  quotaCompletion: scenarioOperation<{ quotaCompletion: Record<string, unknown> }>({
    query: asked('quotaCompletion', 'QuotaCompletionInput', 'completionPercent shortfall status'),
    variables: (input, on) => ({ input: { on, region: input['region'], trained: input['trained'] } }),
    answer: ({ quotaCompletion }) => ({ ...quotaCompletion }),
  }),
  quotaPersons: scenarioOperation<{ distinctPersons: { years: { year: number; persons: number }[] } }>({
    query: asked('distinctPersons', 'DistinctPersonsInput', 'years { year persons }'),
    variables: (input, on) => ({
      input: { on, region: input['region'], records: (input['records'] as [string, number][]).map(([person, year]) => ({ person, year })) },
    }),
    answer: ({ distinctPersons: { years } }) => Object.fromEntries(years.map(({ year, persons }) => [year, persons])),
  }),
  cumulative: scenarioOperation<{ cumulativeGoal: { total: number; meetsGoal: boolean; minPerYear: number } }>({
    query: asked('cumulativeGoal', 'CumulativeGoalInput', 'total meetsGoal minPerYear'),
    variables: (input, on) => ({ input: { on, fromYear: input['from'], toYear: input['to'], perYear: input['perYear'] } }),
    answer: ({ cumulativeGoal: { total, meetsGoal, minPerYear } }) => ({ total, meets20000: meetsGoal, minPerYear }),
  }),
  runRate: scenarioOperation<{ goalProgress: { remaining: number; perYear: number } }>({
    query: asked('goalProgress', 'GoalProgressInput', 'remaining perYear'),
    variables: (input, on) => ({ input: { on, done: input['done'], target: input['target'], yearsLeft: input['yearsLeft'] } }),
    answer: ({ goalProgress }) => ({ ...goalProgress }),
  }),
  budget: scenarioOperation<{ budgetBounds: { min: string; max: string; minPayableToday: string | null; maxPayableToday: string | null } }>(
    {
      query: asked('budgetBounds', 'BudgetBoundsInput', 'min max minPayableToday maxPayableToday'),
      variables: (input, on) => ({ input: { on, region: input['region'] === 'ALL' ? null : input['region'] } }),
      answer: ({ budgetBounds: { min, max, minPayableToday, maxPayableToday } }) => ({
        minCny: min,
        maxCny: max,
        minPayableTodayCny: minPayableToday,
        maxPayableTodayCny: maxPayableToday,
      }),
    },
  ),
  apportion: scenarioOperation<{ quotaApportionment: { shares: { region: { nameZh: string }; places: number }[] } }>({
    query: asked('quotaApportionment', 'QuotaApportionmentInput', 'shares { region { nameZh } places }'),
    variables: (input, on) => ({ input: { on, places: input['n'] } }),
    answer: ({ quotaApportionment: { shares } }) => Object.fromEntries(shares.map(({ region, places }) => [region.nameZh, places])),
  }),
};
