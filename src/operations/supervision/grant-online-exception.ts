import { z } from 'zod';
import { notAfterClock } from '../../policy/business-day.js';
import { dayText, documentNumber, noteText, wholeNumber } from '../../policy/input.js';
import { exceptionRefusals } from '../../policy/training/online-exception.js';
import { onlineGate } from '../../policy/training/online-gate.js';
import { nextId } from '../../store/audit-log.js';
import { courseRunVersions } from '../../store/course-runs.js';
import { insertOnlineException, onlineExceptionsOf } from '../../store/online-exceptions.js';
import type { OnlineExceptionRow } from '../../store/rows/online-exception-row.js';
import { type Operation, refused } from '../acting/act.js';
import { idOf } from '../acting/fact-id.js';
import { lockedRun } from './supervised-run.js';

const VERSION_MAX = 1_000_000;
const input = z.strictObject({
  courseRunId: idOf('CourseRun'),
  version: wholeNumber(1, VERSION_MAX),
  grantedOn: dayText,
  documentNumber,
  reason: noteText,
});

/**
 * Releases the hold of a run whose online hours exceed the limit, for the share that it has now and not for more. By whom is the reading in force of Q17; never by who filed,
 * changed or approved the run. Throws NOT_FOUND, READING_NOT_COMPUTED.
 * Source: 辽人社发〔2023〕36号, 四(一); Q17 (AMB-11)
 */
export const grantOnlineException: Operation<z.infer<typeof input>, OnlineExceptionRow> = {
  name: 'grantOnlineException',
  input,
  run: async (act, { courseRunId, version, ...exception }) => {
    notAfterClock(exception.grantedOn, act.today, 'grantedOn');
    const run = await lockedRun(act, courseRunId);
    const gate = onlineGate(
      act.desk.ruleBook({ on: run.filedOn, region: run.regionCode }),
      run,
      await onlineExceptionsOf(act.manager, run.id),
    );
    const book = act.desk.ruleBook({ on: exception.grantedOn, region: run.regionCode });
    const versions = await courseRunVersions(act.manager, run.id);
    const involved = [run.filedBy, run.decidedBy ?? run.filedBy, ...versions.map(({ changedBy }) => changedBy)];
    const refusals = exceptionRefusals(book, act.actor, run, gate, involved, { version, grantedOn: exception.grantedOn });
    if (refusals.length > 0) return refused(...refusals);
    const row: OnlineExceptionRow = {
      ...exception,
      id: await nextId(act.manager, run.year),
      year: run.year,
      courseRunId: run.id,
      courseRunVersion: run.version,
      onlineHours: run.onlineHours,
      offlineHours: run.offlineHours,
      regionCode: run.regionCode,
      grantedBy: act.actor.person,
    };
    await insertOnlineException(act.manager, row);
    const record = {
      region: run.regionCode,
      subjects: [
        { type: 'CourseRun', id: run.id },
        { type: 'OnlineException', id: row.id },
      ],
      clauses: [gate.clause],
      details: { version, percent: gate.percent, grantedOn: row.grantedOn, documentNumber: row.documentNumber },
    };
    return { kind: 'done', done: row, record };
  },
};
