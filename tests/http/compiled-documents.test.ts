import { parse } from 'graphql';
import type { Caller } from '../../src/graphql/context.js';
import { compileDocument, schemaForCompiling } from '../../src/http/compile-document.js';
import type { HttpServer } from '../../src/http/start-http-server.js';
import { ask, oddSchema, post, startTestServer } from './harness.js';

const QUERY =
  'query Q($lines: [LineInput!]!, $note: String) { estimate(input: {lines: $lines, note: $note}) { total note language lines { level heads hours label } } }';
const LINES = [
  { level: 'JUNIOR', heads: 30, hours: '48.50' },
  { level: 'SENIOR', hours: null },
];

/** Requests in plain and odd shapes; each is asked several times, so that its document is compiled where it can be. */
const REQUESTS: readonly (readonly [string, RequestInit])[] = [
  ['a plain query', post({ query: '{ hello }' })],
  ['variables', post({ query: QUERY, variables: { lines: LINES, note: '甲' } })],
  ['an absent variable in a literal', post({ query: QUERY, variables: { lines: LINES } })],
  ['a null variable in a literal', post({ query: QUERY, variables: { lines: LINES, note: null } })],
  ['a single value for a list', post({ query: QUERY, variables: { lines: LINES[0] } })],
  ['a variable too many', post({ query: QUERY, variables: { lines: LINES, other: 1 } })],
  ['a variable of the wrong type', post({ query: QUERY, variables: { lines: 5 } })],
  ['a scalar that refuses', post({ query: QUERY, variables: { lines: [{ level: 'JUNIOR', hours: 'junk' }] } })],
  ['an unknown input field', post({ query: QUERY, variables: { lines: [{ level: 'JUNIOR', head: 3 }] } })],
  ['an unknown enum value', post({ query: QUERY, variables: { lines: [{ level: 'JUNOIR' }] } })],
  ['a fraction of a head', post({ query: QUERY, variables: { lines: [{ level: 'JUNIOR', heads: 1.5 }] } })],
  ['a required variable left out', post({ query: QUERY })],
  ['variables as a text', post({ query: QUERY, variables: '{}' })],
  ['variables as a list', post({ query: QUERY, variables: [] })],
  [
    'literals only',
    post({
      query: '{ estimate(input: {lines: [{level: MIDDLE, heads: 2, hours: "1.25"}]}) { total lines { hours label(prefix: "第") } } }',
    }),
  ],
  ['a literal that refuses', post({ query: '{ hours(is: "1") }' })],
  ['a default that is an object', post({ query: '{ hours }' })],
  ['a default of a variable', post({ query: 'query ($h: Hours = "2.00") { hours(is: $h) }' })],
  ['a default of a required variable', post({ query: 'query ($t: Int! = 3) { later(text: "ab", times: $t) }' })],
  ['an absent variable for an argument with a default', post({ query: 'query ($b: Int) { sum(a: 1, b: $b) }' })],
  ['null for an argument with a default', post({ query: 'query ($b: Int) { sum(a: 1, b: $b) }', variables: { b: null } })],
  [
    'null for a required argument with a default',
    post({ query: 'query ($t: Int) { later(text: "x", times: $t) }', variables: { t: null } }),
  ],
  ['an asynchronous field', post({ query: 'query ($t: String) { later(text: $t) hello }', variables: { t: '慢' } })],
  ['an asynchronous field without its argument', post({ query: 'query ($t: String) { later(text: $t) hello }' })],
  ['one key of a OneOf', post({ query: 'query ($by: PickInput!) { pick(by: $by) }', variables: { by: { id: '1' } } })],
  ['two keys of a OneOf', post({ query: 'query ($by: PickInput!) { pick(by: $by) }', variables: { by: { id: '1', name: 'a' } } })],
  ['a null key of a OneOf', post({ query: 'query ($by: PickInput!) { pick(by: $by) }', variables: { by: { id: null } } })],
  ['an interface', post({ query: '{ shapes { __typename name ... on Circle { radius } ... on Square { side scaled(by: 5) } } }' })],
  ['a union', post({ query: '{ anything { ... on Circle { radius scaled } ... on Square { side scaled } } }' })],
  ['arguments on an interface', post({ query: '{ scaled { scaled } }' })],
  ['aliases and fragments', post({ query: '{ a: sum(a: 1) b: sum(a: 2, b: 3) ...F } fragment F on Query { hello c: sum(a: 4) }' })],
  ['the same field twice', post({ query: '{ shapes { name } shapes { name __typename } }' })],
  ['two operations, the first', post({ query: 'query A { hello } query B { language }', operationName: 'A' })],
  ['two operations, the second', post({ query: 'query A { hello } query B { language }', operationName: 'B' })],
  ['two operations, none named', post({ query: 'query A { hello } query B { language }' })],
  ['two operations, an empty name', post({ query: 'query A { hello } query B { language }', operationName: '' })],
  ['two operations, an unknown name', post({ query: 'query A { hello } query B { language }', operationName: 'C' })],
  ['an operation name that is a number', post({ query: '{ hello }', operationName: 7 })],
  ['an empty operation name', post({ query: '{ hello }', operationName: '' })],
  ['a mutation', post({ query: 'mutation { touch }' })],
  ['introspection', post({ query: '{ __schema { queryType { name } } }' })],
  ['the type name', post({ query: '{ __typename hello }' })],
  ['a directive that includes', post({ query: 'query ($yes: Boolean!) { hello language @include(if: $yes) }', variables: { yes: true } })],
  [
    'a directive that leaves out',
    post({ query: 'query ($yes: Boolean!) { hello language @include(if: $yes) }', variables: { yes: false } }),
  ],
  ['a refusal of the domain', post({ query: '{ refused(field: "region") hello }' })],
  ['a bug', post({ query: '{ broken hello }' })],
  ['a bug where null is not allowed', post({ query: '{ brokenNever }' })],
  ['null where it is not allowed', post({ query: '{ missing }' })],
  ['extensions', post({ query: '{ hello }', extensions: { a: 1 } })],
  ['extensions null', post({ query: '{ hello }', extensions: null })],
  ['extensions as a list', post({ query: '{ hello }', extensions: [] })],
  ['a persisted query', post({ extensions: { persistedQuery: { version: 1, sha256Hash: 'aa' } } })],
  ['a variable that begins as ours do', post({ query: 'query ($__slot0_a: Int!) { sum(a: $__slot0_a) }', variables: { __slot0_a: 1 } })],
  ['a variable named __proto__', post('{"query":"query ($__proto__: Int) { sum(a: 1, b: $__proto__) }","variables":{"__proto__":5}}')],
  ['an English reader', post({ query: '{ language refused }' }, { 'accept-language': 'en-GB,en;q=0.9' })],
  ['an English reader with success', post({ query: '{ language }' }, { 'accept-language': 'en' })],
  ['the media type of GraphQL', post({ query: '{ hello }' }, { accept: 'application/graphql-response+json' })],
  [
    'both media types, one preferred',
    post({ query: '{ hello }' }, { accept: 'application/graphql-response+json, application/json;q=0.9' }),
  ],
  ['any media type', post({ query: '{ hello }' }, { accept: '*/*' })],
  ['a media type that we have not', post({ query: '{ hello }' }, { accept: 'text/csv' })],
  ['a media type refused by weight', post({ query: '{ hello }' }, { accept: 'application/json;q=0' })],
  ['a charset', post({ query: '{ hello }' }, { 'content-type': 'application/json; charset=UTF-8' })],
  ['another charset', post({ query: '{ hello }' }, { 'content-type': 'application/json; charset=gbk' })],
  ['plain text', post({ query: '{ hello }' }, { 'content-type': 'text/plain' })],
  ['a form', post('query={hello}', { 'content-type': 'application/x-www-form-urlencoded' })],
  ['a compressed body', post({ query: '{ hello }' }, { 'content-encoding': 'gzip' })],
  ['no JSON', post('{ hello }')],
  ['an empty body', post('')],
  ['an empty object', post({})],
  ['null', post('null')],
  ['a batch', post([{ query: '{ hello }' }])],
  ['no query', post({ variables: {} })],
  ['an empty query', post({ query: '' })],
  ['a syntax error', post({ query: '{ hello' })],
  ['an unknown field', post({ query: '{ hallo }' })],
  ['a field that changes with each answer', post({ query: '{ broken }', operationName: null, variables: null })],
];

