import type { MigrationInterface, QueryRunner } from 'typeorm';
import { FACT_COLUMNS, partitionsOf, tiedToSameYear } from './partitions.js';
import { SUPERVISION_TABLES } from './supervision-tables.js';

const LEVELS = `'JUNIOR', 'INTERMEDIATE', 'SENIOR'`;

/** What a city and an institution agree before a course run, and the run itself. */
const RUNS = `
CREATE TABLE agreement (
  id bigint PRIMARY KEY,
  region_code text NOT NULL,
  institution_code text NOT NULL,
  number text NOT NULL CHECK (number <> ''),
  signed_on date NOT NULL,
  valid_from date NOT NULL,
  valid_to date,
  recorded_by text NOT NULL,
  UNIQUE (region_code, number),
  CHECK (valid_from <= valid_to)
);
CREATE INDEX agreement_of_institution ON agreement (institution_code, region_code);
CREATE TABLE training_plan (${FACT_COLUMNS}
  region_code text NOT NULL,
  institution_code text NOT NULL,
  title text NOT NULL,
  document_number text NOT NULL,
  places integer NOT NULL CHECK (places > 0),
  drawn_up_on date NOT NULL,
  status text NOT NULL CHECK (status IN ('PROPOSED', 'APPROVED', 'REJECTED')),
  proposed_by text NOT NULL,
  decided_by text,
  decided_on date,
  PRIMARY KEY (id, year),
  CHECK (decided_by IS NULL OR status = 'REJECTED' OR decided_by <> proposed_by)
) PARTITION BY LIST (year);
CREATE INDEX training_plan_of_region ON training_plan (region_code, id);
${partitionsOf('training_plan')}
CREATE TABLE course_run (${FACT_COLUMNS}
  status text NOT NULL CHECK (status IN ('FILED', 'APPROVED', 'REJECTED', 'STARTED', 'FINISHED', 'CANCELLED')),
  version integer NOT NULL CHECK (version > 0),
  region_code text NOT NULL,
  institution_code text NOT NULL,
  occupation_code text NOT NULL,
  track text CHECK (track <> ''),
  level text NOT NULL CHECK (level IN (${LEVELS})),
  funding_mode text NOT NULL CHECK (funding_mode IN ('SUBSIDISED', 'MARKET')),
  plan_id bigint,
  mode text NOT NULL CHECK (mode IN ('OFFLINE', 'ONLINE', 'BLENDED')),
  online_hours numeric NOT NULL CHECK (online_hours >= 0),
  offline_hours numeric NOT NULL CHECK (offline_hours >= 0),
  starts_on date NOT NULL,
  ends_on date NOT NULL,
  venue text NOT NULL,
  venue_region_code text,
  places integer NOT NULL CHECK (places > 0),
  filed_on date NOT NULL,
  filed_by text NOT NULL,
  decided_by text,
  decided_on date,
  started_on date,
  finished_on date,
  cancelled_on date,
  status_reason text,
  hold_id bigint REFERENCES pending_transfer (id),
  PRIMARY KEY (id, year),
  CHECK (starts_on <= ends_on),
  CHECK ((funding_mode = 'SUBSIDISED') = (plan_id IS NOT NULL)),
  CHECK (decided_by IS NULL OR decided_by <> filed_by)
) PARTITION BY LIST (year);
CREATE INDEX course_run_of_region ON course_run (region_code, id);
CREATE INDEX course_run_of_institution ON course_run (institution_code, id);
${partitionsOf('course_run')}
CREATE TABLE course_run_version (
  course_run_id bigint NOT NULL,
  year integer NOT NULL,
  version integer NOT NULL,
  details jsonb NOT NULL,
  reason text NOT NULL CHECK (reason <> ''),
  changed_by text NOT NULL,
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (course_run_id, year, version),
  FOREIGN KEY (course_run_id, year) REFERENCES course_run (id, year)
) PARTITION BY LIST (year);
${partitionsOf('course_run_version')}`;

