import { refuseRun } from '../refusals/course-runs.js';
import type { Refusal } from '../refusals/refusal.js';
import type { RuleBook } from '../rule-book.js';
import { type CourseRunFiling, directoryRefusals } from './course-run-filing.js';

/** When a run is started: the day that is named, and the day on which somebody names it. */
export interface StartDays {
  readonly on: string;
  readonly today: string;
}

/**
 * Every reason why an approved course run cannot start on a day; none where it can. The directory is looked at on both days: an institution suspended since the approval starts no new run, nor says afterwards
 * that it did before.
 * Source: 辽人社发〔2023〕36号, 五(一); our design, docs/decisions/0011-places-ledger.md
 */
export function startRefusals(bookOn: (day: string) => RuleBook, run: CourseRunFiling, { on, today }: StartDays): readonly Refusal[] {
  const { startsOn } = run;
  const early = on < startsOn ? [refuseRun('STARTED_EARLY', 'on', { on, startsOn })] : [];
  const ofDay = directoryRefusals(bookOn(on), run, on);
  return [...early, ...(ofDay.length > 0 ? ofDay : directoryRefusals(bookOn(today), run, today))];
}
