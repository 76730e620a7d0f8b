import fc from 'fast-check';
import { fenOfYuan, yuanOfFen } from '../../src/money/whole-fen.js';

describe('a whole number of fen and its yuan (our design, docs/decisions/0005-exact-money.md)', () => {
  it.each([
    ['0.00', 0n],
    ['0.01', 1n],
    ['1280.00', 128_000n],
    ['-0.05', -5n],
    ['9999999999999999999999.99', 999_999_999_999_999_999_999_999n],
  ])('%s is %d fen and back', (text, fen) => expect([fenOfYuan(text), yuanOfFen(fen)]).toEqual([fen, text]));

  it.each(['', '1', '1.0', '1.000', '1e2', ' 1.00', '１.００', '1,000.00', '+1.00'])('%j is no amount', (text) => {
    expect(() => fenOfYuan(text)).toThrow('no amount in yuan');
  });

  it('every number of fen comes back', () => {
    fc.assert(fc.property(fc.bigInt(), (fen) => expect(fenOfYuan(yuanOfFen(fen))).toBe(fen)));
  });
});
