import type { Refusal } from '../refusals/refusal.js';
import { refuseSupervision } from '../refusals/supervision.js';
import { type SupervisedRun, teachingDays } from './supervised-run.js';

/** What is said of one recording. */
export interface RecordingFacts {
  readonly heldOn: string;
  readonly sha256: string;
}

/** What the store counts of a run's recordings. */
export interface RecordingCounts {
  readonly recordings: number;
  /** days with at least one recording */
  readonly recordedDays: number;
  /** days on which the institution says that it taught */
  readonly sessionDays: number;
  /** those of them without a recording, in order */
  readonly missingDays: readonly string[];
}

/**
 * Whether a run is recorded in full: every declared session day has a recording. Null while no days are declared, for nothing says then what is missing. Videos within a
 * day are not looked into: the service keeps references and hashes only.
 * Source: 辽人社发〔2023〕36号, 五(二); our design, docs/decisions/0013-supervision.md
 */
export const isFullyRecorded = ({ sessionDays, missingDays }: RecordingCounts): boolean | null =>
  sessionDays === 0 ? null : missingDays.length === 0;

/**
 * Every reason why recordings cannot be added: a day outside the run, or a hash that the run already has, be it in this list.
 * Source: 辽人社发〔2023〕36号, 五(二)
 */
export function recordingRefusals(
  run: SupervisedRun,
  recordings: readonly RecordingFacts[],
  sessionDays: readonly string[],
  known: ReadonlySet<string>,
  today: string,
): readonly Refusal[] {
  const { first, last } = teachingDays(run, today);
  const outside = (on: string, field: string) =>
    on < first || on > last ? [refuseSupervision('DAY_OUTSIDE_RUN', field, { on, first, last })] : [];
  const seen = new Set(known);
  const ofRecordings = recordings.flatMap(({ heldOn, sha256 }, index) => {
    const isKnown = seen.has(sha256);
    seen.add(sha256);
    const duplicate = isKnown ? [refuseSupervision('RECORDING_KNOWN', `recordings[${index}].sha256`, { sha256 })] : [];
    return [...outside(heldOn, `recordings[${index}].heldOn`), ...duplicate];
  });
  return [...ofRecordings, ...sessionDays.flatMap((day, index) => outside(day, `sessionDays[${index}]`))];
}
