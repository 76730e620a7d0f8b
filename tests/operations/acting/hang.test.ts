import { setTimeout as sleep } from 'node:timers/promises';
import { holdPlaces } from '../../../src/ledger/places.js';
import type { Act } from '../../../src/operations/acting/act.js';
import type { Workplace } from '../../../src/operations/acting/perform.js';
import { loadPlaces, movePlaces } from '../../../src/operations/places/move-places.js';
import { describeOnPostgres } from '../../harness/databases.js';
import { recordProblems } from '../record-problems.js';
import { act, PEOPLE, workplaceOn } from '../workplace.js';
import { tallying } from './tally.js';

const YEAR = 2026;
const HUNG_REGION = 'LN-210200';
const OTHER_REGIONS = ['LN-210100', 'LN-210300', 'LN-210400', 'LN-210500'];
const HANG_MS = 2_000;
const WINDOW_MS = 1_000;
/** More than there are connections. */
const WAITERS = 12;
/** Generous: other programs share the machine, and our own comparison stands in docs/BENCHMARKS.md. */
const SHARE_MIN = 0.5;

const poolOf = (regionCode: string) => ({ regionCode, year: YEAR });
const lock = (work: Act, regionCode: string) => loadPlaces(work, [poolOf(regionCode)], []);

// The embedded database has one connection, which waits for who holds it until the deadline: see retries.test.ts.
describeOnPostgres('a client that hangs inside a transaction (our design, docs/decisions/0011-places-ledger.md)', (open) => {
  let workplace: Workplace;
  beforeAll(async () => {
    workplace = await workplaceOn(await open());
    for (const region of [HUNG_REGION, ...OTHER_REGIONS])
      await perform(region, async (work) => {
        await movePlaces(work, await lock(work, region), holdPlaces(poolOf(region), 1n, work.entryId, null));
      });
  });
  /** Each region's bureau is a tenant of its own. */
  const perform = (region: string, run: (work: Act) => Promise<unknown>) =>
    act(
      workplace,
      tallying(async (work) => void (await run(work))),
      { ...PEOPLE.officer, regions: [region] },
      { rows: [1] },
    );

  it(`for ${HANG_MS / 1000} s holds up its own region alone`, async () => {
    const [counts, isOver] = [{ others: 0, own: 0 }, { value: false }];
    const others = OTHER_REGIONS.map(async (region) => {
      while (!isOver.value) {
        await perform(region, (work) => lock(work, region));
        counts.others += 1;
      }
    });
    const rateOver = async (wait: Promise<unknown>): Promise<number> => {
      const [before, started] = [counts.others, performance.now()];
      await wait;
      return (counts.others - before) / (performance.now() - started);
    };
    await rateOver(sleep(WINDOW_MS / 2));
    const before = await rateOver(sleep(WINDOW_MS));
    let isHanging = (): void => undefined;
    const hangs = new Promise<void>((resolve) => {
      isHanging = resolve;
    });
    const hung = perform(HUNG_REGION, async (work) => {
      await lock(work, HUNG_REGION);
      isHanging();
      await sleep(HANG_MS);
      return counts.own;
    });
    await hangs;
    const own = Array.from({ length: WAITERS }, () =>
      perform(HUNG_REGION, (work) => lock(work, HUNG_REGION)).then(() => (counts.own += 1)),
    );
    const during = await rateOver(sleep(HANG_MS - 200));
    const ownDuring = counts.own;
    await Promise.all([hung, ...own]);
    const after = await rateOver(sleep(WINDOW_MS));
    isOver.value = true;
    await Promise.all(others);
    expect({ ownDuring, own: counts.own }).toEqual({ ownDuring: 0, own: WAITERS });
    if (process.env.LONG !== undefined)
      process.stdout.write(
        `acts/s of others before, during, after: ${[before, during, after].map((rate) => (rate * 1000).toFixed(0)).join(', ')}\n`,
      );
    expect(during).toBeGreaterThan(SHARE_MIN * Math.min(before, after));
    expect(await recordProblems(workplace.dataSource.manager, workplace.keys)).toEqual([]);
  }, 60_000);
});
