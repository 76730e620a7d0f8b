import type { z } from 'zod';
import type { Refusal } from '../../policy/refusals/refusal.js';
import { refuseTrainee } from '../../policy/refusals/trainees.js';
import { type Operation, refused } from '../acting/act.js';
import { enrolLines } from './enrol-lines.js';
import { enrolmentsInput, withoutIdentity } from './enrolment-input.js';
import { enrolmentRecord, rootOf } from './enrolment-record.js';

/** What came of a list: the trainees themselves are found by the run and the entry. */
export interface EnrolmentBatch {
  readonly courseRunId: string;
  /** the entry of the audit log that covers them all */
  readonly entryId: string;
  readonly enrolled: number;
  /** lines that were left out */
  readonly refused: number;
  readonly merkleRoot: string;
}

/** How many faults of a list are shown when none of it is enrolled. */
const SHOWN_MAX = 100;

/**
 * Enrols many trainees in a run of the institution: all or none, or each good line with the refusals of the others. Throws NOT_FOUND, BAD_USER_INPUT.
 * Source: 辽人社发〔2023〕36号, 三, 四(一), 五(三), 六(一)
 */
export const enrolTrainees: Operation<z.infer<typeof enrolmentsInput>, EnrolmentBatch> = {
  name: 'enrolTrainees',
  input: enrolmentsInput,
  deadlineFactor: 4,
  digestible: ({ lines, ...rest }) => ({ ...rest, lines: lines.map(withoutIdentity) }),
  run: async (act, { courseRunId, enrolledOn, onError, lines }) => {
    const at = (index: number): string => `lines[${index}].`;
    const result = await enrolLines(act, { courseRunId, enrolledOn, lines, at, isAllOrNothing: onError === 'ALL_OR_NOTHING' });
    if (result.kind === 'refused') return refused(...shownOf(result.refusals));
    const { run, rows, refusals } = result;
    const merkleRoot = rootOf(rows);
    const record = enrolmentRecord(run, rows, enrolledOn, merkleRoot);
    const done = { courseRunId, entryId: act.entryId, enrolled: rows.length, refused: lines.length - rows.length, merkleRoot };
    const details = { ...record.details, onError, refused: done.refused };
    return { kind: 'done', done, record: { ...record, details }, lineRefusals: refusals };
  },
};

const shownOf = (refusals: readonly Refusal[]): readonly Refusal[] =>
  refusals.length <= SHOWN_MAX
    ? refusals
    : [...refusals.slice(0, SHOWN_MAX), refuseTrainee('MORE_LINES', 'lines', { count: refusals.length, shown: SHOWN_MAX })];
