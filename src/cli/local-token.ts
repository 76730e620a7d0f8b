import { randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import { StartFailure } from '../http/start-failure.js';
import { actorOfClaims } from '../http/tokens/actor-of-claims.js';
import { LOCAL_ALGORITHM, type LocalTokenKey } from '../http/tokens/local-token-key.js';
import type { Actor } from '../policy/access/actor.js';

/** What a token for local use shall say. */
export interface LocalTokenRequest {
  readonly person: string;
  readonly roles: readonly string[];
  readonly regions: readonly string[];
  readonly institution: string | null;
  readonly assessmentBody: string | null;
  /** 1 to 24. */
  readonly hours: number;
}

export interface LocalToken {
  readonly token: string;
  readonly actor: Actor;
  readonly expiresAt: Date;
}

/**
 * A token signed with the key of a data folder, and whom it names. Throws a StartFailure when the service would not believe it: an unknown role, or a
 * reach that the roles need or do not take.
 * Source: our design, docs/decisions/0010-callers.md
 */
export async function signLocalToken(
  { hours, person, regions, ...rest }: LocalTokenRequest,
  key: LocalTokenKey,
  now: Date,
): Promise<LocalToken> {
  const issuedAt = Math.floor(now.getTime() / 1000);
  const expiresAt = issuedAt + hours * 60 * 60;
  const { issuer, audience } = key.trusted;
  const reach = regions.length === 0 ? rest : { ...rest, regions };
  const claims = { ...reach, iss: issuer, aud: audience, sub: person, jti: randomUUID(), iat: issuedAt, exp: expiresAt };
  const claimed = actorOfClaims(claims);
  if (claimed.kind === 'wrong') throw new StartFailure(claimed.text);
  const token = await new SignJWT(claims).setProtectedHeader({ alg: LOCAL_ALGORITHM, typ: 'JWT' }).sign(key.privateKey);
  return { token, actor: claimed.actor, expiresAt: new Date(expiresAt * 1000) };
}
