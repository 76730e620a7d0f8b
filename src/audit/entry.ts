import { invariant } from '../money/invariant.js';
import { canonicalText } from '../policy/canonical.js';

/** What an entry is about, such as a course run or an enrolment. */
export interface Subject {
  readonly type: string;
  readonly id: string;
}

/** A part of an entry: texts, whole numbers and lists of them. Amounts are texts. */
export type EntryValue = string | number | boolean | null | readonly EntryValue[] | { readonly [name: string]: EntryValue };

/** What one operation did, said once and for ever. It holds no name, no identity number and nothing that leads to one without its salt. */
export interface Entry {
  readonly id: string;
  /** ISO instant in UTC */
  readonly at: string;
  /** the operation, such as approveCourseRun */
  readonly kind: string;
  readonly tenant: string;
  readonly region: string | null;
  /** the person of the token */
  readonly actor: string;
  /** who proposed or filed what the actor now approves */
  readonly approved: string | null;
  readonly rules: { readonly engine: string; readonly book: string; readonly on: string };
  readonly clauses: readonly string[];
  /** SHA-256 of the canonical input, identities replaced by salted digests */
  readonly inputDigest: string;
  /** keyed hash of tenant, operation and key */
  readonly idempotencyHash: string;
  readonly subjects: readonly Subject[];
  /** places or yuan by what they are, as texts */
  readonly amounts: Readonly<Record<string, string>>;
  readonly reversalOf: string | null;
  readonly details: Readonly<Record<string, EntryValue>>;
}

/** The version of the form below; another form gets another number. */
const FORM = 1;

/**
 * The exact bytes of an entry: canonical JSON with its form's version. They are stored and hashed as they are; columns are projections of them.
 * Source: our design, docs/decisions/0011-places-ledger.md; RFC 8785
 */
export const entryBytes = (entry: Entry): Buffer => Buffer.from(canonicalText({ ...entry, form: FORM }), 'utf8');

/**
 * The entry that stored bytes say. Throws where they are not exactly the bytes that this entry has: cut, changed, or of another form.
 * Source: our design, docs/decisions/0008-places-ledger.md; RFC 8785
 */
export function parseEntry(bytes: Uint8Array): Entry {
  const { form, ...entry } = JSON.parse(Buffer.from(bytes).toString('utf8')) as Entry & { readonly form: number };
  invariant(form === FORM, 'an entry is of the form that is known');
  invariant(entryBytes(entry).equals(bytes), 'the bytes of an entry are its canonical ones');
  return entry;
}
