import { ask } from './harness.js';

const QUERY = 'query ($input: OnlineShareInput!) { onlineShare(input: $input) { onlineHours totalHours sharePercent status } }';
const share = async (input: Record<string, unknown>) => (await ask<{ onlineShare: unknown }>(QUERY, { input })).onlineShare;

describe('onlineShare: online hours not above half of all delivered hours (辽人社发〔2023〕36号, 四(一))', () => {
  test.each([
    ['0', '128', '0.00', 'OK'],
    ['64', '128', '50.00', 'OK'],
    ['64.0001', '128', '50.00', 'HOLD_ONLINE_SHARE'],
    ['63.75', '127.5', '50.00', 'OK'],
    ['100', '150', '66.67', 'HOLD_ONLINE_SHARE'],
  ])(
    '%s of %s hours: %s per cent, %s; the decision never looks at the rounded percentage',
    async (onlineHours, totalHours, sharePercent, status) => {
      expect(await share({ onlineHours, totalHours })).toEqual({ onlineHours, totalHours, sharePercent, status });
    },
  );

  test('sessions are added up exactly: 20 x 3.2 hours are half of 128', async () => {
    expect(await share({ onlineSessions: [{ count: 20, hours: '3.2' }], totalHours: '128' })).toEqual({
      onlineHours: '64.0',
      totalHours: '128',
      sharePercent: '50.00',
      status: 'OK',
    });
  });

  test.each([
    [{ totalHours: '128' }, 'onlineHours'],
    [{ onlineHours: '1', onlineSessions: [{ count: 1, hours: '1' }], totalHours: '128' }, 'onlineHours'],
    [{ onlineHours: '0', totalHours: '0' }, 'totalHours'],
    [{ onlineHours: '129', totalHours: '128' }, 'onlineHours'],
  ])('%j is refused as input, naming %s', async (input, field) => {
    await expect(share(input)).rejects.toMatchObject({ code: 'BAD_USER_INPUT', field });
  });
});
