import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { join, resolve } from 'node:path';
import { bilingual } from '../../policy/bilingual.js';
import { canonicalText, sha256 } from '../../policy/canonical.js';
import { asFolderFailure, QUOTE_KEY_FILE } from '../embedded/data-folder.js';
import { makeFolder } from '../embedded/make-folder.js';
import { StoreFailure } from '../store-failure.js';
import { readIfThere } from './keys-file.js';
import { putUnlessThere } from './put-unless-there.js';

/** Where the keys of quotes come from. */
export interface QuoteKeyConfiguration {
  /** QUOTE_KEY: Ed25519 keys in PEM, of which the first is private and signs; null when unset. */
  readonly quoteKey: string | null;
  /** MODE=production: only a key that somebody chose and keeps elsewhere will do. */
  readonly isProduction: boolean;
  /** DATA_DIR: where an installation without the variable keeps its own key. */
  readonly dataFolder: string;
}

/** A public key that quotes are verified with. */
export interface QuotePublicKey {
  /** thumbprint by RFC 7638, which tokens name as `kid` */
  readonly id: string;
  readonly key: KeyObject;
  /** the point of the key, as a JSON Web Key has it */
  readonly x: string;
}

/** The key that signs quotes, and those that verify them: its own and former ones. Key objects show nothing of a key when they are logged. */
export interface QuoteKeys {
  readonly signing: { readonly id: string; readonly key: KeyObject };
  readonly verifying: ReadonlyMap<string, QuotePublicKey>;
}

const VARIABLE = 'QUOTE_KEY';
const BLOCK = /-----BEGIN ([A-Z ]+)-----[\s\S]*?-----END \1-----/gu;

/**
 * The keys of quotes: those of QUOTE_KEY, or outside production the one in `quote-key.pem` of the data folder, made on the first start and readable by its owner only.
 * Former keys may stand behind the first one, as private or public keys: they verify and do not sign. Throws QUOTE_KEY_MISSING, QUOTE_KEY_INVALID,
 * DATA_FOLDER_NOT_WRITABLE; none shows a key.
 * Source: our design, docs/decisions/0021-quotes.md
 */
export function readQuoteKeys({ quoteKey, isProduction, dataFolder }: QuoteKeyConfiguration): QuoteKeys {
  if (quoteKey !== null) return keysOf(quoteKey, VARIABLE);
  if (isProduction) throw missing();
  const folder = resolve(dataFolder);
  const path = join(folder, QUOTE_KEY_FILE);
  try {
    return keysOf(readIfThere(path) ?? madeIn(folder, path), path);
  } catch (error) {
    throw asFolderFailure(folder, error);
  }
}

function madeIn(folder: string, path: string): string {
  makeFolder(folder);
  const { privateKey } = generateKeyPairSync('ed25519');
  putUnlessThere(path, privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
  return readIfThere(path) ?? '';
}

function keysOf(text: string, source: string): QuoteKeys {
  // A variable on one line has its line ends written as \n.
  const blocks = [...text.replaceAll(String.raw`\n`, '\n').matchAll(BLOCK)].map(([block]) => block);
  const [first] = blocks;
  if (first === undefined) throw invalid(source, '其中没有 PEM 密钥', 'it holds no key in PEM');
  const signing = privateKeyOf(first, source);
  const verifying = blocks.map((block) => publicKeyOf(block, source));
  const [own] = verifying;
  if (own === undefined || new Set(verifying.map(({ id }) => id)).size < verifying.length)
    throw invalid(source, '同一密钥出现两次', 'one key stands there twice');
  return { signing: { id: own.id, key: signing }, verifying: new Map(verifying.map((key) => [key.id, key])) };
}

function privateKeyOf(block: string, source: string): KeyObject {
  try {
    return createPrivateKey(block);
  } catch {
    // OpenSSL's own words would help nobody, and what is wrong with a private key is not repeated.
    throw invalid(source, '第 1 个密钥不是 PKCS#8 私钥', 'its first key is no private key in PKCS#8');
  }
}

function publicKeyOf(block: string, source: string): QuotePublicKey {
  const key = readPublicKey(block);
  const { kty, crv, x } = key?.asymmetricKeyType === 'ed25519' ? key.export({ format: 'jwk' }) : {};
  if (key === null || x === undefined) throw invalid(source, '其中有的密钥不是 Ed25519', 'one of its keys is not Ed25519');
  return { id: Buffer.from(sha256(canonicalText({ crv, kty, x })), 'hex').toString('base64url'), key, x };
}

function readPublicKey(block: string): KeyObject | null {
  try {
    return createPublicKey(block);
  } catch {
    // Told as an invalid key by the caller.
    return null;
  }
}

const missing = (): StoreFailure =>
  new StoreFailure(
    'QUOTE_KEY_MISSING',
    bilingual(
      `MODE=production 要求由运营单位自行保管的报价签名密钥；未设置 ${VARIABLE}。请设为 PKCS#8 PEM 格式的 Ed25519 私钥（可用 openssl genpkey -algorithm ed25519 生成）；数据目录中自动生成的 ${QUOTE_KEY_FILE} 不会被采用。`,
      `MODE=production asks for a key that signs quotes and that the operator keeps; ${VARIABLE} not set. Set it to a private Ed25519 key in PKCS#8 PEM (as openssl genpkey -algorithm ed25519 makes it); a generated ${QUOTE_KEY_FILE} in the data folder is not used.`,
    ),
  );

const invalid = (source: string, foundZh: string, foundEn: string): StoreFailure =>
  new StoreFailure(
    'QUOTE_KEY_INVALID',
    bilingual(
      `要求读取 ${source} 中的报价签名密钥；${foundZh}。应为一个或多个 PEM 格式的 Ed25519 密钥，第一个须为 PKCS#8 私钥，用于签名；其后的只用于核对。请更正，或从备份恢复。`,
      `Asked to read the keys of quotes in ${source}; ${foundEn}. Allowed are Ed25519 keys in PEM, the first of them private (PKCS#8), which signs; those behind it only verify. Correct it or restore it from a backup.`,
    ),
    { source },
  );
