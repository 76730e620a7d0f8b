import { createPublicKey, type JsonWebKey, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { importJWK, type JWK } from 'jose';
import { bilingual } from '../../policy/bilingual.js';
import { StartFailure } from '../start-failure.js';
import type { SigningAlgorithm, TrustedKeys } from './trusted-keys.js';

const RSA_BITS_MIN = 2048;

/**
 * The one public key in a file (PEM or JWK), whose kind settles the only algorithm that is accepted. Throws a StartFailure naming
 * AUTH_PUBLIC_KEY_FILE when the file cannot be read, holds a private key or a shared secret, or a key of another kind.
 * Source: our design, docs/decisions/0010-callers.md
 */
export async function readPublicKeyFile(path: string, issuer: string, audience: string): Promise<TrustedKeys> {
  const key = publicKeyOf(path, textOf(path));
  const algorithm = algorithmOf(key);
  if (algorithm === null) throw refused(path, '密钥种类不被接受', 'the kind of key is not accepted');
  const publicKey = await importJWK(key.export({ format: 'jwk' }) as JWK, algorithm);
  return { issuer, audience, algorithms: [algorithm], keyOf: async () => publicKey };
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? 'UNKNOWN';
    throw refused(path, `读不到文件（${reason}）`, `the file cannot be read (${reason})`);
  }
}

function publicKeyOf(path: string, text: string): KeyObject {
  const jwk = text.startsWith('{') ? jwkOf(text) : null;
  // Node would derive the public key from a private one; but a private key has no business on this machine.
  if (text.includes('PRIVATE KEY') || (jwk !== null && 'd' in jwk)) throw refused(path, '文件里是私钥', 'the file holds a private key');
  try {
    return jwk === null ? createPublicKey(text) : createPublicKey({ key: jwk, format: 'jwk' });
  } catch {
    // OpenSSL's own words would help nobody.
    throw refused(path, '文件里不是公钥', 'the file does not hold a public key');
  }
}

function jwkOf(text: string): JsonWebKey {
  try {
    return JSON.parse(text) as JsonWebKey;
  } catch {
    // An empty key is refused like any other that is none.
    return {};
  }
}

function algorithmOf({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject): SigningAlgorithm | null {
  if (asymmetricKeyType === 'ed25519') return 'EdDSA';
  if (asymmetricKeyType === 'ec' && asymmetricKeyDetails?.namedCurve === 'prime256v1') return 'ES256';
  return asymmetricKeyType === 'rsa' && (asymmetricKeyDetails?.modulusLength ?? 0) >= RSA_BITS_MIN ? 'RS256' : null;
}

const refused = (path: string, zh: string, en: string): StartFailure =>
  new StartFailure(
    bilingual(
      `环境变量 AUTH_PUBLIC_KEY_FILE 指向 ${path}：${zh}；应为 PEM 或 JWK 格式的 Ed25519、P-256 或不短于 ${RSA_BITS_MIN} 位的 RSA 公钥。`,
      `Environment variable AUTH_PUBLIC_KEY_FILE is ${path}: ${en}; allowed is a public key in PEM or JWK, Ed25519, P-256 or RSA with at least ${RSA_BITS_MIN} bits.`,
    ),
  );
