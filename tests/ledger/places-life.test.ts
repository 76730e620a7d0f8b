import fc from 'fast-check';
import { loadLedger } from './harness.js';
import { placesLife } from './places-life.js';

const RUNS = process.env.LONG === undefined ? 300 : 5_000;

describe('the life of places (our design, docs/decisions/0011)', () => {
  it(`is what a plain model tells, in ${RUNS} random lives`, async () => {
    fc.assert(placesLife(await loadLedger()), { numRuns: RUNS });
  }, 600_000);
});
