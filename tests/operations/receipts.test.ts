import { replayReceipt } from '../../src/operations/replay-receipt.js';
import { verifyReceipt } from '../../src/operations/verify-receipt.js';
import { sha256 } from '../../src/policy/canonical.js';
import { distinctPersons } from '../../src/policy/distinct-persons.js';
import { Failure } from '../../src/policy/failure.js';
import { openQuestionEffect } from '../../src/policy/open-question-effect.js';
import { rewardEstimate } from '../../src/policy/reward-estimate.js';
import { traineeDecision } from '../../src/policy/trainee-decision.js';
import { archive, ask, corrected, desk, deskOf, failureOf, underReading } from '../policy/harness.js';
import { estimateReceipt, smallReceipt } from '../policy/receipts.js';
import { PAYABLE } from '../policy/trainee-facts.js';

const CORRECTED = deskOf(corrected('HOURLY_RATE', 'JUNIOR', '11.00'));

describe('verifying a receipt (docs/decisions/0007-receipts.md)', () => {
  it('holds while nothing changed', () => {
    expect(verifyReceipt(desk, estimateReceipt())).toMatchObject({
      isIntact: true,
      isSameEngine: true,
      isSameRuleBook: true,
      holds: true,
      rule: 'subsidyEstimate@1',
    });
  });

  it('is intact but no longer holds once a figure of its day was corrected', () => {
    expect(verifyReceipt(CORRECTED, estimateReceipt())).toMatchObject({ isIntact: true, isSameRuleBook: false, holds: false });
  });

  it('catches one changed byte at every place', () => {
    const { hash, canonical } = smallReceipt();
    const original = Buffer.from(canonical, 'utf8');
    const unnoticed = [...original.keys()].filter((at) => {
      const bytes = Buffer.from(original);
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      try {
        return verifyReceipt(desk, { hash, canonical: bytes.toString('utf8') }).holds;
      } catch (error) {
        if (error instanceof Failure) return false;
        throw error;
      }
    });
    expect(unnoticed).toEqual([]);
  });
});

describe('replaying a receipt', () => {
  it.each([
    ['an estimate', estimateReceipt()],
    ['a rounding', smallReceipt()],
    ['a decision', ask(traineeDecision, PAYABLE).receipt],
    [
      'a reward',
      ask(rewardEstimate, { item: 'R-13B', isFirstTranchePaid: true, approvedOn: '2025-03-15', recognisedOn: '2026-01-01' }).receipt,
    ],
    ['a name full of brackets', ask(distinctPersons, { region: '沈阳', records: [{ person: '['.repeat(80), year: 2025 }] }).receipt],
    ['an effect', ask(openQuestionEffect, { question: 'Q62', item: 'R-4B1' }).receipt],
  ])('%s comes out the same', (_title, receipt) => {
    expect(replayReceipt(deskOf(archive), receipt)).toMatchObject({
      isIntact: true,
      holds: true,
      isSameRuleBook: true,
      isSameRuleVersion: true,
      outcomeChanges: [],
      explanationChanges: [],
    });
  });

  it('names what a correction of 10.00 to 11.00 changes: 20 x 128 x 1 more', () => {
    const { isIntact, holds, isSameRuleBook, outcomeChanges, explanationChanges } = replayReceipt(CORRECTED, estimateReceipt());
    expect([isIntact, holds, isSameRuleBook]).toEqual([true, false, false]);
    expect(outcomeChanges).toEqual([
      { path: 'amount', before: '"31600.00"', after: '"34160.00"' },
      { path: 'amountIfCleared', before: '"31600.00"', after: '"34160.00"' },
      { path: 'lines[0].amount', before: '"25600.00"', after: '"28160.00"' },
      { path: 'lines[0].amountIfCleared', before: '"25600.00"', after: '"28160.00"' },
      { path: 'lines[0].amountPerTrainee', before: '"1280.00"', after: '"1408.00"' },
      { path: 'lines[0].hourlyRate', before: '"10.00"', after: '"11.00"' },
      { path: 'lines[0].referenceAmount', before: '"25600.00"', after: '"28160.00"' },
      { path: 'referenceAmount', before: '"31600.00"', after: '"34160.00"' },
    ]);
    expect(explanationChanges).toContainEqual({ path: 'result', before: '"31600.00"', after: '"34160.00"' });
    expect(explanationChanges.some(({ before, after }) => before === '"10.00"' && after === '"11.00"')).toBe(true);
  });

  it('a receipt of the old knowledge is told what is known now', () => {
    const old = estimateReceipt(CORRECTED, '2026-10-31T00:00:00.000Z');
    expect(JSON.parse(old.canonical)).toMatchObject({ outcome: { amount: '31600.00' }, ruleBook: { knownAt: '2026-10-31T00:00:00.000Z' } });
    expect(replayReceipt(CORRECTED, old).holds).toBe(false);
    expect(replayReceipt(CORRECTED, estimateReceipt(CORRECTED)).holds).toBe(true);
  });

  it('a question read differently shows where it matters and nowhere else', () => {
    const rules = deskOf(underReading('amount.onlineHoursRate', 'OFFLINE_HOURS_ONLY'));
    expect(replayReceipt(rules, estimateReceipt())).toMatchObject({ isSameRuleBook: false, holds: true, outcomeChanges: [] });
    expect(replayReceipt(rules, ask(traineeDecision, PAYABLE).receipt).outcomeChanges).toContainEqual({
      path: 'amount',
      before: '"1280.00"',
      after: '"880.00"',
    });
  });

  it('a forged amount is named although the hash was made to fit', () => {
    const canonical = estimateReceipt().canonical.replaceAll('31600.00', '91600.00');
    const replay = replayReceipt(desk, { hash: sha256(canonical), canonical });
    expect([replay.isIntact, replay.holds]).toEqual([true, false]);
    expect(replay.outcomeChanges).toContainEqual({ path: 'amount', before: '"91600.00"', after: '"31600.00"' });
  });
});

