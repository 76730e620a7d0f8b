import { fundUsage, NO_FUNDS, sumOfFunds } from '../../src/ledger/fund-usage.js';

/** 1000 brought in, 50 carried in, 20 carried out, 300 paid of which 40 came back, 80 held. */
const MOVED = {
  debitsPending: 80n,
  debitsPosted: 320n,
  creditsPosted: 1_090n,
  appropriated: 1_000n,
  carriedIn: 50n,
  carriedOut: 20n,
  recovered: 40n,
};

describe('how a fund stands (辽人社发〔2023〕36号, 四(一)2)', () => {
  it('appropriated + carriedIn + recovered = committed + paid + carriedOut + available: 1000 + 50 + 40 = 80 + 300 + 20 + 690', () => {
    expect(fundUsage(MOVED)).toEqual({
      appropriated: 1_000n,
      carriedIn: 50n,
      committed: 80n,
      paid: 300n,
      recovered: 40n,
      carriedOut: 20n,
      available: 690n,
    });
  });

  it('what was brought in and taken back counts nowhere', () => {
    const withReversal = { ...MOVED, debitsPosted: MOVED.debitsPosted + 7n, creditsPosted: MOVED.creditsPosted + 7n };
    expect(fundUsage(withReversal)).toEqual(fundUsage(MOVED));
  });

  it('more credits than documents and repayments is a bug', () => {
    expect(() => fundUsage({ ...MOVED, creditsPosted: 1_391n })).toThrow('a fund has paid -1 fen');
  });

  it('several are added up part by part; none is nothing', () => {
    expect(sumOfFunds([])).toEqual(NO_FUNDS);
    expect(sumOfFunds([fundUsage(MOVED), fundUsage(MOVED)])).toEqual({
      appropriated: 2_000n,
      carriedIn: 100n,
      committed: 160n,
      paid: 600n,
      recovered: 80n,
      carriedOut: 40n,
      available: 1_380n,
    });
  });
});
