import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLocalTokenKey } from '../../../src/http/tokens/local-token-key.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'subsidy-keys-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the key of a data folder', () => {
  it('is made on the first start, for its owner alone, and stays', async () => {
    await openLocalTokenKey(join(folder, 'new', 'data'));
    const path = join(folder, 'new', 'data', 'token-key.json');
    const before = readFileSync(path, 'utf8');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    await openLocalTokenKey(join(folder, 'new', 'data'));
    expect(readFileSync(path, 'utf8')).toBe(before);
    expect(readdirSync(join(folder, 'new', 'data'))).toEqual(['token-key.json']);
  });

  it('is one key however many start at once', async () => {
    await Promise.all(Array.from({ length: 8 }, () => openLocalTokenKey(folder)));
    expect(readdirSync(folder)).toEqual(['token-key.json']);
  });

  it.each(['', '{', 'null', '[]', '{"kty":"EC","crv":"P-256","x":"AA","y":"AA"}', '{"kty":"oct","k":"c2VjcmV0","d":"c2VjcmV0"}'])(
    'a file that holds %p stops the start, without repeating it',
    async (text) => {
      writeFileSync(join(folder, 'token-key.json'), text);
      const failure: unknown = await openLocalTokenKey(folder).catch((error: unknown) => error);
      expect(failure).toMatchObject({ name: 'StartFailure' });
      expect(String(failure)).toMatch(/token-key\.json does not hold a private P-256 key \(JWK\)\. Delete it/);
      expect(String(failure)).not.toContain('c2VjcmV0');
    },
  );

  it('a file that cannot be read stops the start and names the settings', async () => {
    mkdirSync(join(folder, 'token-key.json'));
    await expect(openLocalTokenKey(folder)).rejects.toThrow(/\(EISDIR\).*DATA_DIR.*AUTH_PUBLIC_KEY_FILE/);
  });
});
