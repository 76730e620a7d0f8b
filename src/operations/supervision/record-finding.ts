import { z } from 'zod';
import { notAfterClock } from '../../policy/business-day.js';
import { dayText, documentNumber, expects, nameText, noteText, optional } from '../../policy/input.js';
import { regionOf } from '../../policy/regions.js';
import { FINDING_SCOPES, findingRefusals } from '../../policy/training/finding.js';
import { refuseTrainee } from '../../policy/refusals/trainees.js';
import { namesPerson } from '../../policy/training/trainee-name.js';
import { nextId } from '../../store/audit-log.js';
import { hasFinding, insertFinding, traineeOf } from '../../store/findings.js';
import { namesWithin } from '../../store/run-names.js';
import { traineeRegionsOf } from '../../store/inspections.js';
import type { CourseRunRow } from '../../store/rows/course-run-row.js';
import type { FindingRow } from '../../store/rows/finding-row.js';
import { type Act, type Operation, refused } from '../acting/act.js';
import { idOf } from '../acting/fact-id.js';
import { notFound } from '../acting/not-found.js';
import { requireRegion } from '../acting/require-reach.js';
import { lockedRun } from './supervised-run.js';

const input = z
  .strictObject({
    courseRunId: idOf('CourseRun'),
    region: nameText,
    scope: z.enum(FINDING_SCOPES, { error: expects('应为 PERSON 或 CLASS', 'PERSON or CLASS') }),
    enrolmentId: optional(idOf('Enrolment')),
    documentNumber,
    decidedOn: dayText,
    text: noteText,
  })
  .refine(({ scope, enrolmentId }) => (scope === 'PERSON') === (enrolmentId !== null), {
    path: ['enrolmentId'],
    error: expects('PERSON 须填 enrolmentId，CLASS 不填', 'an enrolmentId for PERSON, none for CLASS'),
  });

/**
 * Records the decision that a trainee or a class is in violation; nothing is paid for them while it stands. By whom is the reading in force of Q44: the region that
 * supervises, which for a trainee is the trainee's own. Throws NOT_FOUND, UNKNOWN_REGION, FORBIDDEN, READING_NOT_COMPUTED.
 * Source: 辽人社发〔2023〕36号, 五(一), 五(三); Q44; our design, docs/decisions/0013-supervision.md
 */
export const recordFinding: Operation<z.infer<typeof input>, FindingRow> = {
  name: 'recordFinding',
  input,
  run: async (act, { courseRunId, region, ...finding }) => {
    notAfterClock(finding.decidedOn, act.today, 'decidedOn');
    const regionCode = requireRegion(act.reach, regionOf(act.desk.ruleBook({ on: finding.decidedOn }), region, 'region').code, 'region');
    const run = await lockedRun(act, courseRunId);
    const row: FindingRow = {
      ...finding,
      ...STANDING,
      id: await nextId(act.manager, run.year),
      year: run.year,
      courseRunId: run.id,
      regionCode,
      recordedBy: act.actor.person,
    };
    const refusals = await refusalsOf(act, run, row);
    if (refusals.length > 0) return refused(...refusals);
    await insertFinding(act.manager, row);
    const record = {
      region: regionCode,
      subjects: subjectsOf(row),
      clauses: ['LN2023-36/5.1.3'],
      details: { scope: row.scope, documentNumber: row.documentNumber, decidedOn: row.decidedOn },
    };
    return { kind: 'done', done: row, record };
  },
};

const STANDING = { liftedOn: null, liftedBy: null, liftingDocument: null } as const;

async function refusalsOf({ manager, actor, desk, keys }: Act, run: CourseRunRow, row: FindingRow) {
  const { regionCode, enrolmentId, decidedOn, documentNumber: document } = row;
  const trainee = enrolmentId === null ? null : await traineeOf(manager, run.id, enrolmentId);
  if (enrolmentId !== null && trainee === null) throw notFound('enrolmentId', '本班学员', 'trainee of this run');
  const traineeRegions = await traineeRegionsOf(manager, run.id);
  const isKnown = await hasFinding(manager, row);
  const report = { regionCode, traineeRegions, decidedOn, documentNumber: document, traineeRegion: trainee?.regionCode ?? null, isKnown };
  const refusals = findingRefusals(desk.ruleBook({ on: decidedOn, region: regionCode }), actor, run, report);
  // Whoever may not find this violation learns nothing of a name either.
  if (refusals.length > 0) return refusals;
  const names = await namesWithin(manager, keys, { run, regionCode, enrolmentId });
  return names.some((name) => namesPerson(row.text, name)) ? [refuseTrainee('REASON_NAMES_PERSON', 'text')] : [];
}

/** What an entry about a finding is about: the run, the finding, and the trainee where it is on one. */
export const subjectsOf = ({ id, courseRunId, enrolmentId }: FindingRow) => [
  { type: 'CourseRun', id: courseRunId },
  { type: 'Finding', id },
  ...(enrolmentId === null ? [] : [{ type: 'Enrolment', id: enrolmentId }]),
];
