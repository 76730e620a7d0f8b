import { serverAudits } from 'graphql-http';
import type { HttpServer } from '../../src/http/start-http-server.js';
import { startTestServer } from './harness.js';
import { bearer, tokenOf } from './tokens/signing.js';

const TOKEN = await tokenOf();

const auditsAs = (headers: Readonly<Record<string, string>>) =>
  serverAudits({
    url: () => server.url,
    fetchFn: (input: string, init: RequestInit = {}) =>
      fetch(input, { ...init, headers: { ...Object.fromEntries(new Headers(init.headers)), ...headers } }),
  });
const audits = auditsAs({ 'apollo-require-preflight': 'yes' });
const auditsWithToken = auditsAs({ 'apollo-require-preflight': 'yes', ...bearer(TOKEN) });
let server: HttpServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

describe('GraphQL over HTTP: every audit of graphql-http passes with the preflight header', () => {
  it('there are 13 MUST, 23 SHOULD and 25 MAY', () => {
    const count = (word: string): number => audits.filter(({ name }) => name.startsWith(word)).length;
    expect([audits.length, count('MUST'), count('SHOULD'), count('MAY')]).toEqual([61, 13, 23, 25]);
  });

  it.each(audits.map((audit) => [audit.id, audit.name, audit] as const))('%s %s', async (_id, _name, audit) => {
    const result = await audit.fn();
    expect({ status: result.status, reason: 'reason' in result ? result.reason : null }).toEqual({ status: 'ok', reason: null });
  });

  it('all of them pass with a bearer token too', async () => {
    const failed: string[] = [];
    for (const audit of auditsWithToken) if ((await audit.fn()).status !== 'ok') failed.push(audit.id);
    expect([auditsWithToken.length, failed]).toEqual([61, []]);
  });
});
