import { bilingual } from './bilingual.js';
import { Failure } from './failure.js';
import type { Citation, Measure } from './figure.js';
import { rememberedPerBook } from './remembered.js';
import type { RuleBook } from './rule-book.js';

const clauseCitations = rememberedPerBook((_book: RuleBook) => new Map<string, Citation>());

/** The citation of a clause that carries no figure, such as `LN2023-36/4.1.11`, with the period of its notice. */
export function clauseCitation(book: RuleBook, clause: string): Citation {
  const known = clauseCitations(book).get(clause) ?? newCitation(book, clause);
  clauseCitations(book).set(clause, known);
  return known;
}

function newCitation(book: RuleBook, clause: string): Citation {
  const documentCode = clause.split('/')[0] ?? clause;
  const measure = book.measure(documentCode);
  return {
    documentCode,
    documentNumber: measure?.number ?? null,
    clause,
    annex: null,
    row: null,
    column: null,
    validFrom: measure?.effectiveFrom ?? null,
    validTo: measure?.effectiveTo ?? null,
    knownFrom: measure?.issuedOn ?? null,
    knownTo: null,
    lastVerifiedOn: measure?.lastVerifiedOn ?? '',
    status: measure?.status ?? 'UNCONFIRMED',
    binding: null,
    note: measure?.note.zh ?? null,
  };
}

/**
 * Refuses a question about a notice on a day, or at a knowledge, that has none of its figures. Throws RULE_NOT_IN_FORCE, RULE_NOT_KNOWN.
 * Source: our design, docs/decisions/0001-rules-as-dated-rows.md
 */
export function requireInForce(book: RuleBook, documentCode: string): void {
  if (book.holdsFiguresOf(documentCode)) return;
  const { on, knownAt } = book.query;
  const measure = book.measure(documentCode);
  const name = measure?.number ?? documentCode;
  const period = `${measure?.effectiveFrom ?? '…'} – ${measure?.effectiveTo ?? '…'}`;
  if (knownAt !== null && isWithin(on, measure)) {
    throw new Failure(
      'RULE_NOT_KNOWN',
      bilingual(
        `按 ${knownAt} 时的所知，${on} 当日没有《${name}》的规则。请改用更晚的 knownAt，或不填以取最新所知。`,
        `As known at ${knownAt}, ${name} gave no rule for ${on}. Use a later knownAt, or leave it out for the latest knowledge.`,
      ),
      'knownAt',
      { on, knownAt, documentCode },
    );
  }
  throw new Failure(
    'RULE_NOT_IN_FORCE',
    bilingual(
      `${name} 在 ${on} 当日没有生效（有效期 ${period}）。请改用有效期内的日期。`,
      `${name} is not in force on ${on} (its period is ${period}). Ask for a day within it.`,
    ),
    'on',
    { on, documentCode },
  );
}

const isWithin = (day: string, measure: Measure | null): boolean =>
  measure !== null && (measure.effectiveFrom ?? day) <= day && (measure.effectiveTo ?? day) >= day;

/** The notice of quota, hours, rates and goals. */
export const TRAINING_NOTICE = 'LN2023-36';
/** The notice of the rewards. */
export const REWARD_NOTICE = 'LN2024-251';
