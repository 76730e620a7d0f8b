import { ask } from './harness.js';

interface Directory {
  readonly totalCount: number;
  readonly nodes: readonly {
    readonly code: string;
    readonly nameZh: string;
    readonly listings: readonly { readonly occupation: { readonly shortZh: string } }[];
  }[];
}
const LISTED = 'totalCount nodes { code nameZh listings { occupation { shortZh } } }';
const trainers = async (filter: object | null = null, on = '2026-11-22') =>
  (
    await ask<{ trainingInstitutions: Directory }>(
      `query ($filter: TrainingInstitutionFilter, $on: Date) { trainingInstitutions(filter: $filter, on: $on) { ${LISTED} } }`,
      { filter, on },
    )
  ).trainingInstitutions;
const assessors = async (filter: object | null = null) =>
  (
    await ask<{ assessmentBodies: Directory }>(
      `query ($filter: AssessmentBodyFilter) { assessmentBodies(filter: $filter) { ${LISTED} } }`,
      { filter },
    )
  ).assessmentBodies;
const names = ({ nodes }: Directory) => nodes.map(({ nameZh }) => nameZh).sort();

describe('trainingInstitutions (辽人社发〔2023〕36号, 附件1)', () => {
  test('twelve institutions with twenty-six listings, in the order of their codes', async () => {
    const { totalCount, nodes } = await trainers();
    expect(totalCount).toBe(12);
    expect(nodes.flatMap(({ listings }) => listings)).toHaveLength(26);
    expect(nodes.map(({ code }) => code)).toEqual(nodes.map(({ code }) => code).sort());
  });

  test.each([
    ['智能制造', 6],
    ['大数据', 5],
    ['区块链', 1],
    ['工业互联网', 2],
    ['集成电路', 1],
    ['人工智能', 5],
    ['物联网', 3],
    ['虚拟现实', 3],
    ['云计算', 0],
    ['DIGITAL_MANAGEMENT', 0],
  ])('%s is trained by %i of them', async (occupation, count) => {
    expect((await trainers({ occupation })).totalCount).toBe(count);
  });

  test('filters are joined by AND; the home region is inferred from the name (Q30)', async () => {
    expect(names(await trainers({ occupation: '人工智能', homeRegion: '大连' }))).toEqual([
      '东北财经大学',
      '大连东软信息学院',
      '大连理工大学',
    ]);
    expect(await trainers({ homeRegion: '沈抚示范区' })).toEqual({ totalCount: 0, nodes: [] });
    expect(
      await ask(
        '{ trainingInstitutions(filter: { homeRegion: "本溪" }) { nodes { homeRegion { code } citation { annex note } listings { citation { clause row } } } } }',
      ),
    ).toEqual({
      trainingInstitutions: {
        nodes: [
          {
            homeRegion: { code: 'LN-210500' },
            citation: { annex: '附件1', note: '所在地按名称推断（Q30）；英文名未确认' },
            listings: [{ citation: { clause: 'LN2023-36/A1.4', row: '2' } }],
          },
        ],
      },
    });
  });

  test('an unknown occupation or region is refused, naming the field', async () => {
    await expect(trainers({ occupation: '木工' })).rejects.toMatchObject({ code: 'UNKNOWN_OCCUPATION', field: 'filter.occupation' });
    await expect(trainers({ homeRegion: '吉林' })).rejects.toMatchObject({ code: 'UNKNOWN_REGION', field: 'filter.homeRegion' });
  });

  test('nobody is listed before the notice', async () => {
    expect(await trainers(null, '2023-12-28')).toEqual({ totalCount: 0, nodes: [] });
  });
});

describe('assessmentBodies (辽人社发〔2023〕36号, 附件6)', () => {
  test('six bodies for eight occupations', async () => {
    const found = await assessors();
    expect(found.totalCount).toBe(6);
    expect(
      Object.fromEntries(found.nodes.map(({ nameZh, listings }) => [nameZh, listings.map(({ occupation }) => occupation.shortZh).sort()])),
    ).toEqual({
      中国机械工程学会: ['智能制造'],
      工业和信息化部教育与考试中心: ['大数据', '物联网'],
      中国电子学会: ['区块链'],
      工业和信息化部电子工业标准化研究院: ['人工智能', '集成电路'],
      中国继续工程教育协会: ['虚拟现实'],
      中国工业互联网研究院: ['工业互联网'],
    });
  });

  test('cloud computing has no assessment body', async () => {
    expect(await assessors({ occupation: '云计算' })).toEqual({ totalCount: 0, nodes: [] });
    await expect(assessors({ occupation: '木工' })).rejects.toMatchObject({ code: 'UNKNOWN_OCCUPATION', field: 'filter.occupation' });
  });
});
