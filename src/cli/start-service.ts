import { pino } from 'pino';
import type { DataSource } from 'typeorm';
import { createDataSource } from '../../ormconfig.js';
import { type Clock, monotone } from '../operations/clock.js';
import { RevokedTokens } from '../operations/access/revoked-tokens.js';
import { expireHolds } from '../operations/quota/expire-holds.js';
import { RuleDesk } from '../operations/rule-desk.js';
import { latestEntryAt } from '../store/audit-log.js';
import { readKeyRing } from '../store/keys/key-ring.js';
import { readQuoteKeys } from '../store/keys/quote-keys.js';
import { refuseForeignKeys } from '../store/keys/refuse-foreign-keys.js';
import { loadSeeds } from '../store/load-seeds.js';
import { readRuleArchive } from '../store/rule-archive.js';
import { ruleRevision } from '../store/rule-revision.js';
import { isLoadedFrom } from '../store/save-sheets.js';
import { listSeedFiles, readSeedFiles } from '../store/seed-files.js';
import { startTimer } from './start-timer.js';
import { readConfiguration } from './configuration.js';
import { loggedError } from './logged-error.js';
import { prepareClock } from './service-clock.js';

/** How soon another process's change to the rules is seen here, and how often lapsed holds are swept up, in milliseconds. */
const RULES_MS = 1_000;
const HOLDS_MS = 60_000;

/** A service that answers at `url` until it is stopped. */
export interface RunningService {
  readonly url: string;
  /** Answers what is in flight, then closes the server and the database. */
  stop(): Promise<void>;
}

/**
 * Starts the whole service: configuration, database with its migrations, seeds once, rules into memory, HTTP.
 * `clockAt` is where a demo's clock is to start, `isDemo` makes a new data folder a demo's. Throws a worded failure naming the variable, argument, folder, database or port that is wrong; what was
 * opened until then is closed.
 * Source: our design, docs/ARCHITECTURE.md
 */
export async function startService(
  environment: NodeJS.ProcessEnv,
  systemClock: Clock,
  clockAt: Date | null = null,
  isDemo = false,
): Promise<RunningService> {
  const configuration = readConfiguration(environment);
  const startClock = prepareClock(configuration, systemClock, clockAt, isDemo);
  const logger = pino({ level: configuration.logLevel, serializers: { err: loggedError } }, pino.destination(process.stderr.fd));
  const opening = createDataSource(configuration.database);
  const { schema, serviceContext, startHttpServer, openAuthenticator } = await whileOpening(opening, prepareServer);
  const dataSource = await opening;
  try {
    const { now, demo } = startClock();
    const latest = await latestEntryAt(dataSource.manager);
    if (latest !== null && now() < latest)
      logger.warn({ now: now(), latest }, 'the clock is behind the latest audit entry: it stands still until it has caught up');
    const clock = monotone(now, latest);
    if (demo !== null) logger.warn({ now: clock() }, 'this data folder is a demo: its clock is not the time of day');
    if (!(await isLoadedFrom(dataSource, listSeedFiles()))) await loadSeeds(dataSource, readSeedFiles(), clock());
    const desk = new RuleDesk(await readRuleArchive(dataSource), clock, await ruleRevision(dataSource));
    const keys = readKeyRing(configuration.keys);
    const quoteKeys = readQuoteKeys(configuration.quoteKeys);
    await refuseForeignKeys(dataSource.manager, keys);
    const revokedTokens = new RevokedTokens(dataSource, systemClock);
    await revokedTokens.refresh();
    const workplace = { dataSource, clock, desk, keys, quoteKeys, revokedTokens };
    const authenticator = await openAuthenticator({
      source: configuration.tokens,
      clock: systemClock, // tokens are made in real time, whatever a demo's clock says
      isRevoked: (tokenId) => revokedTokens.has(tokenId),
      onUnavailable: (reason) => logger.error({ reason }, 'the keys of the issuer cannot be read'),
    });
    const problemOf = (what: string) => (problem: unknown) => logger.error({ err: problem }, what);
    const server = await startHttpServer({
      ...configuration,
      schema,
      createContext: (caller) => serviceContext(caller, workplace),
      authenticator,
      isReady: async () => (await dataSource.query('SELECT 1')).length === 1,
      logger,
    });
    revokedTokens.watch(problemOf('the revoked tokens cannot be read'));
    const timers = [
      startTimer(RULES_MS, () => desk.bringUpToDate(dataSource), problemOf('the rules cannot be read again')),
      startTimer(HOLDS_MS, () => expireHolds(workplace), problemOf('holds cannot be let lapse')),
    ];
    const stop = async () => {
      await server.stop();
      await Promise.all(timers.map((timer) => timer.stop()));
      await revokedTokens.stop();
      await dataSource.destroy();
    };
    return { url: server.url, stop };
  } catch (problem) {
    await dataSource.destroy();
    throw problem;
  }
}

/** Loads the code that needs no database: it takes as long as the database takes to open, and runs beside it. */
async function prepareServer() {
  const { buildServiceSchema, serviceContext, startHttpServer, openAuthenticator } = await import('./server-parts.js');
  return { schema: buildServiceSchema(), serviceContext, startHttpServer, openAuthenticator };
}

/** Does work while the database opens; a failure of either is the caller's to see, and leaves nothing open. */
async function whileOpening<Value>(opening: Promise<DataSource>, work: () => Promise<Value>): Promise<Value> {
  opening.catch(() => undefined); // awaited by the caller, who must not lose the race to the work here
  try {
    return await work();
  } catch (problem) {
    opening.then((dataSource) => dataSource.destroy()).catch(() => undefined); // the work's failure is the one to report
    throw problem;
  }
}
