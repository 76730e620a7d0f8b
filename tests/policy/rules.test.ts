import fc from 'fast-check';
import type { Answered } from '../../src/operations/rule-desk.js';
import { Failure } from '../../src/policy/failure.js';
import { parseInput } from '../../src/policy/input.js';
import { type AnyRule, findRule } from '../../src/policy/rules.js';
import { allSteps, archive, ask, LONG_MS, runs } from './harness.js';
import { anyJson, QUESTIONS, withUnknownField } from './questions.js';

const ruleOf = (name: string): AnyRule => {
  const rule = findRule(name);
  if (rule === null) throw new Error(`there is no rule ${name}`);
  return rule;
};

const NAMES = Object.keys(QUESTIONS);

/** Each question of this rule builds a rule book per reading, so it is asked less often. */
const SLOW = 'openQuestionEffect';
const documents = new Set(archive.measures.map(({ code }) => code));

type Met = { readonly answer: Answered<object> } | { readonly failure: Failure };

/** The answer with its receipt, or the failure; anything else that is thrown is a bug. */
const meet = (name: string, question: unknown): Met => {
  try {
    const answer = ask(ruleOf(name), question) as Answered<object>;
    expect(answer.receipt.hash).toMatch(/^[0-9a-f]{64}$/);
    return { answer };
  } catch (error) {
    if (error instanceof Failure) return { failure: error };
    throw error;
  }
};

const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
};

const numbersIn = (value: unknown): readonly number[] => {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
};

const decimalsOf = (text: string): number => (/^-?\d+\.(\d+)$/.exec(text)?.[1] ?? '').length;

const outcomeOf = ({ explanation: _explanation, ruleBook: _ruleBook, ruleVersion: _ruleVersion, ...answer }: Answered<object>): object => {
  const { receipt: _receipt, ...outcome } = answer;
  return outcome;
};

/** What arithmetic with floating point leaves in a text; a code such as R-6E2 is no number with an exponent. */
const RESIDUE = /NaN|Infinity|undefined|(?<![\w-])-?\d[\d.]*[eE][+-]?\d/;
const NEGATIVE_ZERO = /^-0(\.0+)?$/;
const HOURS_DECIMALS = 6;
const checkOutcome = (answer: Answered<object>): void => {
  const outcome = outcomeOf(answer);
  const steps = allSteps(answer.explanation);
  for (const text of [...textsIn(outcome), ...steps.map(({ result }) => result)]) {
    expect(text).not.toMatch(RESIDUE);
    expect(text).not.toMatch(NEGATIVE_ZERO);
  }
  // An operand is shown as it was asked, be it -0.
  for (const { value } of steps.flatMap(({ operands }) => operands)) expect(value).not.toMatch(RESIDUE);
  for (const text of textsIn(outcome)) expect(decimalsOf(text)).toBeLessThanOrEqual(HOURS_DECIMALS);
  for (const number of numbersIn(outcome)) expect(Number.isSafeInteger(number)).toBe(true);
};

const checkSteps = (answer: Answered<object>): void => {
  for (const step of allSteps(answer.explanation)) {
    expect(step.label.zh).not.toBe('');
    expect(step.label.en).not.toBe('');
    expect(step.rule).toMatch(/^[A-Za-z]+@\d+$/);
    if (step.unit === 'CNY') for (const amount of step.result.split(/ - |, /)) expect(amount).toMatch(/^-?\d+\.\d{2}$/);
    for (const { clause, documentCode, lastVerifiedOn } of step.citations) {
      expect(clause).not.toBe('');
      expect(documents).toContain(documentCode);
      expect(lastVerifiedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    }
  }
};

const longDigits = (value: unknown): readonly string[] => (JSON.stringify(value) ?? '').match(/\d{11,}/gu) ?? [];

const checkFailure = (failure: Failure, question: unknown): void => {
  const shown = JSON.stringify([failure.message, failure.text, failure.field, failure.facts]);
  for (const digits of longDigits(question)) expect(shown).not.toContain(digits);
  expect(failure.text.zh).toMatch(/\p{Script=Han}/u);
  expect(failure.text.en.length).toBeGreaterThan(10);
  expect(shown.length).toBeLessThan(3_000);
  expect(shown).not.toMatch(/\bat .*\.[jt]s:\d+|node_modules|invariant/);
};

describe.each(NAMES)('%s', (name) => {
  it(
    'answers or fails in words; what it says has no floating-point residue, its figures are cited, and no identity number comes back',
    () => {
      let answered = 0;
      fc.assert(
        fc.property(QUESTIONS[name] ?? anyJson, (question) => {
          const met = meet(name, question);
          if ('failure' in met) return checkFailure(met.failure, question);
          answered += 1;
          checkOutcome(met.answer);
          checkSteps(met.answer);
        }),
        runs(name === SLOW ? 20 : 45, name === SLOW ? 500 : 2_000),
      );
      expect(answered).toBeGreaterThan(name === SLOW ? 4 : 8);
    },
    LONG_MS,
  );

  it('refuses any other JSON as BAD_USER_INPUT and nothing else', () => {
    fc.assert(
      fc.property(anyJson, (question) => {
        try {
          parseInput(ruleOf(name).input, question);
        } catch (error) {
          expect(error).toBeInstanceOf(Failure);
          expect(error).toMatchObject({ code: 'BAD_USER_INPUT' });
          checkFailure(error as Failure, question);
        }
      }),
      runs(25, 2_000),
    );
  });

  it('refuses a field that it does not know without repeating what may identify a person', () => {
    fc.assert(
      fc.property(withUnknownField(QUESTIONS[name] ?? anyJson), (question) => {
        const met = meet(name, question);
        if (!('failure' in met)) throw new Error('an unknown field was accepted');
        expect(met.failure.code).toBe('BAD_USER_INPUT');
        checkFailure(met.failure, question);
      }),
      runs(4, 500),
    );
  });
});

describe('the rules', () => {
  it.each(['', 'constructor', '__proto__', 'toString', 'SubsidyEstimate'])('%j is none of them', (name) => {
    expect(findRule(name)).toBeNull();
  });

  it.each(NAMES)('%s is found by the name it bears', (name) => {
    expect(ruleOf(name).name).toBe(name);
  });
});
