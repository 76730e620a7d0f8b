/** Which database the service keeps its rows in. */
export interface DatabaseConfiguration {
  /** `postgres://user:password@host:port/name` of a PostgreSQL 15 or newer; null: the embedded database. */
  readonly url: string | null;
  /** Where the embedded database keeps its files. Not touched when `url` is given. */
  readonly dataFolder: string;
  /** Connections to PostgreSQL; the embedded database has one always. */
  readonly poolSize?: number;
}
