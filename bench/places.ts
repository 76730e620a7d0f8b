import { createRequire } from 'node:module';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The built programs, beside the one that runs. */
export const builtFolder = new URL('../', import.meta.url);

/** The project, in which the built folder stands. */
const projectFolder = new URL('../', builtFolder);

/** The path of a built program, such as `src/main.js`. */
export const builtProgram = (path: string): string => fileURLToPath(new URL(path, builtFolder));

/** The path of a file of the project that is not built. */
export const projectFile = (path: string): string => fileURLToPath(new URL(path, projectFolder));

/** Whether Node finds a package from a file of the project. */
export function isInstalled(name: string, from: string): boolean {
  try {
    createRequire(from).resolve(name);
    return true;
  } catch {
    // Node finds it nowhere above that file.
    return false;
  }
}

/** Gives a fresh folder for as long as `use` runs. */
export async function withTemporaryFolder<Result>(use: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'subsidy-bench-'));
  // A server that was just killed may still be writing its last file.
  const remove = (): void => rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  process.once('exit', remove);
  try {
    return await use(folder);
  } finally {
    process.removeListener('exit', remove);
    remove();
  }
}
