import fc from 'fast-check';
import { quotaApportionment } from '../../src/policy/quota-apportionment.js';
import { QUOTA } from './annexes.js';
import { ask, runs } from './harness.js';

describe('apportionment by largest remainder, ties in the order of Annex 7', () => {
  it.each([
    [3000, [600, 600, 200, 100, 200, 100, 100, 200, 200, 200, 100, 100, 100, 100, 100]],
    [100, [20, 20, 7, 4, 7, 3, 3, 7, 7, 7, 3, 3, 3, 3, 3]],
    [1, [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]],
    [0, [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]],
  ])('%d places: %j', (places, shares) => {
    const answer = ask(quotaApportionment, { places }).shares;
    expect(answer.map((share) => share.places)).toEqual(shares);
    expect(answer.map((share) => share.region)).toEqual(QUOTA.map(([code]) => code));
  });

  it('always shares out every place, each region within one of its exact share', () => {
    fc.assert(
      fc.property(fc.nat({ max: 1_000_000 }), (places) => {
        const { shares } = ask(quotaApportionment, { places });
        expect(shares.reduce((sum, share) => sum + share.places, 0)).toBe(places);
        shares.forEach((share, index) => expect(Math.abs(share.places * 3000 - places * (QUOTA[index]?.[2] ?? 0)) < 3000).toBe(true));
      }),
      runs(100, 5_000),
    );
  });
});
