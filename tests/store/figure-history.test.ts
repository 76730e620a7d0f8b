import type { DataSource } from 'typeorm';

import { recordFigure } from '../../src/store/rule-archive.js';
import { measureRow } from '../../src/store/rows/measure-row.js';
import type { StoreFailure } from '../../src/store/store-failure.js';
import { describeOnEachDatabase } from '../harness/databases.js';
import { codeOf, figure, NOTICE } from './harness.js';

const AT = new Date('2021-05-01T00:00:00.000Z');

describeOnEachDatabase('a dated figure (our design, docs/decisions/0001)', (open) => {
  let dataSource: DataSource;
  const values = async (key: string): Promise<string[]> =>
    (await dataSource.query<{ value: string }[]>('SELECT value FROM figure WHERE key = $1 ORDER BY id', [key])).map(({ value }) => value);

  beforeAll(async () => {
    dataSource = await open();
    await dataSource.getRepository(measureRow).insert(NOTICE);
  });

  it.each([
    ['the same period', '2022-01-01', '2022-12-31'],
    ['one shared day at the start', '2021-06-01', '2022-01-01'],
    ['one shared day at the end', '2022-12-31', null],
    ['an open period around it', null, null],
  ])('is refused when it overlaps: %s', async (_case, validFrom, validTo) => {
    const key = `OVERLAP ${validFrom} ${validTo}`;
    await recordFigure(dataSource, figure({ key, value: '10.00', validFrom: '2022-01-01', validTo: '2022-12-31' }), AT);
    const second = recordFigure(dataSource, figure({ key, value: '11.00', validFrom, validTo }), AT);
    await expect(second).rejects.toMatchObject({ code: 'FIGURE_OVERLAPS', facts: { row: `TEST_RATE ${key}` } });
    expect(await values(key)).toEqual(['10.00']);
  });

  it('is taken when it begins the day after the other one ends', async () => {
    await recordFigure(dataSource, figure({ key: 'NEXT', value: '10.00', validFrom: null, validTo: '2022-12-31' }), AT);
    await recordFigure(dataSource, figure({ key: 'NEXT', value: '11.00', validFrom: '2023-01-01', validTo: null }), AT);
    expect(await values('NEXT')).toEqual(['10.00', '11.00']);
  });

  it("stands beside the province's when it is a region's own", async () => {
    await recordFigure(dataSource, figure({ key: 'CITY', value: '10.00' }), AT);
    await recordFigure(dataSource, figure({ key: 'CITY', value: '12.50', regionCode: 'LN-210200' }), AT);
    expect(await values('CITY')).toEqual(['10.00', '12.50']);
    expect(await codeOf(recordFigure(dataSource, figure({ key: 'CITY', regionCode: 'LN-210200' }), AT))).toBe('FIGURE_OVERLAPS');
  });

  it('is taken again once the first one is closed', async () => {
    await recordFigure(dataSource, figure({ key: 'CLOSED', value: '10.00' }), AT);
    await dataSource.query(`UPDATE figure SET known = tstzrange(lower(known), '2021-06-01T00:00:00Z') WHERE key = 'CLOSED'`);
    await recordFigure(dataSource, figure({ key: 'CLOSED', value: '11.00' }), new Date('2021-06-01T00:00:00.000Z'));
    expect(await values('CLOSED')).toEqual(['10.00', '11.00']);
  });

  it('needs a recorded document', async () => {
    expect(await codeOf(recordFigure(dataSource, figure({ key: 'NO DOCUMENT', documentCode: 'T-404' }), AT))).toBe('DOCUMENT_UNKNOWN');
  });

  it.each([null, '', '1,000', '1e3', '10.', 'NaN', ' 10'])('needs a plain decimal value: %p', async (value) => {
    expect(await codeOf(recordFigure(dataSource, figure({ key: 'VALUE', value }), AT))).toBe('FIGURE_INVALID');
  });

  it.each([
    ['a changed value', `UPDATE figure SET value = '99.00' WHERE key = 'KEPT'`],
    ['a changed period', `UPDATE figure SET valid = '[2019-01-01,)' WHERE key = 'KEPT'`],
    ['a changed start of knowledge', `UPDATE figure SET known = '[2019-01-01,2022-01-01)' WHERE key = 'KEPT'`],
    [
      'a value changed while closing',
      `UPDATE figure SET value = '99.00', known = tstzrange(lower(known), '2022-01-01') WHERE key = 'KEPT'`,
    ],
    ['a deletion', `DELETE FROM figure WHERE key = 'KEPT'`],
    ['an emptied table', 'TRUNCATE figure'],
  ])('is kept by the database: it refuses %s', async (_case, statement) => {
    if ((await values('KEPT')).length === 0) await recordFigure(dataSource, figure({ key: 'KEPT', value: '10.00' }), AT);
    await expect(dataSource.query(statement)).rejects.toMatchObject({
      code: '23001',
      message: expect.stringContaining('may only be closed'),
    });
    expect(await values('KEPT')).toEqual(['10.00']);
  });

  it('cannot be opened again once closed', async () => {
    await recordFigure(dataSource, figure({ key: 'SHUT' }), AT);
    await dataSource.query(`UPDATE figure SET known = tstzrange(lower(known), '2022-01-01') WHERE key = 'SHUT'`);
    await expect(dataSource.query(`UPDATE figure SET known = tstzrange(lower(known), NULL) WHERE key = 'SHUT'`)).rejects.toMatchObject({
      code: '23001',
    });
    await expect(
      dataSource.query(`UPDATE figure SET known = tstzrange(lower(known), '2023-01-01') WHERE key = 'SHUT'`),
    ).rejects.toMatchObject({
      code: '23001',
    });
  });

  it('says in both languages why it was refused', async () => {
    await recordFigure(dataSource, figure({ key: 'SAID' }), AT);
    const failure = await recordFigure(dataSource, figure({ key: 'SAID' }), AT).catch((error: unknown) => error as StoreFailure);
    expect(failure).toMatchObject({
      text: { zh: expect.stringContaining('要求登记 TEST_RATE SAID'), en: expect.stringContaining('Asked to record TEST_RATE SAID') },
    });
  });
});
