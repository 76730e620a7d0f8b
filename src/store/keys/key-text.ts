import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import { keysInvalid } from './key-failure.js';

const KEY_LENGTH = 32;
const VERSION_MAX = 65_535;
const VERSION = /^[1-9]\d{0,4}$/;

/**
 * Keys by version, from `1:<base64>,2:<base64>`. Throws KEYS_INVALID naming `source` and the place in the list, never the key.
 * Source: our design, docs/decisions/0012-identities.md
 */
export function parseKeys(text: string, source: string): ReadonlyMap<number, KeyObject> {
  const keys = new Map<number, KeyObject>();
  for (const [index, part] of text.split(',').entries()) {
    const { version, key } = parseKey(part.trim(), source, index + 1);
    if (keys.has(version)) throw keysInvalid(source, `版本 ${version} 出现两次`, `version ${version} stands there twice`);
    keys.set(version, key);
  }
  return keys;
}

/** The text of a new key under version 1. Source: our design, docs/decisions/0012-identities.md */
export const newKeyText = (): string => `1:${randomBytes(KEY_LENGTH).toString('base64')}`;

/** Key objects, unlike bytes, show nothing of the key when they are logged or written as JSON. */
function parseKey(part: string, source: string, position: number): { version: number; key: KeyObject } {
  const [versionText = '', keyText, ...rest] = part.split(':');
  if (keyText === undefined || rest.length > 0 || !VERSION.test(versionText) || Number(versionText) > VERSION_MAX) {
    throw keysInvalid(source, `第 ${position} 项不是“版本号:密钥”`, `item ${position} is not "version:key"`);
  }
  const bytes = Buffer.from(keyText, 'base64');
  if (bytes.toString('base64') !== keyText) {
    throw keysInvalid(source, `第 ${position} 项的密钥不是 base64`, `the key of item ${position} is not base64`);
  }
  if (bytes.length !== KEY_LENGTH) {
    throw keysInvalid(
      source,
      `第 ${position} 项的密钥有 ${bytes.length} 个字节，应有 ${KEY_LENGTH} 个`,
      `the key of item ${position} has ${bytes.length} bytes instead of ${KEY_LENGTH}`,
    );
  }
  return { version: Number(versionText), key: createSecretKey(bytes) };
}
