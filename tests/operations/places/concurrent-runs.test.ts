import { setTimeout as sleep } from 'node:timers/promises';
import type { Workplace } from '../../../src/operations/acting/perform.js';
import { quotaAccount } from '../../../src/ledger/place-accounts.js';
import { replayFromDatabase } from '../../../src/store/ledger/replay-from-database.js';
import { type RegionUsage, usageOfYear } from '../../../src/store/ledger/usage-of-year.js';
import { describeOnEachDatabase } from '../../harness/databases.js';
import { recordProblems } from '../record-problems.js';
import { approvedPlan } from '../training/runs.js';
import { workplaceOn } from '../workplace.js';
import { History, historyProblems } from './history.js';
import { CLOCK, type Known, RegionClient } from './region-clients.js';

const IS_LONG = process.env.LONG !== undefined;
const ROUNDS = IS_LONG ? 10 : 1;
const YEAR = 2026;
const REGION = 'LN-210200';
/** 附件7: 大连 600. */
const CAP = 600n;
const PLANS = 8;
const WATCH_MS = 20;

/** What a client may be told when another one was faster. */
const EXPECTED = [
  'ALREADY_ON_ROSTER',
  'CERTIFICATE_EXISTS',
  'ENROLMENT_STATUS',
  'NOT_ENROLLED',
  'ONCE_FOR_EVER',
  'PLACES_BELOW_ROSTER',
  'PLACES_NEED_APPROVAL',
  'PLACES_SHORT',
  'TRAINING_CERTIFIED',
  'PLAN_IN_USE',
  'PLAN_STATE',
  'ROSTER_NOT_EMPTY',
  'RUN_FULL',
  'RUN_NOT_FINISHED',
  'RUN_STATUS',
  'SAME_RUN',
  'STALE_VERSION',
  'TRAINING_CERTIFICATE_FIRST',
];

/** Persons of the enrolments and holds of the runs, told by the rows of the trade and not by the ledger. */
const TOLD = `SELECT
  (SELECT count(DISTINCT person_id)::int FROM enrolment WHERE status = 'CERTIFIED') AS used,
  (SELECT count(DISTINCT person_id)::int FROM enrolment AS one WHERE status = 'ENROLLED'
    AND NOT EXISTS (SELECT FROM enrolment AS other WHERE other.person_id = one.person_id AND other.status = 'CERTIFIED')) AS named,
  (SELECT count(*)::int FROM course_run AS run JOIN pending_transfer AS hold ON hold.course_run_id = run.id AND hold.cause = 'HOLD'
    WHERE hold.open_amount > 0 AND (run.status <> 'APPROVED' OR hold.id <> run.hold_id)) AS loose,
  (SELECT count(*)::int FROM course_run AS run JOIN pending_transfer AS hold ON hold.id = run.hold_id WHERE hold.open_amount > run.places -
    (SELECT count(*) FROM enrolment WHERE course_run_id = run.id AND status IN ('ENROLLED', 'CERTIFIED'))) AS oversized`;

const brokenLaws = (rows: readonly RegionUsage[]): string[] =>
  rows
    .filter(({ allocated, held, named, used, available }) => {
      const isBelowZero = [held, named, used, available].some((places) => places < 0n);
      return allocated !== CAP || isBelowZero || allocated !== held + named + used + available;
    })
    .map((row) => JSON.stringify(row, (_key, value: unknown) => (typeof value === 'bigint' ? `${value}` : value)));

for (let round = 1; round <= ROUNDS; round += 1)
  describeOnEachDatabase(
    `clients at once on a region of ${CAP} places, round ${round} (附件7; docs/decisions/0011-places-ledger.md)`,
    (open, name) => {
      const [clients, actsEach] = name === 'PostgreSQL' ? [64, IS_LONG ? 30 : 6] : [8, IS_LONG ? 60 : 12];
      const workplaces: Workplace[] = [];
      const history = new History();
      const known: Known = { runs: [], enrolments: [], examined: new Set(), history };
      beforeAll(async () => {
        // Three pools of connections: as many processes of the service.
        for (let count = 0; count < (name === 'PostgreSQL' ? 3 : 1); count += 1)
          workplaces.push(await workplaceOn(await open(), () => CLOCK));
      });
      const workplaceOf = (number: number): Workplace => {
        const workplace = workplaces[number % workplaces.length];
        if (workplace === undefined) throw new Error('no workplace');
        return workplace;
      };

      it(`never pass the cap, and their history can be explained: ${clients} clients`, async () => {
        const { dataSource, keys } = workplaceOf(0);
        const usage = () => usageOfYear(dataSource.manager, YEAR, CLOCK.toISOString());
        const plans: string[] = [];
        for (let count = 0; count < PLANS; count += 1) plans.push(await approvedPlan(workplaceOf(0), 10_000));
        const [seen, state] = [[] as string[], { isOver: false, looks: 0 }];
        const watch = async () => {
          while (!state.isOver) {
            seen.push(...brokenLaws(await usage()));
            state.looks += 1;
            await sleep(WATCH_MS);
          }
        };
        const play = async (number: number) => {
          const client = new RegionClient(workplaceOf(number), known, plans[number % PLANS] ?? '', round * 1_000 + number);
          for (let count = 0; count < actsEach; count += 1) await client.act();
        };
        const watching = watch();
        const outcomes = await Promise.allSettled(Array.from({ length: clients }, (_, number) => play(number)));
        state.isOver = true;
        await watching;
        expect(outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [String(outcome.reason)] : []))).toEqual([]);
        expect([seen, state.looks > 1]).toEqual([[], true]);
        const codes = new Set(history.calls.flatMap(({ refusals }) => refusals.map(({ code }) => code)));
        expect([...codes].filter((code) => !EXPECTED.includes(code))).toEqual([]);
        expect(await historyProblems(dataSource.manager, history, quotaAccount({ regionCode: REGION, year: YEAR }))).toEqual([]);
        expect(await recordProblems(dataSource.manager, keys)).toEqual([]);
        expect(await replayFromDatabase(dataSource.manager, YEAR)).toBeNull();
        const rows = await usage();
        expect(brokenLaws(rows)).toEqual([]);
        const told = await dataSource.query(TOLD);
        expect(told).toEqual([{ used: Number(rows[0]?.used), named: Number(rows[0]?.named), loose: 0, oversized: 0 }]);
        if (IS_LONG) report(history, codes);
      }, 600_000);
    },
  );

function report({ calls }: History, codes: ReadonlySet<string>): void {
  const done = new Map<string, number>();
  for (const { name } of calls.filter((call) => call.done !== null)) done.set(name, (done.get(name) ?? 0) + 1);
  process.stdout.write(
    `${calls.length} acts; done: ${[...done].map(([name, count]) => `${name} ${count}`).join(', ')}; refused: ${[...codes].join(', ')}\n`,
  );
}
