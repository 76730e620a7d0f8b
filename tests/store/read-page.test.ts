import { insertRows } from '../../src/store/insert-rows.js';
import { readPage } from '../../src/store/read-page.js';
import { type AgreementRow, agreementRow } from '../../src/store/rows/agreement-row.js';
import { condition } from '../../src/store/select-rows.js';
import { describeOnEachDatabase } from '../harness/databases.js';

const agreement = (n: number): AgreementRow => ({
  id: `${n}`,
  regionCode: n % 2 === 0 ? 'LN-210200' : 'LN-210100',
  institutionCode: 'TI-DUT',
  number: `协议 ${n}`,
  signedOn: '2026-01-05',
  validFrom: '2026-01-05',
  validTo: null,
  recordedBy: 'wang',
});

const FORWARD = { size: 2, isBackward: false, after: null, before: null };
const inDalian = condition('row.region_code = $1', 'LN-210200');

describeOnEachDatabase('a page of rows (docs/decisions/0003-transport.md)', (open) => {
  beforeAll(async () => {
    const { manager } = await open();
    await insertRows(manager, agreementRow, [1, 2, 3, 4, 5, 6, 10].map(agreement));
  });

  it('is read again and again with other parameters, always in the order of the ids', async () => {
    const { manager } = await open();
    const read = async (after: string | null) =>
      (await readPage(manager, agreementRow, inDalian, { ...FORWARD, after })).rows.map(({ id }) => id);
    expect([await read(null), await read('0'), await read('2'), await read('6'), await read('10')]).toEqual([
      ['2', '4'],
      ['2', '4'],
      ['4', '6'],
      ['10'],
      [],
    ]);
  });

  it('says what lies on either side, backward too', async () => {
    const { manager } = await open();
    const { rows, hasNextPage, hasPreviousPage } = await readPage(manager, agreementRow, inDalian, {
      size: 2,
      isBackward: true,
      after: null,
      before: '10',
    });
    expect([rows.map(({ id }) => id), hasNextPage, hasPreviousPage]).toEqual([['4', '6'], true, true]);
  });

  it('counts all pages when it is asked', async () => {
    const { manager } = await open();
    expect(await (await readPage(manager, agreementRow, inDalian, FORWARD)).count()).toBe(4);
  });

  it('holds only the columns that are named', async () => {
    const { manager } = await open();
    const { rows } = await readPage(manager, agreementRow, inDalian, FORWARD, new Set<keyof AgreementRow>(['id', 'signedOn']));
    expect(rows).toEqual([
      { id: '2', signedOn: '2026-01-05' },
      { id: '4', signedOn: '2026-01-05' },
    ]);
  });

  it('is read on the connection of a transaction, with what that has written', async () => {
    const { manager } = await open();
    const rows = await manager.transaction(async (inside) => {
      await insertRows(inside, agreementRow, [agreement(8)]);
      return (await readPage(inside, agreementRow, inDalian, { ...FORWARD, after: '6' })).rows;
    });
    expect(rows.map(({ id }) => id)).toEqual(['8', '10']);
  });

  it('keeps reading when there are more forms of a list than are kept planned', async () => {
    const { manager } = await open();
    for (let n = 0; n < 210; n += 1) await readPage(manager, agreementRow, condition(`row.id > ${n + 100}`), FORWARD);
    expect((await readPage(manager, agreementRow, condition('row.id > 9'), FORWARD)).rows.map(({ id }) => id)).toEqual(['10']);
  });
});
