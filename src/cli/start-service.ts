import { pino } from 'pino';
import type { DataSource } from 'typeorm';
import { createDataSource } from '../../ormconfig.js';
import type { Clock } from '../operations/clock.js';
import { RuleDesk } from '../operations/rule-desk.js';
import { loadSeeds } from '../store/load-seeds.js';
import { readRuleArchive } from '../store/rule-archive.js';
import { isLoadedFrom } from '../store/save-sheets.js';
import { listSeedFiles, readSeedFiles } from '../store/seed-files.js';
import { readConfiguration } from './configuration.js';

/** A service that answers at `url` until it is stopped. */
export interface RunningService {
  readonly url: string;
  /** Answers what is in flight, then closes the server and the database. */
  stop(): Promise<void>;
}

/**
 * Starts the whole service: configuration, database with its migrations, seeds once, rules into memory, HTTP.
 * Throws a worded failure naming the variable, folder, database or port that is wrong; what was opened until then is closed.
 * Source: our design, docs/ARCHITECTURE.md
 */
export async function startService(environment: NodeJS.ProcessEnv, clock: Clock): Promise<RunningService> {
  const configuration = readConfiguration(environment);
  const logger = pino({ level: configuration.logLevel }, pino.destination(process.stderr.fd));
  const opening = createDataSource(configuration.database);
  const { schema, startHttpServer } = await whileOpening(opening, prepareServer);
  const dataSource = await opening;
  try {
    if (!(await isLoadedFrom(dataSource, listSeedFiles()))) await loadSeeds(dataSource, readSeedFiles(), clock());
    const desk = new RuleDesk(await readRuleArchive(dataSource), clock);
    const server = await startHttpServer({
      ...configuration,
      schema,
      createContext: (language) => ({ language, desk }),
      isReady: async () => (await dataSource.query('SELECT 1')).length === 1,
      logger,
    });
    const stop = async () => {
      await server.stop();
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
  const [{ buildServiceSchema }, { startHttpServer }] = await Promise.all([
    import('../graphql/schema.js'),
    import('../http/start-http-server.js'),
  ]);
  return { schema: buildServiceSchema(), startHttpServer };
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
