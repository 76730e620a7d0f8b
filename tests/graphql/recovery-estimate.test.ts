import { ask } from './harness.js';

const QUERY = `query ($input: RecoveryEstimateInput!) {
  recoveryEstimate(input: $input) { recovery refunds { fund amount } remainsPaid affectedTrainees }
}`;

/** Ten trainees of 区块链 senior (64 hours x 25 yuan) were paid 16000 yuan: 10000 from the special account, then 6000 from the other fund. */
const paid = {
  occupation: 'BLOCKCHAIN',
  level: 'SENIOR',
  scope: 'PERSON',
  paidTrainees: 10,
  affectedTrainees: 4,
  paidFrom: [
    { fund: 'SPECIAL_ACCOUNT', amount: '10000.00' },
    { fund: 'EMPLOYMENT_SUBSIDY', amount: '6000.00' },
  ],
};
const recover = async (changes: Record<string, unknown>) =>
  (await ask<{ recoveryEstimate: unknown }>(QUERY, { input: { ...paid, ...changes } })).recoveryEstimate;

describe('recoveryEstimate: what was paid for a violation is recovered in full (辽人社发〔2023〕36号, 五(一))', () => {
  test('four persons: 6400 yuan, the fund used last gets its 6000 back first', async () => {
    expect(await recover({})).toEqual({
      recovery: '6400.00',
      refunds: [
        { fund: 'EMPLOYMENT_SUBSIDY', amount: '6000.00' },
        { fund: 'SPECIAL_ACCOUNT', amount: '400.00' },
      ],
      remainsPaid: '9600.00',
      affectedTrainees: 4,
    });
  });

  test('the course run: everything goes back, whatever number of persons is named', async () => {
    expect(await recover({ scope: 'CLASS', affectedTrainees: 0 })).toEqual({
      recovery: '16000.00',
      refunds: [
        { fund: 'EMPLOYMENT_SUBSIDY', amount: '6000.00' },
        { fund: 'SPECIAL_ACCOUNT', amount: '10000.00' },
      ],
      remainsPaid: '0.00',
      affectedTrainees: 10,
    });
  });

  test('three persons: 4800 yuan, and no empty row for the fund that gets nothing', async () => {
    expect(await recover({ affectedTrainees: 3 })).toMatchObject({
      recovery: '4800.00',
      refunds: [{ fund: 'EMPLOYMENT_SUBSIDY', amount: '4800.00' }],
    });
  });

  test('more affected than paid trainees, or more than was paid, are failures that name their field', async () => {
    await expect(recover({ affectedTrainees: 11 })).rejects.toMatchObject({ code: 'AFFECTED_EXCEEDS_PAID', field: 'affectedTrainees' });
    const paidFrom = [{ fund: 'SPECIAL_ACCOUNT', amount: '6399.99' }];
    await expect(recover({ paidFrom })).rejects.toMatchObject({ code: 'RECOVERY_EXCEEDS_PAID', field: 'paidFrom' });
  });
});
