import type { EntityManager } from 'typeorm';
import { yearOf } from './audit-log.js';

/** How long one trainee attended, as a decimal text of hours. */
export interface AttendedHours {
  readonly enrolmentId: string;
  readonly attendedHours: string;
}

/** The status of those enrolments that belong to a run, by id; locked in the order of their ids until the transaction ends. */
export async function lockEnrolmentStatuses(
  manager: EntityManager,
  courseRunId: string,
  enrolmentIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await manager.query<{ readonly id: string; readonly status: string }[]>(
    'SELECT id, status FROM enrolment WHERE course_run_id = $1 AND year = $2 AND id = ANY($3::bigint[]) ORDER BY id FOR UPDATE',
    [courseRunId, yearOf(courseRunId), enrolmentIds],
  );
  return new Map(rows.map(({ id, status }) => [id, status]));
}

/** Writes attended hours of any number of trainees of a run with one statement. */
export async function updateAttendance(manager: EntityManager, courseRunId: string, lines: readonly AttendedHours[]): Promise<void> {
  const records = lines.map(({ enrolmentId, attendedHours }) => ({ id: enrolmentId, hours: attendedHours }));
  await manager.query(
    `UPDATE enrolment SET attended_hours = line.hours FROM jsonb_to_recordset($3::jsonb) AS line(id bigint, hours numeric)
     WHERE enrolment.id = line.id AND enrolment.course_run_id = $1 AND enrolment.year = $2`,
    [courseRunId, yearOf(courseRunId), JSON.stringify(records)],
  );
}
