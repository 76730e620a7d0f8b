import { refuseRun } from '../refusals/course-runs.js';
import type { Refusal } from '../refusals/refusal.js';
import type { RuleBook } from '../rule-book.js';
import { type CourseRunFiling, directoryRefusals } from './course-run-filing.js';

/**
 * Every reason why an approved course run cannot start on a day; none where it can. The book is that of the day: an institution suspended since the approval starts
 * no new run.
 * Source: 辽人社发〔2023〕36号, 四(一)2, 五(一)
 */
export function startRefusals(book: RuleBook, run: CourseRunFiling, on: string): readonly Refusal[] {
  const { startsOn } = run;
  const early = on < startsOn ? [refuseRun('STARTED_EARLY', 'on', { on, startsOn })] : [];
  return [...early, ...directoryRefusals(book, run, on)];
}
