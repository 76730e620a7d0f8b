import { jwtVerify, type JWTPayload } from 'jose';
import type { Actor } from '../../policy/access/actor.js';
import { type Bilingual, bilingual } from '../../policy/bilingual.js';
import type { Refusal } from '../answer.js';
import { actorOfClaims } from './actor-of-claims.js';
import { refusalOfTokenError, tokenRefusal } from './token-refusal.js';
import type { TrustedKeys } from './trusted-keys.js';

/** Whom a token names and until when, in milliseconds since 1970; or why it is not believed. */
export type VerifiedToken =
  | { readonly kind: 'verified'; readonly actor: Actor; readonly tokenId: string; readonly validUntilMs: number }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** How far the issuer's clock and ours may differ. */
const CLOCK_TOLERANCE_SECONDS = 30;
/** A token is good for a day at most: who loses a role loses it the next day even when nobody revokes the token. */
const HOURS_MAX = 24;
const MAX_AHEAD_SECONDS = HOURS_MAX * 60 * 60 + CLOCK_TOLERANCE_SECONDS;

/**
 * Verifies a signed JWT: signature by a trusted key, issuer, audience, not before, expiry (required, at most 24 hours ahead, 30 seconds of tolerance)
 * and the claims that make the actor. Whether it is revoked is not looked at here. Rejects only on a bug.
 * Source: our design, docs/decisions/0010-callers.md
 */
export async function verifyToken(token: string, trusted: TrustedKeys, now: Date): Promise<VerifiedToken> {
  const payload = await payloadOf(token, trusted, now);
  if ('refusal' in payload) return { kind: 'refused', refusal: payload.refusal };
  const expiresAt = payload.claims.exp ?? 0;
  if (expiresAt > now.getTime() / 1000 + MAX_AHEAD_SECONDS) return { kind: 'refused', refusal: TOO_LONG };
  const claimed = actorOfClaims(payload.claims);
  if (claimed.kind === 'wrong') return { kind: 'refused', refusal: tokenRefusal(withAdvice(claimed.text), claimed.claim) };
  const validUntilMs = (expiresAt + CLOCK_TOLERANCE_SECONDS) * 1000;
  return { kind: 'verified', actor: claimed.actor, tokenId: claimed.tokenId, validUntilMs };
}

type Payload = { readonly claims: JWTPayload } | { readonly refusal: Refusal };

async function payloadOf(token: string, { issuer, audience, algorithms, keyOf }: TrustedKeys, now: Date): Promise<Payload> {
  try {
    const options = { issuer, audience, algorithms: [...algorithms], requiredClaims: ['exp'], clockTolerance: CLOCK_TOLERANCE_SECONDS };
    return { claims: (await jwtVerify(token, keyOf, { ...options, currentDate: now })).payload };
  } catch (error) {
    const refusal = refusalOfTokenError(error);
    if (refusal === null) throw error;
    return { refusal };
  }
}

const withAdvice = ({ zh, en }: Bilingual): Bilingual => bilingual(`${zh}请向签发者要新的令牌。`, `${en} Ask the issuer for a new token.`);

const TOO_LONG = tokenRefusal(
  bilingual(
    `令牌的有效期（exp）超过从现在起 ${HOURS_MAX} 小时；请取得有效期较短的令牌。`,
    `The token is valid (exp) for more than ${HOURS_MAX} hours from now; get one that expires earlier.`,
  ),
  'exp',
);
