import { FACT_COLUMNS, partitionsOf } from './partitions.js';

/**
 * How a run is watched over: what was recorded, on which days it was taught, and what the supervising regions granted, checked and found.
 * Source: our design, docs/decisions/0013-supervision.md
 */
export const SUPERVISION_TABLES = `
CREATE TABLE recording (${FACT_COLUMNS}
  course_run_id bigint NOT NULL,
  held_on date NOT NULL,
  is_online boolean NOT NULL,
  reference text NOT NULL CHECK (reference <> ''),
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  recorded_by text NOT NULL,
  PRIMARY KEY (id, year),
  UNIQUE (course_run_id, year, sha256),
  FOREIGN KEY (course_run_id, year) REFERENCES course_run (id, year)
) PARTITION BY LIST (year);
CREATE INDEX recording_of_run ON recording (course_run_id, id);
${partitionsOf('recording')}
CREATE TABLE session_day (
  course_run_id bigint NOT NULL,
  year integer NOT NULL,
  held_on date NOT NULL,
  PRIMARY KEY (course_run_id, year, held_on),
  FOREIGN KEY (course_run_id, year) REFERENCES course_run (id, year)
) PARTITION BY LIST (year);
${partitionsOf('session_day')}
CREATE TABLE online_exception (${FACT_COLUMNS}
  course_run_id bigint NOT NULL,
  course_run_version integer NOT NULL,
  online_hours numeric NOT NULL,
  offline_hours numeric NOT NULL,
  region_code text NOT NULL,
  document_number text NOT NULL CHECK (document_number <> ''),
  reason text NOT NULL CHECK (reason <> ''),
  granted_on date NOT NULL,
  granted_by text NOT NULL,
  PRIMARY KEY (id, year),
  FOREIGN KEY (course_run_id, year) REFERENCES course_run (id, year)
) PARTITION BY LIST (year);
CREATE INDEX online_exception_of_run ON online_exception (course_run_id, id);
${partitionsOf('online_exception')}
CREATE TABLE inspection (${FACT_COLUMNS}
  course_run_id bigint NOT NULL,
  region_code text NOT NULL,
  method text NOT NULL CHECK (method IN ('FILE_REVIEW', 'ON_SITE', 'GEOFENCE', 'LOCATION_CHECK_IN')),
  held_on date NOT NULL,
  time_of_day text,
  points jsonb NOT NULL,
  document_number text,
  recorded_by text NOT NULL,
  PRIMARY KEY (id, year),
  FOREIGN KEY (course_run_id, year) REFERENCES course_run (id, year)
) PARTITION BY LIST (year);
CREATE INDEX inspection_of_run ON inspection (course_run_id, id);
CREATE INDEX inspection_of_region ON inspection (region_code, id);
${partitionsOf('inspection')}
CREATE TABLE finding (${FACT_COLUMNS}
  course_run_id bigint NOT NULL,
  enrolment_id bigint,
  region_code text NOT NULL,
  scope text NOT NULL CHECK (scope IN ('PERSON', 'CLASS')),
  document_number text NOT NULL CHECK (document_number <> ''),
  decided_on date NOT NULL,
  text text NOT NULL CHECK (text <> ''),
  recorded_by text NOT NULL,
  lifted_on date,
  lifted_by text,
  lifting_document text,
  PRIMARY KEY (id, year),
  FOREIGN KEY (course_run_id, year) REFERENCES course_run (id, year),
  CHECK ((scope = 'PERSON') = (enrolment_id IS NOT NULL)),
  CHECK ((lifted_on IS NULL) = (lifted_by IS NULL) AND (lifted_on IS NULL) = (lifting_document IS NULL)),
  CHECK (lifted_by <> recorded_by)
) PARTITION BY LIST (year);
CREATE INDEX finding_of_run ON finding (course_run_id, id);
CREATE INDEX finding_of_region ON finding (region_code, id);
${partitionsOf('finding')}`;
