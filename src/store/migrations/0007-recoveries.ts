import type { MigrationInterface, QueryRunner } from 'typeorm';
import { FACT_COLUMNS, partitionsOf } from './partitions.js';

/** What institutions have to give back: a receivable for each finding and paying region, its lines, and what arrived. A paid line is recovered once at most: `recovered_key`. */
const RECOVERIES = `
ALTER TABLE claim_line ADD COLUMN paid_from jsonb;
CREATE TABLE recovery (${FACT_COLUMNS}
  finding_id bigint NOT NULL,
  course_run_id bigint NOT NULL,
  region_code text NOT NULL,
  institution_code text NOT NULL,
  status text NOT NULL CHECK (status IN ('OPEN', 'SUSPENDED', 'SETTLED', 'CANCELLED')),
  amount numeric(18,2) NOT NULL CHECK (amount > 0),
  repaid numeric(18,2) NOT NULL DEFAULT 0,
  document_number text NOT NULL CHECK (document_number <> ''),
  noticed_on date NOT NULL,
  due_on date NOT NULL CHECK (due_on >= noticed_on),
  opened_by text NOT NULL,
  status_reason text CHECK (status_reason <> ''),
  PRIMARY KEY (id, year),
  CHECK (repaid BETWEEN 0 AND amount),
  CHECK ((status = 'SETTLED') = (repaid = amount))
) PARTITION BY LIST (year);
CREATE INDEX recovery_of_region ON recovery (region_code, id);
CREATE INDEX recovery_of_institution ON recovery (institution_code, id);
${partitionsOf('recovery')}
CREATE TABLE recovery_line (${FACT_COLUMNS}
  recovery_id bigint NOT NULL,
  claim_line_id bigint NOT NULL,
  enrolment_id bigint NOT NULL,
  amount numeric(18,2) NOT NULL CHECK (amount > 0),
  paid_from jsonb NOT NULL,
  PRIMARY KEY (id, year),
  FOREIGN KEY (recovery_id, year) REFERENCES recovery (id, year)
) PARTITION BY LIST (year);
CREATE INDEX recovery_line_of_recovery ON recovery_line (recovery_id);
${partitionsOf('recovery_line')}
CREATE TABLE recovered_key (claim_line_id bigint PRIMARY KEY, recovery_id bigint NOT NULL);
CREATE TABLE repayment (${FACT_COLUMNS}
  recovery_id bigint NOT NULL,
  region_code text NOT NULL,
  institution_code text NOT NULL,
  amount numeric(18,2) NOT NULL CHECK (amount > 0),
  received_on date NOT NULL,
  document_number text NOT NULL CHECK (document_number <> ''),
  refunds jsonb NOT NULL,
  recorded_by text NOT NULL,
  PRIMARY KEY (id, year)
) PARTITION BY LIST (year);
CREATE INDEX repayment_of_recovery ON repayment (recovery_id, id);
${partitionsOf('repayment')}
CREATE TABLE repayment_key (region_code text NOT NULL, document_number text NOT NULL, repayment_id bigint NOT NULL, PRIMARY KEY (region_code, document_number));
CREATE TRIGGER repayment_keep BEFORE UPDATE OR DELETE ON repayment FOR EACH ROW EXECUTE FUNCTION keep_evidence();`;

/**
 * Recoveries and repayments; a paid line keeps which fund of which year paid it.
 * Source: our design, docs/decisions/0020-recoveries.md
 */
export class Recoveries1764633600007 implements MigrationInterface {
  readonly name = 'Recoveries1764633600007';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(RECOVERIES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE repayment_key, repayment, recovered_key, recovery_line, recovery; ALTER TABLE claim_line DROP COLUMN paid_from',
    );
  }
}
