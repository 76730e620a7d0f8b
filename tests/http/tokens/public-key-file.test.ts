import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAuthenticator } from '../../../src/http/authenticate.js';
import { readPublicKeyFile } from '../../../src/http/tokens/public-key-file.js';
import { AUDIENCE, ISSUER, tokenOf } from './signing.js';

const folder = mkdtempSync(join(tmpdir(), 'subsidy-keys-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const PAIRS = {
  EdDSA: generateKeyPairSync('ed25519'),
  ES256: generateKeyPairSync('ec', { namedCurve: 'P-256' }),
  RS256: generateKeyPairSync('rsa', { modulusLength: 2048 }),
} as const;
const pem = (key: KeyObject): string => String(key.export({ type: key.type === 'private' ? 'pkcs8' : 'spki', format: 'pem' }));
const jwk = (key: KeyObject): string => JSON.stringify(key.export({ format: 'jwk' }));

function fileOf(text: string): string {
  const path = join(folder, 'key');
  writeFileSync(path, text);
  return path;
}

const algorithms = Object.keys(PAIRS) as (keyof typeof PAIRS)[];

describe('a public key in a file', () => {
  it.each(algorithms.flatMap((algorithm) => [[algorithm, 'PEM', pem] as const, [algorithm, 'JWK', jwk] as const]))(
    '%s in %s verifies what its private key signed, and nothing else',
    async (algorithm, _form, write) => {
      const { publicKey, privateKey } = PAIRS[algorithm];
      const trusted = await readPublicKeyFile(fileOf(write(publicKey)), ISSUER, AUDIENCE);
      const authenticator = createAuthenticator({ trusted, clock: () => new Date(), isRevoked: () => false });
      const kindOf = async (key: KeyObject, alg: string) =>
        (await authenticator.verify(`Bearer ${await tokenOf({ key, header: { alg } })}`)).kind;
      expect(trusted.algorithms).toEqual([algorithm]);
      expect(await kindOf(privateKey, algorithm)).toBe('known');
      for (const other of algorithms.filter((name) => name !== algorithm))
        expect(await kindOf(PAIRS[other].privateKey, other)).toBe('refused');
    },
  );

  it.each([
    ['a private key in PEM', pem(PAIRS.ES256.privateKey), /holds a private key/],
    ['a private key in JWK', jwk(PAIRS.ES256.privateKey), /holds a private key/],
    ['a shared secret', '{"kty":"oct","k":"c2VjcmV0"}', /does not hold a public key/],
    ['nothing', '', /does not hold a public key/],
    ['torn JSON', '{"kty":"EC"', /does not hold a public key/],
    ['a curve that we do not take', pem(generateKeyPairSync('ec', { namedCurve: 'P-384' }).publicKey), /kind of key/],
    ['a short RSA key', pem(generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey), /kind of key/],
  ])('%s stops the start, without repeating the file', async (_title, text, reason) => {
    const failure: unknown = await readPublicKeyFile(fileOf(text), ISSUER, AUDIENCE).catch((error: unknown) => error);
    expect(failure).toMatchObject({ name: 'StartFailure' });
    expect(String(failure)).toMatch(reason);
    expect(String(failure)).toMatch(/^StartFailure: Environment variable AUTH_PUBLIC_KEY_FILE is /);
    expect(String(failure)).not.toMatch(/c2VjcmV0|MII/);
  });

  it('a file that is not there is named', async () => {
    await expect(readPublicKeyFile(join(folder, 'absent'), ISSUER, AUDIENCE)).rejects.toThrow(/absent: the file cannot be read \(ENOENT\)/);
  });
});
