import { createServer } from 'node:http';
import { connect } from 'node:net';
import { isReadyInTime } from '../../src/http/readiness.js';
import { StartFailure } from '../../src/http/start-failure.js';
import { ask, errorsOf, post, startTestServer } from './harness.js';

describe('start', () => {
  it('a port in use is said in both languages, naming PORT', async () => {
    const holder = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => holder.once('listening', resolve));
    const address = holder.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const failure: unknown = await startTestServer({ port }).catch((error: unknown) => error);
    holder.close();
    expect(failure).toBeInstanceOf(StartFailure);
    expect(failure instanceof StartFailure && failure.text).toEqual({
      zh: `PORT=${port}：127.0.0.1 的端口 ${port} 已被占用；请停止占用它的程序，或把 PORT 设为其他端口（0 表示任一空闲端口）。`,
      en: `PORT=${port}: port ${port} on 127.0.0.1 is already in use; stop the program that holds it, or set PORT to another port (0 takes any free one).`,
    });
  });

  it('a host that is not ours names HOST', async () => {
    await expect(startTestServer({ host: '203.0.113.7' })).rejects.toThrow(/^HOST=203\.0\.113\.7: /);
  });
});

describe('probes', () => {
  it('/healthz says the process lives, /readyz what the probe says', async () => {
    let ready: () => Promise<boolean> = async () => true;
    const server = await startTestServer({ isReady: () => ready() });
    const at = async (path: string) => (await ask(new URL(path, server.url).href)).status;
    expect([await at('/healthz'), await at('/readyz')]).toEqual([200, 200]);
    ready = async () => false;
    expect([await at('/healthz'), await at('/readyz')]).toEqual([200, 503]);
    ready = async () => {
      throw new Error('no store');
    };
    const reply = await ask(new URL('/readyz', server.url).href);
    expect([reply.status, errorsOf(reply).errors[0]?.extensions['code']]).toEqual([503, 'NOT_READY']);
    await server.stop();
  });

  it('a probe that hangs means no', async () => {
    expect(await isReadyInTime(() => new Promise(() => undefined))).toBe(false);
  });
});

describe('stop', () => {
  it('finishes what is in flight, on both paths, and refuses what is new', async () => {
    const server = await startTestServer();
    const known = post({ query: '{ slow(milliseconds: 300) }' });
    for (let turn = 0; turn < 3; turn += 1) await ask(server.url, known);
    const inFlight = [ask(server.url, known), ask(server.url, post({ query: '{ other: slow(milliseconds: 400) }' }))];
    await new Promise((resolve) => setTimeout(resolve, 100));
    const started = performance.now();
    const stopping = server.stop();
    await expect(ask(server.url, known)).rejects.toThrow();
    const replies = await Promise.all(inFlight);
    await stopping;
    expect(replies.map(({ status, body }) => [status, body])).toEqual([
      [200, '{"data":{"slow":"done"}}'],
      [200, '{"data":{"other":"done"}}'],
    ]);
    expect(performance.now() - started).toBeLessThan(3000);
  });

  it('idle connections kept alive do not hold it up, and stopping twice is stopping once', async () => {
    const server = await startTestServer();
    await Promise.all(Array.from({ length: 32 }, () => ask(server.url, post({ query: '{ hello }' }))));
    const started = performance.now();
    await Promise.all([server.stop(), server.stop()]);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

describe('bytes that are not HTTP', () => {
  const send = (port: number, bytes: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
      let reply = '';
      socket.on('data', (chunk) => {
        reply += chunk.toString();
      });
      socket.on('close', () => resolve(reply));
      socket.on('error', reject);
    });

  it.each([
    ['noise', 'noise\r\n\r\n', 'HTTP/1.1 400 Bad Request'],
    [
      'too many headers',
      `GET /healthz HTTP/1.1\r\nhost: a\r\nx: ${'y'.repeat(70_000)}\r\n\r\n`,
      'HTTP/1.1 431 Request Header Fields Too Large',
    ],
  ])('%s', async (_title, bytes, head) => {
    const server = await startTestServer();
    const reply = await send(server.port, bytes);
    expect(reply.split('\r\n')[0]).toBe(head);
    expect(reply).toContain('"code":"BAD_REQUEST"');
    await server.stop();
  });

  it('a caller that goes away in the middle of its body leaves no trace', async () => {
    const lines: string[] = [];
    const server = await startTestServer({}, lines);
    await new Promise<void>((resolve) => {
      const socket = connect(server.port, '127.0.0.1', () => {
        socket.write('POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{"query"');
        setTimeout(() => {
          socket.destroy();
          resolve();
        }, 50);
      });
    });
    expect((await ask(server.url, post({ query: '{ hello }' }))).status).toBe(200);
    await server.stop();
    expect(lines).toEqual([]);
  });
});
