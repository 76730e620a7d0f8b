import DataLoader from 'dataloader';
import type { Workplace } from '../operations/acting/perform.js';
import type { Reach } from '../policy/access/reach.js';
import { plansInForce } from '../store/assessment-plans.js';
import { type CertificateCounts, certificateCounts, certificatesOfEnrolments, NO_CERTIFICATES } from '../store/certificates.js';
import { courseRunsOf, type CourseRunVersion, versionsOfRuns } from '../store/course-runs.js';
import { countsByRun, type EnrolmentCounts, enrolmentsOf, NO_ENROLMENTS } from '../store/enrolment-counts.js';
import { type ReadablePerson, readPersons } from '../store/persons.js';
import type { AssessmentPlanRow } from '../store/rows/assessment-plan-row.js';
import type { CertificateRow } from '../store/rows/certificate-row.js';
import type { CourseRunRow } from '../store/rows/course-run-row.js';
import type { EnrolmentRow } from '../store/rows/enrolment-row.js';

/**
 * Look-ups by id that the fields of one request need, each collected into one statement. What they give is only shown beneath an object that the caller may see.
 * Regions, occupations and institutions come from the rule book in memory instead.
 * Source: our design, docs/decisions/0003-transport.md
 */
export class Loaders {
  private plans: DataLoader<string, AssessmentPlanRow | null> | null = null;
  private enrolments: DataLoader<string, EnrolmentRow | null> | null = null;
  private certificates: DataLoader<string, readonly CertificateRow[]> | null = null;
  private counts: DataLoader<CourseRunRow, EnrolmentCounts> | null = null;
  private certified: DataLoader<CourseRunRow, CertificateCounts> | null = null;
  private runVersions: DataLoader<CourseRunRow, readonly CourseRunVersion[]> | null = null;

  constructor(private readonly workplace: Workplace) {}

  readonly courseRun = new DataLoader<string, CourseRunRow | null>(async (ids) =>
    inOrderOf(ids, await courseRunsOf(this.workplace.dataSource.manager, ids)),
  );

  /** the plan of assessment in force, by course run, as far as the caller reaches: one and the same reach in a request */
  assessmentPlanWithin(reach: Reach): DataLoader<string, AssessmentPlanRow | null> {
    this.plans ??= new DataLoader<string, AssessmentPlanRow | null>(async (ids) => {
      const byRun = new Map((await plansInForce(this.workplace.dataSource.manager, reach, ids)).map((plan) => [plan.courseRunId, plan]));
      return ids.map((id) => byRun.get(id) ?? null);
    });
    return this.plans;
  }

  /** All certificates of an enrolment, in the order of their recording, within the reach of the request's caller. */
  certificatesOf(reach: Reach): DataLoader<string, readonly CertificateRow[]> {
    this.certificates ??= new DataLoader(async (ids) => {
      const rows = await certificatesOfEnrolments(this.workplace.dataSource.manager, reach, ids);
      return ids.map((id) => rows.filter(({ enrolmentId }) => enrolmentId === id));
    });
    return this.certificates;
  }

  /** Enrolments that others point to, as far as the request's caller reaches, which is the same for all its fields. */
  enrolmentWithin(reach: Reach): DataLoader<string, EnrolmentRow | null> {
    this.enrolments ??= new DataLoader<string, EnrolmentRow | null>(async (ids) =>
      inOrderOf(ids, await enrolmentsOf(this.workplace.dataSource.manager, reach, ids)),
    );
    return this.enrolments;
  }

  /** Names and numbers, readable: whoever shows them masks them. */
  readonly person = new DataLoader<string, ReadablePerson | null>(async (ids) =>
    inOrderOf(ids, await readPersons(this.workplace.dataSource.manager, this.workplace.keys, ids)),
  );

  /**
   * Counts by run within the reach of the request's caller, which is the same for all its fields. By row and not by id: one run after two mutations is two rows, and
   * counted anew.
   */
  enrolmentCounts(reach: Reach): DataLoader<CourseRunRow, EnrolmentCounts> {
    this.counts ??= new DataLoader(async (runs) => {
      const found = await countsByRun(this.workplace.dataSource.manager, reach, idsOf(runs));
      return runs.map(({ id }) => found.get(id) ?? NO_ENROLMENTS);
    });
    return this.counts;
  }

  /** The same of certificates. */
  certificateCounts(reach: Reach): DataLoader<CourseRunRow, CertificateCounts> {
    this.certified ??= new DataLoader(async (runs) => {
      const found = await certificateCounts(this.workplace.dataSource.manager, reach, idsOf(runs));
      return runs.map(({ id }) => found.get(id) ?? NO_CERTIFICATES);
    });
    return this.certified;
  }

  /** All versions of a run that the caller may see, the first one first. */
  versionsOfRun(): DataLoader<CourseRunRow, readonly CourseRunVersion[]> {
    this.runVersions ??= new DataLoader(async (runs) => {
      const found = await versionsOfRuns(this.workplace.dataSource.manager, idsOf(runs));
      return runs.map(({ id }) => found.filter(({ details }) => details.id === id));
    });
    return this.runVersions;
  }
}

const idsOf = (runs: readonly CourseRunRow[]): readonly string[] => [...new Set(runs.map(({ id }) => id))];

/** The rows in the order of the ids that asked for them. */
const inOrderOf = <Row extends { readonly id: string }>(ids: readonly string[], rows: readonly Row[]): (Row | null)[] => {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id) ?? null);
};
