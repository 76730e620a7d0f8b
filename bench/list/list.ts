import { LoadProcess } from '../load/load-process.js';
import { withTemporaryFolder } from '../places.js';
import { type Contestant, cpuRatio, figuresOf, rateRatio, ratiosOf, type RoundOptions, runRounds, type StackFigures } from '../rounds.js';
import { type ListDatabase, startListDatabase } from './list-database.js';
import { ListServers } from './list-servers.js';
import { startPgbench } from './pgbench.js';

/** What the service is compared with. */
const PEERS = ['postgraphile', 'pgbench'] as const;

const CONNECTIONS = 16;
const ENROLMENTS = 10_000;

export interface ListResult {
  /** service against peer, such as `list/postgraphile`; null where the peer could not be asked */
  readonly ratios: Readonly<Record<string, number | null>>;
  readonly cpuRatios: Readonly<Record<string, number | null>>;
  readonly stacks: Readonly<Record<string, StackFigures>>;
  /** why a peer was not asked */
  readonly missing: Readonly<Record<string, string>>;
  /** which PostgreSQL, and its settings */
  readonly database: string;
}

/**
 * How many lists of 50 enrolments with institution, region and occupation the service answers a second, against PostGraphile on the same rows and against
 * the join alone; `service-named` is the service with names and masked numbers. Throws when the service itself fails; a peer that is not there or answers
 * otherwise is left out, with the reason.
 */
export const measureList = (options: RoundOptions): Promise<ListResult> =>
  withTemporaryFolder(async (folder) => {
    const database = await startListDatabase();
    const load = new LoadProcess();
    const servers = new ListServers(database.url, folder, load, CONNECTIONS);
    try {
      options.report(`list: ${database.server}; writing ${ENROLMENTS} enrolments`);
      return await compare(database, servers, folder, options);
    } finally {
      load.stop();
      await servers.stop();
      await database.remove();
    }
  });

async function compare(database: ListDatabase, servers: ListServers, folder: string, options: RoundOptions): Promise<ListResult> {
  const contestants = await servers.startService(ENROLMENTS);
  const missing: Record<string, string> = {};
  const attempt = async (name: (typeof PEERS)[number], start: () => Promise<Contestant>): Promise<void> => {
    try {
      contestants.push(await start());
    } catch (error) {
      missing[name] = error instanceof Error ? error.message : String(error);
    }
  };
  await attempt('postgraphile', () => servers.startPostgraphile());
  await attempt('pgbench', () => startPgbench(database.url, CONNECTIONS, folder));
  const rounds = await runRounds('list', contestants, options);
  return {
    ratios: ratiosOf('list', rounds, PEERS, rateRatio),
    cpuRatios: ratiosOf('list', rounds, PEERS, cpuRatio),
    stacks: figuresOf(rounds),
    missing,
    database: database.server,
  };
}
