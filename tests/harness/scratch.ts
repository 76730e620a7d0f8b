import { accessSync, constants, mkdtempSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Linux keeps this folder in memory, where copying, syncing and deleting a database costs almost nothing. */
const IN_MEMORY = '/dev/shm';
/** What the folders of two test files at once and the template take, many times over. */
const BYTES_LEAST = 2 * 1024 ** 3;

/** A new folder for a test's data: in memory where there is room, else where the system keeps its temporary files. */
export const scratchFolder = (name: string): string => mkdtempSync(join(hasRoomInMemory() ? IN_MEMORY : tmpdir(), `subsidy-${name}-`));

const hasRoomInMemory = (): boolean => {
  try {
    accessSync(IN_MEMORY, constants.W_OK);
    const { bavail, bsize } = statfsSync(IN_MEMORY);
    return bavail * bsize >= BYTES_LEAST;
  } catch {
    // No such folder, or not ours: every system has the other one.
    return false;
  }
};
