import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { createAuthenticator } from '../../../src/http/authenticate.js';
import { issuerKeys } from '../../../src/http/tokens/issuer-keys.js';
import { AUDIENCE, ISSUER, tokenOf } from './signing.js';

const pairOf = (kid: string) => ({ kid, ...generateKeyPairSync('ed25519') });
const jwkOf = ({ kid, publicKey }: { kid: string; publicKey: KeyObject }) => ({
  ...publicKey.export({ format: 'jwk' }),
  kid,
  use: 'sig',
  alg: 'EdDSA',
});

/** An issuer on the loopback interface, whose answer the test sets. */
class Issuer {
  status = 200;
  body = '';
  reads = 0;
  readonly unavailable: string[] = [];
  #server: Server = createServer((_request, response) => {
    this.reads += 1;
    response.writeHead(this.status, { 'content-type': 'application/json' }).end(this.body);
  });
  #port = 0;

  async open(): Promise<void> {
    this.#server.listen(this.#port, '127.0.0.1');
    await new Promise((resolve) => this.#server.once('listening', resolve));
    this.#port = (this.#server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  publish(...pairs: readonly ReturnType<typeof pairOf>[]): void {
    this.body = JSON.stringify({ keys: pairs.map(jwkOf) });
  }

  authenticator(pauses: { cooldownMs?: number; retryMs?: number } = {}) {
    const url = `http://127.0.0.1:${this.#port}/keys`;
    const trusted = issuerKeys({
      issuer: ISSUER,
      audience: AUDIENCE,
      url,
      onUnavailable: (reason) => this.unavailable.push(reason),
      ...pauses,
    });
    return createAuthenticator({ trusted, clock: () => new Date(), isRevoked: () => false });
  }
}

const outcome = async (authenticator: ReturnType<typeof createAuthenticator>, { kid, privateKey }: ReturnType<typeof pairOf>) => {
  const found = await authenticator.verify(`Bearer ${await tokenOf({ key: privateKey, header: { alg: 'EdDSA', kid } })}`);
  return found.kind === 'known' ? (found.actor?.person ?? null) : found.refusal.status;
};

describe('the keys that an issuer publishes', () => {
  const [first, second, third] = [pairOf('first'), pairOf('second'), pairOf('third')] as const;
  let issuer: Issuer;
  beforeEach(async () => {
    issuer = new Issuer();
    issuer.publish(first);
    await issuer.open();
  });
  afterEach(() => issuer.close());

  it('are read once for many tokens', async () => {
    const authenticator = issuer.authenticator();
    expect(await Promise.all([1, 2, 3].map(() => outcome(authenticator, first)))).toEqual(['li-na', 'li-na', 'li-na']);
    expect(issuer.reads).toBe(1);
  });

  it('are read again for a new key name, and the withdrawn key is no longer believed', async () => {
    const authenticator = issuer.authenticator({ cooldownMs: 0 });
    expect(await outcome(authenticator, first)).toBe('li-na');
    issuer.publish(second);
    expect(await outcome(authenticator, second)).toBe('li-na');
    expect(await outcome(authenticator, first)).toBe(401);
  });

  it('are not read again within the cooldown, however many key names are invented', async () => {
    const authenticator = issuer.authenticator();
    await outcome(authenticator, first);
    issuer.publish(first, second);
    for (let turn = 0; turn < 5; turn += 1) expect(await outcome(authenticator, second)).toBe(401);
    expect(issuer.reads).toBe(1);
  });

  it('a token with the name of a key but another signature is refused', async () => {
    expect(await outcome(issuer.authenticator(), { ...third, kid: 'first' })).toBe(401);
  });

  it.each([
    ['an error of the issuer', 500, '{"keys":[]}', 'ERR_JOSE_GENERIC'],
    ['a redirect', 302, '', 'ERR_JOSE_GENERIC'],
    ['a page', 200, '<html>', 'ERR_JOSE_GENERIC'],
    ['JSON that is no set of keys', 200, '{"keys":7}', 'ERR_JWKS_INVALID'],
  ])('%s: 503, and the log has a reason', async (_title, status, body, reason) => {
    Object.assign(issuer, { status, body });
    expect(await outcome(issuer.authenticator(), first)).toBe(503);
    expect(issuer.unavailable).toEqual([reason]);
  });

  it('an issuer that is away makes 503, asks it no more often than the pause allows, and is found again', async () => {
    const authenticator = issuer.authenticator({ retryMs: 100 });
    await issuer.close();
    expect([await outcome(authenticator, first), await outcome(authenticator, first)]).toEqual([503, 503]);
    expect(issuer.unavailable).toEqual(['ECONNREFUSED']);
    await issuer.open();
    await pause(150);
    expect(await outcome(authenticator, first)).toBe('li-na');
  });
});
