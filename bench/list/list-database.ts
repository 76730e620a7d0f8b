import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { startPostgres } from '../../tests/harness/postgres.js';

/** An empty database of its own on a PostgreSQL that is started for the bench, or on the one of TEST_DATABASE_URL. */
export interface ListDatabase {
  readonly url: string;
  /** version and settings that matter, in words */
  readonly server: string;
  remove(): Promise<void>;
}

/** Starts it. No file is synced (fsync off): the bench only reads, and what it reads lies in memory. */
export async function startListDatabase(): Promise<ListDatabase> {
  const server = await startPostgres({ shared_buffers: '256MB' });
  const name = `bench_${randomUUID().replaceAll('-', '')}`;
  await onDatabase(server.url, `CREATE DATABASE ${name}`);
  const url = new URL(server.url);
  url.pathname = `/${name}`;
  const remove = async (): Promise<void> => {
    await onDatabase(server.url, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await server.stop();
  };
  return { url: url.href, server: await settingsOf(url.href), remove };
}

/** Runs statements without parameters on a connection of their own. */
export async function onDatabase(url: string, statements: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statements)).rows;
  } finally {
    await client.end();
  }
}

async function settingsOf(url: string): Promise<string> {
  const [row] = await onDatabase(
    url,
    `SELECT concat('PostgreSQL ', current_setting('server_version'), ', fsync ', current_setting('fsync'), ', shared_buffers ',
      current_setting('shared_buffers')) AS text`,
  );
  return String(row?.['text']);
}
