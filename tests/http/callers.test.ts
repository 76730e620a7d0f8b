import { generateKeyPairSync } from 'node:crypto';
import { createAuthenticator } from '../../src/http/authenticate.js';
import { openGraphqlEndpoint } from '../../src/http/graphql-endpoint.js';
import type { HttpServer } from '../../src/http/start-http-server.js';
import { ask, errorsOf, oddSchema, post, startTestServer } from './harness.js';
import { bearer, TEST_KEYS, tokenOf } from './tokens/signing.js';

const LI_NA = bearer(await tokenOf());
const WANG_WEI = bearer(await tokenOf({ claims: { sub: 'wang-wei', jti: 'token-2' } }));
const WRONG = bearer(await tokenOf({ key: generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey }));

describe('callers over HTTP', () => {
  const revoked = new Set<string>();
  const authenticator = createAuthenticator({ trusted: TEST_KEYS, clock: () => new Date(), isRevoked: (id) => revoked.has(id) });
  let server: HttpServer;
  const lines: string[] = [];
  beforeAll(async () => {
    server = await startTestServer({ authenticator }, lines);
  });
  afterAll(() => server.stop());
  const personOf = async (headers: Record<string, string>): Promise<unknown> =>
    (JSON.parse((await ask(server.url, post({ query: '{ person }' }, headers))).body) as { data: { person: unknown } }).data.person;

  it('taking turns on one compiled document, each gets his own answer', async () => {
    for (let turn = 0; turn < 8; turn += 1) {
      expect([await personOf(LI_NA), await personOf({}), await personOf(WANG_WEI)]).toEqual(['li-na', null, 'wang-wei']);
    }
  });

  it('all at once, each gets his own answer', async () => {
    const callers = Array.from({ length: 60 }, (_, index) => [LI_NA, {}, WANG_WEI][index % 3] ?? {});
    const expected = callers.map((_, index) => ['li-na', null, 'wang-wei'][index % 3]);
    expect(await Promise.all(callers.map(personOf))).toEqual(expected);
  });

  it('a revoked token is refused on a compiled document too, and the others go on', async () => {
    revoked.add('token-2');
    const reply = await ask(server.url, post({ query: '{ person }' }, WANG_WEI));
    expect([reply.status, errorsOf(reply).errors[0]?.extensions['code']]).toEqual([401, 'UNAUTHENTICATED']);
    expect(await personOf(LI_NA)).toBe('li-na');
    revoked.clear();
  });

  it('a mutation is done once each time it is asked, compiled documents or not', async () => {
    const counts: unknown[] = [];
    for (let turn = 0; turn < 6; turn += 1) counts.push((await ask(server.url, post({ query: 'mutation { count }' }, LI_NA))).body);
    const first = Number(/\d+/.exec(String(counts[0]))?.[0]);
    expect(counts).toEqual([0, 1, 2, 3, 4, 5].map((step) => `{"data":{"count":${first + step}}}`));
  });

  it('a GET names the caller like a POST', async () => {
    const init = { headers: { ...LI_NA, 'apollo-require-preflight': 'yes' } };
    expect((await ask(`${server.url}?query={person}`, init)).body).toBe('{"data":{"person":"li-na"}}');
  });

  it.each([
    [
      'POST',
      '',
      post({ query: '{ hello }' }, { ...WRONG, 'accept-language': 'en' }),
      'application/json; charset=utf-8',
      'The signature of the token',
    ],
    [
      'POST for the media type of GraphQL',
      '',
      post({ query: '{ hello }' }, { ...WRONG, accept: 'application/graphql-response+json' }),
      'application/graphql-response+json; charset=utf-8',
      '令牌的签名',
    ],
    [
      'GET',
      '?query={hello}',
      { headers: { ...WRONG, 'apollo-require-preflight': 'yes' } },
      'application/json; charset=utf-8',
      '令牌的签名',
    ],
    ['a POST that is no JSON', '', post('{', WRONG), 'application/json; charset=utf-8', '令牌的签名'],
  ])('%s with a wrong token is 401 with a GraphQL body, not the anonymous answer', async (_title, search, init, contentType, words) => {
    const response = await fetch(`${server.url}${search}`, init);
    const reply = { status: response.status, contentType: response.headers.get('content-type'), body: await response.text() };
    expect([reply.status, reply.contentType, response.headers.get('www-authenticate')]).toEqual([
      401,
      contentType,
      'Bearer error="invalid_token"',
    ]);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(errorsOf(reply).data).toBeUndefined();
    expect(errorsOf(reply).errors[0]?.message).toContain(words);
    expect(reply.body).not.toContain(WRONG['authorization']?.split('.')[2] ?? '');
  });

  it('the log of a bug and of refusals holds no part of a token', async () => {
    await ask(server.url, post({ query: '{ broken }' }, LI_NA));
    await ask(server.url, post({ query: '{ broken }' }, WRONG));
    expect(lines.join('')).toContain('a request met a bug');
    for (const { authorization = '' } of [LI_NA, WRONG])
      for (const part of authorization.split('.')) expect(lines.join('')).not.toContain(part);
  });
});

it('a known query of a known caller, or of nobody, is answered in the same turn', async () => {
  const endpoint = await openGraphqlEndpoint({
    schema: oddSchema(),
    createContext: (caller) => ({ ...caller, desk: 'desk' }),
    authenticator: createAuthenticator({ trusted: TEST_KEYS, clock: () => new Date(), isRevoked: () => false }),
    rateLimits: { anonymousPerMinute: 1000, authenticatedPerMinute: 1000 },
    trustedProxies: 0,
    nowMs: () => 0,
    introspection: true,
    isFastPathOn: true,
    reportBug: String,
  });
  const asked = (headers: Record<string, string>) =>
    endpoint.post({ 'content-type': 'application/json', ...headers }, '{"query":"{ person }"}', '127.0.0.1');
  expect(asked(LI_NA)).toBeInstanceOf(Promise);
  for (let turn = 0; turn < 3; turn += 1) await asked(LI_NA);
  await new Promise(setImmediate);
  const answer = (person: string | null) => ({
    status: 200,
    contentType: 'application/json; charset=utf-8',
    body: JSON.stringify({ data: { person } }),
  });
  expect([asked(LI_NA), asked({})]).toEqual([answer('li-na'), answer(null)]);
  await endpoint.close();
});
