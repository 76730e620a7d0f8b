import { ask } from './harness.js';

const OFFICES = 'query ($code: String!) { region(code: $code) { offices { role nameZh citation { status } } } }';
const officesOf = async (code: string) => {
  const { region } = await ask<{ region: { offices: readonly { role: string; nameZh: string; citation: { status: string } }[] } }>(
    OFFICES,
    { code },
  );
  return region.offices;
};

describe('the offices of a region by role (辽人社发〔2023〕36号, 主送机关)', () => {
  test('in the Shenfu zone they are others than in the cities, as the notice addresses them', async () => {
    const offices = await officesOf('沈抚示范区');
    expect(offices).toEqual(
      expect.arrayContaining([
        { role: 'HR', nameZh: '沈抚示范区党建工作部', citation: { status: 'PRINTED' } },
        { role: 'FINANCE', nameZh: '沈抚示范区财政金融局', citation: { status: 'PRINTED' } },
      ]),
    );
  });

  test('in a city they are its bureaus, inferred from the common form of address', async () => {
    expect(await officesOf('大连')).toEqual(
      expect.arrayContaining([
        { role: 'HR', nameZh: '大连市人力资源和社会保障局', citation: { status: 'INFERRED' } },
        { role: 'FINANCE', nameZh: '大连市财政局', citation: { status: 'INFERRED' } },
      ]),
    );
  });

  test('each of the fifteen has exactly one office for HR and one for finance', async () => {
    const { regions } = await ask<{ regions: readonly { offices: readonly { role: string }[] }[] }>('{ regions { offices { role } } }');
    for (const role of ['HR', 'FINANCE'])
      expect(regions.map(({ offices }) => offices.filter((office) => office.role === role).length)).toEqual(regions.map(() => 1));
  });
});
