import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a folder and its missing parents one by one: on file systems such as /proc the recursive mkdir of Node tries for ever. Throws what the
 * operating system says.
 * Source: our design, docs/decisions/0002-embedded-database.md
 */
export const makeFolder = (folder: string): void => {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    if (!existsSync(folder)) throw error; // where it exists now, another start has made it in between
  }
};
