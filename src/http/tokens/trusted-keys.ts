import type { JWTVerifyGetKey } from 'jose';

/** Whose tokens are believed: the issuer, the audience that they must be made for, and the keys that they must be signed with. */
export interface TrustedKeys {
  readonly issuer: string;
  readonly audience: string;
  readonly algorithms: readonly SigningAlgorithm[];
  /** Gives the key that a token's header names. Rejects with KeysUnavailable when the keys cannot be read now. */
  readonly keyOf: JWTVerifyGetKey;
}

/**
 * Signatures that are accepted: all with a public key, so that what verifies cannot sign. HS256 and `none` are not among them.
 * Source: our design, docs/decisions/0010-callers.md
 */
export const SIGNING_ALGORITHMS = ['EdDSA', 'ES256', 'RS256'] as const;

export type SigningAlgorithm = (typeof SIGNING_ALGORITHMS)[number];
