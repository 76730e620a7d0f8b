import { exact } from '../../money/exact.js';
import { hourUnits } from '../../money/hour-units.js';
import { sharePercent } from '../../money/percent.js';
import { formatHours } from '../../money/hours.js';
import type { Citation } from '../figure.js';
import { readingOf } from '../readings.js';
import type { Refusal } from '../refusals/refusal.js';
import { refuseSupervision } from '../refusals/supervision.js';
import type { RuleBook } from '../rule-book.js';
import { type RunHours, totalHoursOf, totalUnitsOf } from './supervised-run.js';

/** How long one trainee attended, as a decimal text of hours. */
export interface AttendanceLine {
  readonly enrolmentId: string;
  readonly attendedHours: string;
}

/** What the store sums up over the trainees of a run who have neither withdrawn nor moved to another. */
export interface AttendanceFacts {
  readonly trainees: number;
  /** of how many of them hours are recorded */
  readonly recorded: number;
  /** those hours together, and the fewest; null where none are recorded */
  readonly attendedHours: string | null;
  readonly lowestHours: string | null;
  /** how many attended less than `attendanceAlertHours` */
  readonly belowAlert: number;
}

/** The attendance of a course run. Percentages have two decimals and are for display. */
export interface AttendanceSummary {
  readonly trainees: number;
  readonly recorded: number;
  readonly averagePercent: string | null;
  readonly lowestPercent: string | null;
  readonly lowestHours: string | null;
  readonly belowAlert: number;
  readonly alertPercent: string;
  readonly citation: Citation;
}

const ALERT_SHARE = ['ALERT_SHARE', 'ATTENDANCE'] as const;

/**
 * The hours below which a trainee's attendance is pointed out, exact, as a decimal text; null where no share is in force. No money depends on it.
 * Source: 辽人社发〔2023〕36号, 五(二); Q19 (AMB-26)
 */
export function attendanceAlertHours(book: RuleBook, run: RunHours): string | null {
  const share = book.findFigure(...ALERT_SHARE)?.value ?? null;
  return share === null ? null : formatHours(exact(totalHoursOf(run)).times(exact(share)));
}

/**
 * The attendance of a run against all its hours, so that it is final only once the run is finished. Throws READING_NOT_COMPUTED where a reading of Q19 is in force that
 * makes attendance a condition, RULE_NOT_IN_FORCE.
 * Source: 辽人社发〔2023〕36号, 五(二); Q19 (AMB-26)
 */
export function attendanceSummary(book: RuleBook, run: RunHours, facts: AttendanceFacts): AttendanceSummary {
  readingOf(book, 'evidence.attendanceMin');
  const { trainees, recorded, attendedHours, lowestHours, belowAlert } = facts;
  const total = exact(totalHoursOf(run));
  const { value, citation } = book.figure(...ALERT_SHARE);
  return {
    trainees,
    recorded,
    averagePercent: attendedHours === null ? null : sharePercent(exact(attendedHours), total.times(exact(recorded))),
    lowestPercent: lowestHours === null ? null : sharePercent(exact(lowestHours), total),
    lowestHours,
    belowAlert,
    alertPercent: sharePercent(exact(value ?? ''), exact(1)),
    citation,
  };
}

/** As many refusals as an answer shows; the rest look the same. */
const SHOWN_MAX = 100;
const ATTENDING: ReadonlySet<string> = new Set(['ENROLLED', 'CERTIFIED']);

/**
 * Every reason why attendance cannot be recorded so, at most a hundred: more hours than the run has, or a trainee who has left it.
 * Source: 辽人社发〔2023〕36号, 五(二)
 */
export function attendanceRefusals(
  run: RunHours,
  lines: readonly AttendanceLine[],
  statuses: ReadonlyMap<string, string>,
): readonly Refusal[] {
  const total = totalUnitsOf(run);
  const hours = totalHoursOf(run);
  const refusals: Refusal[] = [];
  for (const [index, { enrolmentId, attendedHours: attended }] of lines.entries()) {
    if (refusals.length === SHOWN_MAX) break;
    const found = statuses.get(enrolmentId) ?? null;
    if (hourUnits(attended) > total)
      refusals.push(refuseSupervision('ATTENDANCE_EXCEEDS_RUN', `lines[${index}].attendedHours`, { attended, hours }));
    else if (found !== null && !ATTENDING.has(found))
      refusals.push(refuseSupervision('TRAINEE_LEFT', `lines[${index}].enrolmentId`, { found, expected: [...ATTENDING] }));
  }
  return refusals;
}
