import fc from 'fast-check';
import { inOrderOfUse, type PaidPart, refundParts } from '../../src/ledger/refunds.js';
import { runs } from '../money/harness.js';

const part = (fund: PaidPart['fund'], year: number, amount: bigint): PaidPart => ({ fund, year, amount });
const PAID = [part('SPECIAL_ACCOUNT', 2026, 100n), part('EMPLOYMENT_SUBSIDY', 2026, 50n), part('SPECIAL_ACCOUNT', 2027, 30n)];
const shown = (parts: readonly PaidPart[]) => parts.map(({ fund, year, amount }) => `${fund} ${year} ${amount}`);

describe('where a repayment goes back to (辽人社发〔2023〕36号, 五(一), 四(一)2; Q43)', () => {
  it.each([
    ['the last used first', 0n, 40n, 'REVERSE_ORDER_OF_USE', ['SPECIAL_ACCOUNT 2027 30', 'EMPLOYMENT_SUBSIDY 2026 10']],
    ['goes on where the one before ended', 40n, 60n, 'REVERSE_ORDER_OF_USE', ['EMPLOYMENT_SUBSIDY 2026 40', 'SPECIAL_ACCOUNT 2026 20']],
    ['the rest', 100n, 80n, 'REVERSE_ORDER_OF_USE', ['SPECIAL_ACCOUNT 2026 80']],
    ['by the other reading the first used first', 0n, 120n, 'ORDER_OF_USE', ['SPECIAL_ACCOUNT 2026 100', 'EMPLOYMENT_SUBSIDY 2026 20']],
  ] as const)('%s', (_title, before, amount, order, expected) => {
    expect(shown(refundParts(PAID, before, amount, order))).toEqual(expected);
  });

  it('more than was paid is a bug', () => {
    expect(() => refundParts(PAID, 100n, 81n, 'ORDER_OF_USE')).toThrow('invariant broken');
  });

  const parts = fc.array(
    fc.record({
      fund: fc.constantFrom('SPECIAL_ACCOUNT' as const, 'EMPLOYMENT_SUBSIDY' as const),
      year: fc.constantFrom(2026, 2027),
      amount: fc.bigInt({ min: 1n, max: 500n }),
    }),
    { minLength: 1, maxLength: 6 },
  );

  it('however it comes in, every fund gets back exactly what it paid, and never more on the way', () => {
    fc.assert(
      fc.property(parts, fc.array(fc.bigInt({ min: 1n, max: 300n })), fc.boolean(), (paid, steps, isReverse) => {
        const order = isReverse ? 'REVERSE_ORDER_OF_USE' : 'ORDER_OF_USE';
        const total = paid.reduce((sum, { amount }) => sum + amount, 0n);
        const back = new Map<string, bigint>();
        let before = 0n;
        for (const step of [...steps, total]) {
          const amount = step < total - before ? step : total - before;
          if (amount === 0n) break;
          const refunds = refundParts(paid, before, amount, order);
          expect(refunds.reduce((sum, one) => sum + one.amount, 0n)).toBe(amount);
          for (const one of refunds) back.set(`${one.fund} ${one.year}`, (back.get(`${one.fund} ${one.year}`) ?? 0n) + one.amount);
          before += amount;
        }
        const expected = inOrderOfUse(paid).map(({ fund, year, amount }) => [`${fund} ${year}`, amount] as const);
        expect(back).toEqual(new Map(expected));
      }),
      runs(300, 100_000),
    );
  });
});
