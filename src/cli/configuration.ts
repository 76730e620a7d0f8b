import { z } from 'zod';
import { StartFailure } from '../http/start-failure.js';
import { bilingual } from '../policy/bilingual.js';
import type { DatabaseConfiguration } from '../store/database-configuration.js';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** What the environment says about how to run. */
export interface Configuration {
  /** 0 takes any free port. */
  readonly port: number;
  readonly host: string;
  readonly database: DatabaseConfiguration;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  readonly introspection: boolean;
}

const unsetWhenEmpty = (value: unknown): unknown => (value === '' ? undefined : value);

const environment = z.object({
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
};

/**
 * The configuration that an environment describes; what is unset or empty takes its default. Throws a StartFailure that names the first wrong
 * variable, what was found and what is allowed. The value of DATABASE_URL is never repeated: it may hold a password.
 * Source: our design, docs/decisions/0003-transport.md
 */
export function readConfiguration(env: Readonly<Record<string, string | undefined>>): Configuration {
  const parsed = environment.safeParse(env);
  if (!parsed.success) throw wrongVariable(parsed.error.issues[0]?.path[0] as Variable, env);
  const { PORT, HOST, DATA_DIR, DATABASE_URL, LOG_LEVEL, INTROSPECTION } = parsed.data;
  return {
    port: PORT,
    host: HOST,
    database: { url: DATABASE_URL ?? null, dataFolder: DATA_DIR },
    logLevel: LOG_LEVEL,
    introspection: INTROSPECTION,
  };
}

function wrongVariable(name: Variable, env: Readonly<Record<string, string | undefined>>): StartFailure {
  const [zh, en] = ALLOWED[name];
  const value = env[name] ?? '';
  const found = name === 'DATABASE_URL' ? `${/^[a-z]+:/iu.exec(value)?.[0] ?? ''}…` : `"${value.slice(0, 80)}"`;
  return new StartFailure(bilingual(`环境变量 ${name} 的值 ${found} 不可用：${zh}。`, `Environment variable ${name} is ${found}: ${en}.`));
}

function isPostgresUrl(value: string): boolean {
  return /^postgres(ql)?:\/\//u.test(value) && URL.canParse(value);
}

function isPath(value: string): boolean {
  return value.trim() !== '' && !value.includes('\0');
}
