import { pino } from 'pino';
import { createDataSource } from '../ormconfig.js';
import { readConfiguration } from './cli/configuration.js';
import { buildServiceSchema } from './graphql/schema.js';
import { startHttpServer } from './http/start-http-server.js';
import { RuleDesk } from './operations/rule-desk.js';
import type { Bilingual } from './policy/bilingual.js';
import { loadSeeds } from './store/load-seeds.js';
import { readRuleArchive } from './store/rule-archive.js';
import { readSeedFiles } from './store/seed-files.js';

/** What has been opened so far; closed in reverse. */
const closers: (() => Promise<void>)[] = [];

async function start(): Promise<void> {
  const configuration = readConfiguration(process.env);
  const logger = pino({ level: configuration.logLevel }, pino.destination(process.stderr.fd));
  const dataSource = await createDataSource(configuration.database);
  closers.push(() => dataSource.destroy());
  const clock = (): Date => new Date();
  await loadSeeds(dataSource, readSeedFiles(), clock());
  const desk = new RuleDesk(await readRuleArchive(dataSource), clock);
  const server = await startHttpServer({
    ...configuration,
    schema: buildServiceSchema(),
    createContext: (language) => ({ language, desk }),
    isReady: async () => (await dataSource.query('SELECT 1')).length === 1,
    logger,
  });
  closers.push(() => server.stop());
  process.stdout.write(`${server.url}\n`);
}

async function close(): Promise<void> {
  for (const closeOne of closers.splice(0).reverse()) await closeOne();
}

let isStopping = false;
const onSignal = (): void => {
  if (isStopping) process.exit(1);
  isStopping = true;
  close().then(() => process.exit(0), fail);
};

async function fail(error: unknown): Promise<void> {
  const worded = error as { readonly text?: Bilingual };
  const isWorded = error instanceof Error && typeof worded.text?.zh === 'string';
  process.stderr.write(isWorded ? `${worded.text?.zh}\n${worded.text?.en}\n` : `${error instanceof Error ? error.stack : String(error)}\n`);
  await close().catch((late: unknown) => process.stderr.write(`${String(late)}\n`));
  process.exit(1);
}

process.on('SIGTERM', onSignal);
process.on('SIGINT', onSignal);
start().catch(fail);
