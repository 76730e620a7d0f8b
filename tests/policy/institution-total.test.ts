import fc from 'fast-check';
import { institutionTotal } from '../../src/policy/institution-total.js';
import { CELLS } from './annexes.js';
import { ask, failureOf, fenOf, runs } from './harness.js';

describe('an institution (四(一)2)', () => {
  it('adds its course runs: 25 x 1600 + 10 x 4000 + 3 x 1600', () => {
    const total = ask(institutionTotal, {
      classes: [
        { occupation: 'AI', level: 'INTERMEDIATE', payableTrainees: 25 },
        { occupation: 'BIG_DATA', level: 'SENIOR', payableTrainees: 10 },
        { occupation: '人工智能', level: 'INTERMEDIATE', payableTrainees: 3 },
      ],
    });
    expect([total.amount, total.trainees]).toEqual(['84800.00', 38]);
    expect(total.lines.map(({ amount }) => amount)).toEqual(['40000.00', '40000.00', '4800.00']);
  });

  it('is the whole of its lines, whatever they are', () => {
    const runsOf = fc.array(fc.tuple(fc.constantFrom(...CELLS), fc.nat({ max: 1_000_000 })), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(runsOf, (list) => {
        const classes = list.map(([{ occupation, level }, payableTrainees]) => ({ occupation, level, payableTrainees }));
        const byHand = list.reduce((sum, [{ amount }, heads]) => sum + fenOf(amount) * BigInt(heads), 0n);
        expect(fenOf(ask(institutionTotal, { classes }).amount)).toBe(byHand);
      }),
      runs(60, 3_000),
    );
  });

  it('names the line whose occupation is unknown', () => {
    const failure = failureOf(() => ask(institutionTotal, { classes: [{ occupation: 'COOK', level: 'SENIOR', payableTrainees: 1 }] }));
    expect([failure.code, failure.field]).toEqual(['UNKNOWN_OCCUPATION', 'classes[0].occupation']);
  });
});
