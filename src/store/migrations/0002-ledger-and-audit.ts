import type { MigrationInterface, QueryRunner } from 'typeorm';
import { FACT_COLUMNS, partitionsOf } from './partitions.js';

const IDS = `
CREATE SEQUENCE fact_id;
CREATE FUNCTION next_id(year integer) RETURNS bigint LANGUAGE sql VOLATILE AS 'SELECT year::bigint * 1000000000 + nextval(''fact_id'')';`;

/**
 * One ledger for both units: whole places, and yuan to the fen. `beyond_target` says by how much a limited account stands below zero since its limit was
 * a target; only a batch under a target raises it, so that the limit still binds everything else.
 */
const LEDGER = `
CREATE TABLE account (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  code text NOT NULL UNIQUE CHECK (code <> ''),
  unit text NOT NULL CHECK (unit IN ('PLACE', 'CNY')),
  kind text NOT NULL CHECK (kind <> ''),
  region_code text,
  year integer NOT NULL,
  owner text,
  is_limited boolean NOT NULL,
  debits_pending numeric(18,2) NOT NULL DEFAULT 0 CHECK (debits_pending >= 0),
  debits_posted numeric(18,2) NOT NULL DEFAULT 0 CHECK (debits_posted >= 0),
  credits_pending numeric(18,2) NOT NULL DEFAULT 0 CHECK (credits_pending >= 0),
  credits_posted numeric(18,2) NOT NULL DEFAULT 0 CHECK (credits_posted >= 0),
  beyond_target numeric(18,2) NOT NULL DEFAULT 0 CHECK (beyond_target >= 0),
  CONSTRAINT account_not_overdrawn CHECK (NOT is_limited OR debits_pending + debits_posted <= credits_posted + beyond_target),
  CONSTRAINT account_whole_places CHECK (unit <> 'PLACE' OR
    (debits_pending % 1 = 0 AND debits_posted % 1 = 0 AND credits_pending % 1 = 0 AND credits_posted % 1 = 0))
);
CREATE INDEX account_of_year ON account (year, kind, region_code);
CREATE TABLE transfer (${FACT_COLUMNS}
  kind text NOT NULL CHECK (kind IN ('DIRECT', 'PENDING', 'POST', 'VOID', 'EXPIRE', 'REVERSAL')),
  unit text NOT NULL CHECK (unit IN ('PLACE', 'CNY')),
  debit_account bigint NOT NULL REFERENCES account (id),
  credit_account bigint NOT NULL REFERENCES account (id),
  amount numeric(18,2) NOT NULL CHECK (amount > 0),
  resolves bigint,
  cause text NOT NULL CHECK (cause <> ''),
  course_run_id bigint,
  enrolment_id bigint,
  entry_id bigint NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (id, year),
  CHECK (debit_account <> credit_account),
  CHECK ((resolves IS NULL) = (kind IN ('DIRECT', 'PENDING')))
) PARTITION BY LIST (year);
CREATE INDEX transfer_of_run ON transfer (course_run_id);
CREATE INDEX transfer_of_account ON transfer (debit_account, id);
${partitionsOf('transfer')}
CREATE TABLE pending_transfer (
  id bigint PRIMARY KEY,
  unit text NOT NULL,
  debit_account bigint NOT NULL REFERENCES account (id),
  credit_account bigint NOT NULL REFERENCES account (id),
  amount numeric(18,2) NOT NULL CHECK (amount > 0),
  open_amount numeric(18,2) NOT NULL CHECK (open_amount BETWEEN 0 AND amount),
  cause text NOT NULL,
  course_run_id bigint,
  enrolment_id bigint,
  expires_at timestamptz
);
CREATE INDEX pending_transfer_expiring ON pending_transfer (expires_at) WHERE open_amount > 0 AND expires_at IS NOT NULL;
CREATE INDEX pending_transfer_of_account ON pending_transfer (debit_account) WHERE open_amount > 0;
CREATE TABLE reversed_transfer (id bigint PRIMARY KEY, reversal_id bigint NOT NULL UNIQUE);`;

