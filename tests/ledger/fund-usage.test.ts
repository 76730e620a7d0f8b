import { fundUsage, NO_FUNDS, sumOfFunds } from '../../src/ledger/fund-usage.js';

/** 1000 brought in, 50 carried in, 20 carried out, 300 paid of which 40 came back, 80 held. */
const MOVED = {
  debitsPending: 80n,
  debitsPosted: 320n,
  creditsPosted: 1_090n,
  appropriated: 1_000n,
  carriedIn: 50n,
  carriedOut: 20n,
};

describe('how a fund stands (辽人社发〔2023〕36号, 四(一)2)', () => {
  it('appropriated + carriedIn = committed + paid + carriedOut + available: 1000 + 50 = 80 + 260 + 20 + 690', () => {
    expect(fundUsage(MOVED)).toEqual({
      appropriated: 1_000n,
      carriedIn: 50n,
      committed: 80n,
      paid: 260n,
      carriedOut: 20n,
      available: 690n,
    });
  });

  it('what was brought in and taken back counts nowhere', () => {
    const withReversal = { ...MOVED, debitsPosted: MOVED.debitsPosted + 7n, creditsPosted: MOVED.creditsPosted + 7n };
    expect(fundUsage(withReversal)).toEqual(fundUsage(MOVED));
  });

  it('more that came back than was paid is a bug', () => {
    expect(() => fundUsage({ ...MOVED, creditsPosted: 1_351n })).toThrow('a fund has paid -1 fen');
  });

  it('several are added up part by part; none is nothing', () => {
    expect(sumOfFunds([])).toEqual(NO_FUNDS);
    expect(sumOfFunds([fundUsage(MOVED), fundUsage(MOVED)])).toEqual({
      appropriated: 2_000n,
      carriedIn: 100n,
      committed: 160n,
      paid: 520n,
      carriedOut: 40n,
      available: 1_380n,
    });
  });
});
