const FIRST_YEAR = 2024;
const LAST_YEAR = 2030;
const YEARS = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, index) => FIRST_YEAR + index);

/**
 * Statements that make the partitions of a fact table: one for each fiscal year, one for all others. A fact's year is in its id, so a look-up by id
 * meets one partition.
 * Source: our design, docs/decisions/0011-places-ledger.md
 */
export const partitionsOf = (table: string): string => {
  const yearly = YEARS.map((year) => `CREATE TABLE ${table}_${year} PARTITION OF ${table} FOR VALUES IN (${year});`);
  return [...yearly, `CREATE TABLE ${table}_other PARTITION OF ${table} DEFAULT;`].join('\n');
};

/**
 * Statements that tie a fact to one of the same year, partition by partition: a check within one partition costs a third of one that looks for the partition
 * first, which counts where ten thousand rows come at once.
 * Source: our design, docs/decisions/0011-places-ledger.md
 */
export const tiedToSameYear = (table: string, column: string, target: string): string =>
  [...YEARS, 'other']
    .map((part) => `ALTER TABLE ${table}_${part} ADD FOREIGN KEY (${column}, year) REFERENCES ${target}_${part} (id, year);`)
    .join('\n');

/** The columns by which every fact is found: its id, which begins with its fiscal year, and that year. */
export const FACT_COLUMNS = `
  id bigint NOT NULL,
  year integer NOT NULL CHECK (year = id / 1000000000),`;
