import type { EntityManager } from 'typeorm';
import { decrypt, personContext } from './keys/identity-cipher.js';
import type { KeyRing } from './keys/key-ring.js';
import type { CourseRunRow } from './rows/course-run-row.js';

/** Whose names a text of a region about a run must not hold. */
export interface NamesAsked {
  readonly run: Pick<CourseRunRow, 'id' | 'year' | 'regionCode'>;
  /** the region whose text it is: the organising one reads every name, another one those of its own trainees */
  readonly regionCode: string;
  /** one trainee; null: all who are or were in the run */
  readonly enrolmentId: string | null;
}

/**
 * The names of the trainees of a run that a region may read. Throws IDENTITY_UNREADABLE.
 * Source: our design, docs/decisions/0014-trainees.md
 */
export async function namesWithin(
  manager: EntityManager,
  keys: KeyRing,
  { run, regionCode, enrolmentId }: NamesAsked,
): Promise<readonly string[]> {
  const rows = await manager.query<{ readonly id: string; readonly name_cipher: Buffer }[]>(
    `SELECT person.id, name_cipher FROM person WHERE person.id IN (SELECT person_id FROM enrolment WHERE course_run_id = $1 AND year = $2
       AND ($3 = $4 OR region_code = $3) AND ($5::bigint IS NULL OR enrolment.id = $5::bigint))`,
    [run.id, run.year, regionCode, run.regionCode, enrolmentId],
  );
  return rows.map((row) => decrypt(keys, row.name_cipher, personContext('name', row.id)));
}
