import { identityHash, newSalt, saltedDigest } from '../../../src/store/keys/identity-hash.js';
import { keyText, ringOf } from './keys.js';

const ring = ringOf([1]);
const NUMBER = '210102199903071239';

// Expected values: openssl dgst -sha256 -mac HMAC with a key of 32 bytes 09, over "identity", register and number on a line each.
describe('the hash that makes a person unique (our design, docs/decisions/0010)', () => {
  it.each([
    ['RESIDENT_CARD', NUMBER, '17bcb9d4db6720379416ec66abbdd8f05497c202c1bbb7f953140a900ead8c9a'],
    ['PASSPORT', 'E12345678', '3659d0ee8a7431dd9a559fb508071075cbcc79b0b7ff0b1be3d9eb8d34e95157'],
  ] as const)('of %s %s', (type, number, hash) => {
    expect(identityHash(ring, type, number)).toBe(hash);
  });

  it('does not depend on the data keys, and does on the hash key', () => {
    expect(identityHash(ringOf([2, 3]), 'RESIDENT_CARD', NUMBER)).toBe(identityHash(ring, 'RESIDENT_CARD', NUMBER));
    expect(identityHash(ringOf([1], `1:${keyText(8)}`), 'RESIDENT_CARD', NUMBER)).not.toBe(identityHash(ring, 'RESIDENT_CARD', NUMBER));
  });

  it('is one for an identity number, under whatever type of document it comes', () => {
    const hashes = (['RESIDENT_CARD', 'HONG_KONG_MACAO_TAIWAN_RESIDENCE_PERMIT', 'OTHER'] as const).map((type) =>
      identityHash(ring, type, NUMBER),
    );
    expect(new Set(hashes).size).toBe(1);
  });

  it('is another one for the same number of another type, where numbers are given out by many', () => {
    expect(identityHash(ring, 'PASSPORT', 'E12345678')).not.toBe(identityHash(ring, 'OTHER', 'E12345678'));
  });
});

describe('the salted digest of an audit entry (our design, docs/decisions/0010)', () => {
  // openssl dgst -sha256 -mac HMAC with a key of 32 bytes 05, over the number.
  it('of 210102199903071239 under a salt of 32 bytes 05', () => {
    expect(saltedDigest(Buffer.alloc(32, 5), NUMBER)).toBe('e04dee8254d3058d91a104cfc2a2ea7b1ba7186ff428f16ce786e90b6226e383');
  });

  it('is another one under another salt, and needs a whole salt', () => {
    const salts = [newSalt(), newSalt()];
    expect(salts.map((salt) => salt.length)).toEqual([32, 32]);
    expect(new Set(salts.map((salt) => saltedDigest(salt, NUMBER))).size).toBe(2);
    expect(() => saltedDigest(Buffer.alloc(0), NUMBER)).toThrow('a salt has 32 bytes');
  });
});
