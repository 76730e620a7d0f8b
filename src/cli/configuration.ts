import { z } from 'zod';
import type { RateLimitSettings } from '../http/limits/rate-limits.js';
import { StartFailure } from '../http/start-failure.js';
import { bilingual } from '../policy/bilingual.js';
import type { DatabaseConfiguration } from '../store/database-configuration.js';
import type { KeyConfiguration } from '../store/keys/key-configuration.js';
import type { QuoteKeyConfiguration } from '../store/keys/quote-keys.js';
import { type Mode, MODES, type TokenSource, tokenSourceOf } from './token-source.js';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** What the environment says about how to run. */
export interface Configuration {
  /** 0 takes any free port. */
  readonly port: number;
  readonly host: string;
  readonly database: DatabaseConfiguration;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  readonly introspection: boolean;
  readonly mode: Mode;
  readonly tokens: TokenSource;
  /** where the keys of names and identity numbers come from */
  readonly keys: KeyConfiguration;
  /** where the keys of quotes come from */
  readonly quoteKeys: QuoteKeyConfiguration;
  readonly rateLimits: RateLimitSettings;
  /** How many proxies of our own stand in front and write X-Forwarded-For. */
  readonly trustedProxies: number;
}

/** In production; a development is not limited unless it says so. */
const RATE_LIMITS: RateLimitSettings = { anonymousPerMinute: 600_000, authenticatedPerMinute: 3_000_000 };
const UNLIMITED: RateLimitSettings = { anonymousPerMinute: 0, authenticatedPerMinute: 0 };

const unsetWhenEmpty = (value: unknown): unknown => (value === '' ? undefined : value);

const wholeNumber = z.preprocess(
  unsetWhenEmpty,
  z
    .string()
    .regex(/^\d{1,9}$/u)
    .transform(Number)
    .optional(),
);
const shortText = z.preprocess(
  unsetWhenEmpty,
  z
    .string()
    .regex(/^\S{1,200}$/u)
    .optional(),
);

const secret = z.preprocess(unsetWhenEmpty, z.string().optional());

const environment = z.object({
  MODE: z.preprocess(unsetWhenEmpty, z.enum(MODES).default('development')),
  PORT: z.preprocess(
    unsetWhenEmpty,
    z
      .string()
      .regex(/^\d{1,5}$/u)
      .transform(Number)
      .refine((port) => port <= 65_535)
      .default(4000),
  ),
  HOST: z.preprocess(
    unsetWhenEmpty,
    z
      .string()
      .regex(/^[\w.:%-]+$/u)
      .default('127.0.0.1'),
  ),
  DATA_DIR: z.preprocess(unsetWhenEmpty, z.string().refine(isPath).default('./data')),
  DATABASE_URL: z.preprocess(unsetWhenEmpty, z.string().refine(isPostgresUrl).optional()),
  LOG_LEVEL: z.preprocess(unsetWhenEmpty, z.enum(LOG_LEVELS).default('info')),
  INTROSPECTION: z.preprocess(
    unsetWhenEmpty,
    z
      .enum(['true', 'false'])
      .default('true')
      .transform((value) => value === 'true'),
  ),
  AUTH_ISSUER: shortText,
  AUTH_AUDIENCE: shortText,
  AUTH_JWKS_URL: z.preprocess(unsetWhenEmpty, z.string().refine(isSafeUrl).optional()),
  AUTH_PUBLIC_KEY_FILE: z.preprocess(unsetWhenEmpty, z.string().refine(isPath).optional()),
  IDENTITY_KEYS: secret,
  IDENTITY_HASH_KEY: secret,
  QUOTE_KEY: secret,
  RATE_LIMIT_PER_MINUTE: wholeNumber,
  RATE_LIMIT_AUTHENTICATED_PER_MINUTE: wholeNumber,
  TRUSTED_PROXIES: z.preprocess(unsetWhenEmpty, z.string().regex(/^\d$/u).transform(Number).default(0)),
});

type Variable = keyof z.infer<typeof environment>;

