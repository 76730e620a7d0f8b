import { refuseRun } from '../refusals/course-runs.js';
import type { Refusal } from '../refusals/refusal.js';
import { refuseTrainee } from '../refusals/trainees.js';

/** What of a run must be the same in the run that a trainee moves to. */
export interface RunKind {
  readonly institutionCode: string;
  readonly occupationCode: string;
  readonly track: string | null;
  readonly level: string;
  readonly fundingMode: string;
  readonly year: number;
}

/** The run that a trainee moves to. */
export interface TransferTarget extends RunKind {
  readonly id: string;
  readonly status: string;
  readonly decidedOn: string | null;
}

const PARTS = ['institutionCode', 'occupationCode', 'track', 'level', 'fundingMode', 'year'] as const;

/**
 * Why a trainee cannot move from one run to another on a day; none where they can. Both are of one institution, occupation, track, level,
 * funding and year.
 * Source: 辽人社发〔2023〕36号, 四(一)
 */
export function transferRefusals(from: RunKind & { readonly id: string }, to: TransferTarget, on: string): readonly Refusal[] {
  if (from.id === to.id) return [refuseTrainee('SAME_RUN', 'toCourseRunId')];
  const refusals: Refusal[] = [];
  const parts = PARTS.filter((part) => from[part] !== to[part]);
  if (parts.length > 0) refusals.push(refuseTrainee('RUN_DIFFERS', 'toCourseRunId', { parts }));
  const expected = ['APPROVED', 'STARTED'];
  if (!expected.includes(to.status)) refusals.push(refuseRun('RUN_STATUS', 'toCourseRunId', { found: to.status, expected }));
  if (to.decidedOn !== null && on < to.decidedOn) refusals.push(refuseRun('NOT_BEFORE', 'on', { act: 'on', on, before: to.decidedOn }));
  return refusals;
}
