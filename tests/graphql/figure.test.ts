import { FigureKindEnum } from '../../src/graphql/types/reference-enums.js';
import { ask, seeds } from './harness.js';

interface FigureFound {
  readonly kind: string;
  readonly key: string;
  readonly value: string | null;
}
const FIGURES = `query ($filter: FigureFilter, $on: Date, $region: String) { figures(filter: $filter, on: $on, region: $region) {
  kind key label { zh en } region { code } value quantity unit binding citation { documentCode clause lastVerifiedOn } } }`;
const figures = async (variables = {}) => (await ask<{ figures: readonly FigureFound[] }>(FIGURES, variables)).figures;

describe('figures: every figure of a notice can be asked with its citation (our design, docs/decisions/0001-rules-as-dated-rows.md)', () => {
  test('no kind of figure is left out of the enum', () => {
    expect([...new Set(seeds.figures.map(({ kind }) => kind))].sort()).toEqual(Object.keys(FigureKindEnum).sort());
  });

  test.each([
    ['HOURLY_RATE', 3],
    ['REQUIRED_HOURS', 30],
    ['QUOTA', 15],
    ['QUOTA_TOTAL', 1],
    ['REWARD', 29],
    ['THRESHOLD', 5],
    ['ONLINE_SHARE_MAX', 1],
    ['ALERT_SHARE', 2],
  ])('%s: %i figures', async (kind, count) => {
    expect(await figures({ filter: { kind } })).toHaveLength(count);
  });

  test('at most half of the hours are online (四(一)4)', async () => {
    expect(await figures({ filter: { kind: 'ONLINE_SHARE_MAX' } })).toEqual([
      {
        kind: 'ONLINE_SHARE_MAX',
        key: 'ALL',
        label: null,
        region: null,
        value: '0.50',
        quantity: 'SHARE',
        unit: 'EACH',
        binding: 'CAP',
        citation: { documentCode: 'LN2023-36', clause: 'LN2023-36/4.1.4', lastVerifiedOn: '2026-11-22' },
      },
    ]);
  });

  test('filters are joined by AND; a notice that does not exist is refused with those that do', async () => {
    const found = await figures({ filter: { kind: 'REWARD', documentCode: 'LN2023-36' } });
    expect(found.map(({ key, value }) => [key, value])).toEqual([
      ['U-36-6.4.3', null],
      ['U-36-6.8', null],
    ]);
    await expect(figures({ filter: { documentCode: 'LN2023-37' } })).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'filter.documentCode',
    });
  });

  test('on a day before any notice only figures whose notice prints no day are left', async () => {
    const left = await figures({ on: '2020-01-01' });
    expect(new Set(left.map((figure) => figure.key.slice(0, 3)))).toEqual(new Set(['QD-']));
  });
});

describe('goals (辽人社发〔2023〕36号, 二; 辽人社函〔2024〕251号, 二)', () => {
  test('about 3000 a year, at least 20000 by the end of 2030, all fifteen regions', async () => {
    expect(await ask('{ goals { key value quantity binding citation { clause } } }')).toEqual({
      goals: [
        { key: 'ANNUAL', value: '3000', quantity: 'PERSONS', binding: 'APPROXIMATE', citation: { clause: 'LN2023-36/2.3' } },
        { key: 'COVERAGE', value: '15', quantity: 'COUNT', binding: 'FIXED', citation: { clause: 'LN2024-251/2.b' } },
        { key: 'CUMULATIVE', value: '20000', quantity: 'PERSONS', binding: 'FLOOR', citation: { clause: 'LN2023-36/2.4' } },
        { key: 'HORIZON', value: '2030-12-31', quantity: 'DATE', binding: 'FIXED', citation: { clause: 'LN2023-36/2.1' } },
      ],
    });
  });

  test('the coverage goal ends with its notice on 2026-12-31', async () => {
    const { goals } = await ask<{ goals: readonly FigureFound[] }>('{ goals(on: "2027-01-01") { key label { zh en } } }');
    expect(goals.map(({ key }) => key)).toEqual(['ANNUAL', 'CUMULATIVE', 'HORIZON']);
  });
});
