import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { invariant } from '../money/invariant.js';

/** The canonical JSON text of a value by RFC 8785. Amounts must be texts; a number may only be a safe integer. */
export function canonicalText(value: unknown): string {
  const text = canonicalize(value);
  invariant(typeof text === 'string', 'only a JSON value has a canonical text');
  return text;
}

/** SHA-256 of a text's UTF-8 bytes, in lower-case hexadecimal. */
export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
