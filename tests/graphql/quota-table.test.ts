import { ask } from './harness.js';

interface Table {
  readonly total: number;
  readonly rows: readonly {
    readonly printedOrder: number;
    readonly region: { readonly nameZh: string };
    readonly places: number;
    readonly citation: { readonly clause: string };
  }[];
}
const TABLE = `query ($year: Int!) { quotaTable(year: $year) {
  year total printedTotal { value citation { clause row } } rows { printedOrder region { nameZh } places citation { clause } }
  note { en } openQuestion { code readingInForce { code } } ruleBook { query { on } } } }`;
const table = async (year: number) => (await ask<{ quotaTable: Table }>(TABLE, { year })).quotaTable;

describe('quotaTable: the places of the fifteen regions (辽人社发〔2023〕36号, 附件7)', () => {
  const PRINTED: readonly (readonly [string, number])[] = [
    ['沈阳', 600],
    ['大连', 600],
    ['鞍山', 200],
    ['抚顺', 100],
    ['本溪', 200],
    ['丹东', 100],
    ['锦州', 100],
    ['营口', 200],
    ['阜新', 200],
    ['辽阳', 200],
    ['铁岭', 100],
    ['朝阳', 100],
    ['盘锦', 100],
    ['葫芦岛', 100],
    ['沈抚示范区', 100],
  ];

  test('rows stand as printed, each with its own clause', async () => {
    expect((await table(2026)).rows).toEqual(
      PRINTED.map(([nameZh, places], index) => ({
        printedOrder: index + 1,
        region: { nameZh },
        places,
        citation: { clause: `LN2023-36/A7.${index + 1}` },
      })),
    );
  });

  test('the rows add up to the printed total of 3000', async () => {
    expect(await table(2026)).toMatchObject({
      year: 2026,
      total: 3000,
      printedTotal: { value: 3000, citation: { clause: 'LN2023-36/A7.16', row: '合计' } },
    });
  });

  test('Annex 7 names no period: the answer says so and names Q45 with its reading in force', async () => {
    expect(await table(2026)).toMatchObject({
      note: { en: expect.stringContaining('Q45') },
      openQuestion: { code: 'Q45', readingInForce: { code: 'CALENDAR_YEAR_REPEATED' } },
    });
  });

  test('the rules of the last day of the year decide: 2023 has a table, 2022 has none', async () => {
    expect(await table(2023)).toMatchObject({ total: 3000, ruleBook: { query: { on: '2023-12-31' } } });
    await expect(table(2022)).rejects.toMatchObject({ code: 'RULE_NOT_IN_FORCE', field: 'year' });
  });

  test.each([1899, 3000, 0, -2026])('the year %i is refused, naming the years allowed', async (year) => {
    await expect(table(year)).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'year',
      text: { en: expect.stringContaining('1900 to 2999') },
    });
  });
});
