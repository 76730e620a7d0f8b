import { ask } from './harness.js';

interface Item {
  readonly key: string;
  readonly amount: string | null;
  readonly binding: string;
  readonly unit: string;
  readonly conditions: readonly { readonly zh: string; readonly en: string }[];
}
const ITEMS = `query ($on: Date) { rewardItems(on: $on) { key amount binding unit conditions { zh en } } }`;
const items = async (on = '2026-11-22') => (await ask<{ rewardItems: readonly Item[] }>(ITEMS, { on })).rewardItems;

describe('rewardItems (辽人社函〔2024〕251号, 三 to 十七)', () => {
  test.each([
    ['R-3B', '150000.00', 'FIXED', 'EACH'],
    ['R-3D', '100000.00', 'FIXED', 'PERSON'],
    ['R-3E', '300000.00', 'FIXED', 'PERSON'],
    ['R-4B1', '7000000.00', 'CAP', 'EACH'],
    ['R-4B2', '3000000.00', 'CAP', 'EACH'],
    ['R-4C', '5000.00', 'FLOOR', 'PERSON_YEAR'],
    ['R-4D1', '300000.00', 'CAP', 'EACH'],
    ['R-4D2', '100000.00', 'CAP', 'EACH'],
    ['R-5C1', '3500.00', 'FIXED', 'PERSON'],
    ['R-5C2', '5000.00', 'FIXED', 'PERSON'],
    ['R-6C', '200000.00', 'FIXED', 'EACH'],
    ['R-6E1', '5000000.00', 'CAP', 'EACH'],
    ['R-6E2', '1000000.00', 'CAP', 'EACH'],
    ['R-6F', '200000.00', 'FIXED', 'EACH'],
    ['R-8B', '500000.00', 'CAP', 'EVENT'],
    ['R-8C', '2000000.00', 'CAP', 'EVENT'],
    ['R-10B', '2000.00', 'CAP', 'PERSON_MONTH'],
    ['R-10C', '2300.00', 'CAP', 'PERSON_MONTH'],
    ['R-12D', '500000.00', 'CAP', 'EACH'],
    ['R-13A', '5000000.00', 'FIXED', 'EACH'],
    ['R-13B', '5000000.00', 'FIXED', 'EACH'],
    ['R-13C', '10000000.00', 'CAP', 'PROJECT'],
    ['R-17C', '200000.00', 'FIXED', 'EACH'],
  ])('%s: %s yuan, %s, per %s', async (key, amount, binding, unit) => {
    expect((await items()).find((item) => item.key === key)).toMatchObject({ amount, binding, unit });
  });

  test('the six that are named without a figure have no amount, not zero', async () => {
    const named = (await items()).filter(({ binding }) => binding === 'UNSPECIFIED');
    expect(named.map(({ key, amount }) => [key, amount])).toEqual(
      ['U-36-6.4.3', 'U-36-6.8', 'U-251-5.c', 'U-251-12.b-1', 'U-251-12.b-2', 'U-TB-9.2c'].map((key) => [key, null]),
    );
  });

  test('they stand in the order of the clauses: R-3B first, R-17C last of the 23', async () => {
    const numbered = (await items()).map(({ key }) => key).filter((key) => key.startsWith('R-'));
    expect([numbered.length, numbered[0], numbered[16], numbered[22]]).toEqual([23, 'R-3B', 'R-10B', 'R-17C']);
  });

  test('the notice is read as in force from 2024-12-25 to 2026-12-31 (Q56)', async () => {
    const counted = async (on: string) => (await items(on)).filter(({ key }) => key.startsWith('R-')).length;
    expect(await Promise.all(['2024-12-24', '2024-12-25', '2026-12-31', '2027-01-01'].map(counted))).toEqual([0, 23, 23, 0]);
  });

  test('an item shows all that its clause says: the second tranche of a platform (十三)', async () => {
    const { rewardItems } = await ask<{ rewardItems: readonly Item[] }>(`{ rewardItems { key title { zh } subject { zh } beneficiaryType
      conditions { zh } moneyType { zh en } payees departmentsZh isFinanceDepartmentListed group dependsOn
      citation { documentNumber clause binding validTo } note carrierTypesZh } }`);
    expect(rewardItems.find(({ key }) => key === 'R-13B')).toEqual({
      key: 'R-13B',
      title: { zh: '国家级创新平台追加经费' },
      subject: { zh: '已得首笔经费的平台' },
      beneficiaryType: 'UNIT',
      conditions: [{ zh: '首笔已拨' }, { zh: '期限内取得重大成果' }, { zh: '成果获省部级以上单位认可' }],
      moneyType: { zh: '科研经费', en: 'research funding' },
      payees: ['UNIT'],
      departmentsZh: ['省科技厅', '省工信厅', '省财政厅', '省人力资源社会保障厅'],
      isFinanceDepartmentListed: true,
      group: 'R-13AB',
      dependsOn: 'R-13A',
      citation: { documentNumber: '辽人社函〔2024〕251号', clause: 'LN2024-251/13.b', binding: 'FIXED', validTo: '2026-12-31' },
      note: null,
      carrierTypesZh: [],
    });
  });

  test('a technician is paid to the enterprise or the person (五; AMB-36); a carrier is one of six kinds (六)', async () => {
    const { rewardItems } = await ask<{ rewardItems: readonly (Item & { payees: string[]; carrierTypesZh: string[] })[] }>(
      '{ rewardItems { key payees carrierTypesZh } }',
    );
    expect(rewardItems.find(({ key }) => key === 'R-5C1')?.payees).toEqual(['ENTERPRISE', 'PERSON']);
    expect(rewardItems.find(({ key }) => key === 'R-6F')?.carrierTypesZh).toHaveLength(6);
  });

  test('every condition reads in both languages', async () => {
    for (const { key, conditions } of await items()) {
      for (const { zh, en } of conditions) expect([key, zh !== '', en !== '']).toEqual([key, true, true]);
    }
  });
});
