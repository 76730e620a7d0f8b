import fc from 'fast-check';
import { exact } from '../../src/money/exact.js';
import { addFen, formatFen, toFen } from '../../src/money/fen.js';
import { formatYuan, yuan } from '../../src/money/yuan.js';
import { runs } from './harness.js';

describe('whole fen for batches (docs/decisions/0005-exact-money.md)', () => {
  it.each([
    [0, '0.00'],
    [1, '0.01'],
    [-5, '-0.05'],
    [128_000, '1280.00'],
    [Number.MAX_SAFE_INTEGER, '90071992547409.91'],
  ])('%d fen are %s yuan', (fen, text) => {
    expect(formatFen(fen)).toBe(text);
    expect(toFen(yuan(text))).toBe(fen);
  });

  it('asserts its bounds instead of losing a fen', () => {
    expect(() => addFen(Number.MAX_SAFE_INTEGER, 1)).toThrow('a sum beyond exact fen');
    expect(() => toFen(exact('90071992547409.92'))).toThrow('is beyond exact fen');
    expect(() => toFen(exact('0.001'))).toThrow('holds less than a fen');
    expect(() => formatFen(0.5)).toThrow('fen beyond exactness');
  });

  it('comes back from its text, and says the same as the decimal', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (fen) => {
        const text = formatFen(fen);
        return toFen(yuan(text)) === fen && formatYuan(yuan(text)) === text;
      }),
      runs(2_000, 100_000),
    );
  });
});
