import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { type FreshDatabase, freshFolder } from '../harness/databases.js';
import { HALF_CHARACTER } from './answer-forms.js';
import { BAD_INPUTS, type BadInput, TEXT_PLACES } from './bad-inputs.js';
import { IDENTITY_NUMBER, LIBRARY_TEXT, post, postBytes, type Reply } from './harness.js';

const MESSAGE_LENGTH_MAX = 600;
const LIMIT_MESSAGE_BYTES_MAX = 200;
const REQUEST_MS_MAX = 400;

/** The service in a process of its own, so that whether it stays up and what it logs can be seen. */
let child: ChildProcess;
let database: FreshDatabase;
let url = '';
let log = '';

beforeAll(async () => {
  database = await freshFolder();
  const main = fileURLToPath(new URL('../../src/main.js', import.meta.url));
  const environment = { PATH: process.env['PATH'], PORT: '0', LOG_LEVEL: 'info', DATA_DIR: database.configuration.dataFolder };
  child = spawn(process.execPath, [main], { env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
  child.stderr?.on('data', (chunk: Buffer) => {
    log += chunk.toString('utf8');
  });
  if (child.stdout === null) throw new Error('no standard output');
  for await (const line of createInterface({ input: child.stdout })) {
    url = line;
    break;
  }
}, 120_000);

afterAll(async () => {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
  await database.remove();
});

const english = { 'accept-language': 'en' };

function expectWorded(reply: Reply): void {
  expect(reply.status).toBeLessThan(500);
  expect(reply.text).not.toContain(IDENTITY_NUMBER.slice(0, 17));
  expect(reply.errors.filter(({ message }) => HALF_CHARACTER.test(message))).toEqual([]);
  for (const { message, extensions } of reply.errors) {
    expect(extensions.code).not.toBe('INTERNAL_SERVER_ERROR');
    expect(extensions.messageZh).toMatch(/\p{Script=Han}/u);
    expect(extensions.messageEn).toMatch(/[A-Za-z]/u);
    expect(`${extensions.messageZh} ${extensions.messageEn}`).not.toMatch(LIBRARY_TEXT);
    expect(message.length).toBeLessThanOrEqual(MESSAGE_LENGTH_MAX);
  }
}

async function expectRefused({ query, variables, code, field }: BadInput): Promise<void> {
  for (const headers of [{}, english]) {
    const reply = await post(url, query, variables, headers);
    const [error] = reply.errors;
    expect(error?.extensions.code).toBe(code);
    if (field !== null) expect(error?.extensions.field?.endsWith(field)).toBe(true);
    expect(error?.message).toBe(headers === english ? error?.extensions.messageEn : error?.extensions.messageZh);
    expectWorded(reply);
    if (code.startsWith('QUERY_')) {
      expect(reply.status).toBe(400);
      expect(Buffer.byteLength(error?.message ?? '')).toBeLessThanOrEqual(LIMIT_MESSAGE_BYTES_MAX);
    }
  }
}

describe.each(BAD_INPUTS)('bad input: %s', (_group, cases) => {
  it.each(cases.map((one) => [one.title, one.code, one] as const))('%s: %s', async (_title, _code, one) => {
    await expectRefused(one);
  });
});

const QUERY = '{ measures { code } }';
type BadBody = readonly [title: string, body: string, status: number, code: string, headers: Readonly<Record<string, string>>];
const BODIES: readonly BadBody[] = [
  ['no JSON', '{"query":', 400, 'BAD_REQUEST', {}],
  ['nothing', '', 400, 'BAD_REQUEST', {}],
  ['null', 'null', 400, 'BAD_REQUEST', {}],
  ['a batch', JSON.stringify([{ query: QUERY }]), 400, 'BAD_REQUEST', {}],
  ['variables as a list', JSON.stringify({ query: QUERY, variables: [1] }), 400, 'BAD_REQUEST', {}],
  ['a query that is a number', JSON.stringify({ query: 5 }), 400, 'BAD_REQUEST', {}],
  ['plain text', JSON.stringify({ query: QUERY }), 415, 'UNSUPPORTED_MEDIA_TYPE', { 'content-type': 'text/plain' }],
  ['a form', 'query=x', 415, 'UNSUPPORTED_MEDIA_TYPE', { 'content-type': 'application/x-www-form-urlencoded' }],
  ['2 MB', 'x'.repeat(2_000_000), 413, 'BODY_TOO_LARGE', {}],
];

describe('bad bodies and headers', () => {
  it.each(BODIES)('%s', async (_title, body, status, code, headers) => {
    const reply = await postBytes(url, body, headers);
    expect([reply.status, reply.errors[0]?.extensions.code]).toEqual([status, code]);
    expectWorded(reply);
  });

  const MUTATION =
    'mutation { approveTrainingPlan(input: { idempotencyKey: "12345678", trainingPlanId: "x", decidedOn: "2026-11-22" }) { replayed } }';
  it('GET runs no mutation', async () => {
    const response = await fetch(`${url}?query=${encodeURIComponent(MUTATION)}`, {
      headers: { 'apollo-require-preflight': 'yes' },
    });
    expect(response.status).toBe(405);
  });

  it.each([
    ['content-type', `application/json${' '.repeat(14_000)}x`],
    ['accept-language', 'en-'.repeat(4_500)],
    ['accept', ' ;,'.repeat(4_500)],
  ])('a %s of 14 kB holds nobody up', async (name, value) => {
    let best = Number.POSITIVE_INFINITY;
    for (let turn = 0; turn < 3 && best > REQUEST_MS_MAX; turn += 1) {
      const started = performance.now();
      await postBytes(url, JSON.stringify({ query: QUERY }), { [name]: value });
      best = Math.min(best, performance.now() - started);
    }
    expect(best).toBeLessThanOrEqual(REQUEST_MS_MAX);
  });
});

describe('an identity number that somebody pastes does not come back', () => {
  it.each(TEXT_PLACES)('%s', async (query) => {
    for (const headers of [{}, english]) {
      expectWorded(await post(url, query, query.includes('$text') ? { text: IDENTITY_NUMBER } : {}, headers));
    }
  });

  it('nor is it in an unknown key, an operation name or a number', async () => {
    const input = { on: '2026-11-22', lines: [], [IDENTITY_NUMBER]: 1 };
    expectWorded(await post(url, 'query ($input: SubsidyEstimateInput!) { subsidyEstimate(input: $input) { amount } }', { input }));
    expectWorded(await postBytes(url, JSON.stringify({ query: QUERY, operationName: IDENTITY_NUMBER })));
    expectWorded(
      await postBytes(url, `{"query":"query ($y: Int!) { quotaTable(year: $y) { total } }","variables":{"y":${IDENTITY_NUMBER}}}`),
    );
  });
});

describe('after all that', () => {
  it('the process is up and has logged neither a bug nor an identity number', async () => {
    expect((await fetch(new URL('/readyz', url))).status).toBe(200);
    expect(child.exitCode).toBeNull();
    expect(log).not.toContain(IDENTITY_NUMBER.slice(0, 17));
    expect(log).not.toContain('a request met a bug');
  });
});

describe('bad input: lists in lists, 100,000 deep, where a text belongs', () => {
  it('is refused in words and the service stays up', async () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000);
    const line = `{"occupation":"AI","level":"JUNIOR","headCount":1,"deliveredHours":${deep}}`;
    const query = 'query ($input: SubsidyEstimateInput!) { subsidyEstimate(input: $input) { amount } }';
    const reply = await postBytes(url, `{"query":${JSON.stringify(query)},"variables":{"input":{"lines":[${line}]}}}`);
    expect(reply.errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect(reply.errors[0]?.extensions.field).toBe('lines[0].deliveredHours');
    expect(child.exitCode).toBeNull();
  });
});
