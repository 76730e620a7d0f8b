import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { asFolderFailure } from '../embedded/data-folder.js';
import { KEYS_FILE } from '../embedded/our-files.js';
import { makeFolder } from '../embedded/make-folder.js';
import { HASH_KEY_VARIABLE, KEYS_VARIABLE, keysInvalid } from './key-failure.js';
import { newKeyText } from './key-text.js';
import { putUnlessThere } from './put-unless-there.js';

/** The texts of the keys, as the two variables would hold them, and the file that they came from. */
export interface KeyTexts {
  readonly identityKeys: string;
  readonly identityHashKey: string;
  readonly source: string;
}

const content = z.object({ [KEYS_VARIABLE]: z.string(), [HASH_KEY_VARIABLE]: z.string() });

/**
 * The keys that an installation without the two variables keeps in `keys.json` of its data folder; made on the first start, readable by its owner
 * only. Back the file up with the folder or the database: without it no stored name or number can be read again. Of two first starts at once one
 * makes the keys and both use them. Throws KEYS_INVALID for a damaged file, DATA_FOLDER_NOT_WRITABLE.
 * Source: our design, docs/decisions/0012-identities.md
 */
export function readKeysFile(dataFolder: string): KeyTexts {
  const folder = resolve(dataFolder);
  const path = join(folder, KEYS_FILE);
  try {
    return parse(readIfThere(path) ?? makeKeysFile(folder, path), path);
  } catch (error) {
    throw asFolderFailure(folder, error);
  }
}

/** What stands in a file, or null where there is none. Throws what the operating system says. */
export function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

function makeKeysFile(folder: string, path: string): string {
  makeFolder(folder);
  putUnlessThere(path, `${JSON.stringify({ [KEYS_VARIABLE]: newKeyText(), [HASH_KEY_VARIABLE]: newKeyText() }, null, 2)}\n`);
  return readFileSync(path, 'utf8');
}

/** What the parser of JSON says about a damaged file repeats part of it, so it is not kept as a cause. */
function parse(text: string, path: string): KeyTexts {
  const parsed = content.safeParse(jsonOf(text));
  if (!parsed.success) throw keysInvalid(path, '文件已损坏', 'the file is damaged');
  return { identityKeys: parsed.data[KEYS_VARIABLE], identityHashKey: parsed.data[HASH_KEY_VARIABLE], source: path };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Told as a damaged file by the caller.
    return null;
  }
}
