import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inspect } from 'node:util';
import { Worker } from 'node:worker_threads';
import { createDataSource } from '../../../ormconfig.js';
import { decrypt, encrypt } from '../../../src/store/keys/identity-cipher.js';
import { identityHash } from '../../../src/store/keys/identity-hash.js';
import { readKeyRing } from '../../../src/store/keys/key-ring.js';
import { configurationOf, HASH_KEY, keyText, ringOf, storeFailureOf } from './keys.js';

const failureOfKeys = (identityKeys: string, identityHashKey: string = HASH_KEY) =>
  storeFailureOf(() => readKeyRing(configurationOf({ identityKeys, identityHashKey, isProduction: true })));
const told = (failure: Error): string => inspect(failure, { depth: 10 }) + JSON.stringify(failure);

describe('the key ring of two variables (our design, docs/decisions/0010)', () => {
  it('encrypts with the largest version, wherever it stands', () => {
    const ring = readKeyRing(
      configurationOf({ identityKeys: `2:${keyText(2)},65535:${keyText(3)}, 1:${keyText(1)}`, identityHashKey: HASH_KEY }),
    );
    expect([ring.newestVersion, [...ring.dataKeys.keys()]]).toEqual([65_535, [2, 65_535, 1]]);
  });

  it('touches no folder, and shows no key to a log', () => {
    const ring = ringOf([1, 2]);
    const logged = inspect(ring, { depth: 10, showHidden: true }) + JSON.stringify(ring) + JSON.stringify([...ring.dataKeys]);
    for (const secret of [keyText(1), keyText(2), keyText(9), '01 01 01', '0101', '1, 1, 1, 1']) expect(logged).not.toContain(secret);
  });

  it.each([
    ['nothing', ''],
    ['no version', keyText(1)],
    ['version 0', `0:${keyText(1)}`],
    ['a version with a zero in front', `01:${keyText(1)}`],
    ['a version over 65535', `65536:${keyText(1)}`],
    ['a version twice', `1:${keyText(1)},1:${keyText(2)}`],
    ['a comma at the end', `1:${keyText(1)},`],
    ['16 bytes', `1:${Buffer.alloc(16, 1).toString('base64')}`],
    ['31 bytes', `1:${Buffer.alloc(31, 1).toString('base64')}`],
    ['33 bytes', `1:${Buffer.alloc(33, 1).toString('base64')}`],
    ['hexadecimal digits', `1:${'0a'.repeat(32)}`],
    ['a lost end', `1:${keyText(1).slice(0, -1)}`],
    ['a changed last letter', `1:${keyText(1).slice(0, -2)}F=`],
    ['a character that is none of base64', `1:${keyText(1).replace('A', '*')}`],
    ['quotes around it', `1:"${keyText(1)}"`],
  ])('refuses %s without showing it', (_title, keys) => {
    for (const [failure, source] of [
      [failureOfKeys(keys), 'IDENTITY_KEYS'],
      [failureOfKeys(`1:${keyText(1)}`, keys), 'IDENTITY_HASH_KEY'],
    ] as const) {
      expect([failure.code, failure.facts]).toEqual(['KEYS_INVALID', { source }]);
      for (const secret of keys.split(/[:,]/).filter((part) => part.length > 5)) expect(told(failure)).not.toContain(secret.slice(0, 10));
    }
  });

  it('has one hash key', () => {
    const failure = failureOfKeys(`1:${keyText(1)}`, `1:${keyText(8)},2:${keyText(9)}`);
    expect([failure.code, failure.facts]).toEqual(['KEYS_INVALID', { source: 'IDENTITY_HASH_KEY' }]);
  });

  it.each([
    ['production without either', { isProduction: true }, 'IDENTITY_KEYS, IDENTITY_HASH_KEY'],
    ['production without the hash key', { isProduction: true, identityKeys: `1:${keyText(1)}` }, 'IDENTITY_HASH_KEY'],
    ['production without data keys', { isProduction: true, identityHashKey: HASH_KEY }, 'IDENTITY_KEYS'],
    ['development with one alone', { identityKeys: `1:${keyText(1)}` }, 'IDENTITY_HASH_KEY'],
    ['development with the other alone', { identityHashKey: HASH_KEY }, 'IDENTITY_KEYS'],
  ])('is refused in %s, naming what to set', (_title, changes, missing) => {
    const failure = storeFailureOf(() => readKeyRing(configurationOf(changes)));
    expect([failure.code, failure.facts]).toEqual(['KEYS_MISSING', { missing }]);
    expect(failure.text.zh).toContain(`未设置 ${missing}。`);
    expect(failure.text.en).toContain(`; ${missing} not set.`);
    expect(told(failure)).not.toContain(keyText(1));
  });
});

