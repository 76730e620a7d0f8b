import { errors } from 'jose';
import { type Bilingual, bilingual } from '../../policy/bilingual.js';
import type { Refusal } from '../answer.js';
import { KeysUnavailable } from './keys-unavailable.js';

/**
 * A bearer token that is not believed: 401 with the reason, and the claim where one is at fault. Nothing of the token itself is repeated.
 * Source: our design, docs/decisions/0010-callers.md
 */
export const tokenRefusal = (text: Bilingual, claim: string | null = null): Refusal => ({
  status: 401,
  code: 'UNAUTHENTICATED',
  text,
  facts: claim === null ? {} : { claim },
  headers: { 'www-authenticate': 'Bearer error="invalid_token"' },
});

/**
 * The refusal of a token that jose did not accept; null for an error that is not about the token.
 * Source: our design, docs/decisions/0010-callers.md
 */
export function refusalOfTokenError(error: unknown): Refusal | null {
  if (error instanceof KeysUnavailable) return KEYS_UNAVAILABLE;
  if (error instanceof errors.JWTExpired) return tokenRefusal(TEXTS.expired, 'exp');
  if (error instanceof errors.JWTClaimValidationFailed)
    return tokenRefusal(TEXT_OF_CLAIM[error.claim] ?? claimText(error.claim), error.claim);
  if (error instanceof errors.JOSEAlgNotAllowed || error instanceof errors.JOSENotSupported) return tokenRefusal(TEXTS.algorithm);
  if (error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys) return tokenRefusal(TEXTS.key);
  if (error instanceof errors.JWSSignatureVerificationFailed) return tokenRefusal(TEXTS.signature);
  return error instanceof errors.JOSEError ? tokenRefusal(TEXTS.malformed) : null;
}

const TEXTS = {
  expired: bilingual('令牌已过期；请取得新的令牌。', 'The token has expired; get a new one.'),
  algorithm: bilingual(
    '令牌的签名算法不被接受；只接受 EdDSA、ES256、RS256 之中签发者密钥所用的一种。',
    'The signature algorithm of the token is not accepted; it must be the one of EdDSA, ES256, RS256 that goes with the issuer’s key.',
  ),
  key: bilingual(
    '签发者的公钥中没有令牌所指的一个；请取得新的令牌。',
    'The token does not name exactly one of the issuer’s public keys; get a new one.',
  ),
  signature: bilingual('令牌的签名与内容不符；请取得新的令牌。', 'The signature of the token does not fit its content; get a new one.'),
  malformed: bilingual(
    '令牌不是完整的签名 JWT；请检查复制是否完整。',
    'The token is not a complete signed JWT; check that it was copied whole.',
  ),
} as const;

const TEXT_OF_CLAIM: Readonly<Record<string, Bilingual>> = {
  iss: bilingual(
    '令牌的签发者（iss）不是本服务信任的签发者；请向正确的签发者取得令牌。',
    'The issuer (iss) of the token is not the one that this service trusts; get a token from that one.',
  ),
  aud: bilingual(
    '令牌不是签发给本服务的（aud）；请取得以本服务为受众的令牌。',
    'The token was not made for this service (aud); get one whose audience is this service.',
  ),
  nbf: bilingual(
    '令牌尚未生效（nbf）；请稍后再试，并检查时钟。',
    'The token is not valid yet (nbf); try again later and check the clocks.',
  ),
};

const claimText = (claim: string): Bilingual =>
  bilingual(
    `令牌的声明 ${claim} 缺失或格式不对；请向签发者要新的令牌。`,
    `The claim ${claim} of the token is missing or has the wrong form; ask the issuer for a new token.`,
  );

const KEYS_UNAVAILABLE: Refusal = {
  status: 503,
  code: 'AUTHENTICATION_UNAVAILABLE',
  text: bilingual(
    '暂时无法核验令牌：读不到签发者的公钥。请稍后重试；公开查询可不带令牌。',
    'Tokens cannot be verified now: the public keys of the issuer cannot be read. Try again later; public queries need no token.',
  ),
  headers: { 'retry-after': '5' },
};
