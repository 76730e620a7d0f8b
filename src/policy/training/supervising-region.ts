import { refuseRun } from '../refusals/course-runs.js';
import type { Refusal } from '../refusals/refusal.js';
import { refuseSupervision } from '../refusals/supervision.js';
import type { SupervisedRun } from './supervised-run.js';

/** The region that acts, and those that have trainees in the run. */
export interface SupervisingRegions {
  readonly regionCode: string;
  readonly traineeRegions: readonly string[];
}

/** A rejected run was none. A cancelled one may still be looked into. */
const SUPERVISED: readonly SupervisedRun['status'][] = ['FILED', 'APPROVED', 'STARTED', 'FINISHED', 'CANCELLED'];

/**
 * Why a region cannot supervise a run: a run has as many supervisors as its trainees have regions, and the region that organises it.
 * Source: 辽人社发〔2023〕36号, 五(三) (AMB-10)
 */
export function superviseRefusals(run: SupervisedRun, { regionCode: region, traineeRegions }: SupervisingRegions): readonly Refusal[] {
  if (!SUPERVISED.includes(run.status)) return [refuseRun('RUN_STATUS', 'courseRunId', { found: run.status, expected: SUPERVISED })];
  if (region === run.regionCode || traineeRegions.includes(region)) return [];
  return [refuseSupervision('NOT_SUPERVISING', 'region', { region })];
}
