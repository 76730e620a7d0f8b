/**
 * The issuer's keys cannot be read now: a token can be neither believed nor refused.
 * Source: our design, docs/decisions/0010-callers.md
 */
export class KeysUnavailable extends Error {
  constructor(
    /** a short code such as ECONNREFUSED, for the log */
    readonly reason: string,
  ) {
    super(`the keys of the issuer are not available: ${reason}`);
    this.name = 'KeysUnavailable';
  }
}
