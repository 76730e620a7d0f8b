import type { EntityManager } from 'typeorm';
import type { Reach } from '../policy/access/reach.js';
import { yearOf } from './audit-log.js';
import { insertRows } from './insert-rows.js';
import { ofRunsWithin } from './of-runs-within.js';
import { type RowPage, type RowPageRequest, readPage } from './read-page.js';
import { findingRow, type FindingRow } from './rows/finding-row.js';
import { allOf, anyOf, type Condition, condition, factOf, selectRows, updateFact } from './select-rows.js';
import { withinReach } from './within-reach.js';

/** Whose a decision is: the region's that took it. */
const ownedBy = (reach: Reach): Condition => withinReach(reach, { region: 'row.region_code' });

/** Whose the run is: the region's that organises it and the institution's that trains. */
function runOf(reach: Reach): Condition {
  const { sql, parameters } = withinReach(reach, { region: 'row.region_code', institution: 'row.institution_code' });
  return { sql: `(row.course_run_id, row.year) IN (SELECT row.id, row.year FROM course_run AS row WHERE ${sql})`, parameters };
}

/**
 * Who may read a finding: on a class, whoever the run is within reach of; on a person, the region that decided, the one that organises the run, and the institution.
 * Source: 辽人社发〔2023〕36号, 五(三); our design, docs/decisions/0013-supervision.md
 */
export function findingWithin(reach: Reach): Condition {
  const classes = allOf(condition(`row.scope = 'CLASS'`), ofRunsWithin(reach));
  return anyOf(classes, ownedBy(reach), runOf(reach));
}

/** A finding that a region within reach decided, locked until the transaction ends; null where there is none. */
export async function lockFinding(manager: EntityManager, reach: Reach, id: string): Promise<FindingRow | null> {
  const [row] = await selectRows(manager, findingRow, allOf(factOf(id), ownedBy(reach)), 'FOR UPDATE');
  return row ?? null;
}

/** A finding that a reach lets through, which nobody lifts until the transaction ends; null where there is none. */
export async function lockReadableFinding(manager: EntityManager, reach: Reach, id: string): Promise<FindingRow | null> {
  const [row] = await selectRows(manager, findingRow, allOf(factOf(id), findingWithin(reach)), 'FOR SHARE OF row');
  return row ?? null;
}

/** The findings on several course runs that a reach lets through; the whole province's for a decision on money. */
export const findingsOfRuns = (manager: EntityManager, reach: Reach, courseRunIds: readonly string[]): Promise<FindingRow[]> =>
  selectRows(
    manager,
    findingRow,
    allOf(
      condition('row.course_run_id = ANY($1::bigint[]) AND row.year = ANY($2::int[])', courseRunIds, [
        ...new Set(courseRunIds.map(yearOf)),
      ]),
      findingWithin(reach),
    ),
    'ORDER BY row.id',
  );

/** Region and person of a trainee of a run by the enrolment; null where the run has no such trainee. */
export async function traineeOf(
  manager: EntityManager,
  courseRunId: string,
  enrolmentId: string,
): Promise<{ readonly regionCode: string; readonly personId: string } | null> {
  const [row] = await manager.query<{ readonly regionCode: string; readonly personId: string }[]>(
    'SELECT region_code AS "regionCode", person_id AS "personId" FROM enrolment WHERE id = $1 AND year = $2 AND course_run_id = $3',
    [enrolmentId, yearOf(enrolmentId), courseRunId],
  );
  return row ?? null;
}

/** Whether the same document of the same region already stands against the same subject. */
export async function hasFinding(
  manager: EntityManager,
  { courseRunId, enrolmentId, regionCode, documentNumber }: FindingRow,
): Promise<boolean> {
  const same = condition(
    'row.course_run_id = $1 AND row.year = $2 AND row.region_code = $3 AND row.document_number = $4 AND row.enrolment_id IS NOT DISTINCT FROM $5::bigint',
    courseRunId,
    yearOf(courseRunId),
    regionCode,
    documentNumber,
    enrolmentId,
  );
  return (await selectRows(manager, findingRow, allOf(same, condition('row.lifted_on IS NULL')), 'LIMIT 1')).length > 0;
}

export const insertFinding = (manager: EntityManager, row: FindingRow): Promise<void> => insertRows(manager, findingRow, [row]);

export const updateFinding = (manager: EntityManager, id: string, changes: Partial<FindingRow>): Promise<void> =>
  updateFact(manager, findingRow, id, changes);

/** The findings within reach that a filter lets through, page by page. */
export const readFindings = (
  manager: EntityManager,
  reach: Reach,
  filter: readonly Condition[],
  page: RowPageRequest,
): Promise<RowPage<FindingRow>> => readPage(manager, findingRow, allOf(findingWithin(reach), ...filter), page);
