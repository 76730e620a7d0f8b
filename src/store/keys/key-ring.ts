import type { KeyObject } from 'node:crypto';
import type { KeyConfiguration } from './key-configuration.js';
import { HASH_KEY_VARIABLE, KEYS_VARIABLE, keysInvalid, keysMissing } from './key-failure.js';
import { parseKeys } from './key-text.js';
import { type KeyTexts, readKeysFile } from './keys-file.js';

/** The keys of the stored identities. They stay inside their key objects: neither a log nor JSON shows them. */
export interface KeyRing {
  /** Keys of AES-256-GCM by version; all of them decrypt. */
  readonly dataKeys: ReadonlyMap<number, KeyObject>;
  /** The largest version: the one that encrypts. */
  readonly newestVersion: number;
  /** The key of HMAC-SHA256 that makes numbers comparable. It outlives the data keys: under another one no person would be found again. */
  readonly hashKey: KeyObject;
}

/**
 * The keys that a configuration describes: those of IDENTITY_KEYS and IDENTITY_HASH_KEY where they are set, else, outside production, those of
 * `keys.json` in the data folder, which is made on the first start. With the embedded database call this after it is open, so that nothing is
 * written into a folder that it refuses. Throws KEYS_MISSING, KEYS_INVALID and DATA_FOLDER_NOT_WRITABLE; none shows a key.
 * Source: our design, docs/decisions/0012-identities.md
 */
export function readKeyRing(configuration: KeyConfiguration): KeyRing {
  const { identityKeys, identityHashKey, source } = textsOf(configuration);
  const dataKeys = parseKeys(identityKeys, source ?? KEYS_VARIABLE);
  const hashKeys = parseKeys(identityHashKey, source ?? HASH_KEY_VARIABLE);
  const [hashKey] = hashKeys.values();
  if (hashKey === undefined || hashKeys.size > 1) {
    throw keysInvalid(
      source ?? HASH_KEY_VARIABLE,
      `${HASH_KEY_VARIABLE} 有 ${hashKeys.size} 个密钥，只能有一个`,
      `${HASH_KEY_VARIABLE} holds ${hashKeys.size} keys instead of one`,
    );
  }
  return { dataKeys, newestVersion: Math.max(...dataKeys.keys()), hashKey };
}

function textsOf({ identityKeys, identityHashKey, isProduction, dataFolder }: KeyConfiguration): Omit<KeyTexts, 'source'> & {
  readonly source: string | null;
} {
  if (identityKeys !== null && identityHashKey !== null) return { identityKeys, identityHashKey, source: null };
  if (identityKeys === null && identityHashKey === null && !isProduction) return readKeysFile(dataFolder);
  if (identityKeys !== null) throw keysMissing([HASH_KEY_VARIABLE], isProduction);
  throw keysMissing(identityHashKey === null ? [KEYS_VARIABLE, HASH_KEY_VARIABLE] : [KEYS_VARIABLE], isProduction);
}
