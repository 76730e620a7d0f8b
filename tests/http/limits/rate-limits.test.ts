import fc from 'fast-check';
import type { Actor } from '../../../src/policy/access/actor.js';
import type { HttpServer } from '../../../src/http/start-http-server.js';
import { Allowance, RateLimits } from '../../../src/http/limits/rate-limits.js';
import { ask, errorsOf, post, startTestServer } from '../harness.js';
import { bearer, tokenOf } from '../tokens/signing.js';

const actor = (person: string): Actor => ({ person, roles: ['AUDITOR'], regions: [], institution: null, assessmentBody: null });

describe('an allowance of 60 a minute', () => {
  it('is open until it is spent, then fills by one a second', () => {
    let now = 0;
    const allowance = new Allowance(60, () => now);
    allowance.spend(59);
    expect(allowance.waitSeconds()).toBe(0);
    allowance.spend(11);
    expect(allowance.waitSeconds()).toBe(11);
    now = 10_000;
    expect(allowance.waitSeconds()).toBe(1);
    now = 10_001;
    expect(allowance.waitSeconds()).toBe(0);
  });

  it('never holds more than a minute', () => {
    let now = 0;
    const allowance = new Allowance(60, () => now);
    now = 3_600_000;
    expect(allowance.waitSeconds()).toBe(0);
    allowance.spend(60);
    expect(allowance.waitSeconds()).toBe(1);
  });

  it('a request dearer than a minute costs a minute, so the wait is never longer', () => {
    const allowance = new Allowance(60, () => 0);
    allowance.spend(1);
    allowance.spend(1_000_000);
    expect(allowance.waitSeconds()).toBe(2);
    allowance.spend(1_000_000);
    expect(allowance.waitSeconds()).toBe(62);
  });

  it('a clock that goes back gives nothing and takes nothing', () => {
    let now = 100_000;
    const allowance = new Allowance(60, () => now);
    allowance.spend(60);
    allowance.spend(10);
    now = 0;
    expect(allowance.waitSeconds()).toBe(11);
  });

  it('whoever waits as long as told may ask, and over any time spends at most two minutes more than was earned', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), fc.array(fc.integer({ min: 1, max: 2000 }), { maxLength: 50 }), (perMinute, costs) => {
        let now = 0;
        let spent = 0;
        const allowance = new Allowance(perMinute, () => now);
        for (const cost of costs) {
          now += allowance.waitSeconds() * 1000;
          expect(allowance.waitSeconds()).toBe(0);
          allowance.spend(cost);
          spent += Math.min(cost, perMinute);
        }
        expect(spent).toBeLessThanOrEqual(2 * perMinute + (now / 60_000) * perMinute + 1e-6);
      }),
    );
  });
});

describe('the allowances of all callers', () => {
  it('belong to a person or an address, and 0 is no limit', () => {
    const limits = new RateLimits({ anonymousPerMinute: 10, authenticatedPerMinute: 0 }, () => 0);
    expect(limits.ofPerson(actor('li-na'))).toBeNull();
    expect(limits.ofAddress('li-na')).toBe(limits.ofAddress('li-na'));
    expect(limits.ofAddress('192.0.2.1')).not.toBe(limits.ofAddress('192.0.2.2'));
    const others = new RateLimits({ anonymousPerMinute: 0, authenticatedPerMinute: 10 }, () => 0);
    expect(others.ofAddress('192.0.2.1')).toBeNull();
    expect(others.ofPerson(actor('li-na'))).toBe(others.ofPerson(actor('li-na')));
  });

  it('are forgotten when there are too many, so that memory stays bounded', () => {
    const limits = new RateLimits({ anonymousPerMinute: 10, authenticatedPerMinute: 10 }, () => 0);
    const first = limits.ofAddress('first');
    for (let index = 0; index < 20_000; index += 1) limits.ofAddress(`${index}`);
    expect(limits.ofAddress('first')).not.toBe(first);
  });
});

