import fc from 'fast-check';
import { arithmetic } from '../../src/policy/arithmetic.js';
import { classTotal } from '../../src/policy/class-total.js';
import { deliveredHours } from '../../src/policy/delivered-hours.js';
import { canonicalStep, type Step } from '../../src/policy/explanation.js';
import { feeGap } from '../../src/policy/fee-gap.js';
import { fundSplit } from '../../src/policy/fund-split.js';
import { institutionTotal } from '../../src/policy/institution-total.js';
import { recoveryEstimate } from '../../src/policy/recovery-estimate.js';
import { rewardEstimate } from '../../src/policy/reward-estimate.js';
import { findRule } from '../../src/policy/rules.js';
import { subsidyEstimate } from '../../src/policy/subsidy-estimate.js';
import { traineeDecision } from '../../src/policy/trainee-decision.js';
import { allSteps, ask, fenOf, runs, sumFen } from './harness.js';
import { QUESTIONS } from './questions.js';
import { PAYABLE } from './trainee-facts.js';

const CELL = { occupation: 'BIG_DATA', level: 'JUNIOR' } as const;
const CLASSES = [
  { ...CELL, payableTrainees: 20 },
  { occupation: 'AI', level: 'SENIOR', payableTrainees: 3 },
] as const;
const LINES = [
  { ...CELL, headCount: 20 },
  { occupation: 'AI', level: 'SENIOR', headCount: 3, isRecorded: false },
  { occupation: '云计算', level: 'SENIOR', headCount: 1 },
] as const;
const DRAWN = [
  { fund: 'SPECIAL_ACCOUNT', amount: '1000.00' },
  { fund: 'EMPLOYMENT_SUBSIDY', amount: '4120.00' },
] as const;

describe('the result of the root is the amount', () => {
  it.each([
    ['classTotal', ask(classTotal, { ...CELL, payableTrainees: 5, totalTrainees: 9, isClassInViolation: false }), '6400.00'],
    ['classTotal in violation', ask(classTotal, { ...CELL, payableTrainees: 5, totalTrainees: 9, isClassInViolation: true }), '0.00'],
    ['institutionTotal', ask(institutionTotal, { classes: CLASSES }), '31600.00'],
    ['subsidyEstimate', ask(subsidyEstimate, { lines: LINES }), '25600.00'],
    ['traineeDecision', ask(traineeDecision, PAYABLE), 'PAYABLE 1280.00'],
    ['traineeDecision on hold', ask(traineeDecision, { ...PAYABLE, isRecorded: false }), 'HOLD 0.00'],
    ['feeGap', ask(feeGap, { ...CELL, feePerHour: '12.00' }), '256.00'],
    ['deliveredHours', ask(deliveredHours, { ...CELL, sessions: [{ count: 32, hours: '4' }] }), '1280.00'],
    [
      'recoveryEstimate',
      ask(recoveryEstimate, { ...CELL, scope: 'PERSON', paidTrainees: 4, affectedTrainees: 2, paidFrom: DRAWN }),
      '2560.00',
    ],
    ['arithmetic', ask(arithmetic, { sum: ['0.10', '0.20'] }), '0.30'],
    ['rewardEstimate', ask(rewardEstimate, { item: 'R-3B', count: 2 }), '300000.00'],
    ['rewardEstimate without an amount', ask(rewardEstimate, { item: 'R-4B1' }), 'NEEDS_APPROVED_AMOUNT'],
  ])('%s', (_title, { explanation }, result) => {
    expect(explanation.result).toBe(result);
  });
});

