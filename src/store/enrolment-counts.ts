import type { EntityManager } from 'typeorm';
import type { Reach } from '../policy/access/reach.js';
import { yearOf } from './audit-log.js';
import { enrolmentWithin } from './enrolments.js';
import { enrolmentRow, type EnrolmentRow, type EnrolmentStatus } from './rows/enrolment-row.js';
import { allOf, condition, selectRows } from './select-rows.js';

/** How many enrolments of a run stand in each state. */
export interface EnrolmentCounts {
  readonly enrolled: number;
  readonly certified: number;
  readonly withdrawn: number;
  readonly transferred: number;
}

export const NO_ENROLMENTS: EnrolmentCounts = { enrolled: 0, certified: 0, withdrawn: 0, transferred: 0 };

/** How many stand in one state, or in any. */
export const countedIn = (counts: EnrolmentCounts, status: EnrolmentStatus | null): number =>
  status === null
    ? counts.enrolled + counts.certified + counts.withdrawn + counts.transferred
    : counts[status.toLowerCase() as Lowercase<EnrolmentStatus>];

const yearsOf = (ids: readonly string[]): readonly number[] => [...new Set(ids.map(yearOf))];

/** Enrolments within reach by id: who may see one that points to another need not reach that one. */
export const enrolmentsOf = (manager: EntityManager, reach: Reach, ids: readonly string[]): Promise<EnrolmentRow[]> =>
  selectRows(
    manager,
    enrolmentRow,
    allOf(condition('row.id = ANY($1::bigint[]) AND row.year = ANY($2::int[])', ids, yearsOf(ids)), enrolmentWithin(reach)),
  );

interface CountRow {
  readonly course_run_id: string;
  readonly status: EnrolmentStatus;
  readonly count: number;
}

/** The counts of some runs by run, of what lies within reach, in one statement. A run with no enrolment within reach is not in it. */
export async function countsByRun(
  manager: EntityManager,
  reach: Reach,
  runIds: readonly string[],
): Promise<ReadonlyMap<string, EnrolmentCounts>> {
  const ofRuns = condition('row.course_run_id = ANY($1::bigint[]) AND row.year = ANY($2::int[])', runIds, yearsOf(runIds));
  const where = allOf(enrolmentWithin(reach), ofRuns);
  const rows = await manager.query<CountRow[]>(
    `SELECT course_run_id, status, count(*)::integer AS count FROM enrolment AS row WHERE ${where.sql} GROUP BY course_run_id, status`,
    [...where.parameters],
  );
  const counts = new Map<string, EnrolmentCounts>();
  for (const { course_run_id: run, status, count } of rows)
    counts.set(run, { ...(counts.get(run) ?? NO_ENROLMENTS), [status.toLowerCase()]: count });
  return counts;
}
