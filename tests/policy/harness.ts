import { RuleDesk } from '../../src/operations/rule-desk.js';
import type { Step } from '../../src/policy/explanation.js';
import { Failure } from '../../src/policy/failure.js';
import type { Figure } from '../../src/policy/figure.js';
import type { RuleArchive } from '../../src/policy/rule-archive.js';
import type { Rule } from '../../src/policy/rule.js';
import { buildRuleBook, type RuleBook } from '../../src/policy/rule-book.js';
import { readSeedFiles } from '../../src/store/seed-files.js';

export { LONG_MS, runs } from '../money/harness.js';

/** The day on which every test asks unless it names another. */
export const TODAY = '2026-11-22';

export const archive: RuleArchive = readSeedFiles();

export const deskOf = (rules: RuleArchive): RuleDesk => new RuleDesk(rules, () => new Date('2026-11-22T04:00:00Z'));

export const desk = deskOf(archive);

export const bookOf = (rules: RuleArchive, on: string = TODAY, regionCode: string | null = null, knownAt: string | null = null): RuleBook =>
  buildRuleBook(rules, { on, knownAt, regionCode });

export const book = bookOf(archive);

/** The archive under another reading of one open question. */
export const underReading = (key: string, reading: string, rules: RuleArchive = archive): RuleArchive => ({
  ...rules,
  settings: rules.settings.map((setting) => (setting.key === key ? { ...setting, reading } : setting)),
});

export const figureOf = (kind: string, key: string): Figure => {
  const figure = archive.figures.find((row) => row.kind === kind && row.key === key);
  if (figure === undefined) throw new Error(`the seeds have no ${kind} ${key}`);
  return figure;
};

/** The archive with one more figure: a copy of a provincial one with its own value, region and period. */
export const withRegionalFigure = (
  kind: string,
  key: string,
  own: { readonly value: string; readonly regionCode: string; readonly validFrom?: string; readonly validTo?: string },
  rules: RuleArchive = archive,
): RuleArchive => {
  const provincial = figureOf(kind, key);
  const { validFrom = '2024-01-01', validTo = null } = own;
  const regional: Figure = {
    ...provincial,
    value: own.value,
    regionCode: own.regionCode,
    citation: { ...provincial.citation, clause: 'SY2024-1/1', validFrom, validTo },
  };
  return { ...rules, figures: [...rules.figures, regional] };
};

/** The instant at which the correction below was learnt. */
export const CORRECTED_AT = '2026-11-01T00:00:00.000Z';

/** The archive after a figure was corrected: the old row is known until then, the new one from then on. */
export const corrected = (kind: string, key: string, value: string): RuleArchive => {
  const printed = figureOf(kind, key);
  const old = { ...printed, citation: { ...printed.citation, knownTo: CORRECTED_AT } };
  const next = { ...printed, value, citation: { ...printed.citation, knownFrom: CORRECTED_AT } };
  return { ...archive, figures: archive.figures.flatMap((figure) => (figure === printed ? [old, next] : [figure])) };
};

/** What a rule answers today, without the rule book and the receipt. */
export const ask = <Input, Outcome>(rule: Rule<Input, Outcome>, question: unknown, rules: RuleDesk = desk) => rules.answer(rule, question);

/** The failure that a question meets. */
export const failureOf = (question: () => unknown): Failure => {
  try {
    question();
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
  throw new Error('expected a Failure, got an answer');
};

/** A step and everything below it. */
export const allSteps = (step: Step): readonly Step[] => [step, ...step.steps.flatMap(allSteps)];

/** The sum of yuan texts, in fen, without the code under test. */
export const fenOf = (yuan: string): bigint => BigInt(yuan.replace('.', ''));
export const sumFen = (amounts: readonly string[]): bigint => amounts.reduce((sum, amount) => sum + fenOf(amount), 0n);
