import type { HttpServer } from '../../src/http/start-http-server.js';
import { ask, startTestServer } from './harness.js';

let server: HttpServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const BROWSER = { headers: { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' } };

describe('the IDE works without the internet', () => {
  it('a browser gets a page whose every address is ours', async () => {
    const page = await ask(server.url, BROWSER);
    expect([page.status, page.contentType]).toEqual([200, 'text/html; charset=utf-8']);
    expect(page.body).toContain('<base href="/graphql/ide/">');
    expect(page.body).not.toMatch(/(src|href)="(https?:)?\/\//);
    const addresses = [...page.body.matchAll(/(?:src|href)="([^"]+)"/g)]
      .map(([, address = '']) => address)
      .filter((address) => address !== '/graphql/ide/');
    expect(addresses.length).toBeGreaterThan(5);
    for (const address of addresses) {
      const reply = await fetch(new URL(address, new URL('/graphql/ide/', server.url)));
      expect([address, reply.status]).toEqual([address, 200]);
      await reply.arrayBuffer();
    }
  });

  it('the page may only talk to this service', async () => {
    const { headers } = await fetch(server.url, BROWSER);
    expect(headers.get('content-security-policy')).toMatch(/default-src 'self'; script-src 'self';.*connect-src 'self'/);
  });

  it('it begins in Chinese and asks this service', async () => {
    const options = await ask(new URL('/graphql/ide/options.js', server.url).href);
    expect(options.contentType).toMatch(/^text\/javascript/);
    expect(options.body).toMatch(/endpointURL: `\/graphql`/);
    expect(options.body).toMatch(/language: `zh-CN`/);
    expect((await ask(new URL('/graphql/ide/assets/i18n/zh-CN.json', server.url).href)).status).toBe(200);
  });

  it('the frame for scripts of a user is closed in', async () => {
    const { headers } = await fetch(new URL('/graphql/ide/iframe-sandbox/index.html', server.url));
    expect(headers.get('content-security-policy')).toBe('sandbox allow-scripts');
  });

  it.each(['/graphql/ide/../../package.json', '/graphql/ide/%2e%2e/%2e%2e/package.json', '/graphql/ide/nothing.js'])(
    '%s is not there',
    async (path) => {
      expect((await ask(`${new URL(server.url).origin}${path}`)).status).toBeGreaterThanOrEqual(400);
    },
  );
});
