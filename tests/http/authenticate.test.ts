import { createHmac, generateKeyPairSync } from 'node:crypto';
import { type Authenticated, createAuthenticator } from '../../src/http/authenticate.js';
import { KeysUnavailable } from '../../src/http/tokens/keys-unavailable.js';
import { AUDIENCE, ISSUER, PUBLIC_KEY, TEST_KEYS, tokenOf, type TokenOptions } from './tokens/signing.js';

const NOON = new Date('2026-11-22T04:00:00Z');
const SECONDS = NOON.getTime() / 1000;

const LI_NA = { person: 'li-na', roles: ['FINANCE_OFFICER'], regions: ['LN-210100'], institution: null, assessmentBody: null };

/** An authenticator whose clock and list of revoked tokens the test sets. */
function authenticatorAt(start = NOON) {
  const state = { now: start, revoked: new Set<string>(), verifications: 0 };
  const authenticator = createAuthenticator({
    trusted: {
      ...TEST_KEYS,
      keyOf: async () => {
        state.verifications += 1;
        return PUBLIC_KEY;
      },
    },
    clock: () => state.now,
    isRevoked: (tokenId) => state.revoked.has(tokenId),
  });
  const ask = async (header: string): Promise<Authenticated> => authenticator.recall(header) ?? authenticator.verify(header);
  const recall = (header: string | undefined) => authenticator.recall(header);
  return { state, ask, recall, verify: (header: string) => authenticator.verify(header) };
}

const refusalOf = (found: Authenticated) => (found.kind === 'refused' ? found.refusal : null);
const signed = (options: TokenOptions = {}): Promise<string> => tokenOf({ at: NOON, ...options });
const base64 = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('a good token', () => {
  it('names the person with roles and regions', async () => {
    const { ask } = authenticatorAt();
    expect(await ask(`Bearer ${await signed()}`)).toEqual({ kind: 'known', actor: LI_NA });
  });

  it('no header is nobody in particular, without asking any key', () => {
    const { recall, state } = authenticatorAt();
    expect([recall(undefined), state.verifications]).toEqual([{ kind: 'known', actor: null }, 0]);
  });

  it('the scheme is written in any case, with blanks around the token', async () => {
    const { ask } = authenticatorAt();
    expect((await ask(`bearer  ${await signed()} `)).kind).toBe('known');
  });

  it('is verified once and then recalled', async () => {
    const { ask, recall, state } = authenticatorAt();
    const header = `Bearer ${await signed()}`;
    expect(recall(header)).toBeNull();
    await ask(header);
    expect(recall(header)).toEqual({ kind: 'known', actor: LI_NA });
    expect(state.verifications).toBe(1);
  });

  it('is verified again after ten minutes, so that a withdrawn key ceases to count', async () => {
    const { ask, recall, state } = authenticatorAt();
    const header = `Bearer ${await signed()}`;
    await ask(header);
    state.now = new Date('2026-11-22T04:09:59Z');
    expect(recall(header)?.kind).toBe('known');
    state.now = new Date('2026-11-22T04:10:00Z');
    expect(recall(header)).toBeNull();
  });

  it('that is recalled ends with its expiry and thirty seconds', async () => {
    const { ask, recall, state } = authenticatorAt();
    const header = `Bearer ${await signed({ claims: { exp: SECONDS + 60 } })}`;
    await ask(header);
    state.now = new Date('2026-11-22T04:01:29Z');
    expect(recall(header)?.kind).toBe('known');
    state.now = new Date('2026-11-22T04:01:30Z');
    expect(refusalOf(await ask(header))?.facts).toEqual({ claim: 'exp' });
  });
});

describe('a revoked token', () => {
  it('is refused before and after it was recalled, by its jti', async () => {
    const { ask, state } = authenticatorAt();
    const header = `Bearer ${await signed()}`;
    const other = `Bearer ${await signed({ claims: { jti: 'token-2' } })}`;
    await ask(header);
    state.revoked.add('token-1');
    expect(refusalOf(await ask(header))).toMatchObject({ status: 401, code: 'UNAUTHENTICATED', facts: { claim: 'jti' } });
    expect((await ask(other)).kind).toBe('known');
    state.revoked.clear();
    expect((await ask(header)).kind).toBe('known');
  });

  it('is refused when it was never seen before', async () => {
    const { verify, state } = authenticatorAt();
    state.revoked.add('token-1');
    expect(refusalOf(await verify(`Bearer ${await signed()}`))?.text.en).toBe('The token has been revoked; get a new one.');
  });
});

