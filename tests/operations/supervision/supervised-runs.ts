import { finishCourseRun } from '../../../src/operations/training/finish-course-run.js';
import { startCourseRun } from '../../../src/operations/training/start-course-run.js';
import type { Workplace } from '../../../src/operations/acting/perform.js';
import { nodeId } from '../../../src/policy/node-id.js';
import { encrypt, personContext } from '../../../src/store/keys/identity-cipher.js';
import type { CourseRunRow } from '../../../src/store/rows/course-run-row.js';
import { approvedPlan, approvedRun, type RUN, stepOf } from '../training/runs.js';
import { done, PEOPLE } from '../workplace.js';

/** Monday, 4 May 2026, noon in Shanghai: the runs of these tests are over. */
export const AFTERWARDS = new Date('2026-05-04T04:00:00Z');

/** A run of 160 hours that started on 9 March 2026, unless changed. */
export async function startedRun(workplace: Workplace, changes: Partial<typeof RUN> = {}): Promise<CourseRunRow> {
  const run = await approvedRun(workplace, await approvedPlan(workplace), changes);
  return done(workplace, startCourseRun, PEOPLE.institution, stepOf(run, '2026-03-09'));
}

/** The same, finished on 30 April 2026. */
export async function finishedRun(workplace: Workplace, changes: Partial<typeof RUN> = {}): Promise<CourseRunRow> {
  return done(workplace, finishCourseRun, PEOPLE.institution, stepOf(await startedRun(workplace, changes), '2026-04-30'));
}

/** What the trainees of these tests are called. */
export const NAME = '欧阳丹';

/** Puts trainees of a region into a run, as the store keeps them; gives their opaque ids. */
export async function enrolled(
  { dataSource, keys }: Workplace,
  run: CourseRunRow,
  count: number,
  { regionCode = 'LN-210200', status = 'ENROLLED' }: { readonly regionCode?: string; readonly status?: string } = {},
): Promise<readonly string[]> {
  const rows = await dataSource.query<{ readonly id: string; readonly person_id: string }[]>(
    `WITH somebody AS (
       INSERT INTO person (id, identity_hash, document_type, name_cipher, number_cipher, key_version, salt)
       SELECT next_id($1), encode(sha256(gen_random_uuid()::text::bytea), 'hex'), 'RESIDENT_IDENTITY_CARD', '', '', 1, '' FROM generate_series(1, $2::int) RETURNING id
     )
     INSERT INTO enrolment (id, year, course_run_id, person_id, region_code, institution_code, occupation_code, level, funding_mode,
       meets_national_standard, status, enrolled_on, ended_on, organising_region_code, entry_id, identity_digest)
     SELECT next_id($1), $1, $3, somebody.id, $4, $5, $6, $7, $8, true, $9, '2026-03-05', $10::date, $11, next_id($1), '' FROM somebody RETURNING id, person_id`,
    [
      run.year,
      count,
      run.id,
      regionCode,
      run.institutionCode,
      run.occupationCode,
      run.level,
      run.fundingMode,
      status,
      status === 'WITHDRAWN' ? '2026-03-06' : null,
      run.regionCode,
    ],
  );
  for (const { person_id: id } of rows)
    await dataSource.query('UPDATE person SET name_cipher = $2 WHERE id = $1', [id, encrypt(keys, NAME, personContext('name', id))]);
  return rows.map(({ id }) => nodeId('Enrolment', id));
}

/** A recording of a day with a hash of its own. */
export const recordingOf = (heldOn: string, digit: string) => ({
  heldOn,
  isOnline: false,
  reference: `archive/${heldOn}/${digit}.mp4`,
  sha256: digit.repeat(64),
});
