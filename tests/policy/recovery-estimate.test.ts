import fc from 'fast-check';
import { formatFen } from '../../src/money/fen.js';
import { recoveryEstimate } from '../../src/policy/recovery-estimate.js';
import { CELLS } from './annexes.js';
import { ask, deskOf, failureOf, fenOf, runs, sumFen, underReading } from './harness.js';

const FINDING = { occupation: 'AI', level: 'INTERMEDIATE', scope: 'PERSON', paidTrainees: 25, affectedTrainees: 2 } as const;
const SPECIAL = { fund: 'SPECIAL_ACCOUNT', amount: '38000.00' } as const;
const EMPLOYMENT = { fund: 'EMPLOYMENT_SUBSIDY', amount: '2000.00' } as const;

describe('recovery (五(一), Q41, Q43); AI, intermediate: 1600 each', () => {
  it.each([
    [
      'two persons, the fund used last first',
      {},
      '3200.00',
      [
        { fund: 'EMPLOYMENT_SUBSIDY', amount: '2000.00' },
        { fund: 'SPECIAL_ACCOUNT', amount: '1200.00' },
      ],
      '36800.00',
    ],
    ['one person, one fund suffices', { affectedTrainees: 1 }, '1600.00', [{ fund: 'EMPLOYMENT_SUBSIDY', amount: '1600.00' }], '38400.00'],
    ['nobody', { affectedTrainees: 0 }, '0.00', [], '40000.00'],
    ['the course run, whoever is affected', { scope: 'CLASS' }, '40000.00', [EMPLOYMENT, SPECIAL], '0.00'],
  ])('%s', (_title, changes, recovery, refunds, remainsPaid) => {
    expect(ask(recoveryEstimate, { ...FINDING, paidFrom: [SPECIAL, EMPLOYMENT], ...changes })).toMatchObject({
      recovery,
      refunds,
      remainsPaid,
    });
  });

  it('goes back through three draws and leaves out those it does not reach', () => {
    const paidFrom = [
      { ...SPECIAL, amount: '1000.00' },
      { ...EMPLOYMENT, amount: '500.00' },
      { ...SPECIAL, amount: '0.00' },
      { ...EMPLOYMENT, amount: '2000.00' },
      { ...SPECIAL, amount: '300.00' },
    ];
    const { refunds } = ask(recoveryEstimate, { ...FINDING, affectedTrainees: 1, paidFrom });
    expect(refunds).toEqual([
      { fund: 'SPECIAL_ACCOUNT', amount: '300.00' },
      { fund: 'EMPLOYMENT_SUBSIDY', amount: '1300.00' },
    ]);
  });

  it.each([
    ['clawback.refundOrder', 'ORDER_OF_USE', { recovery: '3200.00', refunds: [{ fund: 'SPECIAL_ACCOUNT', amount: '3200.00' }] }],
    ['clawback.scope', 'WHOLE_CLASS', { recovery: '40000.00', affectedTrainees: 25 }],
  ])('%s under %s', (key, reading, answer) => {
    expect(ask(recoveryEstimate, { ...FINDING, paidFrom: [SPECIAL, EMPLOYMENT] }, deskOf(underReading(key, reading)))).toMatchObject(
      answer,
    );
  });

  it('Q43 under PROPORTIONAL shares the refund as the payment was drawn: 3200 x 95 % and 5 %', () => {
    const rules = deskOf(underReading('clawback.refundOrder', 'PROPORTIONAL'));
    const { refunds } = ask(recoveryEstimate, { ...FINDING, paidFrom: [SPECIAL, EMPLOYMENT] }, rules);
    expect(new Map(refunds.map(({ fund, amount }) => [fund, amount]))).toEqual(
      new Map([
        ['SPECIAL_ACCOUNT', '3040.00'],
        ['EMPLOYMENT_SUBSIDY', '160.00'],
      ]),
    );
  });

  it('a whole course run gives back all that was paid for it, whatever the tariff says now', () => {
    const paidFrom = [SPECIAL, { ...EMPLOYMENT, amount: '1999.99' }];
    expect(ask(recoveryEstimate, { ...FINDING, scope: 'CLASS', paidFrom })).toMatchObject({ recovery: '39999.99', remainsPaid: '0.00' });
  });

  it('nobody affected gives nothing back, even where nobody was paid', () => {
    const question = { ...FINDING, paidTrainees: 0, affectedTrainees: 0, paidFrom: [SPECIAL] };
    try {
      expect(ask(recoveryEstimate, question).recovery).toBe('0.00');
    } catch {
      expect(failureOf(() => ask(recoveryEstimate, question)).code).toBe('BAD_USER_INPUT');
    }
  });

  it.each([
    ['more affected than paid', { affectedTrainees: 26 }, 'AFFECTED_EXCEEDS_PAID', 'affectedTrainees'],
    ['more to recover than was paid', { paidFrom: [{ ...SPECIAL, amount: '3199.99' }] }, 'RECOVERY_EXCEEDS_PAID', 'paidFrom'],
    ['something to recover of nothing paid', { paidFrom: [] }, 'RECOVERY_EXCEEDS_PAID', 'paidFrom'],
    ['a fund that does not exist', { paidFrom: [{ fund: 'LOTTERY', amount: '1.00' }] }, 'BAD_USER_INPUT', 'paidFrom[0].fund'],
  ])('refuses %s', (_title, changes, code, field) => {
    const failure = failureOf(() => ask(recoveryEstimate, { ...FINDING, paidFrom: [SPECIAL], ...changes }));
    expect([failure.code, failure.field]).toEqual([code, field]);
  });

  it('refunds sum to the recovery, no fund gets back more than it gave, and what remains is the rest', () => {
    const draws = fc.array(fc.tuple(fc.constantFrom('SPECIAL_ACCOUNT', 'EMPLOYMENT_SUBSIDY'), fc.nat({ max: 10 ** 9 })), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(
        fc.constantFrom(...CELLS),
        fc.integer({ min: 1, max: 50 }),
        fc.nat({ max: 50 }),
        draws,
        (cell, paidTrainees, affected, drawn) => {
          const paidFrom = [
            { fund: 'SPECIAL_ACCOUNT', amount: '250000.00' },
            ...drawn.map(([fund, fen]) => ({ fund, amount: formatFen(fen) })),
          ];
          const affectedTrainees = Math.min(affected, paidTrainees);
          const answer = ask(recoveryEstimate, {
            ...FINDING,
            occupation: cell.occupation,
            level: cell.level,
            paidTrainees,
            affectedTrainees,
            paidFrom,
          });
          const whole = sumFen(paidFrom.map(({ amount }) => amount));
          expect(fenOf(answer.recovery)).toBe(affectedTrainees === paidTrainees ? whole : fenOf(cell.amount) * BigInt(affectedTrainees));
          expect(sumFen(answer.refunds.map(({ amount }) => amount))).toBe(fenOf(answer.recovery));
          expect(fenOf(answer.remainsPaid) + fenOf(answer.recovery)).toBe(sumFen(paidFrom.map(({ amount }) => amount)));
          for (const fund of ['SPECIAL_ACCOUNT', 'EMPLOYMENT_SUBSIDY']) {
            const of = (list: readonly { readonly fund: string; readonly amount: string }[]) =>
              sumFen(list.filter((one) => one.fund === fund).map(({ amount }) => amount));
            expect(of(answer.refunds) <= of(paidFrom)).toBe(true);
          }
        },
      ),
      runs(200, 10_000),
    );
  });
});
