import { randomUUID } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { DataSource } from 'typeorm';

import { createDataSource } from '../../ormconfig.js';
import type { DatabaseConfiguration } from '../../src/store/database-configuration.js';
import { startPostgres, type RunningPostgres } from './postgres.js';
import { makeTemplateFolder } from './template-folder.js';

/** Where the jest global set-up says what it has started. */
export const SERVER_VARIABLE = 'SUBSIDY_TEST_SERVER';
export const TEMPLATE_VARIABLE = 'SUBSIDY_TEST_TEMPLATE';

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
  const dataFolder = mkdtempSync(join(tmpdir(), 'subsidy-data-'));
  const template = process.env[TEMPLATE_VARIABLE] ?? (await makeTemplateFolder());
  cpSync(template, dataFolder, { recursive: true });
  return { configuration: { url: null, dataFolder }, remove: async () => rmSync(dataFolder, { recursive: true, force: true }) };
};

/** A new database on the test server. */
export const freshServerDatabase = async (serverUrl: string): Promise<FreshDatabase> => {
  const name = `t${randomUUID().replaceAll('-', '')}`;
  await onServer(serverUrl, `CREATE DATABASE ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return {
    configuration: { url: url.href, dataFolder: '' },
    remove: () => onServer(serverUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
};

/** The shared test server, or one of this file's own when jest was started without the global set-up. */
export const testServer = async (): Promise<RunningPostgres> => {
  const url = process.env[SERVER_VARIABLE];
  return url === undefined ? startPostgres() : { url, stop: async () => undefined };
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
 * by its tests; `open` gives the data source on it, and what it gave is destroyed at the end.
 */
export const describeOnEachDatabase = (title: string, tests: (open: Open, name: DatabaseName) => void): void => {
  describeOn('embedded database', title, tests, async () => ({ database: await freshFolder(), release: async () => undefined }));
  describeOn('PostgreSQL', title, tests, async () => {
    const server = await testServer();
    return { database: await freshServerDatabase(server.url), release: () => server.stop() };
  });
};

interface Prepared {
  readonly database: FreshDatabase;
  release(): Promise<void>;
}

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
      for (const dataSource of await Promise.all(opened)) await dataSource.destroy();
      await prepared?.database.remove();
      await prepared?.release();
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
