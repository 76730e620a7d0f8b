import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { calculateJwkThumbprint } from 'jose';
import { createDataSource } from '../../../ormconfig.js';
import { type QuoteKeyConfiguration, readQuoteKeys } from '../../../src/store/keys/quote-keys.js';
import { ed25519Pem } from '../../operations/workplace.js';
import { storeFailureOf } from './keys.js';

const configurationOf = (changes: Partial<QuoteKeyConfiguration>): QuoteKeyConfiguration => ({
  quoteKey: null,
  isProduction: false,
  dataFolder: '/dev/null/no-folder',
  ...changes,
});
const keysOf = (quoteKey: string) => readQuoteKeys(configurationOf({ quoteKey, isProduction: true }));
const told = (failure: Error): string => inspect(failure, { depth: 10 }) + JSON.stringify(failure);
const spki = (pem: string): string => createPublicKey(pem).export({ type: 'spki', format: 'pem' }).toString();

describe('the keys of QUOTE_KEY (our design, docs/decisions/0021-quotes.md)', () => {
  it('the first one signs, and is named by its thumbprint (RFC 7638)', async () => {
    const { signing, verifying } = keysOf(ed25519Pem(1));
    const x = verifying.get(signing.id)?.x ?? '';
    expect(signing.id).toBe(await calculateJwkThumbprint({ kty: 'OKP', crv: 'Ed25519', x }));
    expect([...verifying.keys()]).toEqual([signing.id]);
  });

  it('those behind it verify, whether private or public', () => {
    const [own, second, third] = [1, 2, 3].map((byte) => keysOf(ed25519Pem(byte)).signing.id);
    const keys = keysOf(`${ed25519Pem(1)}${ed25519Pem(2)}${spki(ed25519Pem(3))}`);
    expect([keys.signing.id, [...keys.verifying.keys()]]).toEqual([own, [own, second, third]]);
  });

  it('on one line, with its line ends written as \\n', () => {
    expect(keysOf(ed25519Pem(1).replaceAll('\n', '\\n')).signing.id).toBe(keysOf(ed25519Pem(1)).signing.id);
  });

  it('shows no key to a log', () => {
    const keys = keysOf(ed25519Pem(1));
    const logged = inspect(keys, { depth: 10, showHidden: true }) + JSON.stringify(keys.signing) + JSON.stringify([...keys.verifying]);
    for (const secret of [Buffer.alloc(32, 1).toString('base64'), Buffer.alloc(32, 1).toString('hex'), '01 01 01', 'PRIVATE'])
      expect(logged).not.toContain(secret);
  });

  it.each([
    ['nothing', ''],
    ['no PEM', 'secret-secret-secret'],
    ['a public key first', spki(ed25519Pem(1))],
    ['a P-256 key', generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()],
    ['an X25519 key', generateKeyPairSync('x25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()],
    [
      'a P-256 key behind',
      `${ed25519Pem(1)}${generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ type: 'spki', format: 'pem' }).toString()}`,
    ],
    ['a cut key', ed25519Pem(1).replace('AQEBAQ', '')],
    ['one key twice', `${ed25519Pem(1)}${ed25519Pem(1)}`],
    ['one key as private and public', `${ed25519Pem(1)}${spki(ed25519Pem(1))}`],
  ])('refuses %s without showing it', (_title, text) => {
    const failure = storeFailureOf(() => keysOf(text));
    expect([failure.code, failure.facts]).toEqual(['QUOTE_KEY_INVALID', { source: 'QUOTE_KEY' }]);
    for (const secret of text.match(/[\w+/-]{16,}/gu) ?? []) expect(told(failure)).not.toContain(secret);
  });

  it('production does not start without it', () => {
    const failure = storeFailureOf(() => readQuoteKeys(configurationOf({ isProduction: true })));
    expect(failure.code).toBe('QUOTE_KEY_MISSING');
    expect([failure.text.zh, failure.text.en]).toEqual([expect.stringContaining('QUOTE_KEY'), expect.stringContaining('QUOTE_KEY')]);
  });
});

describe('quote-key.pem of an installation that was given none (our design, docs/decisions/0021-quotes.md)', () => {
  let folder: string;
  let path: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'subsidy-quotes-'));
    path = join(folder, 'quote-key.pem');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const fromFile = (isProduction = false) => readQuoteKeys(configurationOf({ dataFolder: folder, isProduction }));

  it('is made once, for its owner only, read from then on, and holds what the variable would', () => {
    const first = fromFile();
    expect([statSync(path).mode & 0o777, readdirSync(folder)]).toEqual([0o600, ['quote-key.pem']]);
    expect(fromFile().signing.id).toBe(first.signing.id);
    expect(keysOf(readFileSync(path, 'utf8')).signing.id).toBe(first.signing.id);
  });

  it('is neither made nor used in production', () => {
    expect(storeFailureOf(() => fromFile(true)).code).toBe('QUOTE_KEY_MISSING');
    expect(existsSync(path)).toBe(false);
    fromFile();
    expect(storeFailureOf(() => fromFile(true)).code).toBe('QUOTE_KEY_MISSING');
  });

  it('is left as it is when it is damaged, and shown to nobody', () => {
    fromFile();
    writeFileSync(path, readFileSync(path, 'utf8').slice(0, 60));
    const failure = storeFailureOf(() => fromFile());
    expect([failure.code, failure.facts]).toEqual(['QUOTE_KEY_INVALID', { source: path }]);
    expect(readFileSync(path, 'utf8')).toHaveLength(60);
  });

  it('is told as a folder that cannot be written where it cannot be made', () => {
    writeFileSync(join(folder, 'file'), '');
    const dataFolder = join(folder, 'file', 'below');
    expect(storeFailureOf(() => readQuoteKeys(configurationOf({ dataFolder }))).code).toBe('DATA_FOLDER_NOT_WRITABLE');
  });

  it('may stand in the folder before the embedded database does', async () => {
    fromFile();
    const dataSource = await createDataSource({ url: null, dataFolder: folder });
    await dataSource.destroy();
    expect(existsSync(path)).toBe(true);
  });
});
