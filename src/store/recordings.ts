import type { EntityManager } from 'typeorm';
import type { Reach } from '../policy/access/reach.js';
import { yearOf } from './audit-log.js';
import { insertRows } from './insert-rows.js';
import { nextIds } from './next-ids.js';
import { ofRunsWithin } from './of-runs-within.js';
import { type RowPage, type RowPageRequest, readPage } from './read-page.js';
import { readPagesOfRuns } from './read-pages.js';
import { recordingRow, type RecordingRow } from './rows/recording-row.js';
import { allOf, type Condition } from './select-rows.js';

/** Which of the hashes a run already has. */
export async function knownHashes(manager: EntityManager, courseRunId: string, hashes: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await manager.query<{ readonly sha256: string }[]>(
    'SELECT sha256 FROM recording WHERE course_run_id = $1 AND year = $2 AND sha256 = ANY($3::text[])',
    [courseRunId, yearOf(courseRunId), hashes],
  );
  return new Set(rows.map(({ sha256 }) => sha256));
}

/** Adds recordings to a run, each with an id of the run's year, in two statements. */
export async function insertRecordings(
  manager: EntityManager,
  courseRunId: string,
  recordings: readonly Omit<RecordingRow, 'id' | 'year' | 'courseRunId'>[],
): Promise<void> {
  if (recordings.length === 0) return;
  const year = yearOf(courseRunId);
  const ids = await nextIds(
    manager,
    recordings.map(() => year),
  );
  const rows = recordings.map((recording, index) => ({ ...recording, id: ids[index] ?? '', year, courseRunId }));
  await insertRows(manager, recordingRow, rows);
}

/** Puts the days on which a run was taught in the place of those declared before. */
export async function replaceSessionDays(manager: EntityManager, courseRunId: string, days: readonly string[]): Promise<void> {
  const year = yearOf(courseRunId);
  await manager.query('DELETE FROM session_day WHERE course_run_id = $1 AND year = $2', [courseRunId, year]);
  await manager.query('INSERT INTO session_day (course_run_id, year, held_on) SELECT DISTINCT $1::bigint, $2::int, unnest($3::date[])', [
    courseRunId,
    year,
    days,
  ]);
}

/** The recordings within reach that a filter lets through, page by page. */
export const readRecordings = (
  manager: EntityManager,
  reach: Reach,
  filter: readonly Condition[],
  page: RowPageRequest,
): Promise<RowPage<RecordingRow>> => readPage(manager, recordingRow, allOf(ofRunsWithin(reach), ...filter), page);

/** The same page of each of several runs within reach, with one statement; the rows of a run without any are left out. */
export const recordingPages = (
  manager: EntityManager,
  reach: Reach,
  courseRunIds: readonly string[],
  page: RowPageRequest,
): Promise<ReadonlyMap<string, readonly RecordingRow[]>> => readPagesOfRuns(manager, recordingRow, courseRunIds, ofRunsWithin(reach), page);
