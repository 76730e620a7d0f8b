import type { EntityManager } from 'typeorm';
import type { Reach } from '../policy/access/reach.js';
import type { LevelCode } from '../policy/input.js';
import { yearOf } from './audit-log.js';
import { courseRunRow, type CourseRunRow, type FundingMode } from './rows/course-run-row.js';
import { allOf, condition, selectRows } from './select-rows.js';
import { withinReach } from './within-reach.js';

/** What must be known of an enrolment to issue a certificate for it: nothing that names the trainee. */
export interface EnrolmentToCertify {
  readonly id: string;
  readonly year: number;
  readonly courseRunId: string;
  readonly personId: string;
  readonly regionCode: string;
  readonly institutionCode: string;
  readonly occupationCode: string;
  readonly level: LevelCode;
  readonly fundingMode: FundingMode;
  /** as the institution attested it at enrolment */
  readonly meetsNationalStandard: boolean;
  readonly status: string;
  readonly enrolledOn: string;
}

const COLUMNS = `row.id, row.year, row.course_run_id AS "courseRunId", row.person_id AS "personId", row.region_code AS "regionCode",
  row.institution_code AS "institutionCode", row.occupation_code AS "occupationCode", row.level, row.funding_mode AS "fundingMode",
  row.meets_national_standard AS "meetsNationalStandard", row.status, row.enrolled_on AS "enrolledOn"`;

/** An enrolment is certified by its institution, and by the assessment body whose plan is in force for its run. */
const OWNERS = {
  institution: 'row.institution_code',
  assessmentBody: `EXISTS (SELECT FROM assessment_plan AS plan WHERE plan.course_run_id = row.course_run_id AND plan.year = row.year
    AND plan.status <> 'WITHDRAWN' AND plan.assessment_body_code = ANY($1::text[]))`,
} as const;

const byIds = (ids: readonly string[]) =>
  condition('row.id = ANY($1::bigint[]) AND row.year = ANY($2::int[])', ids, [...new Set(ids.map(yearOf))]);

/**
 * The course runs of some enrolments, locked against change until the transaction ends, in the order of their ids: before the enrolments themselves, so that two
 * that need the same runs and trainees do not wait for each other in a circle.
 * Source: our design, docs/decisions/0011-places-ledger.md
 */
export function lockRunsOfEnrolments(manager: EntityManager, enrolmentIds: readonly string[]): Promise<CourseRunRow[]> {
  const years = [...new Set(enrolmentIds.map(yearOf))];
  const where = condition(
    `row.year = ANY($2::int[]) AND row.id IN (SELECT course_run_id FROM enrolment WHERE id = ANY($1::bigint[]) AND year = ANY($2::int[]))`,
    enrolmentIds,
    years,
  );
  return selectRows(manager, courseRunRow, where, 'ORDER BY row.id FOR SHARE OF row');
}

/** Those of some enrolments that lie within reach, locked until the transaction ends, in the order of their ids. */
export function lockEnrolmentsToCertify(manager: EntityManager, reach: Reach, ids: readonly string[]): Promise<EnrolmentToCertify[]> {
  const where = allOf(byIds(ids), withinReach(reach, OWNERS));
  return manager.query<EnrolmentToCertify[]>(
    `SELECT ${COLUMNS} FROM enrolment AS row WHERE ${where.sql} ORDER BY row.id FOR UPDATE OF row`,
    [...where.parameters],
  );
}

/** The enrolment of a certificate, if its trainee is of one of the regions, locked until the transaction ends; else null. */
export async function lockEnrolmentOfCertificate(
  manager: EntityManager,
  regions: readonly string[],
  certificateId: string,
): Promise<EnrolmentToCertify | null> {
  const [row] = await manager.query<EnrolmentToCertify[]>(
    `SELECT ${COLUMNS} FROM enrolment AS row WHERE row.year = $2 AND row.region_code = ANY($3::text[])
     AND row.id = (SELECT enrolment_id FROM certificate WHERE id = $1 AND year = $2) FOR UPDATE OF row`,
    [certificateId, yearOf(certificateId), regions],
  );
  return row ?? null;
}

/** Marks enrolments as certified. */
export const certifyEnrolments = (manager: EntityManager, ids: readonly string[]): Promise<unknown> => {
  const { sql, parameters } = byIds(ids);
  return manager.query(`UPDATE enrolment AS row SET status = 'CERTIFIED' WHERE ${sql}`, [...parameters]);
};
