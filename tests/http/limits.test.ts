import { getIntrospectionQuery } from 'graphql';
import { parseWithinLimits } from '../../src/http/limits/parse-within-limits.js';
import type { HttpServer } from '../../src/http/start-http-server.js';
import { ask, errorsOf, post, startTestServer } from './harness.js';

let server: HttpServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const repeated = (count: number, make: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => make(index)).join(' ');
const nested = (levels: number, inner = 'name'): string => '{ nested '.repeat(levels) + `{ ${inner} }` + ' }'.repeat(levels);
const bomb = `{ ...F0 } ${repeated(60, (index) => `fragment F${index} on Query { ...F${index + 1} ...F${index + 1} hello }`)} fragment F60 on Query { hello }`;
const cycles = `{ ...F0 } ${repeated(150, (index) => `fragment F${index} on Query { a${index}: hello ...F${(index + 1) % 150} ...F${(index + 7) % 150} }`)}`;

const INSIDE: readonly (readonly [string, string])[] = [
  ['depth 12', nested(11)],
  ['edges and node are not counted', `{ nested ${'{ edges { node '.repeat(9)} { name } ${'} } '.repeat(9)} }`],
  ['200 fields', `{ ${repeated(199, () => 'hello')} language }`],
  ['15 aliases', `{ ${repeated(15, (index) => `a${index}: __typename`)} }`],
  ['10 of one root field', `{ ${repeated(10, (index) => `a${index}: hello`)} }`],
  ['the introspection of graphql-js', getIntrospectionQuery()],
  [
    'the introspection of IDEs, with everything',
    getIntrospectionQuery({
      descriptions: true,
      specifiedByUrl: true,
      directiveIsRepeatable: true,
      schemaDescription: true,
      inputValueDeprecation: true,
      oneOf: true,
    }),
  ],
];

const OUTSIDE: readonly (readonly [string, string, string])[] = [
  ['depth 13', nested(12), 'QUERY_TOO_DEEP'],
  ['depth by a fragment', `${nested(10, '...F')} fragment F on Nested { nested { nested { name } } }`, 'QUERY_TOO_DEEP'],
  ['201 fields', `{ ${repeated(201, () => 'hello')} }`, 'QUERY_TOO_WIDE'],
  ['fields by fragments', bomb, 'QUERY_TOO_WIDE'],
  ['an unused fragment of 600 fields', `{ hello } fragment F on Query { ${repeated(600, () => 'hello')} }`, 'QUERY_TOO_WIDE'],
  ['16 aliases', `{ ${repeated(16, (index) => `a${index}: hello`)} }`, 'QUERY_TOO_MANY_ALIASES'],
  ['16 aliases of the type name', `{ ${repeated(16, (index) => `a${index}: __typename`)} }`, 'QUERY_TOO_MANY_ALIASES'],
  ['11 directives', `{ hello ${repeated(11, () => '@skip(if: false)')} }`, 'QUERY_TOO_MANY_DIRECTIVES'],
  [
    '11 directives on the operation and its variables',
    `query ($a: Int ${repeated(6, () => '@d')}) ${repeated(5, () => '@e')} { hello }`,
    'QUERY_TOO_MANY_DIRECTIVES',
  ],
  ['11 of one root field', `{ ${repeated(11, (index) => `a${index}: hello`)} }`, 'QUERY_REPEATS_ROOT_FIELD'],
  ['2001 tokens', `{ ${repeated(1999, () => 'hello')} }`, 'QUERY_TOO_LONG'],
  ['introspection 21 deep', `{ __type(name: "Query") { ${'ofType { '.repeat(20)} name ${'} '.repeat(20)} } }`, 'QUERY_TOO_DEEP'],
];

