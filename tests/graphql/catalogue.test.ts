import { ask } from './harness.js';

describe('measures: the five notices', () => {
  test('code, document number and period of each', async () => {
    expect(await ask('{ measures { code documentNumber effectiveFrom effectiveTo status } }')).toEqual({
      measures: [
        {
          code: 'LN2023-36',
          documentNumber: '辽人社发〔2023〕36号',
          effectiveFrom: '2023-12-29',
          effectiveTo: null,
          status: 'UNCONFIRMED',
        },
        { code: 'LN2023-B2', documentNumber: null, effectiveFrom: '2023-05-31', effectiveTo: null, status: 'PRINTED' },
        {
          code: 'LN2024-251',
          documentNumber: '辽人社函〔2024〕251号',
          effectiveFrom: '2024-12-25',
          effectiveTo: '2026-12-31',
          status: 'INFERRED',
        },
        { code: 'LN2025-TB', documentNumber: null, effectiveFrom: '2025-06-04', effectiveTo: null, status: 'UNCONFIRMED' },
        { code: 'QD-PB', documentNumber: null, effectiveFrom: null, effectiveTo: null, status: 'UNCONFIRMED' },
      ],
    });
  });

  test('one notice by its code; an unknown code is refused with those that exist', async () => {
    expect(await ask('{ measure(code: "LN2023-36") { issuer { zh } title { en } note { en } normCount lastVerifiedOn } }')).toMatchObject({
      measure: { issuer: { zh: '辽宁省人力资源和社会保障厅、辽宁省财政厅' }, normCount: 130, lastVerifiedOn: '2026-11-22' },
    });
    await expect(ask('{ measure(code: "36") { code } }')).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'code',
      text: { en: expect.stringContaining('LN2023-36') },
    });
  });
});

describe('regions (附件7) and occupations (附件5)', () => {
  test('fourteen cities and the Shenfu zone, which has no GB/T code and other offices', async () => {
    const { regions } = await ask<{ regions: readonly { code: string }[] }>('{ regions { code gbtCode } }');
    expect(regions).toHaveLength(15);
    expect(regions.at(-1)).toEqual({ code: 'LN-SHENFU', gbtCode: null });
  });

  test.each(['LN-210100', '沈阳', '沈阳市'])('a region is found as %s', async (code) => {
    expect(await ask('query ($code: String!) { region(code: $code) { code nameEn } }', { code })).toEqual({
      region: { code: 'LN-210100', nameEn: 'Shenyang' },
    });
  });

  test.each(['DIGITAL_MANAGEMENT', '数字化管理师', '2-02-30-11'])('an occupation is found as %s', async (code) => {
    expect(await ask('query ($code: String!) { occupation(code: $code) { code citation { clause } } }', { code })).toEqual({
      occupation: { code: 'DIGITAL_MANAGEMENT', citation: { clause: 'LN2023-36/A5.7' } },
    });
  });

  test('ten occupations in the order of Annex 5', async () => {
    const { occupations } = await ask<{ occupations: readonly { shortZh: string }[] }>('{ occupations { shortZh } }');
    expect(occupations.map(({ shortZh }) => shortZh).slice(0, 4)).toEqual(['大数据', '区块链', '智能制造', '云计算']);
    expect(occupations).toHaveLength(10);
  });

  test('unknown ones are refused with those that are known; a day before the notice has none', async () => {
    await expect(ask('{ region(code: "火星") { code } }')).rejects.toMatchObject({
      code: 'UNKNOWN_REGION',
      field: 'code',
      text: { zh: expect.stringContaining('沈阳') },
    });
    await expect(ask('{ occupation(code: "木工") { code } }')).rejects.toMatchObject({ code: 'UNKNOWN_OCCUPATION', field: 'code' });
    await expect(ask('{ region(code: "沈阳", on: "2023-12-28") { code } }')).rejects.toMatchObject({ code: 'RULE_NOT_IN_FORCE' });
    expect(await ask('{ regions(on: "2023-12-28") { code } occupations(on: "2023-12-28") { code } }')).toEqual({
      regions: [],
      occupations: [],
    });
  });
});

describe('ruleBook and reasonCatalogue', () => {
  interface Book {
    readonly hash: string;
  }
  const book = async (on: string) =>
    (await ask<{ ruleBook: Book }>('query ($on: Date) { ruleBook(on: $on) { hash } }', { on })).ruleBook.hash;

  test('equal content, equal hash: it changes when a notice comes into force and not from day to day', async () => {
    expect(await book('2024-01-01')).toBe(await book('2024-12-24'));
    expect(await book('2024-12-25')).not.toBe(await book('2024-12-24'));
  });

  test('what a book was built for is shown', async () => {
    expect(
      await ask('{ ruleBook(region: "大连", on: "2026-01-31", knownAt: "2026-02-01T00:00:00Z") { query { on knownAt regionCode } } }'),
    ).toEqual({
      ruleBook: { query: { on: '2026-01-31', knownAt: '2026-02-01T00:00:00.000Z', regionCode: 'LN-210200' } },
    });
  });

  test('sixteen refusals, three holds, two notices and three reasons of claims, in the order of an answer', async () => {
    const { reasonCatalogue } = await ask<{ reasonCatalogue: readonly { code: string }[] }>(
      '{ reasonCatalogue { code clause text { zh en } } }',
    );
    expect(reasonCatalogue).toHaveLength(24);
    expect([0, 15, 16, 19, 20, 21].map((index) => reasonCatalogue[index]?.code)).toEqual([
      'MARKET_MODE',
      'DUPLICATE_OCCUPATION_LEVEL',
      'HOLD_ONLINE_SHARE',
      'CATEGORY_LIST_UNCONFIRMED',
      'REALNAME_MISSING',
      'NOTHING_DUE',
    ]);
  });
});
