import { ask } from './harness.js';

type Fields = Readonly<Record<string, unknown>>;

const answer = async (field: string, type: string, selection: string, input: Fields): Promise<Fields> => {
  const data = await ask<Record<string, Fields>>(`query ($input: ${type}!) { answer: ${field}(input: $input) { ${selection} } }`, {
    input,
  });
  return data['answer'] ?? {};
};

describe('quotaCheck: a region may be filled up to its places and no further (附件7; Q46)', () => {
  const check = (region: string, attempts: readonly Fields[]) =>
    answer(
      'quotaCheck',
      'QuotaCheckInput',
      'region { code } quota mode attempts { used requested availableBefore status } explanation { citations { clause } }',
      { region, attempts },
    );

  it.each([
    ['沈阳', 'LN-210100', 600, 'LN2023-36/A7.1'],
    ['锦州', 'LN-210700', 100, 'LN2023-36/A7.7'],
    ['LN-SHENFU', 'LN-SHENFU', 100, 'LN2023-36/A7.15'],
  ])('%s (%s) has %i places: the last one fits, one more does not', async (region, code, quota, clause) => {
    const found = await check(region, [
      { used: quota - 1, requested: 1 },
      { used: quota, requested: 1 },
      { used: 0, requested: quota },
      { used: 0, requested: quota + 1 },
    ]);
    expect(found).toEqual({
      region: { code },
      quota,
      mode: 'CAP',
      attempts: [
        { used: quota - 1, requested: 1, availableBefore: 1, status: 'OK' },
        { used: quota, requested: 1, availableBefore: 0, status: 'QUOTA_EXCEEDED' },
        { used: 0, requested: quota, availableBefore: quota, status: 'OK' },
        { used: 0, requested: quota + 1, availableBefore: quota, status: 'QUOTA_EXCEEDED' },
      ],
      explanation: { citations: [{ clause }] },
    });
  });

  it('refuses a region outside the province by name', async () => {
    await expect(check('青岛', [{ used: 0, requested: 1 }])).rejects.toMatchObject({ code: 'UNKNOWN_REGION', field: 'region' });
  });

  it('refuses a request for no places, naming the request', async () => {
    const attempts = [
      { used: 0, requested: 1 },
      { used: 0, requested: 0 },
    ];
    await expect(check('沈阳', attempts)).rejects.toMatchObject({ code: 'BAD_USER_INPUT', field: 'attempts[1].requested' });
  });
});

describe('quotaTransferCheck: places move without changing the total (附件7注; Q50)', () => {
  const move = (input: Fields) => answer('quotaTransferCheck', 'QuotaTransferCheckInput', 'fromPlaces toPlaces sum status', input);

  it.each([
    ['to the last place', { from: '鞍山', to: '抚顺', places: 200 }, 0, 300, 'OK'],
    ['one more than there are', { from: '鞍山', to: '抚顺', places: 201 }, 200, 100, 'REJECTED_NEGATIVE'],
    ['down to what is reserved', { from: '抚顺', to: '沈阳', places: 30, reservedFrom: 70 }, 70, 630, 'OK'],
    ['one below what is reserved', { from: '抚顺', to: '沈阳', places: 31, reservedFrom: 70 }, 100, 600, 'REJECTED_RESERVED'],
  ])('%s', async (_title, input, fromPlaces, toPlaces, status) => {
    expect(await move(input)).toEqual({ fromPlaces, toPlaces, sum: 3000, status });
  });

  it('refuses to move places within one region', async () => {
    await expect(move({ from: '沈阳', to: '沈阳', places: 1 })).rejects.toMatchObject({ code: 'BAD_USER_INPUT', field: 'to' });
  });
});

describe('quotaCompletion: all trained persons count, more than the plan is no error (七(一)3)', () => {
  it.each([
    ['沈阳', 0, '0.00', 600, 'OPEN'],
    ['沈阳', 599, '99.83', 1, 'OPEN'],
    ['沈阳', 600, '100.00', 0, 'COMPLETED'],
    ['辽阳', 210, '105.00', 0, 'COMPLETED'],
  ])('%s with %i trained: %s per cent', async (region, trained, completionPercent, shortfall, status) => {
    const found = await answer('quotaCompletion', 'QuotaCompletionInput', 'region { nameZh } trained completionPercent shortfall status', {
      region,
      trained,
    });
    expect(found).toEqual({ region: { nameZh: region }, trained, completionPercent, shortfall, status });
  });
});

describe('distinctPersons: persons, not certificates (附件7表头; Q47)', () => {
  const count = (records: readonly Fields[]) =>
    answer('distinctPersons', 'DistinctPersonsInput', 'region { code } years { year persons }', { region: '大连', records });

  it('counts one person once in each year, years rising', async () => {
    const records = [
      ['p2', 2025],
      ['p1', 2024],
      ['p1', 2025],
      ['p2', 2025],
      ['p1', 2024],
    ].map(([person, year]) => ({ person, year }));
    expect(await count(records)).toEqual({
      region: { code: 'LN-210200' },
      years: [
        { year: 2024, persons: 1 },
        { year: 2025, persons: 2 },
      ],
    });
  });

  it('counts nobody where there is no record', async () => {
    expect(await count([])).toEqual({ region: { code: 'LN-210200' }, years: [] });
  });
});

describe('quotaApportionment: largest remainder, ties in the order of Annex 7 (our design, docs/decisions/0005-exact-money.md)', () => {
  // 100 places: 600/3000 gives 20, 200/3000 gives 6 2/3, 100/3000 gives 3 1/3. The whole parts make 94; the five 2/3 come first,
  // the last place goes to the first region in printed order with 1/3, which is 抚顺.
  const OF_HUNDRED = [20, 20, 7, 4, 7, 3, 3, 7, 7, 7, 3, 3, 3, 3, 3];

  it.each([
    [100, OF_HUNDRED],
    [1, [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]],
    [0, [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]],
    [3000, [600, 600, 200, 100, 200, 100, 100, 200, 200, 200, 100, 100, 100, 100, 100]],
  ])('shares out %i places', async (places, shares) => {
    const found = await answer('quotaApportionment', 'QuotaApportionmentInput', 'places shares { region { printedOrder } places }', {
      places,
    });
    expect(found).toEqual({ places, shares: shares.map((given, index) => ({ region: { printedOrder: index + 1 }, places: given })) });
  });
});
