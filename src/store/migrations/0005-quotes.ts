import type { MigrationInterface, QueryRunner } from 'typeorm';
import { FACT_COLUMNS, partitionsOf } from './partitions.js';

const HASH = `~ '^[0-9a-f]{64}$'`;

/** Quotes as they were signed. The signing key stands nowhere in the database. */
const QUOTES = `
CREATE TABLE quote (${FACT_COLUMNS}
  tenant text NOT NULL,
  region_code text,
  institution_code text,
  number text NOT NULL CHECK (number <> ''),
  issued_on date NOT NULL,
  expires_on date NOT NULL,
  amount numeric(18, 2) NOT NULL CHECK (amount >= 0),
  amount_if_cleared numeric(18, 2) NOT NULL,
  rule_version text NOT NULL,
  rule_book_hash text NOT NULL CHECK (rule_book_hash ${HASH}),
  statement jsonb NOT NULL,
  receipt_hash text NOT NULL CHECK (receipt_hash ${HASH}),
  receipt text NOT NULL,
  signed_with text NOT NULL CHECK (signed_with <> ''),
  signature text NOT NULL CHECK (signature <> ''),
  issued_by text NOT NULL,
  PRIMARY KEY (id, year),
  CHECK (issued_on <= expires_on),
  CHECK (amount <= amount_if_cleared),
  CHECK (region_code IS NOT NULL OR institution_code IS NOT NULL)
) PARTITION BY LIST (year);
CREATE INDEX quote_of_region ON quote (region_code, id);
CREATE INDEX quote_of_institution ON quote (institution_code, id);
${partitionsOf('quote')}
CREATE TRIGGER quote_keep BEFORE UPDATE OR DELETE ON quote FOR EACH ROW EXECUTE FUNCTION keep_evidence();`;

/**
 * Signed quotes, partitioned by the year of their issue; inserted and never changed.
 * Source: our design, docs/decisions/0021-quotes.md
 */
export class Quotes1764720000005 implements MigrationInterface {
  readonly name = 'Quotes1764720000005';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(QUOTES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE quote');
  }
}
