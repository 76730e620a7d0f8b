import type { EntityManager, EntitySchema } from 'typeorm';
import type { RowPageRequest } from './read-page.js';
import { type Condition, selectList, shifted } from './select-rows.js';

/**
 * The same page of the rows of each of several course runs, with one statement; a run without any is left out. Each page has one row more than its size where there is
 * more to come, and is in the order in which it was read.
 * Source: our design, docs/decisions/0003-transport.md
 */
export async function readPagesOfRuns<Row extends { readonly id: string; readonly courseRunId: string }>(
  manager: EntityManager,
  schema: EntitySchema<Row>,
  courseRunIds: readonly string[],
  where: Condition,
  { size, isBackward, after, before }: RowPageRequest,
): Promise<ReadonlyMap<string, readonly Row[]>> {
  const { tableName } = manager.connection.getMetadata(schema);
  const filter = shifted(where, 4);
  const rows = await manager.query<Row[]>(
    `SELECT found.* FROM unnest($1::bigint[]) AS run(id) CROSS JOIN LATERAL (
       SELECT ${selectList(manager, schema)} FROM ${tableName} AS row
       WHERE row.course_run_id = run.id AND row.year = run.id / 1000000000 AND ($2::bigint IS NULL OR row.id > $2) AND ($3::bigint IS NULL OR row.id < $3)
         AND (${filter.sql})
       ORDER BY row.id ${isBackward ? 'DESC' : 'ASC'} LIMIT $4
     ) AS found`,
    [courseRunIds, after, before, size + 1, ...filter.parameters],
  );
  const pages = new Map<string, Row[]>();
  for (const row of rows) pages.set(row.courseRunId, [...(pages.get(row.courseRunId) ?? []), row]);
  return pages;
}
