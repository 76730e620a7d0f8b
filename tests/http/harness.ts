import {
  buildSchema,
  type GraphQLFieldResolver,
  GraphQLObjectType,
  GraphQLScalarType,
  type GraphQLSchema,
  GraphQLUnionType,
  isInputObjectType,
  isInterfaceType,
} from 'graphql';
import { pino } from 'pino';
import type { RequestContext } from '../../src/graphql/context.js';
import { createAuthenticator } from '../../src/http/authenticate.js';
import { type HttpServer, type HttpServerOptions, startHttpServer } from '../../src/http/start-http-server.js';
import { bilingual } from '../../src/policy/bilingual.js';
import { Failure } from '../../src/policy/failure.js';
import { TEST_KEYS } from './tokens/signing.js';

const SDL = `
  scalar Hours
  enum Level { JUNIOR MIDDLE SENIOR }
  input LineInput { level: Level!, heads: Int! = 1, hours: Hours }
  input EstimateInput { lines: [LineInput!]!, on: String = "2024-07-05", note: String }
  input PickInput @oneOf { id: ID, name: String }
  type Line { level: Level!, heads: Int!, hours: Hours, label(prefix: String = "级别"): String! }
  type Estimate { lines: [Line!]!, total: Int!, note: String, language: String! }
  interface Shape { name: String! }
  interface Scaled { scaled(by: Int = 2): Int! }
  type Circle implements Shape & Scaled { name: String!, radius: Int!, scaled(by: Int = 2): Int! }
  type Square implements Shape & Scaled { name: String!, side: Int!, scaled(by: Int = 3): Int! }
  union Any = Circle | Square
  type Nested { nested: Nested, edges: [Nested!], node: Nested, name: String }
  type Query {
    hello: String!
    language: String!
    person: String
    sum(a: Int!, b: Int = 2): Int!
    hours(is: Hours = "1.50"): Hours
    later(text: String, times: Int! = 1): String
    estimate(input: EstimateInput!): Estimate!
    pick(by: PickInput!): String
    shapes: [Shape!]!
    anything: [Any!]!
    scaled: [Scaled!]!
    nested: Nested
    refused(field: String): String
    broken: String
    brokenNever: String!
    missing: String!
    flaky: String
    now: Int!
    slow(milliseconds: Int!): String
  }
  type Mutation { touch: Int!, count: Int! }
`;

/** A scalar whose value is not JSON: what graphql-jit would turn into text if it coerced it. */
class HoursValue {
  constructor(readonly hundredths: bigint) {}
  toString(): string {
    return `${this.hundredths / 100n}.${`${this.hundredths % 100n}`.padStart(2, '0')}`;
  }
}

function hoursOf(value: unknown): HoursValue {
  const text = typeof value === 'string' ? /^(\d+)\.(\d\d)$/.exec(value) : null;
  if (text === null)
    throw new Failure('BAD_USER_INPUT', bilingual('课时须为两位小数的文字', 'hours are a text with two decimals'), null, { unit: 'HOURS' });
  return new HoursValue(BigInt(`${text[1]}${text[2]}`));
}

type Resolvers = Record<string, Record<string, GraphQLFieldResolver<Record<string, unknown>, RequestContext, Record<string, unknown>>>>;

let ticks = 0;
const shapes = [
  { __typename: 'Circle', name: '圆', radius: 3 },
  { __typename: 'Square', name: '方', side: 2 },
];
const nested: Record<string, unknown> = { name: '层' };
nested['nested'] = nested;
nested['node'] = nested;
nested['edges'] = [nested];

