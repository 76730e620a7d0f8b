import { type Bilingual, bilingual } from '../bilingual.js';

/** What kind of facts a refusal carries; each is a type of its own in the API. */
export type RefusalKind = 'RULE' | 'PLACES' | 'FUNDS' | 'STATUS' | 'SAME_PERSON' | 'DUPLICATE' | 'STALE';

/** Facts of a refusal, as the API shows them. */
export type RefusalFacts = Readonly<Record<string, string | number | readonly string[] | null>>;

/** Why an act was not done: the rules, or the state of things, say no. A value, never thrown. */
export interface Refusal {
  readonly kind: RefusalKind;
  readonly code: string;
  readonly text: Bilingual;
  /** where in the input, as a path such as `lines[2].category`; null when it concerns the whole */
  readonly field: string | null;
  /** norm id such as `LN2023-36/4.1.8`, or null for a rule of our own */
  readonly clause: string | null;
  readonly fixableBy: Bilingual;
  readonly needed: Bilingual;
  readonly facts: RefusalFacts;
}

/** How a refusal reads: `{name}` in a text stands for the fact of that name. */
export type RefusalWords = readonly [
  kind: RefusalKind,
  clause: string | null,
  zh: string,
  en: string,
  fixZh: string,
  fixEn: string,
  neededZh: string,
  neededEn: string,
];

/** A text with facts in the place of their `{names}`. */
export const filled = (template: string, facts: RefusalFacts): string =>
  template.replace(/\{(\w+)\}/gu, (whole, name: string) => {
    const value = facts[name];
    return value === undefined || value === null ? whole : [value].flat().join('、');
  });

/**
 * Makes the refusals of one subject from their words: `refuse(code, field, facts)`.
 * Source: our design, docs/decisions/0004-errors.md
 */
export const refusalsFrom =
  <Code extends string>(words: Readonly<Record<Code, RefusalWords>>) =>
  (code: Code, field: string | null = null, facts: RefusalFacts = {}): Refusal => {
    const [kind, clause, zh, en, fixZh, fixEn, neededZh, neededEn] = words[code];
    return {
      kind,
      code,
      text: bilingual(filled(zh, facts), filled(en, facts)),
      field,
      clause,
      fixableBy: bilingual(fixZh, fixEn),
      needed: bilingual(filled(neededZh, facts), filled(neededEn, facts)),
      facts,
    };
  };
