import type { EntityManager } from 'typeorm';
import type { Reach } from '../policy/access/reach.js';
import { yearOf } from './audit-log.js';
import { insertRows } from './insert-rows.js';
import { type RowPage, type RowPageRequest, readPage } from './read-page.js';
import { certificateRow, type CertificateRow } from './rows/certificate-row.js';
import { allOf, type Condition, condition, factOf, selectRows, updateFact } from './select-rows.js';
import { withinReach } from './within-reach.js';

const ENROLMENT = 'FROM enrolment WHERE enrolment.id = row.enrolment_id AND enrolment.year = row.year';

/** A certificate is its trainee's region's, its run's region's and institution's, and that of its issuer or of the body whose plan is in force. */
export const certificateWithin = (reach: Reach): Condition =>
  withinReach(reach, {
    region: `EXISTS (SELECT ${ENROLMENT} AND (enrolment.region_code = ANY($1::text[]) OR enrolment.organising_region_code = ANY($1::text[])))`,
    institution: `(SELECT enrolment.institution_code ${ENROLMENT})`,
    assessmentBody: `row.issuer_code = ANY($1::text[]) OR EXISTS (SELECT FROM assessment_plan AS plan WHERE plan.course_run_id = row.course_run_id
      AND plan.year = row.year AND plan.status <> 'WITHDRAWN' AND plan.assessment_body_code = ANY($1::text[]))`,
  });

/** A certificate that counts: one that failed its verification does not, and may be replaced. */
export const COUNTS = condition(`EXISTS (SELECT FROM certificate_of WHERE certificate_of.enrolment_id = row.enrolment_id
  AND certificate_of.kind = row.kind AND certificate_of.certificate_id = row.id)`);

const ofEnrolments = (ids: readonly string[]): Condition =>
  condition('row.enrolment_id = ANY($1::bigint[]) AND row.year = ANY($2::int[])', ids, [...new Set(ids.map(yearOf))]);

/** The certificates of some enrolments that count, at most one of each kind for each. */
export const countingCertificates = (manager: EntityManager, enrolmentIds: readonly string[]): Promise<CertificateRow[]> =>
  selectRows(manager, certificateRow, allOf(ofEnrolments(enrolmentIds), COUNTS));

/** All certificates of some enrolments within reach, in the order of their recording. */
export const certificatesOfEnrolments = (
  manager: EntityManager,
  reach: Reach,
  enrolmentIds: readonly string[],
): Promise<CertificateRow[]> =>
  selectRows(manager, certificateRow, allOf(ofEnrolments(enrolmentIds), certificateWithin(reach)), 'ORDER BY row.id');

/** Whether a level certificate that counts has been issued to anybody in a course run. */
export async function hasLevelCertificates(manager: EntityManager, runId: string): Promise<boolean> {
  const ofRun = condition("row.course_run_id = $1 AND row.year = $2 AND row.kind = 'LEVEL'", runId, yearOf(runId));
  return (await selectRows(manager, certificateRow, allOf(ofRun, COUNTS), 'LIMIT 1')).length > 0;
}

/** A certificate, locked until the transaction ends; null where there is none. After its enrolment. */
export async function lockCertificate(manager: EntityManager, id: string): Promise<CertificateRow | null> {
  const [row] = await selectRows(manager, certificateRow, factOf(id), 'FOR UPDATE');
  return row ?? null;
}

export const insertCertificates = (manager: EntityManager, rows: readonly CertificateRow[]): Promise<void> =>
  insertRows(manager, certificateRow, rows);

export const updateCertificate = (manager: EntityManager, id: string, changes: Partial<CertificateRow>): Promise<void> =>
  updateFact(manager, certificateRow, id, changes);

/** The certificates within reach that a filter lets through, page by page. */
export const readCertificates = (
  manager: EntityManager,
  reach: Reach,
  filter: readonly Condition[],
  page: RowPageRequest,
): Promise<RowPage<CertificateRow>> => readPage(manager, certificateRow, allOf(certificateWithin(reach), ...filter), page);

/**
 * Training certificates that count, issued more than so many days before a day to trainees who still stand and have no level certificate that counts.
 * Source: 辽人社发〔2023〕36号, 四(二)
 */
export const withoutAssessment = (on: string, days: number): Condition =>
  allOf(
    condition("row.kind = 'TRAINING' AND row.issued_on < $1::date - $2::int", on, days),
    COUNTS,
    condition(`EXISTS (SELECT ${ENROLMENT} AND enrolment.status IN ('ENROLLED', 'CERTIFIED'))`),
    condition(
      "NOT EXISTS (SELECT FROM certificate_of WHERE certificate_of.enrolment_id = row.enrolment_id AND certificate_of.kind = 'LEVEL')",
    ),
  );

/** How many certificates of a course run there are. */
export interface CertificateCounts {
  /** that count, by kind */
  readonly training: number;
  readonly level: number;
  readonly verified: number;
  readonly failed: number;
}

export const NO_CERTIFICATES: CertificateCounts = { training: 0, level: 0, verified: 0, failed: 0 };

/** The numbers of certificates of some course runs by run, of what lies within reach; a run without any is not among them. */
export async function certificateCounts(
  manager: EntityManager,
  reach: Reach,
  runIds: readonly string[],
): Promise<ReadonlyMap<string, CertificateCounts>> {
  const ofRuns = condition('row.course_run_id = ANY($1::bigint[]) AND row.year = ANY($2::int[])', runIds, [...new Set(runIds.map(yearOf))]);
  const where = allOf(ofRuns, certificateWithin(reach));
  const rows = await manager.query<(CertificateCounts & { readonly runId: string })[]>(
    `SELECT row.course_run_id AS "runId", count(*) FILTER (WHERE row.kind = 'TRAINING' AND row.verification <> 'FAILED')::int AS training,
       count(*) FILTER (WHERE row.kind = 'LEVEL' AND row.verification <> 'FAILED')::int AS level,
       count(*) FILTER (WHERE row.verification = 'VERIFIED')::int AS verified, count(*) FILTER (WHERE row.verification = 'FAILED')::int AS failed
     FROM certificate AS row WHERE ${where.sql} GROUP BY row.course_run_id`,
    [...where.parameters],
  );
  return new Map(rows.map(({ runId, ...counts }) => [runId, counts]));
}
