import type { Bilingual } from '../policy/bilingual.js';

/** Why the store cannot start, or cannot write what it was asked to write. */
export type StoreFailureCode =
  | 'DATA_FOLDER_IN_USE'
  | 'DATA_FOLDER_DAMAGED'
  | 'DATA_FOLDER_NOT_WRITABLE'
  | 'DEMO_FOLDER_NOT_EMPTY'
  | 'DATABASE_UNREACHABLE'
  | 'DATABASE_TOO_OLD'
  | 'SEED_FILE_INVALID'
  | 'FIGURE_OVERLAPS'
  | 'FIGURE_INVALID'
  | 'DOCUMENT_UNKNOWN'
  | 'KEYS_MISSING'
  | 'KEYS_INVALID'
  | 'KEYS_DO_NOT_FIT'
  | 'IDENTITY_UNREADABLE'
  | 'QUOTE_KEY_MISSING'
  | 'QUOTE_KEY_INVALID';

/**
 * The store cannot do what was asked: the text says what was asked, what was found and what to do. The driver's own
 * error, when there is one, is kept as `cause` for the log and is never shown to a client.
 * Source: our design, docs/decisions/0002-embedded-database.md
 */
export class StoreFailure extends Error {
  constructor(
    readonly code: StoreFailureCode,
    readonly text: Bilingual,
    readonly facts: Readonly<Record<string, string | number>> = {},
    cause?: unknown,
  ) {
    super(text.en, cause === undefined ? undefined : { cause });
    this.name = 'StoreFailure';
  }
}
