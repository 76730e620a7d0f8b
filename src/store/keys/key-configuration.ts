/** Where the keys of the stored identities come from. */
export interface KeyConfiguration {
  /** IDENTITY_KEYS, such as `1:<base64>,2:<base64>`: 32 bytes each, the largest version encrypts; null when unset. */
  readonly identityKeys: string | null;
  /** IDENTITY_HASH_KEY, such as `1:<base64>`: 32 bytes; null when unset. */
  readonly identityHashKey: string | null;
  /** MODE=production: only keys that somebody chose and keeps elsewhere will do. */
  readonly isProduction: boolean;
  /** DATA_DIR: where an installation without the two variables keeps its own keys, also when it uses DATABASE_URL. */
  readonly dataFolder: string;
}