describe('a token that is not believed', () => {
  const elsewhere = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;

  it.each<readonly [string, TokenOptions, string | undefined, RegExp]>([
    ['expired by 30 seconds', { claims: { exp: SECONDS - 30 } }, 'exp', /has expired/],
    ['without expiry', { claims: { exp: undefined } }, 'exp', /claim exp .* missing/],
    ['with a text for its expiry', { claims: { exp: `${SECONDS + 60}` } }, 'exp', /wrong form/],
    ['good for more than a day', { claims: { exp: SECONDS + 86_431 } }, 'exp', /more than 24 hours/],
    ['not valid for 31 seconds yet', { claims: { nbf: SECONDS + 31 } }, 'nbf', /not valid yet/],
    ['of another issuer', { claims: { iss: 'https://evil.example.org/' } }, 'iss', /issuer/],
    ['without issuer', { claims: { iss: undefined } }, 'iss', /issuer/],
    ['for another audience', { claims: { aud: 'payroll' } }, 'aud', /not made for this service/],
    ['without audience', { claims: { aud: undefined } }, 'aud', /not made for this service/],
    ['without person', { claims: { sub: undefined } }, 'sub', /claim sub .* missing/],
    ['without id', { claims: { jti: undefined } }, 'jti', /cannot be revoked; it is missing/],
    ['with an unknown role', { claims: { roles: ['FINANCE_OFFICER', 'MAYOR'] } }, 'roles', /found MAYOR/],
    ['signed with another key', { key: elsewhere }, undefined, /signature/],
    ['signed with another algorithm', { key: rsa, header: { alg: 'RS256' } }, undefined, /algorithm/],
  ])('%s', async (_title, options, claim, text) => {
    const { ask } = authenticatorAt();
    const refusal = refusalOf(await ask(`Bearer ${await signed(options)}`));
    expect(refusal).toMatchObject({
      status: 401,
      code: 'UNAUTHENTICATED',
      headers: { 'www-authenticate': 'Bearer error="invalid_token"' },
    });
    expect(refusal?.text.en).toMatch(text);
    expect(refusal?.text.zh).toMatch(/\p{Script=Han}/u);
    expect(refusal?.facts?.['claim']).toBe(claim);
  });

  it.each([
    ['expired by 29 seconds', { exp: SECONDS - 29 }],
    ['good for a day', { exp: SECONDS + 86_400 }],
    ['not valid for 30 seconds yet', { nbf: SECONDS + 30 }],
    ['for several audiences', { aud: ['payroll', AUDIENCE] }],
  ])('but %s it is within the tolerance', async (_title, claims) => {
    const { ask } = authenticatorAt();
    expect((await ask(`Bearer ${await signed({ claims })}`)).kind).toBe('known');
  });

  it('unsigned (alg none) it is refused, with and without a signature', async () => {
    const { ask } = authenticatorAt();
    const [, payload = ''] = (await signed()).split('.');
    const none = `${base64({ alg: 'none' })}.${payload}`;
    expect(refusalOf(await ask(`Bearer ${none}.`))?.status).toBe(401);
    expect(refusalOf(await ask(`Bearer ${none}.AAAA`))?.text.en).toMatch(/algorithm/);
  });

  it('signed with the public key as a shared secret (HS256) it is refused', async () => {
    const { ask } = authenticatorAt();
    const [, payload = ''] = (await signed()).split('.');
    const content = `${base64({ alg: 'HS256' })}.${payload}`;
    const signature = createHmac('sha256', PUBLIC_KEY.export({ type: 'spki', format: 'pem' }))
      .update(content)
      .digest('base64url');
    expect(refusalOf(await ask(`Bearer ${content}.${signature}`))?.text.en).toMatch(/algorithm/);
  });

  it('with one character changed anywhere it is refused', async () => {
    const { ask } = authenticatorAt();
    const token = await signed();
    const kept: string[] = [];
    for (let at = 0; at < token.length - 1; at += 7) {
      if (token[at] === '.') continue;
      const changed = `${token.slice(0, at)}${token[at] === 'A' ? 'B' : 'A'}${token.slice(at + 1)}`;
      if ((await ask(`Bearer ${changed}`)).kind === 'known') kept.push(changed);
    }
    expect(kept).toEqual([]);
  });

  it('with claims of another person under the old signature it is refused', async () => {
    const { ask } = authenticatorAt();
    const [header, , signature] = (await signed()).split('.');
    const [, payload] = (await signed({ claims: { sub: 'wang-wei' }, key: elsewhere })).split('.');
    expect(refusalOf(await ask(`Bearer ${header}.${payload}.${signature}`))?.text.en).toMatch(/signature/);
  });

  it.each([
    ['another scheme', 'Basic bGk6bmE='],
    ['no token', 'Bearer '],
    ['an empty header', ''],
    ['words', 'Bearer let me in please'],
    ['two parts', 'Bearer a.b'],
    ['an encrypted token of five parts', 'Bearer a.b.c.d.e'],
    ['a token longer than any of ours', `Bearer a.${'b'.repeat(4_100)}.c`],
  ])('%s is refused without asking any key', async (_title, header) => {
    const { recall, state } = authenticatorAt();
    const found = recall(header);
    expect([found === null ? null : refusalOf(found)?.status, state.verifications]).toEqual([401, 0]);
  });

  it.each([
    'a.b.c',
    'e30.e30.e30',
    `${base64({ alg: 'ES256' })}.bnVsbA.AAAA`,
    `${base64({ alg: 'ES256', crit: ['b64'], b64: false })}.e30.AAAA`,
  ])('nonsense in three parts is refused: %s', async (token) => {
    const { ask } = authenticatorAt();
    expect(refusalOf(await ask(`Bearer ${token}`))?.status).toBe(401);
  });

  it('is refused again each time, and nothing of it stands in the refusal', async () => {
    const { ask, state } = authenticatorAt();
    const token = await signed({ key: elsewhere });
    const refusals = [await ask(`Bearer ${token}`), await ask(`Bearer ${token}`)].map(refusalOf);
    expect(state.verifications).toBe(2);
    for (const part of token.split('.')) expect(JSON.stringify(refusals)).not.toContain(part);
  });
});

describe('keys that cannot be read', () => {
  it('make 503, not 401 and never a caller', async () => {
    const authenticator = createAuthenticator({
      trusted: {
        ...TEST_KEYS,
        issuer: ISSUER,
        keyOf: () => Promise.reject(new KeysUnavailable('ECONNREFUSED')),
      },
      clock: () => NOON,
      isRevoked: () => false,
    });
    expect(refusalOf(await authenticator.verify(`Bearer ${await signed()}`))).toMatchObject({
      status: 503,
      code: 'AUTHENTICATION_UNAVAILABLE',
      text: { zh: '暂时无法核验令牌：读不到签发者的公钥。请稍后重试；公开查询可不带令牌。' },
    });
  });
});
