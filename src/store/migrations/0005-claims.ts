import type { MigrationInterface, QueryRunner } from 'typeorm';
import { FACT_COLUMNS, partitionsOf } from './partitions.js';

const STATUSES = `'DRAFT', 'SUBMITTED', 'RETURNED', 'FIRST_REVIEWED', 'SECOND_REVIEWED', 'ON_NOTICE', 'OBJECTED', 'FINANCE_APPROVED', 'QUEUED', 'PAYING', 'PAID',
  'PAYMENT_FAILED', 'REJECTED', 'WITHDRAWN'`;

/** A claim for some trainees of one course run against one region; its lines; and every step that was taken. */
const CLAIMS = `
CREATE TABLE claim (${FACT_COLUMNS}
  course_run_id bigint NOT NULL,
  region_code text NOT NULL,
  institution_code text NOT NULL,
  status text NOT NULL CHECK (status IN (${STATUSES})),
  version integer NOT NULL CHECK (version > 0),
  amount numeric(18,2) NOT NULL CHECK (amount >= 0),
  last_on date NOT NULL,
  notice_from date,
  notice_until date,
  approved_on date,
  approval_id bigint,
  payee_account_id bigint,
  PRIMARY KEY (id, year),
  CHECK ((notice_from IS NULL) = (notice_until IS NULL) AND notice_from <= notice_until),
  CHECK ((approved_on IS NULL) = (approval_id IS NULL) AND (approved_on IS NULL) = (payee_account_id IS NULL)),
  CHECK (status NOT IN ('FINANCE_APPROVED', 'QUEUED', 'PAYING', 'PAID', 'PAYMENT_FAILED') OR approval_id IS NOT NULL)
) PARTITION BY LIST (year);
CREATE INDEX claim_of_region ON claim (region_code, id);
CREATE INDEX claim_of_institution ON claim (institution_code, id);
CREATE INDEX claim_of_run ON claim (course_run_id);
CREATE INDEX claim_waiting ON claim (region_code, approval_id) WHERE status = 'QUEUED';
${partitionsOf('claim')}
CREATE TABLE claim_line (${FACT_COLUMNS}
  claim_id bigint NOT NULL,
  enrolment_id bigint NOT NULL,
  tuition_charged numeric(18,2) NOT NULL CHECK (tuition_charged >= 0),
  left_out_reason text CHECK (left_out_reason <> ''),
  status text NOT NULL CHECK (status IN ('PAYABLE', 'HOLD', 'NOT_PAYABLE')),
  entitlement numeric(18,2) NOT NULL CHECK (entitlement >= 0),
  due numeric(18,2) NOT NULL CHECK (due BETWEEN 0 AND entitlement),
  reasons jsonb NOT NULL,
  receipt_hash text CHECK (receipt_hash ~ '^[0-9a-f]{64}$'),
  PRIMARY KEY (id, year),
  FOREIGN KEY (claim_id, year) REFERENCES claim (id, year),
  CHECK (status = 'PAYABLE' OR due = 0),
  UNIQUE (claim_id, enrolment_id, year)
) PARTITION BY LIST (year);
CREATE INDEX claim_line_of_enrolment ON claim_line (enrolment_id);
${partitionsOf('claim_line')}
CREATE TABLE claimed_key (
  enrolment_id bigint PRIMARY KEY,
  claim_id bigint NOT NULL
);
CREATE INDEX claimed_key_of_claim ON claimed_key (claim_id);
CREATE TABLE claim_step (${FACT_COLUMNS}
  claim_id bigint NOT NULL,
  version integer NOT NULL CHECK (version > 0),
  act text NOT NULL CHECK (act <> ''),
  from_status text CHECK (from_status IN (${STATUSES})),
  to_status text NOT NULL CHECK (to_status IN (${STATUSES})),
  actor text NOT NULL,
  taken_on date NOT NULL,
  at timestamptz NOT NULL,
  reason text,
  seen_hash text CHECK (seen_hash ~ '^[0-9a-f]{64}$'),
  lines jsonb NOT NULL,
  PRIMARY KEY (id, year),
  FOREIGN KEY (claim_id, year) REFERENCES claim (id, year),
  UNIQUE (claim_id, version, year)
) PARTITION BY LIST (year);
${partitionsOf('claim_step')}
CREATE TRIGGER claim_step_keep BEFORE UPDATE OR DELETE ON claim_step FOR EACH ROW EXECUTE FUNCTION keep_evidence();`;

/**
 * Claims, their lines and steps. A step keeps the lines as they were seen, so that what changed since can be shown.
 * Source: our design, docs/decisions/0018-claims.md
 */
export class Claims1764633600005 implements MigrationInterface {
  readonly name = 'Claims1764633600005';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CLAIMS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE claim_step, claimed_key, claim_line, claim');
  }
}
