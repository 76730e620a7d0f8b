import type { EntityManager } from 'typeorm';
import type { Reach } from '../policy/access/reach.js';
import { yearOf } from './audit-log.js';
import { insertRows } from './insert-rows.js';
import { ofRunsWithin } from './of-runs-within.js';
import { type RowPage, type RowPageRequest, readPage } from './read-page.js';
import { inspectionRow, type InspectionRow } from './rows/inspection-row.js';
import { allOf, type Condition } from './select-rows.js';

/** The regions that have or had trainees in a run. */
export async function traineeRegionsOf(manager: EntityManager, courseRunId: string): Promise<readonly string[]> {
  const rows = await manager.query<{ readonly code: string }[]>(
    'SELECT DISTINCT region_code AS code FROM enrolment WHERE course_run_id = $1 AND year = $2 ORDER BY 1',
    [courseRunId, yearOf(courseRunId)],
  );
  return rows.map(({ code }) => code);
}

export const insertInspection = (manager: EntityManager, row: InspectionRow): Promise<void> => insertRows(manager, inspectionRow, [row]);

/** The inspections within reach that a filter lets through, page by page. */
export const readInspections = (
  manager: EntityManager,
  reach: Reach,
  filter: readonly Condition[],
  page: RowPageRequest,
): Promise<RowPage<InspectionRow>> => readPage(manager, inspectionRow, allOf(ofRunsWithin(reach), ...filter), page);
