import type { KeyConfiguration } from '../../../src/store/keys/key-configuration.js';
import { readKeyRing, type KeyRing } from '../../../src/store/keys/key-ring.js';
import { StoreFailure } from '../../../src/store/store-failure.js';

/** A key of 32 equal bytes, as a variable would hold it. */
export const keyText = (byte: number): string => Buffer.alloc(32, byte).toString('base64');

export const HASH_KEY = `1:${keyText(9)}`;

export const configurationOf = (changes: Partial<KeyConfiguration> = {}): KeyConfiguration => ({
  identityKeys: null,
  identityHashKey: null,
  isProduction: false,
  dataFolder: '/dev/null/no-folder',
  ...changes,
});

/** The ring of some versions; the key of version n is made of n times the byte n. */
export const ringOf = (versions: readonly number[], identityHashKey: string = HASH_KEY): KeyRing => {
  const identityKeys = versions.map((version) => `${version}:${keyText(version)}`).join(',');
  return readKeyRing(configurationOf({ identityKeys, identityHashKey, isProduction: true }));
};

/** The StoreFailure that a call throws. */
export const storeFailureOf = (call: () => unknown): StoreFailure => {
  try {
    call();
  } catch (error) {
    if (error instanceof StoreFailure) return error;
    throw error;
  }
  throw new Error('expected a StoreFailure, got an answer');
};
