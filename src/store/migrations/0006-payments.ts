import type { MigrationInterface, QueryRunner } from 'typeorm';
import { FACT_COLUMNS, partitionsOf } from './partitions.js';

/** Batches that a payer sends to the bank, their payments, and what the bank says of them. A claim is with the bank, or paid, once at most: `payment_key`. */
const PAYMENTS = `
CREATE TABLE payment_batch (${FACT_COLUMNS}
  region_code text NOT NULL,
  payments integer NOT NULL CHECK (payments > 0),
  total numeric(18,2) NOT NULL CHECK (total > 0),
  control_hash text NOT NULL CHECK (control_hash ~ '^[0-9a-f]{64}$'),
  sent_by text NOT NULL,
  sent_on date NOT NULL,
  PRIMARY KEY (id, year)
) PARTITION BY LIST (year);
CREATE INDEX payment_batch_of_region ON payment_batch (region_code, id);
${partitionsOf('payment_batch')}
CREATE TABLE payment (${FACT_COLUMNS}
  payment_batch_id bigint NOT NULL,
  line integer NOT NULL CHECK (line > 0),
  claim_id bigint NOT NULL,
  region_code text NOT NULL,
  institution_code text NOT NULL,
  payee_account_id bigint NOT NULL,
  amount numeric(18,2) NOT NULL CHECK (amount > 0),
  status text NOT NULL CHECK (status IN ('SENT', 'PAID', 'FAILED')),
  bank_reference text CHECK (bank_reference <> ''),
  settled_on date,
  return_reason text CHECK (return_reason <> ''),
  PRIMARY KEY (id, year),
  FOREIGN KEY (payment_batch_id, year) REFERENCES payment_batch (id, year),
  UNIQUE (payment_batch_id, line, year),
  CHECK ((status = 'SENT') = (settled_on IS NULL)),
  CHECK ((status = 'PAID') = (bank_reference IS NOT NULL) OR status = 'FAILED'),
  CHECK ((status = 'FAILED') = (return_reason IS NOT NULL))
) PARTITION BY LIST (year);
CREATE INDEX payment_of_claim ON payment (claim_id, id);
CREATE INDEX payment_of_reference ON payment (bank_reference);
CREATE INDEX payment_of_region ON payment (region_code, id);
CREATE INDEX payment_of_institution ON payment (institution_code, id);
${partitionsOf('payment')}
CREATE TABLE payment_key (
  claim_id bigint PRIMARY KEY,
  payment_id bigint NOT NULL UNIQUE
);
CREATE TABLE bank_advice (${FACT_COLUMNS}
  payment_batch_id bigint NOT NULL,
  file_hash text NOT NULL CHECK (file_hash ~ '^[0-9a-f]{64}$'),
  paid integer NOT NULL CHECK (paid >= 0),
  failed integer NOT NULL CHECK (failed >= 0),
  imported_by text NOT NULL,
  imported_on date NOT NULL,
  PRIMARY KEY (id, year)
) PARTITION BY LIST (year);
${partitionsOf('bank_advice')}
CREATE TABLE advice_key (file_hash text PRIMARY KEY, bank_advice_id bigint NOT NULL);`;

/**
 * Payments through the bank.
 * Source: our design, docs/decisions/0019-payments.md
 */
export class Payments1764633600006 implements MigrationInterface {
  readonly name = 'Payments1764633600006';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(PAYMENTS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE advice_key, bank_advice, payment_key, payment, payment_batch');
  }
}