describe('rate limits over HTTP', () => {
  let now = 0;
  let server: HttpServer;
  const start = async (overrides: Parameters<typeof startTestServer>[0] = {}): Promise<void> => {
    now = 0;
    server = await startTestServer({ nowMs: () => now, rateLimits: { anonymousPerMinute: 60, authenticatedPerMinute: 600 }, ...overrides });
  };
  afterEach(() => server.stop());
  const statusOf = async (query: string, headers: Record<string, string> = {}): Promise<number> =>
    (await ask(server.url, post({ query }, headers))).status;
  const statuses = async (times: number, query: string, headers: Record<string, string> = {}): Promise<number[]> => {
    const found: number[] = [];
    for (let turn = 0; turn < times; turn += 1) found.push(await statusOf(query, headers));
    return found;
  };
  const TEN = `{ ${Array.from({ length: 10 }, (_, index) => `f${index}: hello`).join(' ')} }`;
  const SIX = Array.from({ length: 6 }, () => 200);

  it('sixty fields a minute, compiled or not; then 429 with the seconds to wait, in the language of the caller', async () => {
    await start();
    expect(await statuses(7, TEN)).toEqual([...SIX, 429]);
    const response = await fetch(server.url, post({ query: '{ hello }' }, { 'accept-language': 'en' }));
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '1']);
    expect(JSON.parse(await response.text())).toEqual({
      errors: [
        {
          message: 'Too many requests: the allowance is spent; ask again in 1 s, or ask for fewer fields and shorter pages.',
          extensions: {
            retryAfterSeconds: 1,
            code: 'RATE_LIMITED',
            field: null,
            messageZh: '查询过于频繁，额度已用完；请在 1 秒后重试，或减少每次查询的字段和每页条数。',
            messageEn: 'Too many requests: the allowance is spent; ask again in 1 s, or ask for fewer fields and shorter pages.',
          },
        },
      ],
    });
    now = 1_000;
    expect(await statuses(2, '{ hello }')).toEqual([200, 429]);
  });

  it('GET and POST spend the same allowance', async () => {
    await start();
    await statuses(6, TEN);
    const init = { headers: { 'apollo-require-preflight': 'yes' } };
    expect((await ask(`${server.url}?query={hello}`, init)).status).toBe(429);
  });

  it('persons have allowances of their own, whatever their tokens and addresses', async () => {
    await start();
    const [first, second] = [bearer(await tokenOf()), bearer(await tokenOf({ claims: { jti: 'token-2' } }))];
    const other = bearer(await tokenOf({ claims: { sub: 'wang-wei', jti: 'token-3' } }));
    expect(await statusOf('{ hello }', other)).toBe(200);
    expect(await statusOf('{ hello }', second)).toBe(200);
    expect(new Set(await statuses(60, TEN, first))).toEqual(new Set([200]));
    expect([await statusOf('{ hello }', first), await statusOf('{ hello }', second)]).toEqual([429, 429]);
    expect([await statusOf('{ hello }', other), await statusOf('{ hello }')]).toEqual([200, 200]);
  });

  it('a mutation costs fifty', async () => {
    await start();
    expect(await statuses(3, 'mutation { touch }')).toEqual([200, 200, 429]);
  });

  it('what cannot be parsed, exceeds a bound or carries much costs too', async () => {
    await start();
    expect((await statuses(7, '{ hello')).at(-1)).toBe(429);
    now = 120_000;
    expect((await statuses(7, `{ ${Array.from({ length: 201 }, () => 'hello').join(' ')} }`)).at(-1)).toBe(429);
    now = 240_000;
    const long = post({ query: '{ hello }', variables: { unused: 'x'.repeat(60 * 1024) } });
    await ask(server.url, long);
    expect((await ask(server.url, long)).status).toBe(429);
  });

  it('wrong tokens are on the account of their address, and end before they are verified', async () => {
    await start();
    expect(await statuses(2, '{ hello }', bearer(await tokenOf({ claims: { iss: 'other' } })))).toEqual([401, 429]);
    expect(await statusOf('{ hello }', bearer(await tokenOf()))).toBe(429);
    now = 60_001;
    expect(await statusOf('{ hello }', bearer(await tokenOf()))).toBe(200);
  });

  it('behind a proxy the addresses that it names are told apart', async () => {
    await start({ trustedProxies: 1 });
    expect(await statuses(7, TEN, { 'x-forwarded-for': '192.0.2.1' })).toEqual([...SIX, 429]);
    expect(await statusOf(TEN, { 'x-forwarded-for': '192.0.2.1, 192.0.2.2' })).toBe(200);
  });

  it('0 is no limit', async () => {
    await start({ rateLimits: { anonymousPerMinute: 0, authenticatedPerMinute: 0 } });
    expect(new Set(await statuses(30, TEN))).toEqual(new Set([200]));
  });

  it('a refusal carries the code of the body', async () => {
    await start();
    await statuses(6, TEN);
    expect(errorsOf(await ask(server.url, post({ query: '{ hello }' }))).errors[0]?.extensions['code']).toBe('RATE_LIMITED');
  });
});
