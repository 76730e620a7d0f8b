import { readingOf } from '../readings.js';
import { refuseRun } from '../refusals/course-runs.js';
import type { Refusal } from '../refusals/refusal.js';
import { refuseSupervision } from '../refusals/supervision.js';
import type { RuleBook } from '../rule-book.js';
import type { SupervisedRun } from './supervised-run.js';
import { superviseRefusals, type SupervisingRegions } from './supervising-region.js';

/** How a run can be inspected. Source: 辽人社发〔2023〕36号, 五(三) */
export const INSPECTION_METHODS = ['FILE_REVIEW', 'ON_SITE', 'GEOFENCE', 'LOCATION_CHECK_IN'] as const;
export type InspectionMethod = (typeof INSPECTION_METHODS)[number];

/** What a city looks at. Source: 辽人社发〔2023〕36号, 五(一) */
export const CONTROL_POINTS = ['QUALIFICATION', 'RECRUITMENT', 'PROCESS', 'PAYMENT'] as const;
export type ControlPoint = (typeof CONTROL_POINTS)[number];

export const CONTROL_RESULTS = ['PASS', 'FAIL', 'NOT_CHECKED'] as const;
export type ControlResult = (typeof CONTROL_RESULTS)[number];

/** What came of one control point. */
export interface ControlPointResult {
  readonly point: ControlPoint;
  readonly result: ControlResult;
  readonly note: string | null;
}

/** An inspection as it is reported. */
export interface InspectionFacts {
  readonly method: InspectionMethod;
  readonly heldOn: string;
  readonly points: readonly ControlPointResult[];
  readonly documentNumber: string | null;
}

const REMOTE: readonly InspectionMethod[] = ['GEOFENCE', 'LOCATION_CHECK_IN'];

/**
 * Every reason why an inspection cannot be recorded so. Remote monitoring keeps results and time only: where somebody was is nobody's business afterwards. Throws
 * READING_NOT_COMPUTED where a reading of Q94 is in force that keeps more.
 * Source: 辽人社发〔2023〕36号, 五(一), 五(三); Q94
 */
export function inspectionRefusals(
  book: RuleBook,
  run: SupervisedRun,
  regions: SupervisingRegions,
  inspection: InspectionFacts,
): readonly Refusal[] {
  const { method, heldOn, points, documentNumber } = inspection;
  const refusals = [...superviseRefusals(run, regions)];
  readingOf(book, 'privacy.location');
  if (REMOTE.includes(method) && (documentNumber !== null || points.some(({ note }) => note !== null)))
    refusals.push(refuseSupervision('REMOTE_RESULT_ONLY', 'method', { method }));
  if (points.every(({ result }) => result === 'NOT_CHECKED')) refusals.push(refuseSupervision('NOTHING_CHECKED', 'points'));
  if (heldOn < run.filedOn) refusals.push(refuseRun('NOT_BEFORE', 'heldOn', { act: 'heldOn', on: heldOn, before: run.filedOn }));
  return refusals;
}
