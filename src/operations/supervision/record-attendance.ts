import { z } from 'zod';
import { merkleRoot } from '../../audit/merkle-root.js';
import { bilingual } from '../../policy/bilingual.js';
import { canonicalText } from '../../policy/canonical.js';
import { Failure } from '../../policy/failure.js';
import { hoursText, listOf } from '../../policy/input.js';
import { type AttendanceLine, attendanceRefusals } from '../../policy/training/attendance.js';
import { lockEnrolmentStatuses, updateAttendance } from '../../store/attendance.js';
import type { CourseRunRow } from '../../store/rows/course-run-row.js';
import { type Operation, refused } from '../acting/act.js';
import { idOf } from '../acting/fact-id.js';
import { notFound } from '../acting/not-found.js';
import { supervisedRun } from './supervised-run.js';

const LINES_MAX = 10_000;
const input = z.strictObject({
  courseRunId: idOf('CourseRun'),
  lines: listOf(z.strictObject({ enrolmentId: idOf('Enrolment'), attendedHours: hoursText }), LINES_MAX),
});

/**
 * Records how long trainees of a run attended, all lines or none; a line replaces what was recorded of the trainee before. The log keeps the Merkle root of the lines.
 * Throws NOT_FOUND, DUPLICATE_LINE.
 * Source: 辽人社发〔2023〕36号, 五(二); Q19 (AMB-26)
 */
export const recordAttendance: Operation<z.infer<typeof input>, CourseRunRow> = {
  name: 'recordAttendance',
  input,
  run: async (act, { courseRunId, lines }) => {
    refuseRepeated(lines);
    const found = await supervisedRun(act, courseRunId, ['STARTED', 'FINISHED']);
    if (found.kind === 'refused') return found;
    const { run } = found;
    const statuses = await lockEnrolmentStatuses(
      act.manager,
      run.id,
      lines.map(({ enrolmentId }) => enrolmentId),
    );
    const unknown = lines.findIndex(({ enrolmentId }) => !statuses.has(enrolmentId));
    if (unknown >= 0) throw notFound(`lines[${unknown}].enrolmentId`, '本班学员', 'trainee of this run');
    const refusals = attendanceRefusals(run, lines, statuses);
    if (refusals.length > 0) return refused(...refusals);
    await updateAttendance(act.manager, run.id, lines);
    const root = merkleRoot(lines.map((line) => Buffer.from(canonicalText(line), 'utf8')));
    const record = {
      region: run.regionCode,
      subjects: [{ type: 'CourseRun', id: run.id }],
      clauses: ['LN2023-36/5.2.1'],
      details: { lines: lines.length, linesRoot: root.toString('hex') },
    };
    return { kind: 'done', done: run, record };
  },
};

function refuseRepeated(lines: readonly AttendanceLine[]): void {
  const seen = new Set<string>();
  for (const [index, { enrolmentId }] of lines.entries()) {
    const field = `lines[${index}].enrolmentId`;
    if (seen.has(enrolmentId))
      throw new Failure(
        'DUPLICATE_LINE',
        bilingual(`${field}：同一学员填了两次。请合并为一行。`, `${field}: this trainee is named twice. Leave one line.`),
        field,
      );
    seen.add(enrolmentId);
  }
}
