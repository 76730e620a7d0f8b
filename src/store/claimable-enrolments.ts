import type { EntityManager } from 'typeorm';
import { yearOf } from './audit-log.js';

/** Which trainees of a run somebody wants to claim for. */
export interface ClaimableQuestion {
  readonly courseRunId: string;
  readonly institutionCode: string;
  /** the regions of the trainees; null: of any */
  readonly regions: readonly string[] | null;
  /** null: all who have a level certificate and stand in no claim */
  readonly enrolmentIds: readonly string[] | null;
}

/**
 * The enrolments of a run that can stand in a claim, in the order of their ids: those that are named and still on the roster, or else all certified ones that stand in no other claim.
 * Source: our design, docs/decisions/0018-claims.md
 */
export async function claimableEnrolments(
  manager: EntityManager,
  { courseRunId, institutionCode, regions, enrolmentIds }: ClaimableQuestion,
): Promise<readonly string[]> {
  const rows = await manager.query<{ readonly id: string }[]>(
    `SELECT row.id FROM enrolment AS row WHERE row.course_run_id = $1 AND row.year = $2 AND row.institution_code = $5 AND ($3::text[] IS NULL OR row.region_code = ANY($3::text[]))
       AND CASE WHEN $4::bigint[] IS NULL
         THEN row.status = 'CERTIFIED' AND NOT EXISTS (SELECT FROM claimed_key WHERE claimed_key.enrolment_id = row.id)
         ELSE row.status IN ('ENROLLED', 'CERTIFIED') AND row.id = ANY($4::bigint[]) END
     ORDER BY row.id`,
    [courseRunId, yearOf(courseRunId), regions, enrolmentIds, institutionCode],
  );
  return rows.map(({ id }) => id);
}
