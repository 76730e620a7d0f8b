import fc from 'fast-check';
import { claimContent, type StandingLine } from '../../../src/policy/claims/claim-content.js';
import { claimLine } from '../../../src/policy/claims/claim-line.js';
import { ask, deskOf, fenOf, runs, sumFen, underReading } from '../harness.js';
import { PAYABLE } from '../trainee-facts.js';

/** Big data, junior: 128 h x 10 = 1280.00 (附件5). */
const LINE = {
  trainee: PAYABLE,
  isOnlineExcepted: false,
  isRealNameRegistered: true,
  trainingVerification: 'VERIFIED',
  levelVerification: 'VERIFIED',
  paidBefore: '0.00',
};
const optional = deskOf(underReading('evidence.verification', 'OPTIONAL'));
const warns = deskOf(underReading('evidence.realName', 'WARN'));

describe('a line of a claim (辽人社发〔2023〕36号, 四(一)2, 四(二), 六(一))', () => {
  it.each([
    ['everything is there', {}, 'PAYABLE', '1280.00', '1280.00', []],
    ['half was paid before', { paidBefore: '640.00' }, 'PAYABLE', '640.00', '640.00', []],
    ['all was paid before', { paidBefore: '1280.00' }, 'NOT_PAYABLE', '0.00', null, ['NOTHING_DUE']],
    ['more was paid before', { paidBefore: '1280.01' }, 'NOT_PAYABLE', '0.00', null, ['NOTHING_DUE']],
    ['a certificate is not verified (Q21)', { levelVerification: 'UNVERIFIED' }, 'HOLD', '0.00', '1280.00', ['CERTIFICATE_UNVERIFIED']],
    ['a certificate failed (Q21)', { trainingVerification: 'FAILED' }, 'HOLD', '0.00', '1280.00', ['CERTIFICATE_UNVERIFIED']],
    ['not in the real-name register (Q23)', { isRealNameRegistered: false }, 'HOLD', '0.00', '1280.00', ['REALNAME_MISSING']],
    ['too much online', { trainee: { ...PAYABLE, onlineHours: '64.000001' } }, 'HOLD', '0.00', '1280.00', ['HOLD_ONLINE_SHARE']],
    [
      'too much online, excepted',
      { trainee: { ...PAYABLE, onlineHours: '64.000001' }, isOnlineExcepted: true },
      'PAYABLE',
      '1280.00',
      '1280.00',
      [],
    ],
    [
      'a refusal comes before the holds',
      { trainee: { ...PAYABLE, violation: 'CLASS' }, isRealNameRegistered: false },
      'NOT_PAYABLE',
      '0.00',
      null,
      ['VIOLATION_CLASS'],
    ],
  ])('%s', (_title, changes, status, due, dueIfCleared, reasons) => {
    const { status: found, due: now, dueIfCleared: cleared, reasons: said } = ask(claimLine, { ...LINE, ...changes });
    expect([found, now, cleared, said]).toEqual([status, due, dueIfCleared, reasons]);
  });

  it('by the other readings an unverified certificate does not hold, and a missing registration is a notice', () => {
    expect(ask(claimLine, { ...LINE, levelVerification: 'UNVERIFIED' }, optional)).toMatchObject({ status: 'PAYABLE', due: '1280.00' });
    expect(ask(claimLine, { ...LINE, isRealNameRegistered: false }, warns)).toMatchObject({
      status: 'PAYABLE',
      notices: ['CATEGORY_LIST_UNCONFIRMED', 'REALNAME_MISSING'],
    });
  });

  it('what is due and what was paid are the entitlement together, and neither is below zero', () => {
    const yuan = fc.integer({ min: 0, max: 200_000 }).map((fen) => `${Math.trunc(fen / 100)}.${`${fen % 100}`.padStart(2, '0')}`);
    fc.assert(
      fc.property(yuan, (paidBefore) => {
        const { due, entitlement, status } = ask(claimLine, { ...LINE, paidBefore });
        if (status === 'PAYABLE') expect(sumFen([due, paidBefore])).toBe(fenOf(entitlement));
        else expect([due, fenOf(paidBefore) >= fenOf('1280.00')]).toEqual(['0.00', true]);
      }),
      runs(300, 20_000),
    );
  });
});

describe('the content of a claim (docs/decisions/0018-claims.md)', () => {
  const line = (changes: Partial<StandingLine> = {}): StandingLine => ({
    lineId: '2026000000001',
    enrolmentId: '2026000000002',
    leftOutReason: null,
    status: 'PAYABLE',
    entitlement: '1280.00',
    due: '1280.00',
    reasons: [],
    receiptHash: 'a'.repeat(64),
    ...changes,
  });

  it('is the sum of what is due', () => {
    const lines = [line(), line({ due: '0.01' }), line({ status: 'HOLD', due: '0.00' })];
    expect(claimContent('1', 1, lines)).toMatchObject({ amount: '1280.01', payableTrainees: 2 });
    expect(claimContent('1', 1, [])).toMatchObject({ amount: '0.00', payableTrainees: 0 });
  });

  it.each([
    ['another claim', claimContent('2', 1, [line()])],
    ['another version', claimContent('1', 2, [line()])],
    ['another amount', claimContent('1', 1, [line({ due: '1279.99' })])],
    ['another decision', claimContent('1', 1, [line({ status: 'HOLD' })])],
    ['another reason', claimContent('1', 1, [line({ reasons: ['REALNAME_MISSING'] })])],
    ['a line left out', claimContent('1', 1, [line({ leftOutReason: '待核' })])],
    ['other facts behind the same amount', claimContent('1', 1, [line({ receiptHash: 'b'.repeat(64) })])],
    ['one line more', claimContent('1', 1, [line(), line()])],
    ['no line', claimContent('1', 1, [])],
  ])('its hash differs for %s', (_title, { contentHash }) => {
    expect(contentHash).not.toBe(claimContent('1', 1, [line()]).contentHash);
  });
});
