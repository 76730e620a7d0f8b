import type { MigrationInterface, QueryRunner } from 'typeorm';
import { FACT_COLUMNS, partitionsOf } from './partitions.js';

/**
 * Where institutions are paid. The number is readable only with the key ring; the keyed hash finds it again. Not partitioned, so that one account of an institution
 * is approved at a time, whatever the year.
 */
const PAYEES = `
CREATE TABLE payee_account (${FACT_COLUMNS}
  institution_code text NOT NULL,
  holder text NOT NULL CHECK (holder <> ''),
  bank_name text NOT NULL CHECK (bank_name <> ''),
  bank_code text,
  number_cipher bytea NOT NULL,
  number_hash text NOT NULL CHECK (number_hash ~ '^[0-9a-f]{64}$'),
  number_tail text NOT NULL CHECK (number_tail ~ '^[0-9]{4}$'),
  key_version integer NOT NULL,
  document_number text NOT NULL CHECK (document_number <> ''),
  status text NOT NULL CHECK (status IN ('PROPOSED', 'APPROVED', 'REJECTED', 'REPLACED')),
  proposed_by text NOT NULL,
  proposed_on date NOT NULL,
  decided_by text,
  decided_on date,
  decision_note text,
  PRIMARY KEY (id),
  CONSTRAINT payee_account_two_persons CHECK (decided_by IS NULL OR status = 'REJECTED' OR decided_by <> proposed_by),
  CHECK ((status = 'PROPOSED') = (decided_by IS NULL)),
  CHECK ((decided_by IS NULL) = (decided_on IS NULL) AND proposed_on <= decided_on)
);
CREATE UNIQUE INDEX payee_account_open ON payee_account (institution_code) WHERE status = 'PROPOSED';
CREATE UNIQUE INDEX payee_account_approved ON payee_account (institution_code) WHERE status = 'APPROVED';
CREATE UNIQUE INDEX payee_account_of_one ON payee_account (number_hash) WHERE status = 'APPROVED';
CREATE INDEX payee_account_of_institution ON payee_account (institution_code, id);
CREATE INDEX payee_account_of_number ON payee_account (number_hash);`;

/**
 * What came into the funds of a region and year, went on to the next year, or was taken back, each by a document. The money itself moves in the ledger: an approved
 * row names its transfer.
 */
const FUNDS = `
CREATE TABLE appropriation (${FACT_COLUMNS}
  region_code text NOT NULL,
  fund text NOT NULL CHECK (fund IN ('SPECIAL_ACCOUNT', 'EMPLOYMENT_SUBSIDY')),
  cause text NOT NULL CHECK (cause IN ('APPROPRIATION', 'OPENING', 'TOP_UP', 'CARRY_OVER', 'REVERSAL')),
  amount numeric(18,2) NOT NULL CHECK (amount > 0),
  document_number text NOT NULL CHECK (document_number <> ''),
  reason text,
  reverses_id bigint,
  status text NOT NULL CHECK (status IN ('PROPOSED', 'APPROVED', 'REJECTED', 'REVERSED')),
  recorded_by text NOT NULL,
  recorded_on date NOT NULL,
  decided_by text,
  decided_on date,
  decision_note text,
  transfer_id bigint,
  PRIMARY KEY (id, year),
  CONSTRAINT appropriation_two_persons CHECK (decided_by IS NULL OR status = 'REJECTED' OR decided_by <> recorded_by),
  CHECK ((status = 'PROPOSED') = (decided_by IS NULL)),
  CHECK ((decided_by IS NULL) = (decided_on IS NULL) AND recorded_on <= decided_on),
  CHECK ((status IN ('APPROVED', 'REVERSED')) = (transfer_id IS NOT NULL)),
  CHECK ((cause = 'REVERSAL') = (reverses_id IS NOT NULL) AND (status <> 'REVERSED' OR cause <> 'REVERSAL'))
) PARTITION BY LIST (year);
CREATE UNIQUE INDEX appropriation_opening ON appropriation (year, region_code, fund) WHERE cause = 'OPENING' AND status IN ('PROPOSED', 'APPROVED');
CREATE UNIQUE INDEX appropriation_reversed_once ON appropriation (year, reverses_id) WHERE cause = 'REVERSAL' AND status IN ('PROPOSED', 'APPROVED');
CREATE INDEX appropriation_of_region ON appropriation (region_code, id);
${partitionsOf('appropriation')}
CREATE TABLE appropriation_key (
  region_code text NOT NULL,
  fund text NOT NULL,
  cause text NOT NULL,
  document text NOT NULL,
  appropriation_id bigint NOT NULL UNIQUE,
  PRIMARY KEY (region_code, fund, cause, document)
);`;

/**
 * Payee accounts of training institutions, and what the funds of the regions were given. Document numbers that may stand once stand in a small key table.
 * Source: our design, docs/decisions/0017-payees-and-funds.md
 */
export class PayeesAndFunds1764633600004 implements MigrationInterface {
  readonly name = 'PayeesAndFunds1764633600004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query([PAYEES, FUNDS].join('\n'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE appropriation_key, appropriation, payee_account');
  }
}
