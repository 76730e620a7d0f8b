import type { Figure } from '../../src/policy/figure.js';
import { ask, deskOf, seeds } from './harness.js';

/** An invented document: 大连 pays 12.50 yuan per junior hour from January to June 2026, known since 10 February. */
const dalianRate: Figure = {
  kind: 'HOURLY_RATE',
  key: 'JUNIOR',
  regionCode: 'LN-210200',
  value: '12.50',
  quantity: 'CNY_PER_HOUR',
  unit: 'PERSON',
  binding: 'FIXED',
  attributes: { level: 'JUNIOR' },
  citation: {
    documentCode: 'DL-TEST',
    documentNumber: '大人社发〔2026〕0号（测试）',
    clause: 'DL-TEST/1',
    annex: null,
    row: null,
    column: null,
    validFrom: '2026-01-01',
    validTo: '2026-06-30',
    knownFrom: '2026-02-10',
    knownTo: null,
    lastVerifiedOn: '2026-11-22',
    status: 'PRINTED',
    binding: 'FIXED',
    note: null,
  },
};
const desk = deskOf({ ...seeds, figures: [...seeds.figures, dalianRate] });

const ESTIMATE = `query ($input: SubsidyEstimateInput!, $knownAt: DateTime) {
  subsidyEstimate(input: $input, knownAt: $knownAt) {
    amount
    lines { hourlyRate }
    explanation { steps { steps { citations { documentNumber } } } }
  }
}`;
interface Estimate {
  readonly amount: string;
  readonly lines: readonly { readonly hourlyRate: string }[];
  readonly explanation: {
    readonly steps: readonly { readonly steps: readonly { readonly citations: readonly { readonly documentNumber: string }[] }[] }[];
  };
}
const lines = [{ occupation: 'BIG_DATA', level: 'JUNIOR', headCount: 1 }];
const estimate = async (on: string, region: string | null, knownAt: string | null = null) =>
  (await ask<{ subsidyEstimate: Estimate }>(ESTIMATE, { input: { on, region, lines }, knownAt }, desk)).subsidyEstimate;

describe('a regional rate above the reference standard (辽人社发〔2023〕36号, 四(一)2, 附件5; Q10)', () => {
  test.each([
    ['2025-12-31', '大连', '1280.00'],
    ['2026-01-01', '大连', '1600.00'],
    ['2026-06-30', 'LN-210200', '1600.00'],
    ['2026-07-01', '大连', '1280.00'],
    ['2026-03-01', '沈阳', '1280.00'],
    ['2026-03-01', null, '1280.00'],
  ])('128 junior hours on %s in %s are worth %s', async (on, region, amount) => {
    expect((await estimate(on, region)).amount).toBe(amount);
  });

  test('the figure carries its own document beside that of the hours', async () => {
    const { lines: rows, explanation } = await estimate('2026-03-01', '大连');
    expect(rows).toEqual([{ hourlyRate: '12.50' }]);
    const numbers = explanation.steps[0]?.steps[0]?.citations.map(({ documentNumber }) => documentNumber);
    expect(numbers).toEqual(['辽人社发〔2023〕36号', '大人社发〔2026〕0号（测试）']);
  });

  test('as known before the document was known, the reference standard holds', async () => {
    expect((await estimate('2026-03-01', '大连', '2026-02-09T00:00:00Z')).amount).toBe('1280.00');
    expect((await estimate('2026-03-01', '大连', '2026-02-11T00:00:00Z')).amount).toBe('1600.00');
  });

  test('the other levels keep the reference standard: 128 hours x 20 yuan', async () => {
    const input = { on: '2026-03-01', region: '大连', lines: [{ occupation: 'BIG_DATA', level: 'INTERMEDIATE', headCount: 1 }] };
    expect(await ask('query ($input: SubsidyEstimateInput!) { subsidyEstimate(input: $input) { amount } }', { input }, desk)).toEqual({
      subsidyEstimate: { amount: '2560.00' },
    });
  });
});

describe('replayReceipt names what a correction changed (docs/decisions/0007-receipts.md)', () => {
  const CLASS_TOTAL = 'query ($input: ClassTotalInput!) { classTotal(input: $input) { receipt { hash canonical } } }';
  const CHECK = `query ($input: ReceiptInput!) {
    verifyReceipt(input: $input) { isIntact isSameRuleBook holds }
    replayReceipt(input: $input) { isIntact holds isSameRuleBook isSameRuleVersion outcomeChanges { path before after } explanationChanges { path before after } }
  }`;
  const issued = async (region: string) => {
    const input = {
      on: '2026-03-01',
      region,
      occupation: 'BIG_DATA',
      level: 'JUNIOR',
      payableTrainees: 10,
      totalTrainees: 10,
      isClassInViolation: false,
    };
    return (await ask<{ classTotal: { receipt: Record<string, string> } }>(CLASS_TOTAL, { input })).classTotal.receipt;
  };

  test('a receipt of 大连 issued before the rate was recorded: intact, but 12800 yuan are 16000 now', async () => {
    const told = await ask<{ replayReceipt: { explanationChanges: readonly unknown[] } }>(CHECK, { input: await issued('大连') }, desk);
    expect(told).toMatchObject({
      verifyReceipt: { isIntact: true, isSameRuleBook: false, holds: false },
      replayReceipt: {
        isIntact: true,
        holds: false,
        isSameRuleBook: false,
        isSameRuleVersion: true,
        outcomeChanges: [
          { path: 'amount', before: '"12800.00"', after: '"16000.00"' },
          { path: 'amountPerTrainee', before: '"1280.00"', after: '"1600.00"' },
        ],
      },
    });
    expect(told.replayReceipt.explanationChanges).toContainEqual({
      path: 'steps[0].steps[0].clauses[1]',
      before: '"LN2023-36/A5.11"',
      after: '"DL-TEST/1"',
    });
  });

  test('a receipt of 沈阳 is untouched by it', async () => {
    expect(await ask(CHECK, { input: await issued('沈阳') }, desk)).toEqual({
      verifyReceipt: { isIntact: true, isSameRuleBook: true, holds: true },
      replayReceipt: {
        isIntact: true,
        holds: true,
        isSameRuleBook: true,
        isSameRuleVersion: true,
        outcomeChanges: [],
        explanationChanges: [],
      },
    });
  });
});
