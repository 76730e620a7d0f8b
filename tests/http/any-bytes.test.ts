import fc from 'fast-check';
import type { HttpServer } from '../../src/http/start-http-server.js';
import { ask, post, startTestServer } from './harness.js';

let server: HttpServer;
const lines: string[] = [];
beforeAll(async () => {
  server = await startTestServer({}, lines);
});
afterAll(() => server.stop());

const numRuns = process.env['LONG'] ? 5_000 : 300;
const words = fc.constantFrom(
  '{',
  '}',
  '(',
  ')',
  '...',
  'on',
  'query',
  'fragment',
  'F',
  '$a',
  ':',
  'Int',
  '!',
  '@skip',
  'hello',
  'sum',
  'a',
  '1',
  '"x"',
  '"""',
  '[',
  ']',
  'nested',
  '#',
  '__typename',
  '\u0000',
  '\ud800',
  '💰',
);
const query = fc.oneof(
  fc.string(),
  fc.array(words, { maxLength: 40 }).map((parts) => parts.join(' ')),
  fc.constantFrom('{ hello }', 'query ($a: Int!) { sum(a: $a) }', '{ nested { name } }'),
);

describe('whatever is sent is answered, and nothing of it is our fault', () => {
  it('any JSON as a body', async () => {
    const body = fc.oneof(
      fc.jsonValue(),
      fc.record(
        { query: fc.oneof(query, fc.jsonValue()), variables: fc.jsonValue(), operationName: fc.jsonValue(), extensions: fc.jsonValue() },
        { requiredKeys: [] },
      ),
    );
    await fc.assert(
      fc.asyncProperty(body, fc.constantFrom('*/*', 'application/graphql-response+json', 'text/html', 'x'), async (sent, accept) => {
        const { status, body: answer } = await ask(server.url, post(JSON.stringify(sent), { accept }));
        expect(status).toBeLessThan(500);
        expect(typeof JSON.parse(answer)).toBe('object');
        expect(answer).not.toMatch(/ at .*\.js:\d+/);
      }),
      { numRuns },
    );
  });

  it('any query and variables', async () => {
    const variables = fc.dictionary(fc.constantFrom('a', 'b', '__proto__', 'constructor'), fc.jsonValue({ maxDepth: 2 }));
    await fc.assert(
      fc.asyncProperty(query, variables, async (text, sent) => {
        const { status, body } = await ask(server.url, post({ query: text, variables: sent }));
        expect(status).toBeLessThan(500);
        expect(Buffer.byteLength(body)).toBeLessThan(5_000);
      }),
      { numRuns },
    );
    expect(lines).toEqual([]);
  });
});
