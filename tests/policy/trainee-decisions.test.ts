import { readingOf } from '../../src/policy/readings.js';
import { recoveryEstimate } from '../../src/policy/recovery-estimate.js';
import { rewardEstimate } from '../../src/policy/reward-estimate.js';
import { traineeDecisions } from '../../src/policy/trainee-decisions.js';
import { ask, bookOf, failureOf, underReading } from './harness.js';
import { PAYABLE } from './trainee-facts.js';

const list = (trainees: readonly unknown[], known: Readonly<Record<string, unknown>> = {}) =>
  ask(traineeDecisions, { organisingRegion: PAYABLE.organisingRegion, trainees, ...known });

describe('a list of trainees (四(一)2, 附件5): big data, junior, 1280 each', () => {
  it('adds up the payable ones and keeps the order: 2 x 1280, one held, one refused', () => {
    const answer = list([PAYABLE, { ...PAYABLE, isRecorded: false }, { ...PAYABLE, category: null }, PAYABLE]);
    expect([answer.amount, answer.payable, answer.held, answer.refused]).toEqual(['2560.00', 2, 1, 1]);
    expect(answer.lines.map(({ status, amount, reasons }) => [status, amount, reasons])).toEqual([
      ['PAYABLE', '1280.00', []],
      ['HOLD', '0.00', ['HOLD_RECORDING_MISSING']],
      ['NOT_PAYABLE', '0.00', ['CATEGORY_NOT_ELIGIBLE']],
      ['PAYABLE', '1280.00', []],
    ]);
    expect(answer.explanation.steps.map(({ result }) => result)).toEqual(['2560.00']);
  });

  it.each([
    ['another region', { organisingRegion: '鞍山', traineeRegion: '鞍山' }],
    ['another day', { on: '2025-01-01' }],
  ])('refuses a trainee of %s', (_title, change) => {
    expect(failureOf(() => list([PAYABLE, { ...PAYABLE, ...change }])).field).toBe('trainees[1].organisingRegion');
  });

  it('refuses an empty list and more than 500', () => {
    expect(failureOf(() => list([])).field).toBe('trainees');
    expect(failureOf(() => list(Array.from({ length: 501 }, () => PAYABLE))).field).toBe('trainees');
  });
});

describe('what no rule may pass over in silence', () => {
  it('a reading in force that no rule computes is refused, not replaced by the default (Q05)', () => {
    const book = bookOf(underReading('eligibility.repeat', 'ONCE_PER_CALENDAR_YEAR'));
    expect(failureOf(() => readingOf(book, 'eligibility.repeat')).code).toBe('READING_NOT_COMPUTED');
  });

  it('a class recovery takes back what was paid, and says that it was not by the tariff: 50000 for 25 x 1600', () => {
    const paidFrom = [{ fund: 'SPECIAL_ACCOUNT', amount: '50000.00' }];
    const run = { occupation: 'AI', level: 'INTERMEDIATE', scope: 'CLASS', paidTrainees: 25, affectedTrainees: 25, paidFrom };
    expect(ask(recoveryEstimate, run)).toMatchObject({ recovery: '50000.00', remainsPaid: '0.00', isPaidByTariff: false });
  });

  it('a platform approved before the period of the notice is marked for people (AMB-31), an unknown recogniser leaves the amount open', () => {
    const facts = { item: 'R-13B', on: '2026-11-22', isFirstTranchePaid: true, recognisedOn: '2026-01-01' };
    expect(ask(rewardEstimate, { ...facts, approvedOn: '2024-06-01' }).notices).toEqual(['TRIGGER_OUTSIDE_PERIOD']);
    const open = ask(rewardEstimate, { ...facts, approvedOn: '2025-03-15' });
    expect([open.status, open.exactAmount]).toEqual(['NEEDS_RECOGNITION', null]);
  });
});
