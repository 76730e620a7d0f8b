import { createHmac } from 'node:crypto';
import type { KeyRing } from './key-ring.js';

/** Keeps these hashes apart from those of identity numbers and of requests, which are made with the same key. */
const DOMAIN = 'payee-account\n';

/**
 * What makes a bank account number comparable: its HMAC-SHA256 under the hash key, 64 hexadecimal digits.
 * Source: our design, docs/decisions/0012-identities.md
 */
export const accountNumberHash = ({ hashKey }: KeyRing, number: string): string =>
  createHmac('sha256', hashKey).update(`${DOMAIN}${number}`).digest('hex');