/** Who was trained. A number is unique in the province by its keyed hash; name and number are readable only with the key ring. */
const TRAINEES = `
CREATE TABLE person (
  id bigint PRIMARY KEY,
  identity_hash text NOT NULL UNIQUE CHECK (identity_hash ~ '^[0-9a-f]{64}$'),
  document_type text NOT NULL,
  name_cipher bytea NOT NULL,
  number_cipher bytea NOT NULL,
  key_version integer NOT NULL,
  salt bytea NOT NULL
);
CREATE TABLE enrolment (${FACT_COLUMNS}
  course_run_id bigint NOT NULL,
  person_id bigint NOT NULL REFERENCES person (id),
  region_code text NOT NULL,
  institution_code text NOT NULL,
  occupation_code text NOT NULL,
  level text NOT NULL CHECK (level IN (${LEVELS})),
  funding_mode text NOT NULL CHECK (funding_mode IN ('SUBSIDISED', 'MARKET')),
  organising_region_code text NOT NULL,
  category text,
  category_evidence text,
  meets_national_standard boolean NOT NULL,
  real_name_number text,
  real_name_on date,
  status text NOT NULL CHECK (status IN ('ENROLLED', 'WITHDRAWN', 'TRANSFERRED', 'CERTIFIED')),
  enrolled_on date NOT NULL,
  ended_on date,
  end_reason text,
  transferred_to bigint,
  attended_hours numeric CHECK (attended_hours >= 0),
  entry_id bigint NOT NULL,
  identity_digest text NOT NULL,
  PRIMARY KEY (id, year),
  CHECK ((status IN ('WITHDRAWN', 'TRANSFERRED')) = (ended_on IS NOT NULL) AND (status = 'TRANSFERRED') = (transferred_to IS NOT NULL)),
  CHECK ((real_name_number IS NULL) = (real_name_on IS NULL))
) PARTITION BY LIST (year);
CREATE INDEX enrolment_of_run ON enrolment (course_run_id, id);
CREATE INDEX enrolment_of_person ON enrolment (person_id);
CREATE INDEX enrolment_of_region ON enrolment (region_code, id);
CREATE INDEX enrolment_of_organising_region ON enrolment (organising_region_code, id);
CREATE INDEX enrolment_of_institution ON enrolment (institution_code, id);
${partitionsOf('enrolment')}
${tiedToSameYear('enrolment', 'course_run_id', 'course_run')}
CREATE TABLE enrolment_version (
  enrolment_id bigint NOT NULL,
  year integer NOT NULL,
  version integer NOT NULL CHECK (version > 0),
  details jsonb NOT NULL,
  reason text NOT NULL CHECK (reason <> ''),
  entry_id bigint NOT NULL,
  PRIMARY KEY (enrolment_id, year, version),
  FOREIGN KEY (enrolment_id, year) REFERENCES enrolment (id, year)
) PARTITION BY LIST (year);
${partitionsOf('enrolment_version')}
CREATE TABLE roster_key (
  course_run_id bigint NOT NULL,
  person_id bigint NOT NULL,
  enrolment_id bigint NOT NULL,
  PRIMARY KEY (course_run_id, person_id)
);
CREATE TABLE once_key (
  person_id bigint NOT NULL,
  occupation_code text NOT NULL,
  level text NOT NULL,
  enrolment_id bigint NOT NULL,
  PRIMARY KEY (person_id, occupation_code, level)
);
CREATE TABLE counted_key (
  region_code text NOT NULL,
  year integer NOT NULL,
  counted text NOT NULL,
  transfer_id bigint NOT NULL,
  enrolments integer NOT NULL CHECK (enrolments > 0),
  is_used boolean NOT NULL DEFAULT false,
  PRIMARY KEY (region_code, year, counted)
);`;

