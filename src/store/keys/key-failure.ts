import { bilingual } from '../../policy/bilingual.js';
import { StoreFailure } from '../store-failure.js';

export const KEYS_VARIABLE = 'IDENTITY_KEYS';
export const HASH_KEY_VARIABLE = 'IDENTITY_HASH_KEY';

/**
 * Variables that must be set and are not.
 * Source: our design, docs/decisions/0012-identities.md
 */
export const keysMissing = (missing: readonly [string, ...string[]], isProduction: boolean): StoreFailure => {
  const names = missing.join(', ');
  const asked = isProduction
    ? bilingual('MODE=production 要求由运营单位自行保管的密钥', 'MODE=production asks for keys that the operator keeps')
    : bilingual(
        `要求使用环境变量中的密钥，${KEYS_VARIABLE} 与 ${HASH_KEY_VARIABLE} 须同时设置`,
        `Asked to use the keys of the environment, where ${KEYS_VARIABLE} and ${HASH_KEY_VARIABLE} belong together`,
      );
  return new StoreFailure(
    'KEYS_MISSING',
    bilingual(
      `${asked.zh}；未设置 ${names}。请设为“版本号:密钥”，密钥为 32 个随机字节的 base64（可用 openssl rand -base64 32 生成），例如 ${missing[0]}=1:…；数据目录中自动生成的 keys.json 不会被采用。`,
      `${asked.en}; ${names} not set. Set "version:key", the key being 32 random bytes in base64 (as openssl rand -base64 32 makes them), such as ${missing[0]}=1:...; a generated keys.json in the data folder is not used.`,
    ),
    { missing: names },
  );
};

/**
 * Keys that are damaged, short or given twice. `source` names the variable or the file, `position` the place in its list; no key is shown.
 * Source: our design, docs/decisions/0012-identities.md
 */
export const keysInvalid = (source: string, foundZh: string, foundEn: string): StoreFailure =>
  new StoreFailure(
    'KEYS_INVALID',
    bilingual(
      `要求读取 ${source} 中的密钥；${foundZh}。应为“版本号:密钥”，多个以逗号分隔，版本号为 1 至 65535 且不重复，密钥为 32 个字节的 base64。请更正，或从备份恢复；另造的密钥读不出已保存的身份信息。`,
      `Asked to read the keys in ${source}; ${foundEn}. Allowed is "version:key", several with commas between, versions from 1 to 65535 and none twice, a key being 32 bytes in base64. Correct it or restore it from a backup; keys made anew do not open identities already stored.`,
    ),
    { source },
  );

/**
 * The keys are whole, yet not those that the stored identities were written with.
 * Source: our design, docs/decisions/0012-identities.md
 */
export const keysDoNotFit = (foundZh: string, foundEn: string): StoreFailure =>
  new StoreFailure(
    'KEYS_DO_NOT_FIT',
    bilingual(
      `要求用现有密钥打开已保存的身份信息；${foundZh}。请恢复原来的 ${KEYS_VARIABLE} 和 ${HASH_KEY_VARIABLE}，或与数据库一同备份的 keys.json。`,
      `Asked to open the stored identities with the given keys; ${foundEn}. Restore the former ${KEYS_VARIABLE} and ${HASH_KEY_VARIABLE}, or the keys.json that was backed up with the database.`,
    ),
  );

/**
 * A stored name or number that cannot be read. `context` says which one; it holds no identity.
 * Source: our design, docs/decisions/0012-identities.md
 */
export const identityUnreadable = (context: string, foundZh: string, foundEn: string): StoreFailure =>
  new StoreFailure(
    'IDENTITY_UNREADABLE',
    bilingual(
      `要求读取已加密的 ${context}；${foundZh}。请检查 ${KEYS_VARIABLE} 是否含有写入时的密钥，或从备份恢复这一行。`,
      `Asked to read the encrypted ${context}; ${foundEn}. Check that ${KEYS_VARIABLE} holds the key that it was written with, or restore the row from a backup.`,
    ),
    { context },
  );
