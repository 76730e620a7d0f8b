import type { DataSource, EntityManager } from 'typeorm';
import { z } from 'zod';
import type { Act, Operation } from '../../../src/operations/acting/act.js';

/** The rows of the tally that an act adds one to, in its order. */
const input = z.strictObject({ rows: z.array(z.int()) });

export interface Tallied {
  readonly rows: readonly number[];
}

/** An operation of the tests under the name of a real one: what it does to the tally is the test's to say. */
export const tallying = (run: (act: Act, rows: readonly number[]) => Promise<void>): Operation<z.infer<typeof input>, Tallied> => ({
  name: 'recordAgreement',
  input,
  run: async (act, { rows }) => {
    await run(act, rows);
    return { kind: 'done', done: { rows }, record: { region: null, subjects: rows.map((row) => ({ type: 'Tally', id: `${row}` })) } };
  },
});

export const addOne = (manager: EntityManager, row: number): Promise<unknown> =>
  manager.query('UPDATE tally SET value = value + 1 WHERE id = $1', [row]);

/** Makes the table: ten rows at zero, and a sequence that counts losses, which no rollback takes back. */
export const makeTally = (dataSource: DataSource): Promise<unknown> =>
  dataSource.query(`CREATE TABLE tally (id integer PRIMARY KEY, value integer NOT NULL);
    INSERT INTO tally SELECT id, 0 FROM generate_series(1, 10) AS id; CREATE SEQUENCE losses`);

/** The values of all rows in their order. */
export async function valuesOf(dataSource: DataSource): Promise<readonly number[]> {
  const rows = await dataSource.query<{ readonly value: number }[]>('SELECT value FROM tally ORDER BY id');
  return rows.map(({ value }) => value);
}