const forged = (parts: Readonly<Record<string, string>>): { readonly hash: string; readonly canonical: string } => {
  const whole = { engineVersion: '"0.1.0"', explanation: '{}', input: '{"round":"1"}', outcome: '{}', rule: '"arithmetic@1"', ...parts };
  const book = `{"hash":"${'0'.repeat(64)}","knownAt":null,"on":"2026-11-22","region":null}`;
  const canonical = `{${Object.entries({ ruleBook: book, ...whole })
    .map(([key, text]) => `${JSON.stringify(key)}:${text}`)
    .join(',')}}`;
  return { hash: sha256(canonical), canonical };
};

describe('a receipt that nobody issued', () => {
  it.each([
    ['of a rule we do not have', { rule: '"bribe@1"' }, 'RECEIPT_MALFORMED'],
    ['of a property of every object', { rule: '"constructor@1"' }, 'RECEIPT_MALFORMED'],
    ['of no rule', { rule: '""' }, 'RECEIPT_MALFORMED'],
    ['of a question that nobody can ask', { input: '{"round":"1e3"}' }, 'BAD_USER_INPUT'],
    [
      'of a day that does not exist',
      { ruleBook: `{"hash":"${'0'.repeat(64)}","knownAt":null,"on":"2026-99-99","region":null}` },
      'RECEIPT_MALFORMED',
    ],
    [
      'of a region that does not exist',
      { ruleBook: `{"hash":"${'0'.repeat(64)}","knownAt":null,"on":"2026-11-22","region":"LN-999"}` },
      'UNKNOWN_REGION',
    ],
  ])('%s is refused in words', (_title, parts, code) => {
    expect(failureOf(() => replayReceipt(desk, forged(parts))).code).toBe(code);
  });

  const refusedOrAnswered = (question: () => { readonly holds: boolean }): string => {
    try {
      return `${question().holds}`;
    } catch (error) {
      return error instanceof Failure ? 'a failure' : String(error);
    }
  };

  it.each([
    ['nested a hundred thousand deep', { outcome: '['.repeat(100_000) + ']'.repeat(100_000) }],
    [
      'nested a hundred thousand deep behind a text of closing brackets',
      { engineVersion: `"${']'.repeat(100_000)}"`, outcome: '['.repeat(100_000) + ']'.repeat(100_000) },
    ],
    ['with half a surrogate pair', { outcome: '"\\ud800"' }],
  ])('%s is no crash', (_title, parts) => {
    expect(['false', 'a failure']).toContain(refusedOrAnswered(() => verifyReceipt(desk, forged(parts))));
    expect(['false', 'a failure']).toContain(refusedOrAnswered(() => replayReceipt(desk, forged(parts))));
  });
});

describe('a receipt after a correction', () => {
  it('no longer holds, but held when it was issued; a forged amount never did', () => {
    const genuine = estimateReceipt();
    expect(replayReceipt(CORRECTED, genuine)).toMatchObject({ holds: false, heldWhenIssued: true });
    const canonical = genuine.canonical.replace(/"amount":"\d+\.\d\d"/u, '"amount":"9.99"');
    expect(canonical).not.toBe(genuine.canonical);
    expect(replayReceipt(CORRECTED, { hash: sha256(canonical), canonical })).toMatchObject({
      isIntact: true,
      holds: false,
      heldWhenIssued: false,
    });
  });
});
