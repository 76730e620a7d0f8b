import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { bilingual } from '../../policy/bilingual.js';
import { StoreFailure } from '../store-failure.js';
import { folderFailure } from './folder-failure.js';
import { makeFolder } from './make-folder.js';
import { OUR_FILES } from './our-files.js';

const STAMP_FILE = 'demo.stamp';

/**
 * The names that the stamp may leave in a data folder.
 * Source: our design, docs/decisions/0008-calendar-and-clock.md
 */
export const isDemoStamp = (name: string): boolean => name.startsWith(STAMP_FILE);

/**
 * Whether a data folder is for demonstration only: its clock may be set, and production does not open it.
 * Source: our design, docs/decisions/0008-calendar-and-clock.md
 */
export const isDemoFolder = (folder: string): boolean => existsSync(join(folder, STAMP_FILE));

/**
 * Stamps a new data folder, before its database is made, as one for demonstration; makes the folder where there is none. A folder that is stamped stays as it is.
 * Throws DEMO_FOLDER_NOT_EMPTY for any other folder with more in it than keys: real records must never come under a clock that can be set; DATA_FOLDER_NOT_WRITABLE.
 * Source: our design, docs/decisions/0008-calendar-and-clock.md
 */
export const stampDemoFolder = (path: string): void => {
  const folder = resolve(path);
  if (isDemoFolder(folder)) return;
  const [found] = filesIn(folder).filter((name) => !isDemoStamp(name) && !OUR_FILES.has(name));
  if (found !== undefined) throw notEmpty(folder, found);
  writeStamp(folder, null);
};

/**
 * The latest instant that the folder's demo clock has recorded; null before the first. Throws DATA_FOLDER_DAMAGED when the stamp does not say.
 * Source: our design, docs/decisions/0008-calendar-and-clock.md
 */
export const readDemoInstant = (folder: string): Date | null => {
  const text = readFileSync(join(folder, STAMP_FILE), 'utf8').trim();
  if (text === NEVER) return null;
  const instant = new Date(text);
  if (Number.isNaN(instant.getTime())) throw unreadable(folder, text);
  return instant;
};

/**
 * Records how far the folder's demo clock has come, down to the disk.
 * Source: our design, docs/decisions/0008-calendar-and-clock.md
 */
export const recordDemoInstant = (folder: string, instant: Date): void => writeStamp(folder, instant);

const NEVER = 'never';

/** Complete before it has its name, so that nobody reads half a stamp. */
const writeStamp = (folder: string, instant: Date | null): void => {
  const path = join(folder, STAMP_FILE);
  try {
    writeFileSync(`${path}.draft`, `${instant?.toISOString() ?? NEVER}\n`, { flush: true });
    renameSync(`${path}.draft`, path);
  } catch (error) {
    throw folderFailure(folder, error);
  }
};

const filesIn = (folder: string): readonly string[] => {
  try {
    makeFolder(folder);
    return readdirSync(folder);
  } catch (error) {
    throw folderFailure(folder, error);
  }
};

const notEmpty = (folder: string, found: string): StoreFailure =>
  new StoreFailure(
    'DEMO_FOLDER_NOT_EMPTY',
    bilingual(
      `要求把数据目录 ${folder} 标记为演示用；其中已有文件（${found}）。未作任何改动。请将 DATA_DIR 指向一个新的空目录。`,
      `Asked to stamp the data folder ${folder} as a demo; it already holds files (${found}). Nothing was changed. Point DATA_DIR at a new empty folder.`,
    ),
    { folder, found },
  );

const unreadable = (folder: string, text: string): StoreFailure =>
  new StoreFailure(
    'DATA_FOLDER_DAMAGED',
    bilingual(
      `要求读取演示目录 ${folder} 的时钟记录；文件 ${STAMP_FILE} 的内容不是时刻。未删除任何文件。请恢复该文件，或将 DATA_DIR 指向一个新的空目录。`,
      `Asked to read the clock of the demo folder ${folder}; its file ${STAMP_FILE} holds no instant. Nothing was deleted. Restore the file, or point DATA_DIR at a new empty folder.`,
    ),
    { folder },
    new Error(text.slice(0, 80)),
  );
