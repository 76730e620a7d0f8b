import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Columns that every dated row carries: whom it is for, where it is printed, when it holds, when it was known. */
const CITED_COLUMNS = `
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  key text NOT NULL CHECK (key <> ''),
  region_code text CHECK (region_code <> ''),
  clause text NOT NULL CHECK (clause <> ''),
  annex text,
  printed_row text,
  printed_column text,
  last_verified_on date NOT NULL,
  status text NOT NULL CHECK (status IN ('PRINTED', 'INFERRED', 'UNCONFIRMED')),
  note text,
  valid daterange NOT NULL CHECK (NOT isempty(valid)),
  known tstzrange NOT NULL CHECK (NOT isempty(known)),
  origin text NOT NULL CHECK (origin IN ('SEED', 'RECORDED')),
  digest text NOT NULL CHECK (digest ~ '^[0-9a-f]{64}$')`;

const BINDINGS = `'FIXED', 'CAP', 'FLOOR', 'APPROXIMATE', 'REFERENCE', 'UNSPECIFIED'`;

const SHEETS = `
CREATE TABLE measure (
  code text PRIMARY KEY CHECK (code <> ''),
  number text,
  title jsonb NOT NULL,
  issuer jsonb NOT NULL,
  issued_on date,
  effective_from date,
  effective_to date,
  status text NOT NULL CHECK (status IN ('PRINTED', 'INFERRED', 'UNCONFIRMED')),
  last_verified_on date NOT NULL,
  note jsonb NOT NULL,
  norm_count integer NOT NULL CHECK (norm_count >= 0),
  CHECK (effective_from <= effective_to)
);
CREATE TABLE open_question (
  id text PRIMARY KEY CHECK (id <> ''),
  key text NOT NULL UNIQUE,
  "group" text NOT NULL,
  question jsonb NOT NULL,
  norms jsonb NOT NULL,
  readings jsonb NOT NULL,
  default_reading text NOT NULL,
  reason jsonb NOT NULL,
  settled_by jsonb NOT NULL,
  status text NOT NULL CHECK (status IN ('UNCONFIRMED', 'CONFIRMED'))
);
CREATE TABLE seed_file (
  path text PRIMARY KEY,
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  loaded_at timestamptz NOT NULL
);`;

const FIGURE = `
CREATE TABLE figure (${CITED_COLUMNS},
  kind text NOT NULL CHECK (kind <> ''),
  document_code text NOT NULL REFERENCES measure (code),
  value text,
  quantity text NOT NULL CHECK (quantity IN ('CNY', 'CNY_PER_HOUR', 'HOURS', 'PERSONS', 'SHARE', 'YEARS', 'MONTHS', 'WORKING_DAYS', 'COUNT', 'CHARACTERS', 'DATE', 'FLAG')),
  unit text NOT NULL CHECK (unit IN ('EACH', 'PERSON', 'PERSON_YEAR', 'PERSON_MONTH', 'EVENT', 'PROJECT')),
  binding text NOT NULL CHECK (binding IN (${BINDINGS})),
  attributes jsonb NOT NULL,
  CONSTRAINT figure_value_is_named CHECK ((value IS NULL) = (binding = 'UNSPECIFIED')),
  CONSTRAINT figure_value_fits_quantity CHECK (
    CASE quantity
      WHEN 'DATE' THEN value ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'
      WHEN 'FLAG' THEN value IN ('0', '1')
      ELSE value ~ '^-?[0-9]+([.][0-9]+)?$'
    END),
  CONSTRAINT figure_no_overlap EXCLUDE USING gist (kind WITH =, key WITH =, (coalesce(region_code, '')) WITH =, valid WITH &&, known WITH &&)
);`;

const ENTRY = `
CREATE TABLE entry (${CITED_COLUMNS},
  kind text NOT NULL CHECK (kind <> ''),
  document_code text NOT NULL REFERENCES measure (code),
  binding text CHECK (binding IN (${BINDINGS})),
  attributes jsonb NOT NULL,
  CONSTRAINT entry_no_overlap EXCLUDE USING gist (kind WITH =, key WITH =, (coalesce(region_code, '')) WITH =, valid WITH &&, known WITH &&)
);`;

const SETTING = `
CREATE TABLE setting (${CITED_COLUMNS},
  document_code text REFERENCES measure (code),
  reading text NOT NULL CHECK (reading <> ''),
  CONSTRAINT setting_no_overlap EXCLUDE USING gist (key WITH =, (coalesce(region_code, '')) WITH =, valid WITH &&, known WITH &&)
);`;

/** History is kept by the database, not by the goodwill of its clients. */
const KEEP_HISTORY = `
CREATE FUNCTION keep_rule_history() RETURNS trigger LANGUAGE plpgsql AS $body$
DECLARE
  closed tstzrange;
BEGIN
  IF TG_OP = 'UPDATE' THEN
    closed := NEW.known;
    NEW.known := OLD.known;
    IF NEW IS NOT DISTINCT FROM OLD AND upper_inf(OLD.known) AND NOT upper_inf(closed) AND NOT upper_inc(closed)
       AND lower(closed) IS NOT DISTINCT FROM lower(OLD.known) THEN
      NEW.known := closed;
      RETURN NEW;
    END IF;
  END IF;
  RAISE EXCEPTION USING
    ERRCODE = 'restrict_violation',
    MESSAGE = format('%s of a row of %s refused: a rule row may only be closed, it is never changed or deleted', TG_OP, TG_TABLE_NAME),
    HINT = 'Close the upper bound of "known" and insert a new row that is known from then on.';
END
$body$;`;

const DATED_TABLES = ['figure', 'entry', 'setting'];

const KEEPERS = DATED_TABLES.map(
  (table) => `
CREATE TRIGGER ${table}_keep_rows BEFORE UPDATE OR DELETE ON ${table} FOR EACH ROW EXECUTE FUNCTION keep_rule_history();
CREATE TRIGGER ${table}_keep_all BEFORE TRUNCATE ON ${table} FOR EACH STATEMENT EXECUTE FUNCTION keep_rule_history();`,
).join('');

/**
 * The law as dated rows. btree_gist lets one exclusion constraint compare texts and ranges together.
 * Source: our design, docs/decisions/0001-rules-as-dated-rows.md
 */
export class RuleRows1764547200001 implements MigrationInterface {
  readonly name = 'RuleRows1764547200001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE EXTENSION IF NOT EXISTS btree_gist');
    await runner.query([SHEETS, FIGURE, ENTRY, SETTING, KEEP_HISTORY, KEEPERS].join('\n'));
  }

  /** The extension stays: something else in the database may use it. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE setting, entry, figure, seed_file, open_question, measure; DROP FUNCTION keep_rule_history()');
  }
}
