/** Whose places: a region's in a year. */
export interface Pool {
  readonly regionCode: string;
  readonly year: number;
}

/** Where all places of a year come from: the province. Not limited. */
export const sourceAccount = (year: number): string => `PLACE/SOURCE/${year}`;

/** The places that a region has been given: the one limited account. */
export const quotaAccount = ({ regionCode, year }: Pool): string => `PLACE/QUOTA/${regionCode}/${year}`;

/** The places held for approved course runs, nobody named yet. */
export const heldAccount = ({ regionCode, year }: Pool): string => `PLACE/HELD/${regionCode}/${year}`;

/** The places of named persons: pending until the level certificate, posted by it. */
export const namedAccount = ({ regionCode, year }: Pool): string => `PLACE/NAMED/${regionCode}/${year}`;

/** The codes of the three accounts of a region and year. Source: our design, docs/decisions/0011-places-ledger.md */
export const poolAccounts = (pool: Pool): readonly string[] => [quotaAccount(pool), heldAccount(pool), namedAccount(pool)];
