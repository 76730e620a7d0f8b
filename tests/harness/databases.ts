import { randomUUID } from 'node:crypto';
import { cpSync, rmSync } from 'node:fs';
import pg from 'pg';
import type { DataSource } from 'typeorm';

import { createDataSource } from '../../ormconfig.js';
import type { DatabaseConfiguration } from '../../src/store/database-configuration.js';
import { entryProblems } from './entry-problems.js';
import { startPostgres, type RunningPostgres } from './postgres.js';
import { makeTemplateFolder } from './template-folder.js';
import { scratchFolder } from './scratch.js';

/** Where the jest global set-up says what it has started. */
export const SERVER_VARIABLE = 'SUBSIDY_TEST_SERVER';
export const TEMPLATE_VARIABLE = 'SUBSIDY_TEST_TEMPLATE';
/** The migrated database on the shared server, of which the others are copies. */
const MIGRATED_DATABASE = 'subsidy_migrated';

/** A database of its own, empty but for the schema once a data source has been created on it. */
export interface FreshDatabase {
  readonly configuration: DatabaseConfiguration;
  remove(): Promise<void>;
}

export type DatabaseName = 'embedded database' | 'PostgreSQL';

/** Opens data sources on one fresh database; each call gives another data source on it, or the same one when the database has one connection. */
export type Open = () => Promise<DataSource>;

const WAIT_MS_MAX = 120_000;

/** A new embedded database, as a copy of one made once. */
export const freshFolder = async (): Promise<FreshDatabase> => {
  const dataFolder = scratchFolder('data');
  const template = process.env[TEMPLATE_VARIABLE] ?? (await makeTemplateFolder());
  cpSync(template, dataFolder, { recursive: true });
  return { configuration: { url: null, dataFolder }, remove: async () => rmSync(dataFolder, { recursive: true, force: true }) };
};

/**
 * A new database on a server: on the shared one a copy of a migrated database that was made once, unless it is to be empty.
 */
export const freshServerDatabase = async (serverUrl: string, isEmpty = false): Promise<FreshDatabase> => {
  const name = `t${randomUUID().replaceAll('-', '')}`;
  const isShared = serverUrl === process.env[SERVER_VARIABLE] && !isEmpty;
  await onServer(serverUrl, `CREATE DATABASE ${name}${isShared ? ` TEMPLATE ${MIGRATED_DATABASE}` : ''}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  const dataFolder = scratchFolder('data');
  return {
    configuration: { url: url.href, dataFolder },
    remove: async () => {
      rmSync(dataFolder, { recursive: true, force: true });
      await onServer(serverUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    },
  };
};

/** The shared test server, or one of this file's own when jest was started without the global set-up. */
export const testServer = async (): Promise<RunningPostgres> => {
  const url = process.env[SERVER_VARIABLE];
  return url === undefined ? startPostgres() : { url, stop: async () => undefined };
};

/** Makes the database that the fresh ones of a server are copies of. */
export const makeMigratedDatabase = async (serverUrl: string): Promise<void> => {
  await onServer(serverUrl, `DROP DATABASE IF EXISTS ${MIGRATED_DATABASE}`);
  await onServer(serverUrl, `CREATE DATABASE ${MIGRATED_DATABASE}`);
  const url = new URL(serverUrl);
  url.pathname = `/${MIGRATED_DATABASE}`;
  await (await createDataSource({ url: url.href, dataFolder: '' })).destroy();
};

const onServer = async (url: string, statement: string): Promise<void> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
};

/**
 * Runs the same tests on the embedded database and on a real PostgreSQL. Each of the two gets a fresh database, shared
 * by its tests (on PostgreSQL without its tables when `isEmpty`, for tests of the first start); `open` gives the data source on it, and what it gave is destroyed at the end, when each operation that was performed must have left its entry.
 */
export const describeOnEachDatabase = (
  title: string,
  tests: (open: Open, name: DatabaseName) => void,
  { isEmpty = false }: { readonly isEmpty?: boolean } = {},
): void => {
  describeOn('embedded database', title, tests, async () => ({ database: await freshFolder(), release: async () => undefined }));
  describeOnPostgres(title, tests, { isEmpty });
};

/** The same for tests of what only a database with many connections can do. */
export const describeOnPostgres = (
  title: string,
  tests: (open: Open, name: DatabaseName) => void,
  { isEmpty = false }: { readonly isEmpty?: boolean } = {},
): void =>
  describeOn('PostgreSQL', title, tests, async () => {
    const server = await testServer();
    return { database: await freshServerDatabase(server.url, isEmpty), release: () => server.stop() };
  });

interface Prepared {
  readonly database: FreshDatabase;
  release(): Promise<void>;
}

/** Whatever the tests have done, each operation has left its one entry; a test that takes the tables away is not asked. */
const problemsOn = async (dataSource: DataSource): Promise<readonly string[]> => {
  if (!dataSource.isInitialized) return [];
  const [found] = await dataSource.query<{ readonly entries: string | null }[]>(`SELECT to_regclass('audit_entry')::text AS entries`);
  return found?.entries === null ? [] : entryProblems(dataSource.manager);
};

const describeOn = (
  name: DatabaseName,
  title: string,
  tests: (open: Open, name: DatabaseName) => void,
  prepare: () => Promise<Prepared>,
): void => {
  describe(`${title} (${name})`, () => {
    let prepared: Prepared | null = null;
    const opened: Promise<DataSource>[] = [];
    beforeAll(async () => {
      prepared = await prepare();
    }, WAIT_MS_MAX);
    afterAll(async () => {
      const dataSources = await Promise.all(opened);
      const problems = await Promise.all(dataSources.slice(0, 1).map(problemsOn));
      for (const dataSource of dataSources) await dataSource.destroy();
      await prepared?.database.remove();
      await prepared?.release();
      expect(problems.flat()).toEqual([]);
    }, WAIT_MS_MAX);
    tests(async () => {
      if (prepared === null) throw new Error('open a data source inside a test or a hook');
      const { configuration } = prepared.database;
      const first = opened[0];
      if (first !== undefined && configuration.url === null) return first;
      const dataSource = createDataSource(configuration);
      opened.push(dataSource);
      return dataSource;
    }, name);
  });
};
