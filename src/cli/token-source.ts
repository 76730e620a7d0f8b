import { StartFailure } from '../http/start-failure.js';
import { bilingual } from '../policy/bilingual.js';

/** How seriously the service is run: a development may sign its own tokens, production may not. */
export const MODES = ['development', 'production'] as const;
export type Mode = (typeof MODES)[number];

/** Whose tokens the service believes. */
export type TokenSource =
  | { readonly kind: 'issuer'; readonly issuer: string; readonly audience: string; readonly jwksUrl: string }
  | { readonly kind: 'public-key'; readonly issuer: string; readonly audience: string; readonly path: string }
  | { readonly kind: 'local'; readonly dataFolder: string };

interface Variables {
  readonly MODE: Mode;
  readonly DATA_DIR: string;
  readonly AUTH_ISSUER?: string | undefined;
  readonly AUTH_AUDIENCE?: string | undefined;
  readonly AUTH_JWKS_URL?: string | undefined;
  readonly AUTH_PUBLIC_KEY_FILE?: string | undefined;
}

/**
 * Whose tokens are believed: those of AUTH_ISSUER, made for AUTH_AUDIENCE, by the keys at AUTH_JWKS_URL or the one in AUTH_PUBLIC_KEY_FILE; with none of
 * them set, and outside production, the tokens that the data folder's own key signs. Throws a StartFailure when the variables do not fit together.
 * Source: our design, docs/decisions/0010-callers.md
 */
export function tokenSourceOf(variables: Variables): TokenSource {
  const { MODE, DATA_DIR, AUTH_ISSUER: issuer, AUTH_AUDIENCE: audience, AUTH_JWKS_URL: jwksUrl, AUTH_PUBLIC_KEY_FILE: path } = variables;
  if (jwksUrl !== undefined && path !== undefined) throw TWO_SOURCES;
  if (jwksUrl === undefined && path === undefined) {
    if (issuer !== undefined || audience !== undefined) throw NO_KEYS;
    if (MODE === 'production') throw LOCAL_IN_PRODUCTION;
    return { kind: 'local', dataFolder: DATA_DIR };
  }
  if (issuer === undefined) throw missing('AUTH_ISSUER', '令牌的签发者（iss）', 'the issuer of the tokens (iss)');
  if (audience === undefined) throw missing('AUTH_AUDIENCE', '令牌须写明的受众（aud）', 'the audience that the tokens must name (aud)');
  if (jwksUrl !== undefined) return { kind: 'issuer', issuer, audience, jwksUrl };
  return { kind: 'public-key', issuer, audience, path: path ?? '' };
}

const failure = (zh: string, en: string): StartFailure => new StartFailure(bilingual(zh, en));

const missing = (name: string, zh: string, en: string): StartFailure =>
  failure(
    `设置了签发者的公钥，却没有设置环境变量 ${name}：请填${zh}。`,
    `The issuer’s keys are set but environment variable ${name} is not: set it to ${en}.`,
  );

const TWO_SOURCES = failure(
  '环境变量 AUTH_JWKS_URL 与 AUTH_PUBLIC_KEY_FILE 只能设一个。',
  'Environment variables AUTH_JWKS_URL and AUTH_PUBLIC_KEY_FILE are both set: set one of them.',
);

const NO_KEYS = failure(
  '设置了 AUTH_ISSUER 或 AUTH_AUDIENCE，却没有公钥来源：请另设 AUTH_JWKS_URL 或 AUTH_PUBLIC_KEY_FILE。',
  'AUTH_ISSUER or AUTH_AUDIENCE is set, but no source of keys: set AUTH_JWKS_URL or AUTH_PUBLIC_KEY_FILE as well.',
);

const LOCAL_IN_PRODUCTION = failure(
  'MODE=production 不使用数据目录中自动生成的本地令牌密钥：请设置 AUTH_ISSUER、AUTH_AUDIENCE，并设置 AUTH_JWKS_URL 或 AUTH_PUBLIC_KEY_FILE；仅供试用时设 MODE=development。',
  'MODE=production does not start with the local token key that is generated in the data folder: set AUTH_ISSUER, AUTH_AUDIENCE and AUTH_JWKS_URL or AUTH_PUBLIC_KEY_FILE; for a trial set MODE=development.',
);
