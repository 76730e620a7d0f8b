import type { HttpServer } from '../../src/http/start-http-server.js';
import { ask, errorsOf, post, startTestServer } from './harness.js';

let server: HttpServer;
const lines: string[] = [];
beforeAll(async () => {
  server = await startTestServer({ newErrorId: () => 'e-1' }, lines);
});
afterAll(() => server.stop());

const firstError = async (init: RequestInit) => errorsOf(await ask(server.url, init)).errors[0];

describe('errors are typed and worded in both languages', () => {
  it('a Failure of the domain keeps its code, field and facts', async () => {
    const reply = await ask(server.url, post({ query: '{ refused(field: "region") }' }));
    expect([reply.status, errorsOf(reply)]).toEqual([
      200,
      {
        errors: [
          {
            message: '没有这个地区：火星',
            locations: [{ line: 1, column: 3 }],
            path: ['refused'],
            extensions: {
              asked: 'LN-999999',
              code: 'UNKNOWN_REGION',
              field: 'region',
              messageZh: '没有这个地区：火星',
              messageEn: 'there is no region Mars',
            },
          },
        ],
        data: { refused: null },
      },
    ]);
  });

  it.each([
    ['en', 'there is no region Mars'],
    ['zh;q=0.5, en;q=0.8', 'there is no region Mars'],
    ['en;q=0.5, zh-CN', '没有这个地区：火星'],
    ['fr, en;q=0.1', 'there is no region Mars'],
    ['fr', '没有这个地区：火星'],
    ['en;q=0', '没有这个地区：火星'],
    ['*', '没有这个地区：火星'],
  ])('Accept-Language %s', async (header, message) => {
    expect((await firstError(post({ query: '{ refused }' }, { 'accept-language': header })))?.message).toBe(message);
  });

  it('a Failure of a scalar names the variable and its path', async () => {
    const query = 'query ($input: EstimateInput!) { estimate(input: $input) { total } }';
    const variables = {
      input: {
        lines: [
          { level: 'JUNIOR', hours: '1.00' },
          { level: 'JUNIOR', hours: 'x at "input.note"; ' },
        ],
      },
    };
    const reply = await ask(server.url, post({ query, variables }, { accept: 'application/graphql-response+json' }));
    expect([reply.status, errorsOf(reply).errors[0]?.extensions]).toEqual([
      400,
      {
        unit: 'HOURS',
        code: 'BAD_USER_INPUT',
        field: 'lines[1].hours',
        messageZh: '课时须为两位小数的文字',
        messageEn: 'hours are a text with two decimals',
      },
    ]);
  });

  it('a Failure of a scalar in a literal', async () => {
    expect((await firstError(post({ query: '{ hours(is: "1") }' })))?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      messageEn: 'hours are a text with two decimals',
    });
  });

  it.each([
    ['{ hello', 'GRAPHQL_PARSE_FAILED', '语法错误：此处应为 Name，实为 <EOF>。', 'Syntax Error: Expected Name, found <EOF>.'],
    ['{ hallo }', 'GRAPHQL_VALIDATION_FAILED', '类型 Query 没有字段 hallo。', 'Cannot query field "hallo" on type "Query".'],
    ['{ sum(a: 1, bb: 2) }', 'GRAPHQL_VALIDATION_FAILED', '字段 Query.sum 没有参数 bb。', 'Unknown argument "bb" on field "Query.sum".'],
    [
      '{ sum }',
      'GRAPHQL_VALIDATION_FAILED',
      '字段 sum 缺少必填参数 a（类型 Int!）。',
      'Field "sum" argument "a" of type "Int!" is required, but it was not provided.',
    ],
    ['{ sum(a: "x") }', 'GRAPHQL_VALIDATION_FAILED', '应为整数，实为 "x"。', 'Int cannot represent non-integer value: "x"'],
    [
      'query A { hello } query B { hello }',
      'OPERATION_RESOLUTION_FAILURE',
      '请求含多个操作，须用 operationName 指明执行哪一个。',
      'Must provide operation name if query contains multiple operations.',
    ],
  ])('%s', async (query, code, messageZh, messageEn) => {
    expect((await firstError(post({ query })))?.extensions).toEqual({ code, field: null, messageZh, messageEn });
  });

  it('a refused variable shows what was found, shortened, and no suggestion', async () => {
    const query = 'query ($input: EstimateInput!) { estimate(input: $input) { total } }';
    const reply = await ask(
      server.url,
      post({ query, variables: { input: { lines: [{ level: 'JUNOIR' }, { level: 'JUNIOR', heads: 'x'.repeat(500_000) }] } } }),
    );
    const [level, heads] = errorsOf(reply).errors;
    expect(level?.message).toBe('变量 input.lines[0].level 的值 "JUNOIR" 不合要求：枚举 Level 没有取值 JUNOIR。');
    expect(level?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'lines[0].level' });
    expect(heads?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'lines[1].heads' });
    expect(reply.body).not.toContain('Did you mean');
    expect(Buffer.byteLength(reply.body)).toBeLessThan(3000);
  });

  it('at most five errors of a request', async () => {
    expect(errorsOf(await ask(server.url, post({ query: '{ a b c d e f g h }' }))).errors).toHaveLength(5);
    const variables = { lines: Array.from({ length: 50 }, () => ({ level: 'NONE' })) };
    const query = 'query ($lines: [LineInput!]!) { estimate(input: {lines: $lines}) { total } }';
    expect(errorsOf(await ask(server.url, post({ query, variables }))).errors).toHaveLength(5);
  });

  it("an argument that only execution can refuse is the caller's", async () => {
    const query = 'query ($t: Int) { later(text: "x", times: $t) }';
    expect((await firstError(post({ query, variables: { t: null } })))?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'times',
    });
  });

  it.each(['{ broken }', '{ brokenNever }', '{ missing }'])(
    'a bug in %s gives an id and is logged, and nothing else gets out',
    async (query) => {
      lines.length = 0;
      const reply = await ask(server.url, post({ query }));
      expect(errorsOf(reply).errors[0]?.extensions).toMatchObject({ code: 'INTERNAL_SERVER_ERROR', errorId: 'e-1' });
      expect(reply.body).not.toMatch(/hunter2|stack|at file|Cannot return null/);
      const logged = JSON.parse(lines[0] ?? '{}');
      expect([logged.errorId, typeof logged.err.stack]).toEqual(['e-1', 'string']);
    },
  );
});

