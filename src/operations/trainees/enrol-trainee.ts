import type { z } from 'zod';
import type { EnrolmentRow } from '../../store/rows/enrolment-row.js';
import { type Operation, refused } from '../acting/act.js';
import { enrolLines } from './enrol-lines.js';
import { enrolmentInput, withoutIdentity } from './enrolment-input.js';
import { enrolmentRecord, rootOf } from './enrolment-record.js';

/**
 * Enrols one trainee in a run of the institution. Throws NOT_FOUND, BAD_USER_INPUT.
 * Source: 辽人社发〔2023〕36号, 三, 四(一), 五(三), 六(一)
 */
export const enrolTrainee: Operation<z.infer<typeof enrolmentInput>, EnrolmentRow> = {
  name: 'enrolTrainee',
  input: enrolmentInput,
  digestible: ({ line, ...rest }) => ({ ...rest, line: withoutIdentity(line) }),
  run: async (act, { courseRunId, enrolledOn, line }) => {
    const result = await enrolLines(act, { courseRunId, enrolledOn, lines: [line], at: () => 'line.', isAllOrNothing: true });
    if (result.kind === 'refused') return refused(...result.refusals);
    const [row] = result.rows as readonly [EnrolmentRow];
    return { kind: 'done', done: row, record: enrolmentRecord(result.run, result.rows, enrolledOn, rootOf(result.rows)) };
  },
};
