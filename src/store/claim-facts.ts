import type { EntityManager } from 'typeorm';
import type { RecordedLine } from '../policy/claims/claim-line-facts.js';
import { yearOf } from './audit-log.js';

/** Everything that decides on one line of a claim, as it stands now. Nothing in it names the trainee. */
export interface ClaimLineFact extends RecordedLine {
  readonly lineId: string;
  readonly lineYear: number;
  readonly claimId: string;
  readonly enrolmentId: string;
  readonly leftOutReason: string | null;
}

const OF_LINE = 'ON row.id = line.enrolment_id AND row.year = line.enrolment_id / 1000000000';
const TRAINING_FACTS = `'hours', certificate.hours::text`;
const LEVEL_FACTS = `'occupation', certificate.occupation_code, 'level', certificate.level, 'assessmentBody', certificate.issuer_code,
  'meetsNationalStandard', certificate.meets_national_standard`;

const CERTIFICATE = (kind: string, columns: string): string => `
  (SELECT jsonb_build_object(${columns}, 'verification', certificate.verification) FROM certificate
   JOIN certificate_of AS counting ON counting.enrolment_id = row.id AND counting.kind = '${kind}' AND counting.certificate_id = certificate.id
   WHERE certificate.enrolment_id = row.id AND certificate.year = row.year)`;

const FINDINGS = (scope: string): string => `
  (SELECT count(*)::int FROM finding WHERE finding.course_run_id = row.course_run_id AND finding.year = row.year AND finding.decided_on <= $3::date
     AND (finding.lifted_on IS NULL OR finding.lifted_on > $3::date) AND ${scope})`;

/** Lines of other claims in some states that are worth something and have not come back. */
const elsewhere = (
  statuses: string,
): string => `FROM claim_line AS earlier JOIN claim ON claim.id = earlier.claim_id AND claim.year = earlier.year
  WHERE claim.id <> line.claim_id AND claim.status IN (${statuses}) AND earlier.left_out_reason IS NULL AND earlier.due > 0
    AND NOT EXISTS (SELECT FROM recovered_key JOIN recovery ON recovery.id = recovered_key.recovery_id AND recovery.year = recovered_key.recovery_id / 1000000000
      WHERE recovered_key.claim_line_id = earlier.id AND recovery.status = 'SETTLED')`;
const PAID = elsewhere(`'PAID'`);
/** What is approved will be paid: the same training of the same person is not approved beside it. */
const PAID_OR_TO_BE = elsewhere(`'FINANCE_APPROVED', 'QUEUED', 'PAYING', 'PAYMENT_FAILED', 'PAID'`);

const RUN_FACTS = `
  SELECT run.*,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('onlineHours', online_hours::text, 'offlineHours', offline_hours::text)), '[]') FROM online_exception AS granted
     WHERE granted.course_run_id = run.id AND granted.year = run.year) AS exceptions,
    (SELECT jsonb_build_object('sessionDays', count(*), 'missingDays', coalesce(jsonb_agg(held_on ORDER BY held_on) FILTER (WHERE NOT EXISTS (
       SELECT FROM recording WHERE recording.course_run_id = run.id AND recording.year = run.year AND recording.held_on = session_day.held_on)), '[]'))
     FROM session_day WHERE session_day.course_run_id = run.id AND session_day.year = run.year) AS recordings
  FROM course_run AS run WHERE (run.id, run.year) IN (SELECT row.course_run_id, row.year FROM line JOIN enrolment AS row ${OF_LINE})`;

/** Lines as they stand in claims. */
const IN_CLAIMS = 'SELECT * FROM claim_line WHERE claim_id = ANY($1::bigint[]) AND year = ANY($2::int[])';

/** Lines as they would stand in a claim: nothing was charged, nothing left out. */
const OF_ENROLMENTS = `SELECT id, year, 0::bigint AS claim_id, id AS enrolment_id, 0::numeric(18,2) AS tuition_charged, NULL::text AS left_out_reason
  FROM enrolment WHERE id = ANY($1::bigint[]) AND year = ANY($2::int[])`;

const factsOf = (lines: string): string => `
  WITH line AS MATERIALIZED (${lines}), run AS MATERIALIZED (${RUN_FACTS})
  SELECT line.id AS "lineId", line.year AS "lineYear", line.claim_id AS "claimId", line.enrolment_id AS "enrolmentId", line.tuition_charged AS "tuitionCharged",
    line.left_out_reason AS "leftOutReason", row.funding_mode AS "fundingMode", row.category,
    row.meets_national_standard AS "meetsNationalStandard", row.real_name_number IS NOT NULL AS "isRealNameRegistered", row.region_code AS "traineeRegion",
    row.organising_region_code AS "organisingRegion", row.institution_code AS institution, row.occupation_code AS occupation, row.level,
    run.filed_on AS "filedOn", run.online_hours AS "onlineHours", run.offline_hours AS "offlineHours", run.exceptions, run.recordings,
    ${CERTIFICATE('TRAINING', TRAINING_FACTS)} AS training, ${CERTIFICATE('LEVEL', LEVEL_FACTS)} AS "levelCertificate",
    ${FINDINGS(`finding.scope = 'PERSON' AND finding.enrolment_id = row.id`)} AS "personFindings",
    ${FINDINGS(`finding.scope = 'CLASS' AND finding.region_code IN (row.region_code, row.organising_region_code)`)} AS "classFindings",
    (SELECT coalesce(sum(earlier.due), 0)::numeric(18,2) ${PAID} AND earlier.enrolment_id = row.id) AS "paidBefore",
    EXISTS (SELECT ${PAID_OR_TO_BE} AND earlier.enrolment_id IN (SELECT other.id FROM enrolment AS other WHERE other.person_id = row.person_id AND other.id <> row.id
      AND other.occupation_code = row.occupation_code AND other.level = row.level)) AS "isAlreadyPaid"
  FROM line JOIN enrolment AS row ${OF_LINE} JOIN run ON run.id = row.course_run_id
  ORDER BY line.claim_id, line.id`;

const FACTS_IN_CLAIMS = factsOf(IN_CLAIMS);
const FACTS_OF_ENROLMENTS = factsOf(OF_ENROLMENTS);

const yearsOf = (ids: readonly string[]): readonly number[] => [...new Set(ids.map(yearOf))];

/**
 * The facts of all lines of some claims, as they stand on a day, in the order of the lines, with one statement.
 * Source: our design, docs/decisions/0018-claims.md
 */
export const claimLineFacts = (manager: EntityManager, claimIds: readonly string[], today: string): Promise<ClaimLineFact[]> =>
  manager.query<ClaimLineFact[]>(FACTS_IN_CLAIMS, [claimIds, yearsOf(claimIds), today]);

/**
 * The same of enrolments, as if each stood in a claim.
 * Source: our design, docs/decisions/0018-claims.md
 */
export const enrolmentFacts = (manager: EntityManager, enrolmentIds: readonly string[], today: string): Promise<ClaimLineFact[]> =>
  manager.query<ClaimLineFact[]>(FACTS_OF_ENROLMENTS, [enrolmentIds, yearsOf(enrolmentIds), today]);
