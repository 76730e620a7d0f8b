import { CLAIM_STATUSES } from '../../../src/policy/claims/claim-status.js';
import { actsAfter, CLAIM_ACTS, CLAIM_WORKFLOW } from '../../../src/policy/claims/claim-workflow.js';
import { samePersonRefusals } from '../../../src/policy/claims/separate-persons.js';
import { whyNotPaid } from '../../../src/policy/claims/why-not-paid.js';
import { noticeDays, noticeUntil } from '../../../src/policy/claims/public-notice.js';
import { book, bookOf, underReading } from '../harness.js';

describe('the workflow of claims (docs/decisions/0018-claims.md)', () => {
  it('every act has an edge, and every edge an act', () => {
    expect([...new Set(CLAIM_WORKFLOW.map(({ act }) => act))].sort()).toEqual([...CLAIM_ACTS].sort());
  });

  it('every state is reached from the draft', () => {
    const reached = new Set<string>(['DRAFT']);
    for (let size = 0; size !== reached.size; ) {
      size = reached.size;
      for (const { from, to } of CLAIM_WORKFLOW) if (from !== null && reached.has(from)) reached.add(to);
    }
    expect(CLAIM_STATUSES.filter((status) => !reached.has(status))).toEqual([]);
  });

  it('what is over stays so', () => {
    expect(['REJECTED', 'WITHDRAWN', 'PAID'].flatMap((status) => actsAfter(status as 'PAID'))).toEqual([]);
  });

  it.each(CLAIM_STATUSES.filter((status) => status !== 'PAID'))(
    'whyNotPaid says what a claim in %s waits for, in both languages',
    (status) => {
      const [obstacle] = whyNotPaid(status, []);
      expect(obstacle).toMatchObject({
        code: `CLAIM_${status}`,
        text: { zh: expect.stringMatching(/\p{Script=Han}/u), en: expect.stringMatching(/\w/u) },
      });
    },
  );

  it('says each missing thing once, and nothing of a claim that is paid', () => {
    const codesOf = (...asked: Parameters<typeof whyNotPaid>) => whyNotPaid(...asked).map(({ code }) => code);
    expect(codesOf('SUBMITTED', ['REALNAME_MISSING', 'REALNAME_MISSING', 'CERTIFICATE_UNVERIFIED'])).toEqual([
      'REALNAME_MISSING',
      'CERTIFICATE_UNVERIFIED',
      'CLAIM_SUBMITTED',
    ]);
    expect(codesOf(null, ['LEVEL_CERT_MISSING'])).toEqual(['LEVEL_CERT_MISSING', 'NOT_CLAIMED']);
    expect(codesOf('PAID', ['NOTHING_DUE'])).toEqual([]);
  });
});

describe('who may take a step after whom (七(一); Q39)', () => {
  const ACTS = ['submitClaim', 'firstReviewClaim', 'secondReviewClaim', 'approveClaim', 'sendPayments'] as const;
  const pairs = (reading: string) => {
    const under = bookOf(underReading('payout.approval', reading));
    return ACTS.flatMap((act, at) =>
      ACTS.slice(0, at)
        .filter((earlier) => samePersonRefusals(under, act, 'wang', [{ act: earlier, actor: 'wang' }]).length === 0)
        .map((earlier) => `${earlier} ${act}`),
    );
  };
  it.each([
    ['FIVE_PERSONS', []],
    ['FOUR_PERSONS', ['secondReviewClaim approveClaim']],
    ['THREE_PERSONS', ['firstReviewClaim secondReviewClaim', 'firstReviewClaim approveClaim', 'secondReviewClaim approveClaim']],
  ])('%s: one person may do both of %j', (reading, expected) => expect(pairs(reading)).toEqual(expected));

  it('another person may always, and nobody dismisses the objection that they recorded', () => {
    expect(samePersonRefusals(book, 'secondReviewClaim', 'li', [{ act: 'firstReviewClaim', actor: 'wang' }])).toEqual([]);
    expect(samePersonRefusals(book, 'dismissObjection', 'wang', [{ act: 'objectToClaim', actor: 'wang' }])).toHaveLength(1);
    expect(samePersonRefusals(book, 'returnClaim', 'wang', [{ act: 'firstReviewClaim', actor: 'wang' }])).toEqual([]);
  });
});

describe('the public notice (Q40)', () => {
  it.each([
    ['OFF', 0],
    ['WORKING_DAYS_3', 3],
    ['WORKING_DAYS_5', 5],
    ['WORKING_DAYS_7', 7],
  ])('%s: %d working days', (reading, days) => expect(noticeDays(bookOf(underReading('payout.publicNotice', reading)))).toBe(days));

  it('without a number it cannot be computed', () => {
    expect(() => noticeDays(bookOf(underReading('payout.publicNotice', 'REQUIRED')))).toThrow(
      expect.objectContaining({ code: 'READING_NOT_COMPUTED' }),
    );
  });

  it.each([
    ['2026-06-01', 5, '2026-06-08'],
    ['2026-09-28', 3, '2026-10-08'], // the National Day holiday lies between: 1 to 7 October
  ])('published on %s for %d working days it lasts until %s', (from, days, until) => expect(noticeUntil(book, from, days)).toBe(until));
});
