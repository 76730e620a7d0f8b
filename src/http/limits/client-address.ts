import type { IncomingHttpHeaders } from 'node:http';

const MAPPED = '::ffff:';
/** An IPv6 network of one customer: its first four groups. */
const NETWORK_GROUPS = 4;
const GROUPS = 8;
const ADDRESS_LENGTH_MAX = 45;

/**
 * The address that an anonymous request is counted under: of the connection, or, behind `proxies` proxies of our own, the one that the outermost of
 * them wrote into X-Forwarded-For; what stands to the left of it anybody can invent. Of an IPv6 address only the network counts.
 * Source: our design, docs/decisions/0010-callers.md
 */
export function clientAddress(connection: string, headers: IncomingHttpHeaders, proxies: number): string {
  if (proxies === 0) return networkOf(connection);
  const forwarded = headers['x-forwarded-for'];
  const hops = (Array.isArray(forwarded) ? forwarded.join(',') : (forwarded ?? '')).split(',').map((hop) => hop.trim());
  const hop = hops.at(-proxies) ?? '';
  return networkOf(hop === '' || hop.length > ADDRESS_LENGTH_MAX ? connection : hop);
}

function networkOf(address: string): string {
  if (!address.includes(':')) return address;
  const plain = address.toLowerCase();
  if (plain.startsWith(MAPPED) && plain.includes('.')) return plain.slice(MAPPED.length);
  const [head = '', tail] = plain.split('::', 2);
  const groups = head === '' ? [] : head.split(':');
  const rest = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : Math.max(0, GROUPS - groups.length - rest.length);
  return [...groups, ...Array<string>(zeros).fill('0'), ...rest].slice(0, NETWORK_GROUPS).map(withoutZeros).join(':');
}

const withoutZeros = (group: string): string => group.replace(/^0+(?=.)/u, '');
