import type { EntityManager } from 'typeorm';
import type { Reach } from '../policy/access/reach.js';
import type { AttendanceFacts } from '../policy/training/attendance.js';
import type { RecordingCounts } from '../policy/training/recordings.js';
import type { RunHours } from '../policy/training/supervised-run.js';
import { runWithin } from './course-runs.js';
import { enrolmentWithin } from './enrolments.js';
import { type Condition, shifted } from './select-rows.js';

/** A run of which supervision asks. */
export interface SupervisionQuestion {
  readonly courseRunId: string;
  /** the hours below which attendance is pointed out, as a decimal text; null where none are */
  readonly alertHours: string | null;
}

/** What the facts around a run sum up to. */
export interface SupervisionFacts {
  readonly attendance: AttendanceFacts;
  readonly recordings: RecordingCounts;
  /** the hours for which exceptions were granted */
  readonly exceptions: readonly RunHours[];
  /** whether the organising region and the institution have an agreement in force on the first day */
  readonly hasAgreement: boolean;
  /** the day on which the present version was made, in Shanghai; null for the version that was filed */
  readonly changedOn: string | null;
}

type FactsRow = SupervisionFacts & { readonly id: string };

/** Of the trainees within reach: a region that has only some of them in the run watches over those. */
const attendanceOf = (trainees: Condition): string => `
  SELECT jsonb_build_object('trainees', count(*), 'recorded', count(attended_hours), 'attendedHours', sum(attended_hours)::text,
    'lowestHours', min(attended_hours)::text, 'belowAlert', count(*) FILTER (WHERE attended_hours < asked.hours)) AS value
  FROM enrolment AS row WHERE row.course_run_id = asked.id AND row.year = asked.id / 1000000000 AND row.status IN ('ENROLLED', 'CERTIFIED')
    AND (${trainees.sql})`;

const RECORDED = 'SELECT held_on FROM recording WHERE recording.course_run_id = row.id AND recording.year = row.year';

const RECORDINGS = `
  SELECT jsonb_build_object('recordings', (SELECT count(*) FROM (${RECORDED}) AS every),
    'recordedDays', (SELECT count(DISTINCT held_on) FROM (${RECORDED}) AS every), 'sessionDays', count(*),
    'missingDays', coalesce(jsonb_agg(held_on ORDER BY held_on) FILTER (WHERE held_on NOT IN (${RECORDED})), '[]')) AS value
  FROM session_day WHERE course_run_id = row.id AND year = row.year`;

const EXCEPTIONS = `
  SELECT coalesce(jsonb_agg(jsonb_build_object('onlineHours', online_hours::text, 'offlineHours', offline_hours::text) ORDER BY id), '[]') AS value
  FROM online_exception WHERE course_run_id = row.id AND year = row.year`;

const HAS_AGREEMENT = `
  EXISTS (SELECT FROM agreement WHERE agreement.region_code = row.region_code AND agreement.institution_code = row.institution_code
    AND valid_from <= row.starts_on AND (valid_to IS NULL OR valid_to >= row.starts_on))`;

const CHANGED_ON = `
  (SELECT (changed_at AT TIME ZONE 'Asia/Shanghai')::date FROM course_run_version AS kept
   WHERE kept.course_run_id = row.id AND kept.year = row.year AND kept.version = row.version AND row.version > 1)`;

/**
 * The facts of any number of runs by their ids, with one statement; runs outside the reach are left out.
 * Source: our design, docs/decisions/0003-transport.md
 */
export async function supervisionFacts(
  manager: EntityManager,
  reach: Reach,
  questions: readonly SupervisionQuestion[],
): Promise<ReadonlyMap<string, SupervisionFacts>> {
  const within = shifted(runWithin(reach), 1);
  const trainees = shifted(enrolmentWithin(reach), 1 + within.parameters.length);
  const asked = questions.map(({ courseRunId: id, alertHours: hours }) => ({ id, hours }));
  const rows = await manager.query<FactsRow[]>(
    `SELECT row.id, attendance.value AS attendance, recordings.value AS recordings, exceptions.value AS exceptions,
       ${HAS_AGREEMENT} AS "hasAgreement", ${CHANGED_ON} AS "changedOn"
     FROM jsonb_to_recordset($1::jsonb) AS asked(id bigint, hours numeric)
     JOIN course_run AS row ON row.id = asked.id AND row.year = asked.id / 1000000000
     CROSS JOIN LATERAL (${attendanceOf(trainees)}) AS attendance CROSS JOIN LATERAL (${RECORDINGS}) AS recordings CROSS JOIN LATERAL (${EXCEPTIONS}) AS exceptions
     WHERE ${within.sql}`,
    [JSON.stringify(asked), ...within.parameters, ...trainees.parameters],
  );
  return new Map(rows.map(({ id, ...facts }) => [id, facts]));
}