describe('keys.json of an installation that was given no keys (our design, docs/decisions/0010)', () => {
  let folder: string;
  let path: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'subsidy-keys-'));
    path = join(folder, 'keys.json');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const fromFile = (dataFolder = folder) => readKeyRing(configurationOf({ dataFolder }));

  it('is made once, for its owner only, and read from then on', () => {
    const first = fromFile();
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['keys.json']);
    const number = encrypt(first, '210102199903071239', 'person:number:1');
    const second = fromFile();
    expect(decrypt(second, number, 'person:number:1')).toBe('210102199903071239');
    expect(identityHash(second, 'PASSPORT', 'E12345678')).toBe(identityHash(first, 'PASSPORT', 'E12345678'));
  });

  it('is another one in every folder, makes missing folders, and holds two different keys', () => {
    const other = join(folder, 'a', 'b');
    fromFile();
    fromFile(other);
    const [mine, theirs] = [path, join(other, 'keys.json')].map((file) => JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>);
    expect(Object.keys(mine ?? {})).toEqual(['IDENTITY_KEYS', 'IDENTITY_HASH_KEY']);
    expect(new Set([...Object.values(mine ?? {}), ...Object.values(theirs ?? {})]).size).toBe(4);
  });

  it('holds what the two variables would, so that its keys can be moved there', () => {
    const number = encrypt(fromFile(), 'E12345678', 'person:number:1');
    const texts = JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>;
    const ring = readKeyRing(
      configurationOf({
        identityKeys: texts['IDENTITY_KEYS'] ?? '',
        identityHashKey: texts['IDENTITY_HASH_KEY'] ?? '',
        isProduction: true,
      }),
    );
    expect(decrypt(ring, number, 'person:number:1')).toBe('E12345678');
  });

  it('is one where several start for the first time at once', async () => {
    const start = `
      const { parentPort, workerData } = require('node:worker_threads');
      const load = (name) => import(new URL(name, workerData.keys));
      Promise.all([load('key-ring.js'), load('identity-hash.js')]).then(([{ readKeyRing }, { identityHash }]) => {
        parentPort.postMessage(identityHash(readKeyRing(workerData.configuration), 'PASSPORT', 'E12345678'));
      });`;
    const keys = pathToFileURL(join(process.cwd(), 'dist/src/store/keys/')).href;
    const workerData = { keys, configuration: configurationOf({ dataFolder: folder }) };
    const hashes = await Promise.all(
      Array.from({ length: 8 }, async () => {
        const [hash] = await once(new Worker(start, { eval: true, workerData }), 'message');
        return hash as string;
      }),
    );
    expect(new Set(hashes)).toEqual(new Set([identityHash(fromFile(), 'PASSPORT', 'E12345678')]));
    expect(readdirSync(folder)).toEqual(['keys.json']);
  });

  it('is neither made nor used in production', () => {
    expect(storeFailureOf(() => readKeyRing(configurationOf({ dataFolder: folder, isProduction: true }))).code).toBe('KEYS_MISSING');
    expect(existsSync(path)).toBe(false);
    fromFile();
    expect(storeFailureOf(() => readKeyRing(configurationOf({ dataFolder: folder, isProduction: true }))).code).toBe('KEYS_MISSING');
  });

  it.each([
    ['cut', (text: string) => text.slice(0, 60)],
    ['emptied', () => ''],
    ['of another content', () => '[]'],
    [
      'without the hash key',
      (text: string) => JSON.stringify({ IDENTITY_KEYS: (JSON.parse(text) as Record<string, string>)['IDENTITY_KEYS'] }),
    ],
    ['with a short key', (text: string) => text.replace(/1:.{8}/u, '1:')],
  ])('is left as it is when it is %s, and shown to nobody', (_title, damage) => {
    fromFile();
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, damage(text));
    const failure = storeFailureOf(() => fromFile());
    expect([failure.code, failure.facts]).toEqual(['KEYS_INVALID', { source: path }]);
    for (const secret of text.match(/[\w+/]{20,}/gu) ?? []) expect(told(failure)).not.toContain(secret.slice(10, 20));
    expect(readFileSync(path, 'utf8')).toBe(damage(text));
  });

  it('is told as a folder that cannot be written where it cannot be made', () => {
    writeFileSync(join(folder, 'file'), '');
    expect(storeFailureOf(() => fromFile(join(folder, 'file', 'below'))).code).toBe('DATA_FOLDER_NOT_WRITABLE');
    if (process.getuid?.() === 0) return; // the superuser may write everywhere
    chmodSync(folder, 0o500);
    expect(storeFailureOf(() => fromFile()).code).toBe('DATA_FOLDER_NOT_WRITABLE');
  });

  it('may stand in the folder before the embedded database does', async () => {
    fromFile();
    const dataSource = await createDataSource({ url: null, dataFolder: folder });
    await dataSource.destroy();
    expect(existsSync(path)).toBe(true);
  });
});
