import { ask } from './harness.js';

const QUERY = `query ($input: FundSplitInput!) {
  fundSplit(input: $input) { method surplusAfter totalSpecialAccount totalEmploymentSubsidy lines { payout specialAccount employmentSubsidy status } }
}`;
const split = async (input: Record<string, unknown>) => (await ask<{ fundSplit: unknown }>(QUERY, { input })).fundSplit;
const line = (payout: string, specialAccount: string, employmentSubsidy: string, status = 'OK') => ({
  payout,
  specialAccount,
  employmentSubsidy,
  status,
});
const BLOCKED = 'BLOCKED_SURPLUS_INSUFFICIENT';

describe('fundSplit: the special-account balance first, then the employment subsidy fund (辽人社发〔2023〕36号, 四(一)2; Q33)', () => {
  test('WATERFALL is the reading in force: the balance of 1000 pays what it can', async () => {
    expect(await split({ specialAccountSurplus: '1000.00', payouts: ['1280.00', '800.00'] })).toEqual({
      method: 'WATERFALL',
      surplusAfter: '0.00',
      totalSpecialAccount: '1000.00',
      totalEmploymentSubsidy: '1080.00',
      lines: [line('1280.00', '1000.00', '280.00'), line('800.00', '0.00', '800.00')],
    });
  });

  test('STRICT_BINARY splits no payout: 1280 is blocked, 800 fits, the next 800 is blocked by the 200 that are left', async () => {
    expect(await split({ method: 'STRICT_BINARY', specialAccountSurplus: '1000.00', payouts: ['1280.00', '800.00', '800.00'] })).toEqual({
      method: 'STRICT_BINARY',
      surplusAfter: '200.00',
      totalSpecialAccount: '800.00',
      totalEmploymentSubsidy: '0.00',
      lines: [line('1280.00', '0.00', '0.00', BLOCKED), line('800.00', '800.00', '0.00'), line('800.00', '0.00', '0.00', BLOCKED)],
    });
  });

  test.each(['WATERFALL', 'STRICT_BINARY'])('%s: without a balance the employment subsidy fund pays all', async (method) => {
    expect(await split({ method, specialAccountSurplus: '0.00', payouts: ['0.01'] })).toMatchObject({
      totalSpecialAccount: '0.00',
      totalEmploymentSubsidy: '0.01',
      lines: [line('0.01', '0.00', '0.01')],
    });
  });

  test('a negative balance is refused as input', async () => {
    await expect(split({ specialAccountSurplus: '-1.00', payouts: [] })).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'specialAccountSurplus',
    });
  });
});
