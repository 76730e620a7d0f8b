import type { Clock } from '../operations/clock.js';
import type { Actor } from '../policy/access/actor.js';
import { bilingual } from '../policy/bilingual.js';
import type { Refusal } from './answer.js';
import { BoundedMap } from './bounded-map.js';
import { tokenRefusal } from './tokens/token-refusal.js';
import type { TrustedKeys } from './tokens/trusted-keys.js';
import { verifyToken } from './tokens/verify-token.js';

/** Who sends a request: an actor, nobody in particular (null), or somebody whose token is not believed. */
export type Authenticated =
  | { readonly kind: 'known'; readonly actor: Actor | null }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

export interface AuthenticatorOptions {
  readonly trusted: TrustedKeys;
  /** The time of day; a clock that a demonstration moves would make good tokens expire. */
  readonly clock: Clock;
  /** Whether a token was revoked, by its `jti`; asked on every use of a token. */
  readonly isRevoked: (tokenId: string) => boolean;
}

/** Tells from an Authorization header who asks. */
export interface Authenticator {
  /** What is known without verifying anything: no header, a header that cannot be right, a token verified lately. Null: verify it. */
  recall(header: string | undefined): Authenticated | null;
  /** Verifies the token of a header. Rejects only on a bug. */
  verify(header: string): Promise<Authenticated>;
}

interface Remembered {
  readonly answer: Authenticated;
  readonly tokenId: string;
  readonly untilMs: number;
}

const TOKENS_MAX = 2_000;
/** Longer than any token that our claims make. */
const HEADER_LENGTH_MAX = 4_096;
/** A token is verified again after this time, so that a key that its issuer has withdrawn ceases to be believed. */
const REMEMBERED_MS_MAX = 600_000;
const BEARER = /^Bearer +([\w-]+\.[\w-]+\.[\w-]+) *$/iu;

/**
 * An authenticator that trusts the given keys. A verified token is remembered by its text until it expires, ten minutes at most; its revocation is
 * asked on each use. A request without the header is anonymous; one whose token is not believed is refused, never taken for anonymous.
 * Source: our design, docs/decisions/0010-callers.md
 */
export function createAuthenticator({ trusted, clock, isRevoked }: AuthenticatorOptions): Authenticator {
  const remembered = new BoundedMap<string, Remembered>(TOKENS_MAX);
  const recall = (header: string | undefined): Authenticated | null => {
    if (header === undefined) return ANONYMOUS;
    const known = remembered.get(header);
    if (known !== undefined && clock().getTime() < known.untilMs) return isRevoked(known.tokenId) ? REVOKED : known.answer;
    return isBearer(header) ? null : NOT_BEARER;
  };
  const verify = async (header: string): Promise<Authenticated> => {
    const now = clock();
    const verified = await verifyToken(BEARER.exec(header)?.[1] ?? '', trusted, now);
    if (verified.kind === 'refused') return verified;
    const { actor, tokenId, validUntilMs } = verified;
    if (isRevoked(tokenId)) return REVOKED;
    const answer: Authenticated = { kind: 'known', actor };
    remembered.set(header, { answer, tokenId, untilMs: Math.min(validUntilMs, now.getTime() + REMEMBERED_MS_MAX) });
    return answer;
  };
  return { recall, verify };
}

const isBearer = (header: string): boolean => header.length <= HEADER_LENGTH_MAX && BEARER.test(header);

const ANONYMOUS: Authenticated = { kind: 'known', actor: null };

const NOT_BEARER: Authenticated = {
  kind: 'refused',
  refusal: tokenRefusal(
    bilingual(
      'Authorization 请求头应为 Bearer 加一个签名的 JWT；不需要令牌的查询请不要带此请求头。',
      'The Authorization header must be Bearer and a signed JWT; leave it out for queries that need no token.',
    ),
  ),
};

const REVOKED: Authenticated = {
  kind: 'refused',
  refusal: tokenRefusal(bilingual('令牌已被撤销；请取得新的令牌。', 'The token has been revoked; get a new one.'), 'jti'),
};
