import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { SignJWT } from 'jose';
import type { TrustedKeys } from '../../../src/http/tokens/trusted-keys.js';

export const ISSUER = 'https://login.example.org/';
export const AUDIENCE = 'places';

const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });

/** The key that signs the tokens of the tests. */
export const SIGNING_KEY: KeyObject = privateKey;
export const PUBLIC_KEY: KeyObject = publicKey;

/** Believes what SIGNING_KEY signs. */
export const TEST_KEYS: TrustedKeys = { issuer: ISSUER, audience: AUDIENCE, algorithms: ['ES256'], keyOf: async () => publicKey };

export interface TokenOptions {
  /** Claims that stand instead of those of the good token, or are left out of it when undefined. */
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly key?: KeyObject;
  readonly header?: { readonly alg: string; readonly kid?: string };
  /** When it is signed. */
  readonly at?: Date;
}

/** A token of a finance officer of Shenyang for an hour, good but for what is said otherwise. */
export function tokenOf({
  claims = {},
  key = SIGNING_KEY,
  header = { alg: 'ES256' },
  at = new Date(),
}: TokenOptions = {}): Promise<string> {
  const now = Math.floor(at.getTime() / 1000);
  const good = {
    iss: ISSUER,
    aud: AUDIENCE,
    sub: 'li-na',
    jti: 'token-1',
    iat: now,
    exp: now + 3600,
    roles: ['FINANCE_OFFICER'],
    regions: ['LN-210100'],
  };
  const payload = Object.fromEntries(Object.entries({ ...good, ...claims }).filter(([, value]) => value !== undefined));
  return new SignJWT(payload).setProtectedHeader(header).sign(key);
}

/** The header that carries a token. */
export const bearer = (token: string): Record<string, string> => ({ authorization: `Bearer ${token}` });