/** What shows that somebody was trained and assessed. */
const CERTIFICATES = `
CREATE TABLE assessment_plan (${FACT_COLUMNS}
  course_run_id bigint NOT NULL,
  assessment_body_code text NOT NULL,
  theory_on date NOT NULL,
  practice_on date NOT NULL,
  document_number text NOT NULL,
  status text NOT NULL CHECK (status IN ('FILED', 'CONFIRMED', 'WITHDRAWN')),
  filed_on date NOT NULL,
  filed_by text NOT NULL,
  confirmed_by text,
  confirmed_on date,
  PRIMARY KEY (id, year),
  FOREIGN KEY (course_run_id, year) REFERENCES course_run (id, year),
  CHECK (filed_on <= least(theory_on, practice_on) AND confirmed_on BETWEEN filed_on AND least(theory_on, practice_on)),
  CHECK ((confirmed_by IS NULL) = (confirmed_on IS NULL) AND (status <> 'CONFIRMED' OR confirmed_by IS NOT NULL)),
  CHECK (confirmed_by IS NULL OR confirmed_by <> filed_by)
) PARTITION BY LIST (year);
CREATE UNIQUE INDEX assessment_plan_in_force ON assessment_plan (course_run_id, year) WHERE status <> 'WITHDRAWN';
CREATE INDEX assessment_plan_of_run ON assessment_plan (course_run_id, id);
CREATE INDEX assessment_plan_of_body ON assessment_plan (assessment_body_code, course_run_id);
${partitionsOf('assessment_plan')}
CREATE TABLE certificate (${FACT_COLUMNS}
  kind text NOT NULL CHECK (kind IN ('TRAINING', 'LEVEL')),
  enrolment_id bigint NOT NULL,
  course_run_id bigint NOT NULL,
  assessment_plan_id bigint,
  issuer_code text NOT NULL,
  issuer_name text NOT NULL,
  number text NOT NULL CHECK (number <> ''),
  occupation_code text NOT NULL,
  track text,
  level text NOT NULL CHECK (level IN (${LEVELS})),
  from_on date,
  to_on date,
  hours numeric CHECK (hours >= 0),
  theory_passed_on date,
  practice_passed_on date,
  meets_national_standard boolean,
  issued_on date NOT NULL,
  recorded_by text NOT NULL,
  verification text NOT NULL CHECK (verification IN ('UNVERIFIED', 'VERIFIED', 'FAILED')),
  verification_source text CHECK (verification_source IN ('OSTA', 'ZSGX', 'PAPER')),
  verified_by text,
  verified_on date,
  verification_note text,
  PRIMARY KEY (id, year),
  FOREIGN KEY (enrolment_id, year) REFERENCES enrolment (id, year),
  FOREIGN KEY (course_run_id, year) REFERENCES course_run (id, year),
  FOREIGN KEY (assessment_plan_id, year) REFERENCES assessment_plan (id, year),
  CHECK (from_on <= to_on AND to_on <= issued_on),
  CHECK (greatest(theory_passed_on, practice_passed_on) <= issued_on),
  CHECK ((kind = 'TRAINING') = (from_on IS NOT NULL AND to_on IS NOT NULL AND hours IS NOT NULL)),
  CHECK ((kind = 'LEVEL') = (theory_passed_on IS NOT NULL AND practice_passed_on IS NOT NULL AND assessment_plan_id IS NOT NULL
    AND meets_national_standard IS NOT NULL)),
  CHECK ((verification = 'UNVERIFIED') = (verified_by IS NULL)),
  CHECK ((verified_by IS NULL) = (verified_on IS NULL) AND (verified_by IS NULL) = (verification_source IS NULL)),
  CHECK (verified_by IS NULL OR verified_by <> recorded_by)
) PARTITION BY LIST (year);
CREATE INDEX certificate_of_enrolment ON certificate (enrolment_id);
CREATE INDEX certificate_of_run ON certificate (course_run_id, id);
${partitionsOf('certificate')}
CREATE TABLE certificate_key (
  issuer_code text NOT NULL,
  number text NOT NULL,
  certificate_id bigint NOT NULL,
  PRIMARY KEY (issuer_code, number)
);
CREATE TABLE certificate_of (
  enrolment_id bigint NOT NULL,
  kind text NOT NULL,
  certificate_id bigint NOT NULL,
  PRIMARY KEY (enrolment_id, kind)
);`;

/**
 * Agreements, plans, course runs, trainees, certificates and supervision. Facts are partitioned by fiscal year; what must be unique for ever stands in small key tables.
 * Source: our design, docs/decisions/0011-places-ledger.md
 */
export class Training1764633600003 implements MigrationInterface {
  readonly name = 'Training1764633600003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query([RUNS, TRAINEES, CERTIFICATES, SUPERVISION_TABLES].join('\n'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE finding, inspection, online_exception, session_day, recording, certificate_of, certificate_key, certificate, assessment_plan,
      counted_key, once_key, roster_key, enrolment_version, enrolment, person, course_run_version, course_run, training_plan, agreement`);
  }
}
