import { z } from 'zod';
import { notAfterClock } from '../../policy/business-day.js';
import { dayText, documentNumber, expects, nameText, noteText, optional } from '../../policy/input.js';
import { regionOf } from '../../policy/regions.js';
import { CONTROL_POINTS, CONTROL_RESULTS, INSPECTION_METHODS, inspectionRefusals } from '../../policy/training/inspection.js';
import { nextId } from '../../store/audit-log.js';
import { insertInspection, traineeRegionsOf } from '../../store/inspections.js';
import type { InspectionRow } from '../../store/rows/inspection-row.js';
import { type Operation, refused } from '../acting/act.js';
import { idOf } from '../acting/fact-id.js';
import { requireRegion } from '../acting/require-reach.js';
import { lockedRun } from './supervised-run.js';

const oneOf = <const Codes extends readonly [string, ...string[]]>(codes: Codes) =>
  z.enum(codes, { error: expects(`应为 ${codes.join('、')} 之一`, `one of ${codes.join(', ')}`) });
const TIME = expects('应为时刻，如 14:30', 'a time of day, such as 14:30');
const FOUR = expects('应为四项重点各一次', 'each of the four control points once');

const point = z.strictObject({ point: oneOf(CONTROL_POINTS), result: oneOf(CONTROL_RESULTS), note: optional(noteText) });
const input = z.strictObject({
  courseRunId: idOf('CourseRun'),
  region: nameText,
  method: oneOf(INSPECTION_METHODS),
  heldOn: dayText,
  timeOfDay: optional(z.string({ error: TIME }).regex(/^([01]\d|2[0-3]):[0-5]\d$/u, TIME)),
  points: z
    .array(point, { error: FOUR })
    .length(CONTROL_POINTS.length, FOUR)
    .refine((points) => new Set(points.map(({ point: name }) => name)).size === CONTROL_POINTS.length, FOUR),
  documentNumber: optional(documentNumber),
});

/**
 * Records an inspection of a run by a region that supervises it. Nobody is named but the officer who records it. Throws NOT_FOUND, UNKNOWN_REGION, FORBIDDEN,
 * READING_NOT_COMPUTED.
 * Source: 辽人社发〔2023〕36号, 五(一), 五(三); Q94
 */
export const recordInspection: Operation<z.infer<typeof input>, InspectionRow> = {
  name: 'recordInspection',
  input,
  run: async (act, { courseRunId, region, ...inspection }) => {
    notAfterClock(inspection.heldOn, act.today, 'heldOn');
    const regionCode = requireRegion(act.reach, regionOf(act.desk.ruleBook({ on: inspection.heldOn }), region, 'region').code, 'region');
    const run = await lockedRun(act, courseRunId);
    const traineeRegions = await traineeRegionsOf(act.manager, run.id);
    const book = act.desk.ruleBook({ on: inspection.heldOn, region: regionCode });
    const refusals = inspectionRefusals(book, run, { regionCode, traineeRegions }, inspection);
    if (refusals.length > 0) return refused(...refusals);
    const { id: runId, year } = run;
    const row: InspectionRow = {
      ...inspection,
      id: await nextId(act.manager, year),
      year,
      courseRunId: runId,
      regionCode,
      recordedBy: act.actor.person,
    };
    await insertInspection(act.manager, row);
    const results = Object.fromEntries(row.points.map(({ point: name, result }) => [name, result]));
    const record = {
      region: regionCode,
      subjects: [
        { type: 'CourseRun', id: runId },
        { type: 'Inspection', id: row.id },
      ],
      clauses: ['LN2023-36/5.1.1', 'LN2023-36/5.3.2'],
      details: { method: row.method, heldOn: row.heldOn, results, documentNumber: row.documentNumber },
    };
    return { kind: 'done', done: row, record };
  },
};