/** One entry for each operation, written in its transaction; the bytes are the evidence, the columns are projections of them. */
const AUDIT = `
CREATE TABLE audit_entry (${FACT_COLUMNS}
  at timestamptz NOT NULL,
  kind text NOT NULL CHECK (kind <> ''),
  tenant text NOT NULL,
  region_code text,
  actor text NOT NULL,
  suite text NOT NULL CHECK (suite IN ('sha256', 'sm3')),
  bytes bytea NOT NULL,
  PRIMARY KEY (id, year)
) PARTITION BY LIST (year);
CREATE INDEX audit_entry_of_region ON audit_entry (region_code, id);
CREATE INDEX audit_entry_of_kind ON audit_entry (kind, id);
${partitionsOf('audit_entry')}
CREATE TABLE audit_subject (
  subject_type text NOT NULL,
  subject_id text NOT NULL,
  entry_id bigint NOT NULL,
  PRIMARY KEY (subject_type, subject_id, entry_id)
);
CREATE TABLE seal_pending (entry_id bigint PRIMARY KEY);
CREATE FUNCTION keep_evidence() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'restrict_violation', MESSAGE = format('%s of %s refused: evidence is never changed or deleted', TG_OP, TG_TABLE_NAME);
END
$body$;
CREATE TRIGGER audit_entry_keep BEFORE UPDATE OR DELETE ON audit_entry FOR EACH ROW EXECUTE FUNCTION keep_evidence();
CREATE TRIGGER transfer_keep BEFORE UPDATE OR DELETE ON transfer FOR EACH ROW EXECUTE FUNCTION keep_evidence();`;

/** What makes a repeated request harmless, what needs a second person, and how a region's places of a year came to be so many. */
const REQUESTS = `
CREATE TABLE idempotency (
  tenant text NOT NULL,
  operation text NOT NULL,
  key text NOT NULL CHECK (length(key) BETWEEN 8 AND 200),
  request_hash text NOT NULL CHECK (request_hash ~ '^[0-9a-f]{64}$'),
  reply jsonb,
  at timestamptz NOT NULL,
  PRIMARY KEY (tenant, operation, key)
);
CREATE TABLE proposal (${FACT_COLUMNS}
  kind text NOT NULL CHECK (kind <> ''),
  region_code text,
  payload jsonb NOT NULL,
  document_number text NOT NULL CHECK (document_number <> ''),
  status text NOT NULL CHECK (status IN ('PROPOSED', 'APPROVED', 'REJECTED')),
  proposed_by text NOT NULL,
  proposed_at timestamptz NOT NULL,
  decided_by text,
  decided_at timestamptz,
  decision_note text,
  PRIMARY KEY (id),
  CONSTRAINT proposal_two_persons CHECK (decided_by IS NULL OR status = 'REJECTED' OR decided_by <> proposed_by),
  CHECK ((status = 'PROPOSED') = (decided_by IS NULL)),
  CHECK ((decided_by IS NULL) = (decided_at IS NULL))
);
CREATE INDEX proposal_of_kind ON proposal (kind, status, id);
CREATE TABLE quota_change (${FACT_COLUMNS}
  region_code text NOT NULL,
  cause text NOT NULL CHECK (cause IN ('ALLOCATION', 'ADJUSTMENT')),
  places integer NOT NULL CHECK (places <> 0),
  places_before integer NOT NULL CHECK (places_before >= 0),
  places_after integer NOT NULL CHECK (places_after >= 0),
  proposal_id bigint REFERENCES proposal (id),
  entry_id bigint NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (id),
  CHECK (places_after = places_before + places),
  CHECK ((cause = 'ADJUSTMENT') = (proposal_id IS NOT NULL))
);
CREATE INDEX quota_change_of_pool ON quota_change (year, region_code, id);
CREATE TRIGGER quota_change_keep BEFORE UPDATE OR DELETE ON quota_change FOR EACH ROW EXECUTE FUNCTION keep_evidence();
CREATE TABLE revoked_token (
  id bigint PRIMARY KEY,
  jti text NOT NULL UNIQUE CHECK (jti <> ''),
  revoked_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  revoked_by text NOT NULL,
  reason text NOT NULL CHECK (reason <> '')
);
CREATE TABLE rule_revision (is_one boolean PRIMARY KEY DEFAULT true CHECK (is_one), revision bigint NOT NULL);
INSERT INTO rule_revision (revision) VALUES (1);`;

/**
 * The two-phase ledger, the audit entries with their queue for the sealer, idempotency keys, proposals that need two persons, revoked tokens.
 * Source: our design, docs/decisions/0011-places-ledger.md
 */
export class LedgerAndAudit1764633600002 implements MigrationInterface {
  readonly name = 'LedgerAndAudit1764633600002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query([IDS, LEDGER, AUDIT, REQUESTS].join('\n'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE rule_revision, revoked_token, quota_change, proposal, idempotency, seal_pending, audit_subject, audit_entry, reversed_transfer,
      pending_transfer, transfer, account; DROP FUNCTION keep_evidence(), next_id(integer); DROP SEQUENCE fact_id`);
  }
}