describe('the fast path gives the bytes, status and media type of Apollo Server', () => {
  let fast: HttpServer;
  let plain: HttpServer;
  beforeAll(async () => {
    fast = await startTestServer({ newErrorId: () => 'id' });
    plain = await startTestServer({ newErrorId: () => 'id', isFastPathOn: false });
  });
  afterAll(() => Promise.all([fast.stop(), plain.stop()]));

  it.each(REQUESTS)('%s', async (_title, init) => {
    const expected = await ask(plain.url, init);
    for (let turn = 0; turn < 5; turn += 1) expect(await ask(fast.url, init)).toEqual(expected);
  });

  it('in any order, all at once', async () => {
    const expected = await Promise.all(REQUESTS.map(([, init]) => ask(plain.url, init)));
    for (let turn = 0; turn < 3; turn += 1) expect(await Promise.all(REQUESTS.map(([, init]) => ask(fast.url, init)))).toEqual(expected);
  });

  it('says 200 with data for the plain ones, so the comparison compares answers', async () => {
    const { status, body } = await ask(fast.url, REQUESTS[1]?.[1]);
    expect([status, body]).toEqual([
      200,
      '{"data":{"estimate":{"total":31,"note":"甲/2024-07-05","language":"zh","lines":[{"level":"JUNIOR","heads":30,"hours":"48.50","label":"级别JUNIOR"},{"level":"SENIOR","heads":1,"hours":null,"label":"级别SENIOR"}]}}}',
    ]);
  });

  it('an answer that differs by time is never taken from a compiled form that was not proved', async () => {
    const ask5 = async (): Promise<Set<string>> =>
      new Set(await Promise.all([1, 2, 3, 4, 5].map(async () => (await ask(fast.url, post({ query: '{ now }' }))).body)));
    expect((await ask5()).size).toBe(5);
  });
});

