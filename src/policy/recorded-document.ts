import { bilingual } from './bilingual.js';
import { sha256 } from './canonical.js';
import type { Binding, Citation, Measure } from './figure.js';
import type { Period } from './period.js';

const CODE_LENGTH = 16;

/** The code under which a document that people name by its number is recorded: equal numbers give equal codes. */
export const documentCodeOf = (documentNumber: string): string =>
  `DOC-${sha256(documentNumber.normalize('NFC').trim()).slice(0, CODE_LENGTH)}`;

/**
 * The sheet of a document that two persons rested a decision on. Its text is not held here, only its number.
 * Source: our design, docs/decisions/0016-two-persons.md
 */
export const recordedDocument = (documentNumber: string, recordedOn: string): Measure => ({
  code: documentCodeOf(documentNumber),
  number: documentNumber,
  title: bilingual(`文件 ${documentNumber}`, `Document ${documentNumber}`),
  issuer: bilingual('未登记', 'not recorded'),
  issuedOn: null,
  effectiveFrom: null,
  effectiveTo: null,
  status: 'PRINTED',
  lastVerifiedOn: recordedOn,
  note: bilingual('由两人登记；本库只存文号，不存全文。', 'Recorded by two persons; only its number is kept here, not its text.'),
  normCount: 0,
});

/** The citation of a row that rests on such a document: the document as a whole. */
export const recordedCitation = (
  document: { readonly code: string; readonly number: string | null },
  period: Period,
  verifiedOn: string,
  binding: Binding | null = null,
): Citation => ({
  documentCode: document.code,
  documentNumber: document.number,
  clause: document.code,
  annex: null,
  row: null,
  column: null,
  validFrom: period.from,
  validTo: period.to,
  knownFrom: null,
  knownTo: null,
  lastVerifiedOn: verifiedOn,
  status: 'PRINTED',
  binding,
  note: null,
});
