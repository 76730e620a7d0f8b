import { isHolder } from '../../../src/policy/payees/account-holder.js';
import { maskedAccount, tailOfAccount, writtenAccountNumber } from '../../../src/policy/payees/account-number.js';

describe('a bank account number (our design, docs/decisions/0017-payees-and-funds.md)', () => {
  it.each([
    ['12345678', '12345678'],
    ['1234 5678', '1234 5678'.replace(' ', '')],
    ['1234-5678–90', '1234567890'],
    ['１２３４５６７８', '12345678'],
    ['0'.repeat(30), '0'.repeat(30)],
  ])('%s is written %s', (text, written) => expect(writtenAccountNumber(text, 'accountNumber')).toBe(written));

  it.each(['', '1234567', '1'.repeat(31), '1234567A', '12.345.678', '一二三四五六七八', '1234\u00005678'])('%j is none', (text) => {
    expect(() => writtenAccountNumber(text, 'accountNumber')).toThrow(
      expect.objectContaining({ code: 'ACCOUNT_NUMBER_INVALID', field: 'accountNumber' }),
    );
  });

  it('what is wrong is told without the number', () => {
    const problem = (() => {
      try {
        return writtenAccountNumber('62220212345678901234X', 'accountNumber');
      } catch (error) {
        return error;
      }
    })();
    expect(JSON.stringify([problem, String(problem)])).not.toContain('6222');
  });

  it('is shown by its last four digits, its length unsaid', () => {
    expect(maskedAccount(tailOfAccount('62220212345678'))).toBe('****5678');
  });
});

describe('the holder is the institution (四(一)2, 直补培训机构)', () => {
  it.each([
    ['大连理工大学', true],
    ['大连　理工 大学', true],
    ['大连理工大学（测试）', false],
    ['大连理工', false],
    ['', false],
  ])('%s: %s', (holder, expected) => expect(isHolder(holder, '大连理工大学')).toBe(expected));

  it('full-width and plain brackets are the same', () => expect(isHolder('某学院(大连)', '某学院（大连）')).toBe(true));
});
