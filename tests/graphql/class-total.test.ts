import { ask } from './harness.js';

const QUERY = `query ($input: ClassTotalInput!) {
  classTotal(input: $input) { amount paidTrainees amountPerTrainee reasons { code clause } explanation { result unit steps { operands { value unit } } } }
}`;

/** 区块链 intermediate: 64 hours x 20 yuan. */
const run = { occupation: '区块链工程技术人员', level: 'INTERMEDIATE', payableTrainees: 30, totalTrainees: 35, isClassInViolation: false };
const worth = async (changes: Record<string, unknown>) =>
  (await ask<{ classTotal: unknown }>(QUERY, { input: { ...run, ...changes } })).classTotal;

describe('classTotal (辽人社发〔2023〕36号, 四(一)2, 五(一), 附件5)', () => {
  test('payable trainees x subsidy per trainee: 30 x 1280 yuan, shown step by step', async () => {
    expect(await worth({})).toEqual({
      amount: '38400.00',
      paidTrainees: 30,
      amountPerTrainee: '1280.00',
      reasons: [],
      explanation: {
        result: '38400.00',
        unit: 'CNY',
        steps: [
          {
            operands: [
              { value: '30', unit: 'PERSONS' },
              { value: '1280.00', unit: 'CNY' },
            ],
          },
        ],
      },
    });
  });

  test('a course run in violation earns nothing, for nobody, 五(一)', async () => {
    expect(await worth({ isClassInViolation: true })).toMatchObject({
      amount: '0.00',
      paidTrainees: 0,
      amountPerTrainee: '1280.00',
      reasons: [{ code: 'VIOLATION_CLASS', clause: 'LN2023-36/5.1.3' }],
    });
  });

  test('nobody payable is worth 0.00', async () => {
    expect(await worth({ payableTrainees: 0 })).toMatchObject({ amount: '0.00', paidTrainees: 0, reasons: [] });
  });

  test('more payable trainees than trainees are refused as input', async () => {
    await expect(worth({ payableTrainees: 36 })).rejects.toMatchObject({ code: 'BAD_USER_INPUT', field: 'payableTrainees' });
  });

  test('before the notice is in force there is no rate', async () => {
    await expect(worth({ on: '2023-12-28' })).rejects.toMatchObject({ code: 'RULE_NOT_IN_FORCE', field: 'on' });
  });
});
