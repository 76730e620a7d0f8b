import { z } from 'zod';
import { notAfterClock } from '../../policy/business-day.js';
import { isIdentityNumber } from '../../policy/identity-number.js';
import { dayText, expects, listOf } from '../../policy/input.js';
import { refuseRun } from '../../policy/refusals/course-runs.js';
import type { Refusal } from '../../policy/refusals/refusal.js';
import { refuseTrainee } from '../../policy/refusals/trainees.js';
import { lockEnrolments, writeRealNames } from '../../store/enrolments.js';
import type { EnrolmentRow } from '../../store/rows/enrolment-row.js';
import { type Operation, refused } from '../acting/act.js';
import { idOf } from '../acting/fact-id.js';
import { notFound } from '../acting/not-found.js';

const EXPECTED = expects(
  '应为实名制系统给出的编号，4 至 40 个字母、数字或 -，不得是证件号码',
  'the number that the real-name register gave, 4 to 40 letters, digits or -, and no identity number',
);
const realNameNumber = z
  .string({ error: EXPECTED })
  .regex(/^[A-Za-z0-9-]{4,40}$/u, { error: EXPECTED, abort: true })
  .refine((number) => !isIdentityNumber(number.toUpperCase()), EXPECTED);

const input = z.strictObject({ lines: listOf(z.strictObject({ enrolmentId: idOf('Enrolment'), realNameNumber })), on: dayText });
type Line = z.infer<typeof input>['lines'][number];

/** How many trainees were registered on which day. */
export interface RealNameRegistration {
  readonly registered: number;
  readonly on: string;
}

const LIVE = ['ENROLLED', 'CERTIFIED'];

/**
 * Records under which numbers trainees stand in the real-name register: all of the list or none. A number that was recorded before is replaced. Only for trainees of the
 * officer's own region. Throws NOT_FOUND, BAD_USER_INPUT.
 * Source: 辽人社发〔2023〕36号, 六(一), 五(三); Q23
 */
export const registerRealName: Operation<z.infer<typeof input>, RealNameRegistration> = {
  name: 'registerRealName',
  input,
  digestible: ({ lines, on }) => ({ enrolmentIds: lines.map(({ enrolmentId }) => enrolmentId), on }),
  run: async ({ manager, reach, today }, { lines, on }) => {
    notAfterClock(on, today, 'on');
    const ids = lines.map(({ enrolmentId }) => enrolmentId);
    const found = new Map((await lockEnrolments(manager, reach, ids)).map((row) => [row.id, row]));
    const rows = ids.map((id, index) => {
      const row = found.get(id);
      if (row === undefined) throw notFound(`lines[${index}].enrolmentId`, '报名', 'enrolment');
      return row;
    });
    const refusals = lines.flatMap((line, index) => lineRefusals(line, rows[index] as EnrolmentRow, index, ids, on));
    if (refusals.length > 0) return refused(...refusals);
    await writeRealNames(manager, lines, on);
    const regions = [...new Set(rows.map(({ regionCode }) => regionCode))];
    const record = {
      region: regions.length === 1 ? (regions[0] ?? null) : null,
      subjects: ids.map((id) => ({ type: 'Enrolment', id })),
      clauses: ['LN2023-36/6.1.4'],
      amounts: { registered: `${lines.length}` },
      details: { on, regions },
    };
    return { kind: 'done', done: { registered: lines.length, on }, record };
  },
};

function lineRefusals({ enrolmentId }: Line, row: EnrolmentRow, index: number, ids: readonly string[], on: string): readonly Refusal[] {
  const field = `lines[${index}].enrolmentId`;
  const first = ids.indexOf(enrolmentId);
  if (first < index) return [refuseTrainee('TWICE_IN_LIST', field, { first: `lines[${first}]` })];
  const { status: found, enrolledOn: before } = row;
  if (!LIVE.includes(found)) return [refuseTrainee('ENROLMENT_STATUS', field, { found, expected: LIVE })];
  return on < before ? [refuseRun('NOT_BEFORE', 'on', { act: 'on', on, before })] : [];
}