const RESOLVERS: Resolvers = {
  Query: {
    hello: () => '你好',
    language: (_root, _arguments, context) => context.language,
    person: (_root, _arguments, context) => context.actor?.person ?? null,
    sum: (_root, { a, b }) => Number(a) + Number(b),
    hours: (_root, { is }) => is,
    later: async (_root, { text, times }) => (text === undefined ? 'absent' : typeof text === 'string' ? text.repeat(Number(times)) : null),
    estimate: (_root, { input }, { language }) => {
      const { lines, note, on } = input as { lines: { heads: number }[]; note?: string; on: string };
      return { lines, note: `${note}/${on}`, language, total: lines.reduce((sum, line) => sum + line.heads, 0) };
    },
    pick: (_root, { by }) => JSON.stringify(by),
    shapes: () => shapes,
    anything: async () => shapes,
    scaled: () => shapes,
    nested: () => nested,
    refused: (_root, { field }) => {
      throw new Failure('UNKNOWN_REGION', bilingual('没有这个地区：火星', 'there is no region Mars'), field as string | null, {
        asked: 'LN-999999',
      });
    },
    broken: () => {
      throw new Error('password=hunter2 at db.internal');
    },
    brokenNever: async () => {
      throw new Error('password=hunter2 at db.internal');
    },
    missing: () => null,
    flaky: () => {
      ticks += 1;
      if (ticks % 2 === 0) throw new Error('every other time');
      return 'steady';
    },
    now: () => {
      ticks += 1;
      return ticks;
    },
    slow: async (_root, { milliseconds }) => {
      await new Promise((resolve) => setTimeout(resolve, Number(milliseconds)));
      return 'done';
    },
  },
  Mutation: {
    touch: () => 1,
    count: () => {
      ticks += 1;
      return ticks;
    },
  },
  Line: { label: ({ level }, { prefix }) => `${String(prefix)}${String(level)}` },
  Circle: { scaled: ({ radius }, { by }) => Number(radius) * Number(by) },
  Square: { scaled: async ({ side }, { by }) => Number(side) * Number(by) },
};

/** A schema with something of everything that a transport may stumble over. */
export function oddSchema(): GraphQLSchema {
  const schema = buildSchema(SDL);
  const hours = schema.getType('Hours');
  if (hours instanceof GraphQLScalarType) {
    hours.parseValue = hoursOf;
    hours.parseLiteral = (node) => hoursOf(node.kind === 'StringValue' ? node.value : null);
    hours.serialize = String;
  }
  for (const [typeName, fields] of Object.entries(RESOLVERS)) {
    const type = schema.getType(typeName);
    if (!(type instanceof GraphQLObjectType)) throw new Error(`no type ${typeName}`);
    for (const [name, resolve] of Object.entries(fields)) {
      const field = type.getFields()[name];
      if (field === undefined) throw new Error(`no field ${typeName}.${name}`);
      field.resolve = resolve as GraphQLFieldResolver<unknown, unknown>;
      // A default as code-first schemas hold it: an object, not text.
      for (const argument of field.args) if (argument.name === 'is') argument.defaultValue = new HoursValue(150n);
    }
  }
  const pick = schema.getType('PickInput');
  if (
    !isInputObjectType(pick) ||
    !pick.isOneOf ||
    !isInterfaceType(schema.getType('Shape')) ||
    !(schema.getType('Any') instanceof GraphQLUnionType)
  )
    throw new Error('the schema of the tests has lost a shape');
  return schema;
}

type TestContext = RequestContext<string>;

/** Starts a server on a free port with the odd schema; what the server logs goes to `lines`. */
export function startTestServer(overrides: Partial<HttpServerOptions<TestContext>> = {}, lines: string[] = []): Promise<HttpServer> {
  return startHttpServer<TestContext>({
    schema: oddSchema(),
    createContext: (caller) => ({ ...caller, desk: 'desk' }),
    authenticator: createAuthenticator({ trusted: TEST_KEYS, clock: () => new Date(), isRevoked: () => false }),
    rateLimits: { anonymousPerMinute: 0, authenticatedPerMinute: 0 },
    trustedProxies: 0,
    isReady: async () => true,
    host: '127.0.0.1',
    port: 0,
    introspection: true,
    logger: pino({ level: 'info' }, { write: (line: string) => lines.push(line) }),
    ...overrides,
  });
}

export interface Reply {
  readonly status: number;
  readonly contentType: string | null;
  readonly body: string;
}

/** Sends one request and reads the whole reply. */
export async function ask(url: string, init: RequestInit = {}): Promise<Reply> {
  const response = await fetch(url, init);
  return { status: response.status, contentType: response.headers.get('content-type'), body: await response.text() };
}

/** A POST as clients send it. */
export const post = (body: unknown, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', ...headers },
  body: typeof body === 'string' ? body : JSON.stringify(body),
});

interface ErrorBody {
  readonly data?: unknown;
  readonly errors: readonly { readonly message: string; readonly path?: unknown; readonly extensions: Readonly<Record<string, unknown>> }[];
}

/** The body of a reply that carries errors. */
export const errorsOf = (reply: Reply): ErrorBody => JSON.parse(reply.body);
