import type { KeyObject } from 'node:crypto';
import fc from 'fast-check';
import { decrypt, encrypt, personContext, reencrypt } from '../../../src/store/keys/identity-cipher.js';
import { runs } from '../../money/harness.js';
import { ringOf, storeFailureOf } from './keys.js';

const ONE = ringOf([1]);
const BOTH = ringOf([1, 2]);
const TWO = ringOf([2]);
const NAME = personContext('name', '12');
const anyText = fc.string({ unit: 'grapheme', maxLength: 80 });

describe('an encrypted name or number (NIST SP 800-38D; our design, docs/decisions/0010)', () => {
  it('is bound to its column and person', () => {
    expect([NAME, personContext('number', '12')]).toEqual(['person:name:12', 'person:number:12']);
  });

  it('comes back as it was', () => {
    fc.assert(
      fc.property(anyText, anyText, (text, context) => decrypt(ONE, encrypt(ONE, text, context), context) === text),
      runs(200, 5_000),
    );
  });

  it('is read from bytes that another program wrote: format 1, version 7, nonce 00..0b, a key of 32 bytes 07', () => {
    const written = Buffer.from('010007000102030405060708090a0bfd3d4994a5805173a135cbecddecc5174ef1902185c2', 'hex');
    expect(decrypt(ringOf([7]), written, 'person:name:12')).toBe('张三');
  });

  it('is 31 bytes longer than the text, and never the same twice', () => {
    const twice = [encrypt(ONE, '张三', NAME), encrypt(ONE, '张三', NAME)];
    expect(twice.map((bytes) => bytes.length)).toEqual([37, 37]);
    expect(twice[0]?.equals(twice[1] ?? Buffer.alloc(0))).toBe(false);
    expect(twice[0]?.includes('张三')).toBe(false);
  });

  it('does not open when any of its bits was changed', () => {
    const written = encrypt(BOTH, '210102199903071239', NAME);
    for (let bit = 0; bit < written.length * 8; bit += 1) {
      const changed = Buffer.from(written);
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(storeFailureOf(() => decrypt(BOTH, changed, NAME)).code).toBe('IDENTITY_UNREADABLE');
    }
  });

  it('does not open when it was cut or made longer', () => {
    const written = encrypt(ONE, '张三', NAME);
    for (let length = 0; length < written.length; length += 1) {
      expect(storeFailureOf(() => decrypt(ONE, written.subarray(0, length), NAME)).code).toBe('IDENTITY_UNREADABLE');
    }
    expect(storeFailureOf(() => decrypt(ONE, Buffer.concat([written, Buffer.of(0)]), NAME)).code).toBe('IDENTITY_UNREADABLE');
  });

  it.each([personContext('number', '12'), personContext('name', '13'), ''])('does not open under the context %j', (context) => {
    const failure = storeFailureOf(() => decrypt(ONE, encrypt(ONE, '张三', NAME), context));
    expect([failure.code, failure.facts]).toEqual(['IDENTITY_UNREADABLE', { context }]);
  });

  it('does not open with another key of the same version', () => {
    const other = { ...ONE, dataKeys: new Map([[1, [...TWO.dataKeys.values()][0] as KeyObject]]) };
    expect(storeFailureOf(() => decrypt(other, encrypt(ONE, '张三', NAME), NAME)).code).toBe('IDENTITY_UNREADABLE');
  });

  it('names the version that is needed and those that there are, and what to do, without the text', () => {
    const failure = storeFailureOf(() => decrypt(TWO, encrypt(ONE, '张三', NAME), NAME));
    expect(failure.text.en).toContain('person:name:12; it needs key version 1, and there are 2. Check that IDENTITY_KEYS');
    expect(failure.text.zh).toContain('版本 1 ');
    expect(JSON.stringify(failure)).not.toContain('张三');
  });
});

describe('a new key (our design, docs/decisions/0010)', () => {
  it('writes from then on, and the old one still reads', () => {
    const before = encrypt(ONE, '张三', NAME);
    expect(decrypt(BOTH, before, NAME)).toBe('张三');
    const after = encrypt(BOTH, '张三', NAME);
    expect(decrypt(TWO, after, NAME)).toBe('张三');
    expect(storeFailureOf(() => decrypt(ONE, after, NAME)).code).toBe('IDENTITY_UNREADABLE');
  });

  it('takes over what the old one wrote, after which the old one is not needed', () => {
    fc.assert(
      fc.property(anyText, (text) => decrypt(TWO, reencrypt(BOTH, encrypt(ONE, text, NAME), NAME), NAME) === text),
      runs(200, 5_000),
    );
  });

  it('leaves alone what is under it already', () => {
    const written = encrypt(BOTH, '张三', NAME);
    expect(reencrypt(BOTH, written, NAME)).toBe(written);
  });

  it('takes nothing over from another context', () => {
    const written = encrypt(ONE, '张三', NAME);
    expect(storeFailureOf(() => reencrypt(BOTH, written, personContext('name', '13'))).code).toBe('IDENTITY_UNREADABLE');
  });
});
