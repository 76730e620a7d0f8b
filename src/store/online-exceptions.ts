import type { EntityManager } from 'typeorm';
import type { Reach } from '../policy/access/reach.js';
import { yearOf } from './audit-log.js';
import { insertRows } from './insert-rows.js';
import { ofRunsWithin } from './of-runs-within.js';
import { type RowPage, type RowPageRequest, readPage } from './read-page.js';
import { onlineExceptionRow, type OnlineExceptionRow } from './rows/online-exception-row.js';
import { allOf, type Condition, condition, selectRows } from './select-rows.js';

/** The exceptions to the online share limit that were granted to a run. */
export const onlineExceptionsOf = (manager: EntityManager, courseRunId: string): Promise<OnlineExceptionRow[]> =>
  selectRows(
    manager,
    onlineExceptionRow,
    condition('row.course_run_id = $1 AND row.year = $2', courseRunId, yearOf(courseRunId)),
    'ORDER BY row.id',
  );

export const insertOnlineException = (manager: EntityManager, row: OnlineExceptionRow): Promise<void> =>
  insertRows(manager, onlineExceptionRow, [row]);

/** The exceptions within reach that a filter lets through, page by page. */
export const readOnlineExceptions = (
  manager: EntityManager,
  reach: Reach,
  filter: readonly Condition[],
  page: RowPageRequest,
): Promise<RowPage<OnlineExceptionRow>> => readPage(manager, onlineExceptionRow, allOf(ofRunsWithin(reach), ...filter), page);
