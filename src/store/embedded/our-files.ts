/** The key of a development's own tokens; it may stand in a folder before the database does. */
export const TOKEN_KEY_FILE = 'token-key.json';
/** The keys of an installation that was given none; written and read by the key ring. */
export const KEYS_FILE = 'keys.json';
/** The key that signs quotes, of an installation that was given none. */
export const QUOTE_KEY_FILE = 'quote-key.pem';
/** What may stand in a data folder before its database is made. Source: our design, docs/decisions/0002-embedded-database.md */
export const OUR_FILES: ReadonlySet<string> = new Set([TOKEN_KEY_FILE, KEYS_FILE, QUOTE_KEY_FILE]);