describe('what a query may ask', () => {
  it.each(INSIDE)('%s is answered', async (_title, query) => {
    expect(errorsOf(await ask(server.url, post({ query }))).errors).toBeUndefined();
  });

  it.each(OUTSIDE)('%s is refused', async (_title, query, code) => {
    const reply = await ask(server.url, post({ query }));
    const [error] = errorsOf(reply).errors;
    expect([reply.status, error?.extensions['code']]).toEqual([400, code]);
    expect(Buffer.byteLength(error?.message ?? '')).toBeLessThanOrEqual(200);
    expect(Buffer.byteLength(String(error?.extensions['messageEn']))).toBeLessThanOrEqual(200);
  });

  it('GET is bounded alike', async () => {
    const url = `${server.url}?query=${encodeURIComponent(nested(12))}`;
    expect((await ask(url, { headers: { 'apollo-require-preflight': 'yes' } })).status).toBe(400);
  });

  it('fragments in a circle are left to validation', async () => {
    expect(errorsOf(await ask(server.url, post({ query: '{ ...F } fragment F on Query { ...F }' }))).errors[0]?.extensions).toMatchObject({
      code: 'GRAPHQL_VALIDATION_FAILED',
      messageZh: '片段 F 引用了自身。',
    });
  });
});

describe('a flood costs little', () => {
  const FLOODS: readonly (readonly [string, string])[] = [
    ['a million braces', '{'.repeat(1_000_000)],
    ['a megabyte of fields', `{ ${'a '.repeat(500_000)} }`],
    ['a megabyte of blanks', `${' '.repeat(1_000_000)}{ hello }`],
    ['a megabyte in one string', `{ later(text: "${'x'.repeat(1_000_000)}") }`],
    ['1990 fields of one name', `{ ${'a '.repeat(1990)} }`],
    ['fragments that double 60 times', bomb],
    ['150 fragments in circles', cycles],
    ['lists in lists', `{ later(text: ${'['.repeat(900)}${']'.repeat(900)}) }`],
    ['a thousand directives', `{ hello ${'@a '.repeat(990)} }`],
  ];

  /** The best of several, because other programs share the machine. */
  const bestOf = async (run: () => unknown): Promise<number> => {
    let best = Number.POSITIVE_INFINITY;
    for (let turn = 0; turn < 4; turn += 1) {
      const started = performance.now();
      await run();
      best = Math.min(best, performance.now() - started);
    }
    return best;
  };

  it.each(FLOODS)('%s: the bounds decide within 50 ms of processor time', (_title, query) => {
    const spent: number[] = [];
    for (let turn = 0; turn < 5; turn += 1) {
      const before = process.cpuUsage();
      parseWithinLimits(query);
      const { user, system } = process.cpuUsage(before);
      spent.push((user + system) / 1000);
    }
    expect(Math.min(...spent)).toBeLessThan(50);
  });

  it.each(FLOODS)('%s: the whole answer within 400 ms, and the server lives', async (_title, query) => {
    expect(await bestOf(() => ask(server.url, post({ query })))).toBeLessThan(400);
    const reply = await ask(server.url, post({ query }));
    expect(reply.status).toBeLessThan(500);
    expect(Buffer.byteLength(reply.body)).toBeLessThan(1_100_000);
    expect((await ask(new URL('/healthz', server.url).href)).status).toBe(200);
  });
});

describe('a request of more than 32,768 characters asks one thing', () => {
  const padding = 'x'.repeat(33_000);
  it('one root field passes, two are refused, also once the document is known', async () => {
    const one = await ask(server.url, post({ query: '{ hello }', variables: { padding } }));
    expect(JSON.parse(one.body)).toHaveProperty('data.hello');
    const two = { query: '{ a: hello b: hello }' };
    for (let turn = 0; turn < 4; turn += 1) expect((await ask(server.url, post(two))).status).toBe(200);
    const refused = await ask(server.url, post({ ...two, variables: { padding } }));
    expect(refused.status).toBeGreaterThanOrEqual(400);
    expect(errorsOf(refused).errors[0]?.extensions).toMatchObject({ code: 'REQUEST_TOO_COSTLY' });
  });
});
