import { createHmac, randomBytes } from 'node:crypto';
import { invariant } from '../../money/invariant.js';
import type { IdentityDocumentType } from '../../policy/identity-document.js';
import { isIdentityNumber } from '../../policy/identity-number.js';
import type { KeyRing } from './key-ring.js';

const SALT_LENGTH = 32;
/** One register for all documents that carry an 18-character identity number. */
const IDENTITY_NUMBERS = 'GB11643';

/**
 * What makes a person unique in the province: the HMAC-SHA256 of the number in its one written form, 64 hexadecimal digits. A number of the form of
 * GB 11643 counts as the same whatever type of document it came under, so that another type makes no second person of one. The data keys have no
 * part in it; without the hash key the few million possible numbers cannot be tried.
 * Source: our design, docs/decisions/0012-identities.md
 */
export function identityHash(keyRing: KeyRing, documentType: IdentityDocumentType, normalisedNumber: string): string {
  const register = isIdentityNumber(normalisedNumber) ? IDENTITY_NUMBERS : documentType;
  return createHmac('sha256', keyRing.hashKey).update(`identity\n${register}\n${normalisedNumber}`).digest('hex');
}

/** A salt of its own for each person. Source: our design, docs/decisions/0012-identities.md */
export const newSalt = (): Buffer => randomBytes(SALT_LENGTH);

/**
 * How an audit entry names a person: the HMAC-SHA256 of the number under the person's own salt, 64 hexadecimal digits. Once the salt is erased
 * nobody can tell whose it was, and the proof over the entry still holds.
 * Source: our design, docs/decisions/0012-identities.md
 */
export function saltedDigest(salt: Buffer, normalised: string): string {
  invariant(salt.length === SALT_LENGTH, `a salt has ${SALT_LENGTH} bytes`);
  return createHmac('sha256', salt).update(normalised).digest('hex');
}
