import type { RuleArchive } from '../policy/rule-archive.js';

/** One seed file as it was read. */
export interface SeedFile {
  /** From the seed folder, with forward slashes: `measures/LN2023-36/annex-5-hourly-rates.csv`. */
  readonly path: string;
  readonly sha256: string;
}

/** The law of this release: the rows of the seed files, none of them superseded yet. */
export interface Seeds extends RuleArchive {
  readonly files: readonly SeedFile[];
}
