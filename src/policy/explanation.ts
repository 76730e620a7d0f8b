import type { Bilingual } from './bilingual.js';
import type { Citation } from './figure.js';

/** What a number in an explanation counts. */
export type StepUnit = 'CNY' | 'CNY_PER_HOUR' | 'HOURS' | 'PERSONS' | 'PERCENT' | 'MONTHS' | 'YEARS' | 'COUNT' | 'DAY' | 'DECISION';

/** How a step rounded. Money is rounded in money/yuan.ts only; percentages for display and whole persons say so too. */
export type Rounding = 'NONE' | 'HALF_UP_TO_FEN' | 'HALF_UP_TO_HUNDREDTH' | 'UP_TO_WHOLE' | 'DOWN_TO_FEN' | 'LARGEST_REMAINDER';

export interface Operand {
  readonly name: Bilingual;
  readonly value: string;
  readonly unit: StepUnit;
}

/** One step of a calculation, written while it is made. It holds no times, so equal input gives equal bytes. */
export interface Step {
  readonly label: Bilingual;
  /** The rule and its version: `perTraineeAmount@1`. */
  readonly rule: string;
  readonly operands: readonly Operand[];
  readonly result: string;
  readonly unit: StepUnit;
  readonly rounding: Rounding;
  readonly citations: readonly Citation[];
  readonly steps: readonly Step[];
}

/** What a rule answers and how it came to it. */
export interface Explained<Outcome> {
  readonly outcome: Outcome;
  readonly explanation: Step;
}

interface StepParts {
  readonly label: Bilingual;
  readonly rule: string;
  readonly operands?: readonly Operand[];
  readonly result: string;
  readonly unit: StepUnit;
  readonly rounding?: Rounding;
  readonly citations?: readonly Citation[];
  readonly steps?: readonly Step[];
}

/** A step; what is left out is empty and unrounded. */
export const step = (parts: StepParts): Step => ({
  label: parts.label,
  rule: parts.rule,
  operands: parts.operands ?? [],
  result: parts.result,
  unit: parts.unit,
  rounding: parts.rounding ?? 'NONE',
  citations: parts.citations ?? [],
  steps: parts.steps ?? [],
});

export const operand = (name: Bilingual, value: string | number, unit: StepUnit): Operand => ({ name, value: `${value}`, unit });

/** A step as it stands in a receipt: labels left to the reader's language, citations by clause. */
export interface CanonicalStep {
  readonly rule: string;
  readonly label: string;
  readonly operands: readonly (readonly [string, string, string])[];
  readonly result: string;
  readonly unit: StepUnit;
  readonly rounding: Rounding;
  readonly clauses: readonly string[];
  readonly steps: readonly CanonicalStep[];
}

/** The part of a step that a receipt binds. */
export const canonicalStep = (full: Step): CanonicalStep => ({
  rule: full.rule,
  label: full.label.en,
  operands: full.operands.map(({ name, value, unit }) => [name.en, value, unit]),
  result: full.result,
  unit: full.unit,
  rounding: full.rounding,
  clauses: full.citations.map((citation) => citation.clause),
  steps: full.steps.map(canonicalStep),
});