describe('the transport refuses before GraphQL is asked', () => {
  const MEGABYTE = 1_048_576;
  const padded = (bytes: number): string => `{"query":"{ hello }"${' '.repeat(bytes - '{"query":"{ hello }"}'.length)}}`;

  it.each([
    ['a body of exactly 1 MB', post(padded(MEGABYTE)), 200, null],
    ['a byte more', post(padded(MEGABYTE + 1)), 413, 'BODY_TOO_LARGE'],
    ['3 MB', post(padded(3 * MEGABYTE)), 413, 'BODY_TOO_LARGE'],
    ['4 MB with a token, which is looked at first', post(padded(4 * MEGABYTE), { authorization: 'Bearer x.y.z' }), 401, 'UNAUTHENTICATED'],
    ['a byte more with a token', post(padded(4 * MEGABYTE + 1), { authorization: 'Bearer x.y.z' }), 413, 'BODY_TOO_LARGE'],
    ['bad JSON', post('{"query": '), 400, 'BAD_REQUEST'],
    ['a batch', post([{ query: '{ hello }' }]), 400, 'BAD_REQUEST'],
    ['plain text', post('{ hello }', { 'content-type': 'text/plain' }), 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['PUT', { method: 'PUT', body: '{}' }, 405, 'METHOD_NOT_ALLOWED'],
    ['DELETE', { method: 'DELETE' }, 405, 'METHOD_NOT_ALLOWED'],
    ['a GET without the preflight header', {}, 400, 'BAD_REQUEST'],
  ] as const)('%s', async (_title, init, status, code) => {
    const reply = await ask(server.url, init);
    expect([reply.status, code === null ? null : errorsOf(reply).errors[0]?.extensions['code']]).toEqual([status, code]);
  });

  it('a body sent in pieces without a length', async () => {
    const piece = new TextEncoder().encode(' '.repeat(100_000));
    const body = new ReadableStream({
      start: (controller) => {
        for (let sent = 0; sent < 20; sent += 1) controller.enqueue(piece);
        controller.close();
      },
    });
    const init: RequestInit = { method: 'POST', headers: { 'content-type': 'application/json' }, body, duplex: 'half' };
    expect((await ask(server.url, init)).status).toBe(413);
  });

  it("an address that is not there, in the reader's language", async () => {
    const reply = await ask(new URL('/nothing', server.url).href, { headers: { 'accept-language': 'en' } });
    expect([reply.status, errorsOf(reply).errors[0]?.message]).toEqual([404, 'There is nothing here; GraphQL is at /graphql.']);
  });

  it('an address that cannot be decoded', async () => {
    expect((await ask(`${new URL(server.url).origin}/%E0%A4%A`)).status).toBe(400);
  });

  it('OPTIONS names the methods and grants nothing to other sites; HEAD answers without a body', async () => {
    const options = await fetch(server.url, { method: 'OPTIONS' });
    expect([options.status, options.headers.get('allow'), options.headers.get('access-control-allow-origin')]).toEqual([
      204,
      'GET, HEAD, POST, OPTIONS',
      null,
    ]);
    const head = await fetch(new URL('/healthz', server.url), { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
  });

  it('every answer carries the headers that keep it where it belongs', async () => {
    for (const init of [post({ query: '{ hello }' }), post('no')]) {
      const { headers } = await fetch(server.url, init);
      expect([headers.get('x-content-type-options'), headers.get('content-security-policy'), headers.get('cache-control')]).toEqual([
        'nosniff',
        "default-src 'none'; frame-ancestors 'none'",
        'no-store',
      ]);
      expect(headers.get('content-length')).toMatch(/^\d+$/);
    }
  });
});
