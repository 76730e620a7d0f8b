import { classTotal } from '../../src/policy/class-total.js';
import { ask, failureOf } from './harness.js';

const RUN = { occupation: 'AI', level: 'INTERMEDIATE', isClassInViolation: false } as const;

describe('a course run (辽人社发〔2023〕36号, 四(一)2, 五(一))', () => {
  it.each([
    [25, 30, false, '40000.00', 25, []],
    [0, 30, false, '0.00', 0, []],
    [30, 30, true, '0.00', 0, ['VIOLATION_CLASS']],
    [1_000_000, 1_000_000, false, '1600000000.00', 1_000_000, []],
  ])('%d of %d payable, violation %s: %s', (payableTrainees, totalTrainees, isClassInViolation, amount, paidTrainees, reasons) => {
    const total = ask(classTotal, { ...RUN, payableTrainees, totalTrainees, isClassInViolation });
    expect([total.amount, total.paidTrainees, total.amountPerTrainee, total.reasons]).toEqual([amount, paidTrainees, '1600.00', reasons]);
  });

  it.each([
    ['more payable than present', { payableTrainees: 31, totalTrainees: 30 }, 'payableTrainees'],
    ['half a trainee', { payableTrainees: 0.5, totalTrainees: 30 }, 'payableTrainees'],
    ['a negative head count', { payableTrainees: -1, totalTrainees: 30 }, 'payableTrainees'],
    ['a thousand million heads', { payableTrainees: 1, totalTrainees: 10 ** 9 }, 'totalTrainees'],
  ])('cannot have %s', (_title, heads, field) => {
    expect([
      failureOf(() => ask(classTotal, { ...RUN, ...heads })).code,
      failureOf(() => ask(classTotal, { ...RUN, ...heads })).field,
    ]).toEqual(['BAD_USER_INPUT', field]);
  });
});
