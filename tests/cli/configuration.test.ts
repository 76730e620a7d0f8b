import { readConfiguration } from '../../src/cli/configuration.js';
import { StartFailure } from '../../src/http/start-failure.js';

describe('the environment', () => {
  it('has a default for everything', () => {
    const expected = {
      port: 4000,
      host: '127.0.0.1',
      database: { url: null, dataFolder: './data' },
      logLevel: 'info',
      introspection: true,
      mode: 'development',
      tokens: { kind: 'local', dataFolder: './data' },
      rateLimits: { anonymousPerMinute: 0, authenticatedPerMinute: 0 },
      trustedProxies: 0,
      keys: { identityKeys: null, identityHashKey: null, isProduction: false, dataFolder: './data' },
      quoteKeys: { quoteKey: null, isProduction: false, dataFolder: './data' },
    };
    expect(readConfiguration({})).toEqual(expected);
    expect(readConfiguration({ PORT: '', HOST: '', DATA_DIR: '', DATABASE_URL: '', LOG_LEVEL: '', INTROSPECTION: '' })).toEqual(expected);
    expect(readConfiguration({ MODE: '', AUTH_ISSUER: '', AUTH_JWKS_URL: '', RATE_LIMIT_PER_MINUTE: '', TRUSTED_PROXIES: '' })).toEqual(
      expected,
    );
  });

  it('is taken as it is', () => {
    const env = {
      PORT: '0',
      HOST: '::1',
      DATA_DIR: '/var/数据',
      DATABASE_URL: 'postgresql://a:b@c/d',
      LOG_LEVEL: 'silent',
      INTROSPECTION: 'false',
      MODE: 'production',
      AUTH_ISSUER: 'https://login.example.org/',
      AUTH_AUDIENCE: 'places',
      AUTH_JWKS_URL: 'https://login.example.org/keys',
      RATE_LIMIT_PER_MINUTE: '100',
      TRUSTED_PROXIES: '1',
      IDENTITY_KEYS: '1:abc',
      IDENTITY_HASH_KEY: '1:def',
      QUOTE_KEY: 'pem',
      OTHER: 'x',
    };
    expect(readConfiguration(env)).toEqual({
      port: 0,
      host: '::1',
      database: { url: 'postgresql://a:b@c/d', dataFolder: '/var/数据' },
      logLevel: 'silent',
      introspection: false,
      mode: 'production',
      tokens: { kind: 'issuer', issuer: 'https://login.example.org/', audience: 'places', jwksUrl: 'https://login.example.org/keys' },
      rateLimits: { anonymousPerMinute: 100, authenticatedPerMinute: 3_000_000 },
      trustedProxies: 1,
      keys: { identityKeys: '1:abc', identityHashKey: '1:def', isProduction: true, dataFolder: '/var/数据' },
      quoteKeys: { quoteKey: 'pem', isProduction: true, dataFolder: '/var/数据' },
    });
  });

  it.each([
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '80.5'],
    ['PORT', '４０００'],
    ['PORT', 'http'],
    ['HOST', 'a b'],
    ['DATA_DIR', ' '],
    ['LOG_LEVEL', 'INFO'],
    ['INTROSPECTION', 'yes'],
    ['MODE', 'prod'],
    ['AUTH_ISSUER', 'a b'],
    ['RATE_LIMIT_PER_MINUTE', '-1'],
    ['RATE_LIMIT_AUTHENTICATED_PER_MINUTE', '1e6'],
    ['TRUSTED_PROXIES', '10'],
  ])('%s=%s is refused by name, with what was found', (name, value) => {
    const failure = failureOf({ [name]: value });
    expect(failure.text.en).toMatch(new RegExp(`^Environment variable ${name} is "`));
    expect(failure.text.en).toContain(value);
    expect(failure.text.zh).toMatch(new RegExp(`^环境变量 ${name} 的值 "`));
  });

  it.each(['mysql://root:secret@host/db', 'postgres//root:secret@host', 'root:secret'])(
    'DATABASE_URL=%s is refused without repeating a password',
    (value) => {
      expect(failureOf({ DATABASE_URL: value }).text.en).not.toContain('secret');
      expect(failureOf({ DATABASE_URL: value }).text.en).toContain('DATABASE_URL');
    },
  );
  it.each([
    'http://login.example.org/keys',
    'https://root:secret@login.example.org/keys',
    'file:///etc/keys',
    'login.example.org',
    'http://127.0.0.1.example.org/',
  ])('AUTH_JWKS_URL=%s is refused: keys come over a closed line', (value) => {
    const failure = failureOf({ AUTH_JWKS_URL: value, AUTH_ISSUER: 'a', AUTH_AUDIENCE: 'b' });
    expect(failure.text.en).toMatch(/^Environment variable AUTH_JWKS_URL is "?/);
    expect(failure.text.en).not.toContain('secret');
  });
});

describe('whose tokens are believed', () => {
  const KEYS = { AUTH_ISSUER: 'a', AUTH_AUDIENCE: 'b' };

  it.each([
    ['an issuer on this machine', { ...KEYS, AUTH_JWKS_URL: 'http://127.0.0.1:9/keys' }, 'issuer'],
    ['a public key', { ...KEYS, AUTH_PUBLIC_KEY_FILE: 'key.pem', MODE: 'production' }, 'public-key'],
    ['the data folder in development', {}, 'local'],
  ])('%s', (_title, env, kind) => expect(readConfiguration(env).tokens.kind).toBe(kind));

  it.each<readonly [string, Record<string, string>, RegExp]>([
    ['production with the local key', { MODE: 'production' }, /^MODE=production does not start with the local token key/],
    ['keys without an issuer', { AUTH_AUDIENCE: 'b', AUTH_PUBLIC_KEY_FILE: 'k' }, /AUTH_ISSUER is not/],
    ['keys without an audience', { AUTH_ISSUER: 'a', AUTH_JWKS_URL: 'https://a/' }, /AUTH_AUDIENCE is not/],
    ['an issuer without keys', { AUTH_ISSUER: 'a' }, /no source of keys/],
    ['an audience without keys', { AUTH_AUDIENCE: 'b', MODE: 'production' }, /no source of keys/],
    ['keys from two places', { ...KEYS, AUTH_JWKS_URL: 'https://a/', AUTH_PUBLIC_KEY_FILE: 'k' }, /both set/],
  ])('%s stops the start', (_title, env, text) => expect(failureOf(env).text.en).toMatch(text));
});

function failureOf(env: Record<string, string>): StartFailure {
  try {
    readConfiguration(env);
  } catch (error) {
    if (error instanceof StartFailure) return error;
  }
  throw new Error('a StartFailure was expected');
}
