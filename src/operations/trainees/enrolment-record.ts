import { enrolmentLeaf } from '../../audit/enrolment-leaf.js';
import { merkleRoot } from '../../audit/merkle-root.js';
import type { CourseRunRow } from '../../store/rows/course-run-row.js';
import type { EnrolmentRow } from '../../store/rows/enrolment-row.js';
import type { ActRecord } from '../acting/act.js';

/** The root over the lines of some enrolments in the order of their ids, in hexadecimal. Source: RFC 6962, 2.1; our design, docs/decisions/0014-trainees.md */
export const rootOf = (rows: readonly EnrolmentRow[]): string =>
  merkleRoot(rows.map((row) => enrolmentLeaf({ ...row, enrolmentId: row.id }))).toString('hex');

/**
 * What the log keeps of an enrolment of one or many: how many of which regions, and the root that covers each of them. No person stands in it.
 * Source: our design, docs/decisions/0014-trainees.md
 */
export function enrolmentRecord(run: CourseRunRow, rows: readonly EnrolmentRow[], enrolledOn: string, root: string): ActRecord {
  const byRegion = new Map<string, number>();
  for (const { regionCode } of rows) byRegion.set(regionCode, (byRegion.get(regionCode) ?? 0) + 1);
  const [only] = rows;
  const single = rows.length === 1 && only !== undefined ? [{ type: 'Enrolment', id: only.id }] : [];
  return {
    region: run.regionCode,
    subjects: [{ type: 'CourseRun', id: run.id }, ...single],
    clauses: ['LN2023-36/4.1.9', 'LN2023-36/5.3.1', 'LN2023-36/6.1.4'],
    amounts: { enrolled: `${rows.length}` },
    details: { enrolledOn, fundingMode: run.fundingMode, merkleRoot: root, regions: Object.fromEntries(byRegion) },
  };
}
