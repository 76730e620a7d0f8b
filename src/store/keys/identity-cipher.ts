import { createCipheriv, createDecipheriv, type KeyObject, randomBytes } from 'node:crypto';
import { identityUnreadable } from './key-failure.js';
import type { KeyRing } from './key-ring.js';

const ALGORITHM = 'aes-256-gcm';
/** The layout below: format, key version (2 bytes), nonce (12), ciphertext, tag (16). */
const FORMAT = 1;
const HEADER_LENGTH = 3;
const NONCE_LENGTH = 12;
const TAG_LENGTH = 16;
const TEXT_AT = HEADER_LENGTH + NONCE_LENGTH;

/**
 * A text encrypted with the newest key. `context` says what it is and whose, such as `person:name:12`, and is bound to it: under another context
 * it does not open, so rows cannot be swapped. Nonces are random; a key is good for four thousand million texts.
 * Source: NIST SP 800-38D; our design, docs/decisions/0012-identities.md
 */
export function encrypt(keyRing: KeyRing, plaintext: string, context: string): Buffer {
  const key = keyOf(keyRing, keyRing.newestVersion, context);
  const header = Buffer.alloc(HEADER_LENGTH);
  header.writeUInt8(FORMAT, 0);
  header.writeUInt16BE(keyRing.newestVersion, 1);
  const nonce = randomBytes(NONCE_LENGTH);
  const cipher = createCipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_LENGTH }).setAAD(boundTo(header, context));
  const text = Buffer.concat([cipher.update(plaintext, 'utf8'), cipher.final()]);
  return Buffer.concat([header, nonce, text, cipher.getAuthTag()]);
}

/**
 * The text that was encrypted under this context. Throws IDENTITY_UNREADABLE for a key version that the ring does not hold, another context, and
 * bytes that were changed or cut.
 * Source: NIST SP 800-38D; our design, docs/decisions/0012-identities.md
 */
export function decrypt(keyRing: KeyRing, encrypted: Buffer, context: string): string {
  const key = keyOf(keyRing, keyVersionOf(encrypted, context), context);
  const tagAt = encrypted.length - TAG_LENGTH;
  const decipher = createDecipheriv(ALGORITHM, key, encrypted.subarray(HEADER_LENGTH, TEXT_AT), { authTagLength: TAG_LENGTH });
  decipher.setAAD(boundTo(encrypted.subarray(0, HEADER_LENGTH), context)).setAuthTag(encrypted.subarray(tagAt));
  const text = decipher.update(encrypted.subarray(TEXT_AT, tagAt));
  try {
    return Buffer.concat([text, decipher.final()]).toString('utf8');
  } catch {
    // The library only says that the tag does not fit; the failure says what that means.
    throw identityUnreadable(context, '内容被改动过，或属于另一处', 'it was changed, or belongs elsewhere');
  }
}

/**
 * The same text under the newest key: the bytes themselves where they are already. Throws IDENTITY_UNREADABLE.
 * Source: our design, docs/decisions/0012-identities.md
 */
export const reencrypt = (keyRing: KeyRing, encrypted: Buffer, context: string): Buffer =>
  keyVersionOf(encrypted, context) === keyRing.newestVersion ? encrypted : encrypt(keyRing, decrypt(keyRing, encrypted, context), context);

/** The context of a column of `person`. Source: our design, docs/decisions/0012-identities.md */
export const personContext = (column: 'name' | 'number', id: string): string => `person:${column}:${id}`;

/** The context of the number of a payee account. Source: our design, docs/decisions/0012-identities.md */
export const payeeContext = (id: string): string => `payee-account:number:${id}`;

function keyVersionOf(encrypted: Buffer, context: string): number {
  if (encrypted.length >= TEXT_AT + TAG_LENGTH && encrypted[0] === FORMAT) return encrypted.readUInt16BE(1);
  throw identityUnreadable(context, '内容不完整，或格式不明', 'it is not whole, or of an unknown format');
}

function keyOf(keyRing: KeyRing, version: number, context: string): KeyObject {
  const key = keyRing.dataKeys.get(version);
  if (key !== undefined) return key;
  const known = [...keyRing.dataKeys.keys()].join(', ');
  throw identityUnreadable(
    context,
    `它用版本 ${version} 的密钥写成，现有版本为 ${known}`,
    `it needs key version ${version}, and there are ${known}`,
  );
}

/** The header is bound too, so that no byte can change unseen. */
const boundTo = (header: Buffer, context: string): Buffer => Buffer.concat([header, Buffer.from(context, 'utf8')]);
