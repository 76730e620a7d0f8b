import type { z } from 'zod';
import { freeKeys, updateEnrolment } from '../../store/enrolments.js';
import type { EnrolmentRow } from '../../store/rows/enrolment-row.js';
import { type Operation, refused } from '../acting/act.js';
import { withdrawPlaces } from '../places/withdraw-places.js';
import { readyTrainee, traineeAct, traineeSubjects } from './trainee-act.js';

/**
 * Takes a trainee off the roster: the place falls free unless it counts the person by another enrolment, and the person may be enrolled again. Not after the level
 * certificate. Throws NOT_FOUND, BAD_USER_INPUT.
 * Source: 辽人社发〔2023〕36号, 六(一); our design, docs/decisions/0011-places-ledger.md
 */
export const withdrawTrainee: Operation<z.infer<typeof traineeAct>, EnrolmentRow> = {
  name: 'withdrawTrainee',
  input: traineeAct,
  run: async (act, input) => {
    const ready = await readyTrainee(act, input, ['ENROLLED']);
    if (ready.kind === 'refused') return refused(...ready.refusals);
    const { enrolment } = ready;
    const isFreed = await withdrawPlaces(act, enrolment);
    const changes = { status: 'WITHDRAWN', endedOn: input.on, endReason: input.reason } as const;
    await updateEnrolment(act.manager, enrolment.id, changes);
    await freeKeys(act.manager, enrolment);
    const record = {
      region: enrolment.regionCode,
      subjects: traineeSubjects(enrolment),
      clauses: ['LN2023-36/6.1.4'],
      amounts: { placesFreed: isFreed ? '1' : '0' },
      details: { on: input.on },
    };
    return { kind: 'done', done: { ...enrolment, ...changes }, record };
  },
};
