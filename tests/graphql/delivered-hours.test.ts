import { ask } from './harness.js';

const QUERY = 'query ($input: DeliveredHoursInput!) { deliveredHours(input: $input) { hours requiredHours meetsRequirement amount } }';

describe('deliveredHours against the 128 required hours of 大数据 junior at 10 yuan (辽人社发〔2023〕36号, 附件3, 附件5; Q08)', () => {
  test.each([
    [[{ count: 32, hours: '4' }], '128', true, '1280.00'],
    [[{ count: 40, hours: '4' }], '160', true, '1280.00'],
    [
      [
        { count: 31, hours: '4' },
        { count: 1, hours: '3.9' },
      ],
      '127.9',
      false,
      '0.00',
    ],
    [[{ count: 40, hours: '3.2' }], '128.0', true, '1280.00'],
  ])('%j are %s hours, enough: %s, worth %s', async (sessions, hours, meetsRequirement, amount) => {
    expect(await ask(QUERY, { input: { occupation: 'BIG_DATA', level: 'JUNIOR', sessions } })).toEqual({
      deliveredHours: { hours, requiredHours: '128', meetsRequirement, amount },
    });
  });
});