describe('what is compiled', () => {
  const schema = schemaForCompiling(oddSchema());

  it.each([
    ['{ hello }', null, true],
    [QUERY, 'Q', true],
    ['{ shapes { __typename name ... on Circle { radius scaled } } }', null, true],
    ['query A { hello } query B { language }', 'B', true],
    ['query ($by: PickInput!) { pick(by: $by) }', null, true],
    ['{ scaled { scaled } }', null, false],
    ['mutation { touch }', null, false],
    ['{ __schema { queryType { name } } }', null, false],
    ['{ hello @include(if: true) }', null, false],
    ['query A { hello } query B { language }', null, false],
    ['query ($__slot0_a: Int!) { sum(a: $__slot0_a) }', null, false],
  ])('%s as %s: %s', async (query, operationName, expected) => {
    expect((await compileDocument(schema, parse(query), operationName)) !== null).toBe(expected);
  });

  it('a server runs a known query compiled: the context is the very object that was made', async () => {
    const made: object[] = [];
    const seen: unknown[] = [];
    const odd = oddSchema();
    const hello = odd.getQueryType()?.getFields()['hello'];
    if (hello === undefined) throw new Error('no field hello');
    hello.resolve = (_root, _arguments, context) => {
      seen.push(context);
      return 'hello';
    };
    const createContext = (caller: Caller) => {
      const context = { ...caller, desk: 'desk' };
      made.push(context);
      return context;
    };
    const server = await startTestServer({ schema: odd, createContext });
    for (let turn = 0; turn < 6; turn += 1) await ask(server.url, post({ query: '{ hello }' }));
    await server.stop();
    // Apollo Server hands a copy to its resolvers; the second answer is also given by the compiled form, to be compared.
    expect(seen.map((context) => made.includes(context as object))).toEqual([false, false, true, true, true, true, true]);
  });
});
