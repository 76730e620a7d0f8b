import { clientAddress } from '../../../src/http/limits/client-address.js';

describe('the address that an anonymous request is counted under', () => {
  it.each([
    ['the connection', '203.0.113.7', undefined, 0, '203.0.113.7'],
    ['not what the caller says without a proxy', '203.0.113.7', '198.51.100.1', 0, '203.0.113.7'],
    ['what our proxy says', '10.0.0.2', '198.51.100.1', 1, '198.51.100.1'],
    ['not what stands left of it', '10.0.0.2', '192.0.2.66, 198.51.100.1', 1, '198.51.100.1'],
    ['what the outer of two proxies says', '10.0.0.2', '192.0.2.66, 198.51.100.1, 10.0.0.9', 2, '198.51.100.1'],
    ['the connection when the proxy says nothing', '10.0.0.2', undefined, 1, '10.0.0.2'],
    ['the connection when it says too little', '10.0.0.2', '198.51.100.1', 2, '10.0.0.2'],
    ['the connection when it says nonsense', '10.0.0.2', 'x'.repeat(46), 1, '10.0.0.2'],
    ['IPv4 within IPv6', '::ffff:203.0.113.7', undefined, 0, '203.0.113.7'],
    ['the network of IPv6', '2001:db8:1:2:aaaa:bbbb:cccc:dddd', undefined, 0, '2001:db8:1:2'],
    ['the same network written short', '2001:0DB8:1:2::9', undefined, 0, '2001:db8:1:2'],
    ['a network with zeros', '2001:db8::9', undefined, 0, '2001:db8:0:0'],
    ['this machine', '::1', undefined, 0, '0:0:0:0'],
  ])('%s', (_title, connection, forwarded, proxies, expected) =>
    expect(clientAddress(connection, forwarded === undefined ? {} : { 'x-forwarded-for': forwarded }, proxies)).toBe(expected),
  );
});
