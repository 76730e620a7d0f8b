import { exact } from '../money/exact.js';
import { formatYuan } from '../money/yuan.js';
import { bilingual } from './bilingual.js';
import { clauseCitation } from './citations.js';
import { step } from './explanation.js';
import { Failure } from './failure.js';
import { effectInput, type OpenQuestionEffectInput } from './open-question-facts.js';
import { EFFECT_RULE, PRICINGS } from './open-question-worth.js';
import { openQuestionOf } from './open-questions.js';
import type { OpenQuestion } from './rule-archive.js';
import { type Rule, ruleVersion } from './rule.js';

export interface ReadingEffect {
  readonly reading: string;
  /** yuan; null where nothing is determined under this reading */
  readonly amount: string | null;
  /** yuan against the default reading; what is not determined counts as nothing */
  readonly difference: string;
  readonly isDefault: boolean;
  readonly isInForce: boolean;
}

export interface OpenQuestionEffect {
  readonly question: string;
  readonly key: string;
  readonly readings: readonly ReadingEffect[];
}

/**
 * What each reading of an open question is worth on given facts, in yuan, worked out by the same rules under that reading.
 * Throws UNKNOWN_OPEN_QUESTION, BAD_USER_INPUT naming the fact that the question needs.
 * Source: our design, docs/decisions/0006-open-questions.md
 */
export const openQuestionEffect: Rule<OpenQuestionEffectInput, OpenQuestionEffect> = {
  ...EFFECT_RULE,
  input: effectInput,
  regionOf: (input) => input.region,
  decide(book, input) {
    const question = openQuestionOf(book, input.question, 'question');
    const price = PRICINGS[question.id];
    if (price === undefined) throw noYuanEffect(question);
    const worths = question.readings.map(({ code, text }) => ({ code, text, ...price(book.reread(question.key, code), input) }));
    const base = worths.find(({ code }) => code === question.defaultReading)?.amount ?? null;
    const readings = worths.map(
      ({ code, amount }): ReadingEffect => ({
        reading: code,
        amount,
        difference: formatYuan(exact(amount ?? '0').minus(exact(base ?? '0'))),
        isDefault: code === question.defaultReading,
        isInForce: code === book.reading(question.key),
      }),
    );
    const rule = ruleVersion(EFFECT_RULE);
    const explanation = step({
      label: question.question,
      rule,
      result: readings.map(({ difference }) => difference).join(', '),
      unit: 'DECISION',
      citations: question.norms.map((norm) => clauseCitation(book, norm)),
      steps: worths.map(({ text, amount, steps }) =>
        step({ label: text, rule, result: amount ?? '-', unit: amount === null ? 'DECISION' : 'CNY', steps }),
      ),
    });
    return { outcome: { question: question.id, key: question.key, readings }, explanation };
  },
};

/** Whether the readings of a question have a yuan difference that `openQuestionEffect` works out. */
export const hasYuanEffect = (id: string): boolean => id in PRICINGS;

const noYuanEffect = (question: OpenQuestion): Failure =>
  new Failure(
    'BAD_USER_INPUT',
    bilingual(
      `question：${question.id} 的各种理解不能直接折算成元。可折算的有：${Object.keys(PRICINGS).join('、')}。`,
      `question: the readings of ${question.id} have no direct yuan difference. These have: ${Object.keys(PRICINGS).join(', ')}.`,
    ),
    'question',
  );
