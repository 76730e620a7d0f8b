import { quotaCompletion } from '../../src/policy/quota-completion.js';
import { ask } from './harness.js';

describe('completion of the plan (七(一), 附件7)', () => {
  it.each([
    ['沈阳', 599, '99.83', 1, 'OPEN'],
    ['沈阳', 600, '100.00', 0, 'COMPLETED'],
    ['抚顺', 0, '0.00', 100, 'OPEN'],
    ['抚顺', 133, '133.00', 0, 'COMPLETED'],
  ])('%s with %d trained: %s %%, %d short, %s', (region, trained, completionPercent, shortfall, status) => {
    expect(ask(quotaCompletion, { region, trained })).toMatchObject({ completionPercent, shortfall, status });
  });
});
