import { quoteExpiresOn, quoteHolds, quoteLines, quoteStatement, parseQuoteStatement } from '../../src/policy/quote.js';
import { quoteRuleChanges } from '../../src/policy/quote-rule-changes.js';
import { subsidyEstimate, type SubsidyEstimateInput } from '../../src/policy/subsidy-estimate.js';
import { parseInput } from '../../src/policy/input.js';
import { deskOf as deskAt, archive, bookOf, desk, underReading, withRegionalFigure } from './harness.js';

const QUESTION: SubsidyEstimateInput = parseInput(subsidyEstimate.input, {
  region: '大连',
  institution: 'TI-DUT',
  lines: [
    { occupation: '大数据', level: 'SENIOR', headCount: 27, deliveredHours: '170', onlineHours: '40' },
    { occupation: 'AI', level: 'INTERMEDIATE', headCount: 25, isRecorded: false },
  ],
});
const PARTS = {
  id: '2026000000007',
  issuedAt: '2026-11-22T04:00:00.000Z',
  issuedOn: '2026-11-22',
  expiresOn: '2026-12-22',
  region: 'LN-210200',
  institution: 'TI-DUT',
  question: QUESTION,
};
const quoteFrom = (rules = archive) => {
  const answer = deskAt(rules).answer(subsidyEstimate, QUESTION);
  return quoteStatement(answer.ruleBook, {
    ...PARTS,
    answer: { ...answer, ruleVersion: answer.ruleVersion, receiptHash: answer.receipt.hash },
  });
};

describe('how long a quote holds (our design, docs/decisions/0021-quotes.md; Q96)', () => {
  it.each([
    ['DAYS_30', '2026-03-02', '2026-04-01'],
    ['DAYS_60', '2026-03-02', '2026-05-01'],
    ['DAYS_90', '2026-03-02', '2026-05-31'],
    ['DAYS_30', '2028-02-10', '2028-03-11'],
    ['DAYS_30', '2026-12-15', '2027-01-14'],
  ])('under %s one of %s until %s', (reading, issuedOn, expiresOn) => {
    expect(quoteExpiresOn(bookOf(underReading('quote.validity', reading)), issuedOn)).toBe(expiresOn);
  });

  it('thirty days where nobody has settled it', () => expect(quoteExpiresOn(bookOf(archive), '2026-03-02')).toBe('2026-04-01'));

  it.each([
    ['2026-03-31', true],
    ['2026-04-01', true],
    ['2026-04-02', false],
  ])('until 2026-04-01: on %s %s', (today, holds) => expect(quoteHolds({ expiresOn: '2026-04-01' }, today)).toBe(holds));
});

describe('what a quote says (our design, docs/decisions/0021-quotes.md)', () => {
  it('the lines of the estimate with the hours that are paid for: 27 x 160 x 25, and 25 x 1600 once the recording is there', () => {
    const quote = quoteFrom();
    expect(quote).toMatchObject({ number: 'QT-2026-000000007', amount: '108000.00', amountIfCleared: '148000.00', rulesOn: '2026-11-22' });
    expect(quote.lines).toEqual([
      {
        occupation: 'BIG_DATA',
        level: 'SENIOR',
        headCount: 27,
        hours: '160',
        hourlyRate: '25.00',
        amountPerTrainee: '4000.00',
        amount: '108000.00',
        amountIfCleared: '108000.00',
        status: 'PAYABLE',
        reasons: [],
      },
      {
        occupation: 'AI',
        level: 'INTERMEDIATE',
        headCount: 25,
        hours: '80',
        hourlyRate: '20.00',
        amountPerTrainee: '1600.00',
        amount: '0.00',
        amountIfCleared: '40000.00',
        status: 'HOLD',
        reasons: ['HOLD_RECORDING_MISSING'],
      },
    ]);
    expect([quote.notices, quote.note]).toEqual([
      ['CATEGORY_LIST_UNCONFIRMED'],
      '报价是计算结果，不是付款承诺。 A quote is a calculation, not a promise to pay.',
    ]);
  });

  it.each([
    ['amount.payableHours', 'CERTIFIED_HOURS', '170'],
    ['amount.onlineHoursRate', 'OFFLINE_HOURS_ONLY', '120'],
  ])('under %s %s the hours that are paid for are %s', (key, reading, hours) => {
    const { ruleBook, ...answer } = deskAt(underReading(key, reading)).answer(subsidyEstimate, QUESTION);
    expect(quoteLines(ruleBook, QUESTION, answer)[0]?.hours).toBe(hours);
  });

  it('is known again from its JSON, and nothing else is', () => {
    const quote = quoteFrom();
    expect(parseQuoteStatement(JSON.parse(JSON.stringify(quote)))).toEqual(quote);
    for (const changes of [{ form: 2 }, { aud: 'liaoning-training-subsidy' }, { iss: 'x' }, { lines: null }, { receiptHash: '' }])
      expect(parseQuoteStatement({ ...quote, ...changes })).toBeNull();
    for (const other of [null, 'x', [], {}]) expect(parseQuoteStatement(other)).toBeNull();
  });
});

describe('what a quote depends on and is different now (our design, docs/decisions/0021-quotes.md)', () => {
  const quote = quoteFrom();
  const then = desk.ruleBook({ region: '大连' });
  const changesUnder = (rules = archive) =>
    quoteRuleChanges(then, deskAt(rules).ruleBook({ region: '大连' }), quote).map(({ kind, key, before, after, citation }) => [
      kind,
      key,
      before,
      after,
      citation.clause,
    ]);

  it('nothing under the same rules', () => expect(changesUnder()).toEqual([]));

  it('the rate that the region recorded, with its document', () => {
    const rules = withRegionalFigure('HOURLY_RATE', 'SENIOR', { value: '30.00', regionCode: 'LN-210200' });
    expect(changesUnder(rules)).toEqual([['HOURLY_RATE', 'BIG_DATA/SENIOR', '25.00', '30.00', 'SY2024-1/1']]);
  });

  it('the required hours of a line', () => {
    const rules = withRegionalFigure('REQUIRED_HOURS', 'AI/INTERMEDIATE', { value: '90', regionCode: 'LN-210200' });
    expect(changesUnder(rules)).toEqual([['REQUIRED_HOURS', 'AI/INTERMEDIATE', '80', '90', 'SY2024-1/1']]);
  });

  it('another reading of an open question', () => {
    expect(changesUnder(underReading('amount.rounding', 'PER_TRAINEE_DOWN')).map((change) => change.slice(0, 4))).toEqual([
      ['READING', 'amount.rounding', 'PER_TRAINEE_HALF_UP', 'PER_TRAINEE_DOWN'],
    ]);
  });

  it('an institution that is listed no longer', () => {
    const rules = { ...archive, entries: archive.entries.filter(({ key }) => key !== 'TI-DUT/BIG_DATA') };
    expect(changesUnder(rules)).toEqual([['TRAINING_LISTING', 'TI-DUT/BIG_DATA', 'LISTED', 'NOT_LISTED', 'LN2023-36/4.1.1']]);
  });

  it('not what the quote has nothing to do with: a rate of another level, the quota, another region', () => {
    const rules = withRegionalFigure('HOURLY_RATE', 'JUNIOR', { value: '30.00', regionCode: 'LN-210200' });
    expect(changesUnder(rules)).toEqual([]);
    expect(changesUnder(withRegionalFigure('HOURLY_RATE', 'SENIOR', { value: '30.00', regionCode: 'LN-210100' }))).toEqual([]);
    expect(changesUnder(underReading('quota.mode', 'TARGET'))).toEqual([]);
  });
});
