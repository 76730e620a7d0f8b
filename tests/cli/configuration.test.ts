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
    };
    expect(readConfiguration({})).toEqual(expected);
    expect(readConfiguration({ PORT: '', HOST: '', DATA_DIR: '', DATABASE_URL: '', LOG_LEVEL: '', INTROSPECTION: '' })).toEqual(expected);
  });

  it('is taken as it is', () => {
    const env = {
      PORT: '0',
      HOST: '::1',
      DATA_DIR: '/var/数据',
      DATABASE_URL: 'postgresql://a:b@c/d',
      LOG_LEVEL: 'silent',
      INTROSPECTION: 'false',
      OTHER: 'x',
    };
    expect(readConfiguration(env)).toEqual({
      port: 0,
      host: '::1',
      database: { url: 'postgresql://a:b@c/d', dataFolder: '/var/数据' },
      logLevel: 'silent',
      introspection: false,
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
});

function failureOf(env: Record<string, string>): StartFailure {
  try {
    readConfiguration(env);
  } catch (error) {
    if (error instanceof StartFailure) return error;
  }
  throw new Error('a StartFailure was expected');
}
