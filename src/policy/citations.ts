import type { Citation } from './figure.js';
import type { RuleBook } from './rule-book.js';

/** The citation of a clause that carries no figure, such as `LN2023-36/4.1.11`, with the period of its notice. */
export function clauseCitation(book: RuleBook, clause: string): Citation {
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
