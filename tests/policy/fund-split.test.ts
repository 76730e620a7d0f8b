import fc from 'fast-check';
import { formatFen } from '../../src/money/fen.js';
import { fundSplit } from '../../src/policy/fund-split.js';
import { ask, deskOf, fenOf, runs, sumFen, underReading } from './harness.js';

const split = (method: string | null, specialAccountSurplus: string, payouts: readonly string[]) => {
  const { lines, surplusAfter, totalSpecialAccount, totalEmploymentSubsidy } = ask(fundSplit, { method, specialAccountSurplus, payouts });
  return {
    lines: lines.map((line) => [line.specialAccount, line.employmentSubsidy, line.status]),
    after: surplusAfter,
    totals: [totalSpecialAccount, totalEmploymentSubsidy],
  };
};

describe('the special account first, then the employment subsidy fund (四(一)2, Q33)', () => {
  it('waterfall: the surplus is used to the last fen', () => {
    expect(split('WATERFALL', '50000.00', ['40000.00', '12800.01', '0.00', '100.00'])).toEqual({
      lines: [
        ['40000.00', '0.00', 'OK'],
        ['10000.00', '2800.01', 'OK'],
        ['0.00', '0.00', 'OK'],
        ['0.00', '100.00', 'OK'],
      ],
      after: '0.00',
      totals: ['50000.00', '2900.01'],
    });
  });

  it('strict: one fund per payout; a surplus that does not suffice blocks it and stays', () => {
    expect(split('STRICT_BINARY', '50000.00', ['40000.00', '12800.00', '10000.00', '0.01'])).toEqual({
      lines: [
        ['40000.00', '0.00', 'OK'],
        ['0.00', '0.00', 'BLOCKED_SURPLUS_INSUFFICIENT'],
        ['10000.00', '0.00', 'OK'],
        ['0.00', '0.01', 'OK'],
      ],
      after: '0.00',
      totals: ['50000.00', '0.01'],
    });
  });

  it('is by default the reading in force', () => {
    const question = { specialAccountSurplus: '1.00', payouts: ['2.00'] };
    expect(ask(fundSplit, question)).toMatchObject({ method: 'WATERFALL', totalEmploymentSubsidy: '1.00' });
    expect(ask(fundSplit, question, deskOf(underReading('fund.split', 'STRICT_BINARY')))).toMatchObject({
      method: 'STRICT_BINARY',
      totalEmploymentSubsidy: '0.00',
    });
  });

  it('has no payout, no lines', () => {
    expect(split(null, '1.00', [])).toEqual({ lines: [], after: '1.00', totals: ['0.00', '0.00'] });
  });

  it('pays every payout whole or blocks it, and never more than the surplus', () => {
    const amounts = fc
      .oneof(
        fc.nat({ max: 500 }),
        fc.maxSafeInteger().map((fen) => Math.abs(fen % 10 ** 14)),
      )
      .map(formatFen);
    const methods = fc.constantFrom('WATERFALL', 'STRICT_BINARY');
    fc.assert(
      fc.property(methods, amounts, fc.array(amounts, { maxLength: 30 }), (method, surplus, payouts) => {
        const answer = ask(fundSplit, { method, specialAccountSurplus: surplus, payouts });
        for (const line of answer.lines) {
          const paid = fenOf(line.specialAccount) + fenOf(line.employmentSubsidy);
          expect(paid).toBe(line.status === 'OK' ? fenOf(line.payout) : 0n);
          if (method === 'STRICT_BINARY') expect(line.specialAccount === '0.00' || line.employmentSubsidy === '0.00').toBe(true);
        }
        expect(sumFen(answer.lines.map((line) => line.specialAccount))).toBe(fenOf(answer.totalSpecialAccount));
        expect(fenOf(answer.surplusAfter) + fenOf(answer.totalSpecialAccount)).toBe(fenOf(surplus));
        expect(method === 'STRICT_BINARY' || sumFen(payouts) === sumFen([answer.totalSpecialAccount, answer.totalEmploymentSubsidy])).toBe(
          true,
        );
      }),
      runs(300, 20_000),
    );
  });
});
