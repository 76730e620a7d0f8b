import { z } from 'zod';
import { notAfterClock } from '../../policy/business-day.js';
import { dayText, expects, flag, listOf, MAX_LIST, optional } from '../../policy/input.js';
import { recordingReference } from '../../policy/training/recording-reference.js';
import { recordingRefusals } from '../../policy/training/recordings.js';
import { insertRecordings, knownHashes, replaceSessionDays } from '../../store/recordings.js';
import type { CourseRunRow } from '../../store/rows/course-run-row.js';
import { type Operation, refused } from '../acting/act.js';
import { idOf } from '../acting/fact-id.js';
import { supervisedRun } from './supervised-run.js';

const SHA256 = expects('应为 64 位小写十六进制的 SHA-256', 'a SHA-256 as 64 hexadecimal digits in lower case');
const recording = z.strictObject({
  heldOn: dayText,
  isOnline: flag,
  reference: recordingReference,
  sha256: z.string({ error: SHA256 }).regex(/^[0-9a-f]{64}$/u, SHA256),
});
const input = z
  .strictObject({ courseRunId: idOf('CourseRun'), recordings: listOf(recording, MAX_LIST, 0), sessionDays: optional(listOf(dayText)) })
  .refine(({ recordings, sessionDays }) => recordings.length > 0 || sessionDays !== null, {
    path: ['recordings'],
    error: expects('recordings 与 sessionDays 至少填一项', 'recordings, sessionDays or both'),
  });

/**
 * Adds recordings of a run by reference and hash, and says on which days it was taught; days given replace those given before. The videos stay where they are: how long is
 * Q20, recorded for people. Throws NOT_FOUND, BAD_USER_INPUT.
 * Source: 辽人社发〔2023〕36号, 五(二)
 */
export const addRecordings: Operation<z.infer<typeof input>, CourseRunRow> = {
  name: 'addRecordings',
  input,
  run: async (act, { courseRunId, recordings, sessionDays }) => {
    for (const [index, { heldOn }] of recordings.entries()) notAfterClock(heldOn, act.today, `recordings[${index}].heldOn`);
    const found = await supervisedRun(act, courseRunId, ['STARTED', 'FINISHED']);
    if (found.kind === 'refused') return found;
    const { run } = found;
    const known = await knownHashes(
      act.manager,
      run.id,
      recordings.map(({ sha256 }) => sha256),
    );
    const refusals = recordingRefusals(run, recordings, sessionDays ?? [], known, act.today);
    if (refusals.length > 0) return refused(...refusals);
    await insertRecordings(
      act.manager,
      run.id,
      recordings.map((added) => ({ ...added, recordedBy: act.actor.person })),
    );
    if (sessionDays !== null) await replaceSessionDays(act.manager, run.id, sessionDays);
    const record = {
      region: run.regionCode,
      subjects: [{ type: 'CourseRun', id: run.id }],
      clauses: ['LN2023-36/5.2.2'],
      details: { sha256: recordings.map(({ sha256 }) => sha256), sessionDays },
    };
    return { kind: 'done', done: run, record };
  },
};
