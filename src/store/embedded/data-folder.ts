import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { bilingual } from '../../policy/bilingual.js';
import { StoreFailure } from '../store-failure.js';
import { databaseImagePath, unpackDatabaseImage } from './database-image.js';
import { isDemoStamp } from './demo-stamp.js';
import { folderFailure } from './folder-failure.js';
import { isLockFile, takeFolderLock, type FolderLock } from './folder-lock.js';
import { makeFolder } from './make-folder.js';

/** A folder held by this process, with a complete PostgreSQL data folder in it. */
export interface DataFolder {
  readonly databaseFolder: string;
  readonly lock: FolderLock;
}

/** The key of a development's own tokens; it may stand in a folder before the database does. */
export const TOKEN_KEY_FILE = 'token-key.json';
/** The keys of an installation that was given none; written and read by the key ring. */
export const KEYS_FILE = 'keys.json';
/** The key that signs quotes, of an installation that was given none. */
export const QUOTE_KEY_FILE = 'quote-key.pem';
const OUR_FILES: ReadonlySet<string> = new Set([TOKEN_KEY_FILE, KEYS_FILE, QUOTE_KEY_FILE]);
const DATABASE = 'database';
const UNFINISHED = 'database.unfinished';
const POSTGRES_MAJOR = '18';
/** What operating systems put into an empty folder by themselves. */
const ALWAYS_THERE = new Set(['lost+found', 'Thumbs.db', 'desktop.ini']);

/**
 * Takes the data folder and makes the database in it when there is none. A database is made beside its final name and
 * renamed when complete, so that a start killed half-way leaves nothing that looks like one. Throws
 * DATA_FOLDER_IN_USE, DATA_FOLDER_DAMAGED or DATA_FOLDER_NOT_WRITABLE; it never deletes a file it did not make.
 * Source: our design, docs/decisions/0002-embedded-database.md
 */
export const openDataFolder = async (path: string): Promise<DataFolder> => {
  const folder = resolve(path);
  const lock = await takeFolder(folder);
  try {
    const databaseFolder = join(folder, DATABASE);
    if (!existsSync(databaseFolder)) initialise(folder, databaseFolder);
    inspect(databaseFolder);
    return { databaseFolder, lock };
  } catch (error) {
    lock.release();
    throw folderFailure(folder, error);
  }
};

/**
 * Says that the folder does not hold a database that can be opened.
 * Source: our design, docs/decisions/0002-embedded-database.md
 */
export const damaged = (folder: string, reason: string): StoreFailure =>
  new StoreFailure(
    'DATA_FOLDER_DAMAGED',
    bilingual(
      `要求打开数据目录 ${folder}；其中的文件不是完整的数据库。未删除任何文件。请从备份恢复该目录，或将 DATA_DIR 指向一个新的空目录。`,
      `Asked to open the data folder ${folder}; its files are not a complete database. Nothing was deleted. Restore the folder from a backup, or point DATA_DIR at a new empty folder.`,
    ),
    { folder },
    new Error(reason),
  );

const takeFolder = async (folder: string): Promise<FolderLock> => {
  try {
    makeFolder(folder);
    return await takeFolderLock(folder);
  } catch (error) {
    throw folderFailure(folder, error);
  }
};

const initialise = (folder: string, databaseFolder: string): void => {
  const foreign = readdirSync(folder).filter((name) => !isOurs(name));
  if (foreign.length > 0) throw damaged(folder, `no database, but other files: ${foreign.slice(0, 5).join(', ')}`);
  const unfinished = join(folder, UNFINISHED);
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  unpackDatabaseImage(databaseImagePath(), unfinished);
  renameSync(unfinished, databaseFolder);
  if (process.platform !== 'win32') fsyncFolder(folder);
};

const isOurs = (name: string): boolean =>
  name === UNFINISHED || OUR_FILES.has(name) || isLockFile(name) || isDemoStamp(name) || name.startsWith('.') || ALWAYS_THERE.has(name);

/** Without this look PGlite would take a folder whose PG_VERSION is missing for an empty one and write over it. */
const inspect = (databaseFolder: string): void => {
  const versionFile = join(databaseFolder, 'PG_VERSION');
  if (!existsSync(versionFile)) throw damaged(databaseFolder, 'PG_VERSION is missing');
  const version = readFileSync(versionFile, 'utf8').trim();
  if (version !== POSTGRES_MAJOR) throw damaged(databaseFolder, `made by PostgreSQL ${version}, this is ${POSTGRES_MAJOR}`);
  for (const name of ['global/pg_control', 'base', 'pg_wal', 'pg_xact']) {
    if (!existsSync(join(databaseFolder, name))) throw damaged(databaseFolder, `${name} is missing`);
  }
};

const fsyncFolder = (folder: string): void => {
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
};

const NOT_WRITABLE = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EDQUOT', 'ENOTDIR', 'EEXIST', 'ENOENT']);

/**
 * An error of the file system as DATA_FOLDER_NOT_WRITABLE where it says that the folder cannot be written; any other comes back as it is.
 * Source: our design, docs/decisions/0002-embedded-database.md
 */
export const asFolderFailure = (folder: string, error: unknown): unknown => {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (error instanceof StoreFailure || !NOT_WRITABLE.has(code)) return error;
  return new StoreFailure(
    'DATA_FOLDER_NOT_WRITABLE',
    bilingual(
      `要求写入数据目录 ${folder}；操作系统拒绝（${code}）。请检查该路径的权限和剩余空间，或将 DATA_DIR 指向另一目录。`,
      `Asked to write in the data folder ${folder}; the operating system refused (${code}). Check the path's permissions and free space, or point DATA_DIR at another folder.`,
    ),
    { folder, reason: code },
    error,
  );
};
