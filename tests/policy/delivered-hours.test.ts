import { deliveredHours } from '../../src/policy/delivered-hours.js';
import { ask, deskOf, failureOf, underReading } from './harness.js';

describe('delivered hours (附件3, 附件5)', () => {
  const LINE = { occupation: 'AI', level: 'JUNIOR' } as const;
  it.each([
    [[{ count: 20, hours: '3.2' }], '64.0', true, '640.00'],
    [[{ count: 20, hours: '3.1999' }], '63.9980', false, '0.00'],
    [[{ count: 640, hours: '0.1' }], '64.0', true, '640.00'],
    [[{ count: 100, hours: '8' }], '800', true, '640.00'],
  ])('%j are %s hours', (sessions, hours, meetsRequirement, amount) => {
    expect(ask(deliveredHours, { ...LINE, sessions })).toMatchObject({ hours, requiredHours: '64', meetsRequirement, amount });
  });

  it('pays the certified hours under the other reading of Q08: 63.998 x 10', () => {
    const rules = deskOf(underReading('amount.payableHours', 'CERTIFIED_HOURS'));
    expect(ask(deliveredHours, { ...LINE, sessions: [{ count: 20, hours: '3.1999' }] }, rules).amount).toBe('639.98');
  });

  it('a thousand million hours and more are answered or refused in words', () => {
    const question = { ...LINE, sessions: [{ count: 10_000, hours: '100000.5' }] };
    try {
      expect(ask(deliveredHours, question)).toMatchObject({ hours: '1000005000.0', amount: '640.00' });
    } catch {
      expect(failureOf(() => ask(deliveredHours, question)).code).toBe('BAD_USER_INPUT');
    }
  });
});
