import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CryptoKey, importJWK, type JWK } from 'jose';
import { bilingual } from '../../policy/bilingual.js';
import { TOKEN_KEY_FILE } from '../../store/embedded/our-files.js';
import { makeFolder } from '../../store/embedded/make-folder.js';
import { StartFailure } from '../start-failure.js';
import type { TrustedKeys } from './trusted-keys.js';

/** The key pair with which one data folder's own tokens are signed and verified. */
export interface LocalTokenKey {
  readonly privateKey: CryptoKey;
  readonly trusted: TrustedKeys;
}

export const LOCAL_ALGORITHM = 'ES256';
const LOCAL_ISSUER = 'urn:liaoning-training-subsidy:local';
const AUDIENCE = 'liaoning-training-subsidy';
const OWNER_ONLY = 0o600;

/**
 * The key pair of a data folder, made when there is none, in a file that only its owner may read. Whoever reads that file can sign any token, so it
 * serves development alone. Throws a StartFailure when the file cannot be made or does not hold a key.
 * Source: our design, docs/decisions/0010-callers.md
 */
export async function openLocalTokenKey(folder: string): Promise<LocalTokenKey> {
  const path = join(folder, TOKEN_KEY_FILE);
  const { d, ...open } = readOrMake(folder, path);
  try {
    if (d === undefined) throw new TypeError('no private part');
    const privateKey = await importJWK({ ...open, d }, LOCAL_ALGORITHM);
    const publicKey = await importJWK(open, LOCAL_ALGORITHM);
    if (privateKey instanceof Uint8Array || publicKey instanceof Uint8Array) throw new TypeError('a shared secret');
    const trusted: TrustedKeys = { issuer: LOCAL_ISSUER, audience: AUDIENCE, algorithms: [LOCAL_ALGORITHM], keyOf: async () => publicKey };
    return { privateKey, trusted };
  } catch {
    // What is wrong with a private key is not repeated: the text could hold a part of it.
    throw unusable(path);
  }
}

function readOrMake(folder: string, path: string): JWK {
  try {
    return jwkOf(path, readOrNull(path) ?? made(folder, path));
  } catch (error) {
    if (error instanceof StartFailure) throw error;
    throw notWritable(path, (error as NodeJS.ErrnoException).code ?? 'UNKNOWN');
  }
}

/** The file is complete before its name exists; of two starts at once the first one's key stays. */
function made(folder: string, path: string): string {
  makeFolder(folder);
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const draft = join(folder, `.${TOKEN_KEY_FILE}.${randomUUID()}`);
  try {
    writeFileSync(draft, `${JSON.stringify(privateKey.export({ format: 'jwk' }))}\n`, { mode: OWNER_ONLY, flag: 'wx' });
    linkSync(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return readFileSync(path, 'utf8');
}

function readOrNull(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

function jwkOf(path: string, text: string): JWK {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return value;
  } catch {
    // JSON.parse quotes the text, which holds a private key.
  }
  throw unusable(path);
}

const unusable = (path: string): StartFailure =>
  new StartFailure(
    bilingual(
      `本地令牌密钥文件 ${path} 不是 P-256 私钥（JWK）。请删除该文件，下次启动会重新生成；用旧密钥签发的令牌随之失效。`,
      `The local token key file ${path} does not hold a private P-256 key (JWK). Delete it, and the next start makes a new one; tokens signed with the old key end with it.`,
    ),
  );

const notWritable = (path: string, reason: string): StartFailure =>
  new StartFailure(
    bilingual(
      `无法读取或生成本地令牌密钥文件 ${path}（${reason}）。请检查 DATA_DIR 的权限，或设置 AUTH_PUBLIC_KEY_FILE 或 AUTH_JWKS_URL 改用签发者的公钥。`,
      `The local token key file ${path} can be neither read nor made (${reason}). Check the permissions of DATA_DIR, or set AUTH_PUBLIC_KEY_FILE or AUTH_JWKS_URL to use an issuer’s public keys.`,
    ),
  );
