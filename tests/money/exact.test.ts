import { exact, greater, isDecimalText, lesser, shownDecimals, sumOf } from '../../src/money/exact.js';

describe('exact decimals (docs/decisions/0005-exact-money.md)', () => {
  it.each(['0', '-1', '1280.00', '0.0000000000000000000000000000000000000001', '9'.repeat(40)])('%s is a plain decimal', (text) => {
    expect(isDecimalText(text)).toBe(true);
    expect(exact(text).toFixed()).toBe(text.replace(/\.0+$/, ''));
  });

  it.each([
    '',
    ' 1',
    '1 ',
    '+1',
    '1e3',
    '1E3',
    '.5',
    '5.',
    '1,000',
    '１２８',
    'NaN',
    'Infinity',
    '0x10',
    '--1',
    '1.2.3',
    '9'.repeat(41),
    '1\n',
  ])('%j is none', (text) => {
    expect(isDecimalText(text)).toBe(false);
    expect(() => exact(text)).toThrow('is not a plain decimal');
  });

  it.each([0.1, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('the number %d is refused: only safe integers are exact', (number) => {
    expect(() => exact(number)).toThrow('is not a safe integer');
  });

  it('adds 0.1 and 0.2 to 0.3', () => {
    expect(sumOf([exact('0.1'), exact('0.2')]).toFixed()).toBe('0.3');
    expect(sumOf([]).toFixed()).toBe('0');
  });

  it('names the smaller and the larger of two numbers', () => {
    expect(lesser(exact('1280.00'), exact('1280.01')).toFixed()).toBe('1280');
    expect(greater(exact('-1'), exact('0')).toFixed()).toBe('0');
  });

  it.each([
    ['12.50', 2],
    ['12', 0],
    ['0.0001', 4],
  ])('%s shows %d decimals', (text, decimals) => {
    expect(shownDecimals(text)).toBe(decimals);
  });
});
