import { randomUUID } from 'node:crypto';
import { closeSync, constants, copyFileSync, fsyncSync, linkSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

const OWNER_ONLY = 0o600;
/** What file systems say that know no hard links; copying under the exclusive flag is the next best thing there. */
const WITHOUT_LINKS = new Set(['EPERM', 'ENOTSUP', 'ENOSYS']);

/**
 * Writes a file that only its owner may read, unless there is one: it appears under its name only when it is whole, and of two starts at once the first one's file
 * stays. Throws what the operating system says.
 * Source: our design, docs/decisions/0012-identities.md
 */
export function putUnlessThere(path: string, text: string): void {
  const draft = join(dirname(path), `.${basename(path)}.${randomUUID()}`);
  try {
    writeDurably(draft, text);
    linkSync(draft, path);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (code === 'EEXIST') return;
    if (!WITHOUT_LINKS.has(code)) throw error;
    copyFileSync(draft, path, constants.COPYFILE_EXCL);
  } finally {
    rmSync(draft, { force: true });
  }
  if (process.platform !== 'win32') syncFolder(dirname(path));
}

function writeDurably(path: string, text: string): void {
  const descriptor = openSync(path, 'wx', OWNER_ONLY);
  try {
    writeFileSync(descriptor, text);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function syncFolder(folder: string): void {
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