const ALLOWED: Readonly<Record<Variable, readonly [zh: string, en: string]>> = {
  PORT: ['应为 0 至 65535 的整数，0 表示任一空闲端口', 'allowed is a whole number from 0 to 65535, where 0 takes any free port'],
  HOST: ['应为主机名或 IP 地址，例如 127.0.0.1', 'allowed is a host name or an IP address such as 127.0.0.1'],
  DATA_DIR: ['应为文件夹路径，例如 ./data', 'allowed is the path of a folder such as ./data'],
  DATABASE_URL: [
    '应以 postgres:// 或 postgresql:// 开头；不设则使用内嵌数据库',
    'allowed is postgres://... or postgresql://...; leave it unset for the embedded database',
  ],
  LOG_LEVEL: [`应为 ${LOG_LEVELS.join('、')} 之一`, `allowed is one of ${LOG_LEVELS.join(', ')}`],
  INTROSPECTION: ['应为 true 或 false', 'allowed is true or false'],
  MODE: [`应为 ${MODES.join(' 或 ')}`, `allowed is ${MODES.join(' or ')}`],
  AUTH_ISSUER: ['应为签发者的名称，至多 200 个字符，不含空格', 'allowed is the name of the issuer, at most 200 characters without spaces'],
  AUTH_AUDIENCE: [
    '应为受众的名称，至多 200 个字符，不含空格',
    'allowed is the name of the audience, at most 200 characters without spaces',
  ],
  AUTH_JWKS_URL: [
    '应以 https:// 开头，不含账户和密码；只有本机地址可用 http://',
    'allowed is https://... without account and password; http:// only for an address of this machine',
  ],
  AUTH_PUBLIC_KEY_FILE: ['应为公钥文件的路径', 'allowed is the path of a file with a public key'],
  IDENTITY_KEYS: ['应为 版本:base64，以逗号分隔', 'allowed is version:base64, comma-separated'],
  IDENTITY_HASH_KEY: ['应为 版本:base64', 'allowed is version:base64'],
  QUOTE_KEY: ['应为 PEM 格式的 Ed25519 私钥', 'allowed is a private Ed25519 key in PEM'],
  RATE_LIMIT_PER_MINUTE: ['应为至多九位的整数，0 表示不限', 'allowed is a whole number of at most nine digits, where 0 means no limit'],
  RATE_LIMIT_AUTHENTICATED_PER_MINUTE: [
    '应为至多九位的整数，0 表示不限',
    'allowed is a whole number of at most nine digits, where 0 means no limit',
  ],
  TRUSTED_PROXIES: ['应为 0 至 9 的整数', 'allowed is a whole number from 0 to 9'],
};

/**
 * The configuration that an environment describes; what is unset or empty takes its default. Throws a StartFailure that names the first wrong
 * variable, what was found and what is allowed. The value of an address is never repeated: it may hold a password.
 * Source: our design, docs/decisions/0003-transport.md
 */
export function readConfiguration(env: Readonly<Record<string, string | undefined>>): Configuration {
  const parsed = environment.safeParse(env);
  if (!parsed.success) throw wrongVariable(parsed.error.issues[0]?.path[0] as Variable, env);
  const { PORT, HOST, DATA_DIR, DATABASE_URL, LOG_LEVEL, INTROSPECTION, MODE, TRUSTED_PROXIES } = parsed.data;
  const { anonymousPerMinute, authenticatedPerMinute } = MODE === 'production' ? RATE_LIMITS : UNLIMITED;
  return {
    port: PORT,
    host: HOST,
    database: { url: DATABASE_URL ?? null, dataFolder: DATA_DIR },
    logLevel: LOG_LEVEL,
    introspection: INTROSPECTION,
    mode: MODE,
    tokens: tokenSourceOf(parsed.data),
    keys: {
      identityKeys: parsed.data.IDENTITY_KEYS ?? null,
      identityHashKey: parsed.data.IDENTITY_HASH_KEY ?? null,
      isProduction: MODE === 'production',
      dataFolder: DATA_DIR,
    },
    quoteKeys: { quoteKey: parsed.data.QUOTE_KEY ?? null, isProduction: MODE === 'production', dataFolder: DATA_DIR },
    rateLimits: {
      anonymousPerMinute: parsed.data.RATE_LIMIT_PER_MINUTE ?? anonymousPerMinute,
      authenticatedPerMinute: parsed.data.RATE_LIMIT_AUTHENTICATED_PER_MINUTE ?? authenticatedPerMinute,
    },
    trustedProxies: TRUSTED_PROXIES,
  };
}

function wrongVariable(name: Variable, env: Readonly<Record<string, string | undefined>>): StartFailure {
  const [zh, en] = ALLOWED[name];
  const value = env[name] ?? '';
  const found = name.endsWith('_URL') ? `${/^[a-z]+:/iu.exec(value)?.[0] ?? ''}…` : `"${value.slice(0, 80)}"`;
  return new StartFailure(bilingual(`环境变量 ${name} 的值 ${found} 不可用：${zh}。`, `Environment variable ${name} is ${found}: ${en}.`));
}

function isPostgresUrl(value: string): boolean {
  return /^postgres(ql)?:\/\//u.test(value) && URL.canParse(value);
}

/** Keys that come over an open line could be anybody's. */
function isSafeUrl(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, hostname, username, password } = new URL(value);
  const isLocal = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  return username === '' && password === '' && (protocol === 'https:' || (protocol === 'http:' && isLocal));
}

function isPath(value: string): boolean {
  return value.trim() !== '' && !value.includes('\0');
}
