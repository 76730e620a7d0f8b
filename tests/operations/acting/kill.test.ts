import { setTimeout as sleep } from 'node:timers/promises';
import { createDataSource } from '../../../ormconfig.js';
import { startService } from '../../../src/cli/start-service.js';
import type { DatabaseConfiguration } from '../../../src/store/database-configuration.js';
import { readKeyRing } from '../../../src/store/keys/key-ring.js';
import { replayFromDatabase } from '../../../src/store/ledger/replay-from-database.js';
import { type Child, startChild } from '../../harness/child.js';
import { type FreshDatabase, freshFolder, freshServerDatabase, testServer } from '../../harness/databases.js';
import { startOwnPostgres } from '../../harness/postgres.js';
import { recordProblems } from '../record-problems.js';
import { KnownClients } from './known-clients.js';

const ROUNDS = process.env.LONG === undefined ? 1 : 50;
const CLIENTS = 8;
/** replies of a round before the blow */
const REPLIES_MIN = 40;
const REPLIES_MS_MAX = 60_000;
const WAIT_MS_MAX = 1_800_000;

const environmentOf = ({ url, dataFolder }: DatabaseConfiguration): NodeJS.ProcessEnv => ({
  ...process.env,
  PORT: '0',
  LOG_LEVEL: 'silent',
  DATABASE_URL: url ?? '',
  DATA_DIR: dataFolder,
});

/** Undoes what a test has started, the last first, however the test ends. */
const undoings: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const undo of undoings.splice(0).reverse()) await undo();
}, WAIT_MS_MAX);

/** Waits until the clients have had some replies, and then for another time in each round: the blow shall fall anywhere. */
const untilTheBlow = async (clients: KnownClients, round: number): Promise<void> => {
  const enough = clients.sent.length + REPLIES_MIN;
  for (let waited = 0; clients.sent.length < enough; waited += 2) {
    if (waited > REPLIES_MS_MAX) throw new Error(`only ${clients.sent.length} requests: ${clients.surprises.join(' ')}`);
    await sleep(2);
  }
  await sleep((round * 37) % 100);
};

const startInChild = async (configuration: DatabaseConfiguration): Promise<{ readonly child: Child; readonly url: string }> => {
  const child = startChild('../../src/main', [], environmentOf(configuration));
  undoings.push(() => child.kill());
  await child.untilLines(1);
  return { child, url: child.lines[0] ?? '' };
};

/** What is in the database after all was sent again: each request once, whole. */
async function expectEachOnce({ sent }: KnownClients, configuration: DatabaseConfiguration): Promise<void> {
  const dataSource = await createDataSource(configuration);
  undoings.push(() => dataSource.destroy());
  const { dataFolder } = configuration;
  const keys = readKeyRing({ identityKeys: null, identityHashKey: null, isProduction: false, dataFolder });
  expect(await recordProblems(dataSource.manager, keys)).toEqual([]);
  expect(await replayFromDatabase(dataSource.manager, 2024)).toBeNull();
  const asked = (mutation: string) => sent.filter((request) => request.mutation === mutation);
  const venues = new Set(asked('fileCourseRun').map(({ input }) => input['venue']));
  const [found] = await dataSource.query(`SELECT count(*)::int AS runs, count(DISTINCT venue)::int AS venues,
      (SELECT count(*)::int FROM transfer WHERE kind = 'PENDING') AS held, (SELECT count(*)::int FROM transfer WHERE kind = 'VOID') AS released,
      (SELECT count(*)::int FROM audit_entry) AS entries, (SELECT count(*)::int FROM idempotency) AS keys,
      (SELECT count(DISTINCT course_run_id)::int FROM transfer WHERE kind = 'PENDING') AS holders FROM course_run`);
  const [approved, cancelled] = [asked('approveCourseRun').length, asked('cancelCourseRun').length];
  const runs = { runs: venues.size, venues: venues.size };
  const places = { held: approved, holders: approved, released: cancelled };
  expect(found).toEqual({ ...runs, ...places, entries: sent.length, keys: sent.length });
}

const DATABASES: readonly [string, () => Promise<FreshDatabase>][] = [
  ['the embedded database', freshFolder],
  ['PostgreSQL', async () => freshServerDatabase((await testServer()).url)],
];

describe.each(DATABASES)(
  `a service on %s that is killed under ${CLIENTS} clients (docs/decisions/0011-places-ledger.md)`,
  (_name, prepare) => {
    it(
      `loses nothing that it acknowledged and doubles nothing, in ${ROUNDS} rounds`,
      async () => {
        const fresh = await prepare();
        undoings.push(() => fresh.remove());
        const clients = new KnownClients();
        let service = await startInChild(fresh.configuration);
        await clients.signIn(fresh.configuration.dataFolder);
        const planId = await clients.makePlan(service.url);
        let [sentBefore, late] = [0, 0];
        for (let round = 0; round < ROUNDS; round += 1) {
          const playing = Array.from({ length: CLIENTS }, (_, client) =>
            clients.play(service.url, planId, `r${round}-c${client}`, () => false),
          );
          await untilTheBlow(clients, round);
          await service.child.kill();
          await Promise.all(playing);
          service = await startInChild(fresh.configuration);
          const again = await clients.sendAllAgain(service.url, sentBefore);
          expect(again.problems).toEqual([]);
          sentBefore = clients.sent.length;
          late += again.late;
        }
        await service.child.kill();
        expect(clients.surprises).toEqual([]);
        await expectEachOnce(clients, fresh.configuration);
        if (process.env.LONG !== undefined) {
          process.stdout.write(`${clients.sent.length} requests, ${late} done whose reply was lost\n`);
          expect(late).toBeGreaterThan(0);
        }
      },
      WAIT_MS_MAX,
    );
  },
);

describe(`a PostgreSQL that is stopped at once under ${CLIENTS} clients (docs/decisions/0011-places-ledger.md)`, () => {
  it(
    `loses nothing that was acknowledged, and the service goes on by itself, in ${ROUNDS} rounds`,
    async () => {
      const server = await startOwnPostgres({ fsync: 'on', full_page_writes: 'on' });
      undoings.push(() => server.stop());
      const fresh = await freshServerDatabase(server.url);
      undoings.push(() => fresh.remove());
      const service = await startService(environmentOf(fresh.configuration), () => new Date());
      undoings.push(() => service.stop());
      const clients = new KnownClients();
      await clients.signIn(fresh.configuration.dataFolder);
      const planId = await clients.makePlan(service.url);
      for (let round = 0; round < ROUNDS; round += 1) {
        const state = { isOver: false };
        const from = clients.sent.length;
        const playing = Array.from({ length: CLIENTS }, (_, client) =>
          clients.play(service.url, planId, `r${round}-c${client}`, () => state.isOver),
        );
        await untilTheBlow(clients, round);
        await server.crash();
        await sleep(200);
        state.isOver = true;
        await Promise.all(playing);
        expect((await clients.sendAllAgain(service.url, from)).problems).toEqual([]);
      }
      expect(clients.surprises).toEqual([]);
      await expectEachOnce(clients, fresh.configuration);
    },
    WAIT_MS_MAX,
  );
});
