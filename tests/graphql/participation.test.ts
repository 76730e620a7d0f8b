import { ask } from './harness.js';

const QUERY = `query ($input: ParticipationInput!) {
  participation(input: $input) { mayAttend reasons { code text { zh } } academicYear { from to } explanation { citations { clause } } }
}`;

const attends = async (input: Record<string, unknown>) => (await ask<{ participation: unknown }>(QUERY, { input })).participation;

describe('participation, the wide circle (辽人社发〔2023〕36号, 三)', () => {
  test('working people in the province, employed in or intending to enter the digital economy, may attend', async () => {
    expect(await attends({ kind: 'WORKER', region: '沈抚示范区', isInDigitalEconomy: true })).toEqual({
      mayAttend: true,
      reasons: [],
      academicYear: null,
      explanation: { citations: [{ clause: 'LN2023-36/3.1' }] },
    });
  });

  test('outside the province and outside the digital economy: both reasons, in words', async () => {
    expect(await attends({ kind: 'WORKER', region: '长春市' })).toMatchObject({
      mayAttend: false,
      reasons: [
        { code: 'REGION_OUTSIDE_PROVINCE', text: { zh: '工作或就读的地区不在本省' } },
        { code: 'NOT_IN_DIGITAL_ECONOMY', text: { zh: '从业人员既不在数字经济领域在岗，也不拟从事该领域工作' } },
      ],
    });
  });

  test.each([
    ['2026-06-30', false],
    ['2026-07-01', true],
    ['2027-06-30', true],
    ['2027-07-01', false],
  ])('a full-time student who graduates on 20 June 2027, asked on %s: %s (毕业学年, 1 July to 30 June, Q02)', async (on, mayAttend) => {
    const input = { kind: 'STUDENT', region: '大连', isFullTimeStudent: true, graduatesOn: '2027-06-20', on };
    expect(await attends(input)).toMatchObject({
      mayAttend,
      reasons: mayAttend ? [] : [{ code: 'NOT_IN_GRADUATING_ACADEMIC_YEAR' }],
      academicYear: { from: '2026-07-01', to: '2027-06-30' },
    });
  });

  test('a part-time student may not attend as a student', async () => {
    const input = { kind: 'STUDENT', region: '大连', isFullTimeStudent: false, graduatesOn: '2027-06-20' };
    expect(await attends(input)).toMatchObject({ mayAttend: false, reasons: [{ code: 'NOT_FULL_TIME_STUDENT' }] });
  });
});
