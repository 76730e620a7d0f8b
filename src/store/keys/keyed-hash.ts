import { createHmac } from 'node:crypto';
import type { KeyRing } from './key-ring.js';

/** Keeps these hashes apart from those of identity numbers, which are made with the same key. */
const DOMAIN = 'request\0';

/**
 * HMAC-SHA256 of a text under the installation's hash key, in lower-case hexadecimal. A plain hash of a request would let anybody try out the identity numbers in it.
 * Source: our design, docs/decisions/0011-places-ledger.md
 */
export const keyedHash = ({ hashKey }: KeyRing, text: string): string =>
  createHmac('sha256', hashKey).update(DOMAIN, 'utf8').update(text, 'utf8').digest('hex');
