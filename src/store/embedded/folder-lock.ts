import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { bilingual } from '../../policy/bilingual.js';
import { StoreFailure } from '../store-failure.js';
import { livenessOf, thisProcess, type ProcessIdentity } from './process-identity.js';

/** A held data folder. */
export interface FolderLock {
  /** Gives the folder back; a second call does nothing. */
  release(): void;
}

const LOCK_FILE = 'database.lock';
const BEAT_FILE = 'database.beat';
const BEAT_INTERVAL_MS = 1_000;
const BEAT_WATCH_MS = 3_000;
const ATTEMPTS_MAX = 5;

/**
 * The names that the lock may leave in the folder.
 * Source: our design, docs/decisions/0002-embedded-database.md
 */
export const isLockFile = (name: string): boolean => name.startsWith(LOCK_FILE) || name.startsWith(BEAT_FILE);

/**
 * Takes the folder for this process, because two processes on one embedded database corrupt it silently. A lock left
 * by a process that has ended is taken over. Throws DATA_FOLDER_IN_USE when the holder runs.
 * Source: our design, docs/decisions/0002-embedded-database.md
 */
export const takeFolderLock = async (folder: string): Promise<FolderLock> => {
  const path = join(folder, LOCK_FILE);
  const content = `${JSON.stringify({ ...thisProcess(), token: randomUUID() })}\n`;
  for (let attempt = 0; attempt < ATTEMPTS_MAX; attempt += 1) {
    if (wasCreated(path, content)) return holdLock(folder, path, content);
    const found = readOrNull(path);
    if (found === null) continue;
    const holder = parseHolder(found);
    if (await isHeld(folder, holder)) throw inUse(folder, holder);
    if (!wasRemoved(path, found)) throw inUse(folder, holder);
  }
  throw inUse(folder, parseHolder(readOrNull(path) ?? ''));
};

/** The content is complete before the name exists, so nobody ever reads half a lock. */
const wasCreated = (path: string, content: string): boolean => {
  const draft = `${path}.${randomUUID()}`;
  writeFileSync(draft, content);
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'EEXIST') return false;
    if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'ENOSYS') throw error;
    // A file system without hard links: the exclusive flag is the next best thing.
    return wasCreatedExclusively(path, content);
  } finally {
    rmSync(draft, { force: true });
  }
};

const wasCreatedExclusively = (path: string, content: string): boolean => {
  try {
    writeFileSync(path, content, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
};

/** Moves the stale lock aside and looks again, because another process may have taken it over in between. */
const wasRemoved = (path: string, expected: string): boolean => {
  const aside = `${path}.${randomUUID()}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return true;
    throw error;
  }
  const isExpected = readOrNull(aside) === expected;
  if (!isExpected) renameSync(aside, path);
  else rmSync(aside, { force: true });
  return isExpected;
};

const isHeld = async (folder: string, holder: ProcessIdentity | null): Promise<boolean> => {
  const liveness = holder === null ? 'UNKNOWN' : livenessOf(holder);
  if (liveness !== 'UNKNOWN') return liveness === 'LIVE';
  const before = readOrNull(join(folder, BEAT_FILE));
  await sleep(BEAT_WATCH_MS);
  return readOrNull(join(folder, BEAT_FILE)) !== before;
};

const holdLock = (folder: string, path: string, content: string): FolderLock => {
  const beatPath = join(folder, BEAT_FILE);
  const token = randomUUID();
  let count = 0;
  let isReleased = false;
  const beat = (): void => {
    count += 1;
    try {
      writeFileSync(beatPath, `${token} ${count}\n`);
    } catch {
      // A full disk stops the beat, not the service: the process number in the lock still protects the folder.
    }
  };
  beat();
  const timer = setInterval(beat, BEAT_INTERVAL_MS);
  timer.unref();
  return {
    release: () => {
      if (isReleased) return;
      isReleased = true;
      clearInterval(timer);
      if (readOrNull(path) !== content) return;
      rmSync(beatPath, { force: true });
      rmSync(path, { force: true });
    },
  };
};

const readOrNull = (path: string): string | null => {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
};

const parseHolder = (text: string): ProcessIdentity | null => {
  try {
    const holder = JSON.parse(text) as ProcessIdentity;
    return Number.isSafeInteger(holder.pid) && holder.pid > 0 ? holder : null;
  } catch {
    // A torn lock file names nobody; the beat decides then.
    return null;
  }
};

const inUse = (folder: string, holder: ProcessIdentity | null): StoreFailure => {
  const pid = holder?.pid ?? 0;
  const host = holder?.host ?? '?';
  return new StoreFailure(
    'DATA_FOLDER_IN_USE',
    bilingual(
      `要求打开数据目录 ${folder}；该目录正被进程 ${pid}（主机 ${host}）使用。请先停止该进程，或将 DATA_DIR 指向另一目录，或用 DATABASE_URL 改用 PostgreSQL。`,
      `Asked to open the data folder ${folder}; process ${pid} on host ${host} is using it. Stop that process, or point DATA_DIR at another folder, or use PostgreSQL through DATABASE_URL.`,
    ),
    { folder, pid, host },
  );
};