describe('the lines add up to the total', () => {
  const sumOfSteps = (steps: readonly Step[]): bigint => sumFen(steps.map(({ result }) => result));

  it('an institution, an estimate with a held and a refused line, a fund split', () => {
    const institution = ask(institutionTotal, { classes: CLASSES });
    const estimate = ask(subsidyEstimate, { lines: LINES });
    const split = ask(fundSplit, { specialAccountSurplus: '1500.00', payouts: ['1280.00', '1280.00', '40.00'] });
    for (const { explanation } of [institution, estimate, split]) expect(sumOfSteps(explanation.steps)).toBe(fenOf(explanation.result));
  });

  it('a recovery: the refunds are the amount that the first step worked out', () => {
    const { explanation } = ask(recoveryEstimate, { ...CELL, scope: 'CLASS', paidTrainees: 4, affectedTrainees: 2, paidFrom: DRAWN });
    const [worth, ...refunds] = explanation.steps;
    expect(worth?.result).toBe('5120.00');
    expect(sumOfSteps(refunds)).toBe(fenOf('5120.00'));
  });

  it('a fixed or capped reward: the last step is the amount', () => {
    for (const facts of [
      { item: 'R-3D', count: 3 },
      { item: 'R-4B1', approvedAmount: '8000000.00' },
      { item: 'R-10B', persons: 3, months: '2', approvedRate: '1999.99' },
      { item: 'R-4C', persons: 2, approvedRate: '5000.00' },
    ]) {
      const { explanation, exactAmount } = ask(rewardEstimate, facts);
      expect(explanation.steps.at(-1)?.result).toBe(exactAmount);
    }
  });

  it('a floor with an approved rate above it shows how the amount came about: 40 x 2 x 6000', () => {
    const { explanation } = ask(rewardEstimate, { item: 'R-4C', persons: 40, years: 2, approvedRate: '6000.00' });
    expect(
      allSteps(explanation)
        .slice(1)
        .map(({ result }) => result),
    ).toContain('480000.00');
  });

  it('the second tranche shows the figure that it grants', () => {
    const { explanation } = ask(rewardEstimate, {
      item: 'R-13B',
      isFirstTranchePaid: true,
      approvedOn: '2025-03-15',
      recognisedOn: '2026-03-15',
      isRecogniserProvincialOrAbove: true,
    });
    expect(
      allSteps(explanation)
        .slice(1)
        .map(({ result }) => result),
    ).toContain('5000000.00');
  });

  it('heads x subsidy per trainee, payable hours x hourly rate', () => {
    const { explanation } = ask(subsidyEstimate, { lines: LINES });
    const line = explanation.steps[0];
    expect(line?.operands.map(({ value, unit }) => [value, unit])).toEqual([
      ['20', 'PERSONS'],
      ['1280.00', 'CNY'],
    ]);
    expect(line?.steps[0]?.operands.map(({ value, unit }) => [value, unit])).toEqual([
      ['128', 'HOURS'],
      ['10.00', 'CNY_PER_HOUR'],
    ]);
    expect(line?.steps[0]?.citations.map(({ clause }) => clause)).toEqual(['LN2023-36/A5.1', 'LN2023-36/A5.11']);
  });
});

/** Operands that stand in a notice: whoever uses one cites it. */
const FIGURES = [
  'Hourly rate',
  'Required hours',
  'Figure',
  'Cap',
  'Quota',
  'Provincial quota',
  'Quota of the giving region',
  'Quota of the receiving region',
  'Places',
];

describe('a step that uses a figure cites it', () => {
  it.each(Object.keys(QUESTIONS).filter((name) => name !== 'traineeDecision'))('%s', (name) => {
    const rule = findRule(name);
    fc.assert(
      fc.property(QUESTIONS[name] ?? fc.constant(null), (question) => {
        const { explanation } = answered(() => ask(rule as typeof classTotal, question)) ?? { explanation: null };
        if (explanation === null) return;
        for (const step of allSteps(explanation)) {
          const used = step.operands.filter((operand) => FIGURES.includes(operand.name.en));
          expect(used.length === 0 || step.citations.length > 0).toBe(true);
        }
        expect(JSON.stringify(canonicalStep(explanation))).not.toMatch(/\d{2}:\d{2}:\d{2}/);
      }),
      runs(name === 'openQuestionEffect' ? 5 : 25, name === 'openQuestionEffect' ? 200 : 2_000),
    );
  });

  it.each(['PAYABLE', 'HOLD', 'NOT_PAYABLE'])('every reason of a decision that is %s has its clause', (status) => {
    const changes = {
      PAYABLE: {},
      HOLD: { isRecorded: false, tuitionCharged: '1.00' },
      NOT_PAYABLE: { violation: 'CLASS', isAlreadyPaid: true },
    }[status];
    const { explanation, reasons } = ask(traineeDecision, { ...PAYABLE, ...changes });
    const decided = explanation.steps.filter(({ unit }) => unit === 'DECISION');
    expect(decided.map(({ result }) => result)).toEqual(reasons);
    for (const { citations } of [explanation, ...decided]) expect(citations.length).toBeGreaterThan(0);
  });
});

/** The answer, or null where the question is refused: that is another test's matter. */
const answered = <Answer>(question: () => Answer): Answer | null => {
  try {
    return question();
  } catch {
    return null; // refusals and crashes are told apart in rules.test.ts
  }
};
