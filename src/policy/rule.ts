import type { z } from 'zod';
import type { Explained } from './explanation.js';
import type { RuleBook } from './rule-book.js';

/**
 * A rule that answers one question from the rule book alone.
 * `name` is also the GraphQL field; `version` changes when the same input may give another answer under the same rule book.
 */
export interface Rule<Input, Outcome> {
  readonly name: string;
  readonly version: string;
  readonly input: z.ZodType<Input>;
  /** The region whose figures stand above the province's, by code or name; null for the province. */
  readonly regionOf: (input: Input) => string | null;
  /** the day whose rules apply where `on` is left out and a fact decides it; null leaves it to today */
  readonly dayOf?: (input: Input) => string | null;
  /** what the input calls that region; `region` where left out */
  readonly regionField?: string;
  readonly decide: (book: RuleBook, input: Input) => Explained<Outcome>;
}

/** `perTraineeAmount@1` */
export const ruleVersion = (rule: { readonly name: string; readonly version: string }): string => `${rule.name}@${rule.version}`;
