import { yearOf } from '../calendar-day.js';
import { refuseRun } from '../refusals/course-runs.js';
import type { Refusal } from '../refusals/refusal.js';

/** What a change of a course run is judged by. */
export interface ChangingRun {
  readonly status: string;
  readonly startsOn: string;
  readonly startedOn: string | null;
  readonly places: number;
}

/**
 * Every reason why a run cannot be changed so beside what any filing is refused for. Once it is approved it keeps its year, gets no first day that has passed and no more places than were approved, or than
 * trainees are in it already; once it has started its first day stays; and places never fall below the roster.
 * Source: our design, docs/decisions/0011-places-ledger.md
 */
export function changeRefusals(
  run: ChangingRun,
  { startsOn, places: asked }: Pick<ChangingRun, 'startsOn' | 'places'>,
  { today, taken }: { readonly today: string; readonly taken: number },
): readonly Refusal[] {
  const isMoved = startsOn !== run.startsOn;
  const isApproved = run.status !== 'FILED';
  const refusals: Refusal[] = [];
  if (isMoved && run.startedOn !== null)
    refusals.push(refuseRun('RUN_STATUS', 'startsOn', { found: run.status, expected: ['FILED', 'APPROVED'] }));
  if (isMoved && run.status === 'APPROVED' && startsOn < today)
    refusals.push(refuseRun('FIRST_DAY_PASSED', 'startsOn', { startsOn, today }));
  if (isMoved && isApproved && yearOf(startsOn) !== yearOf(run.startsOn))
    refusals.push(refuseRun('YEAR_NEEDS_APPROVAL', 'startsOn', { startsOn, year: yearOf(run.startsOn) }));
  const most = Math.max(run.places, taken);
  if (isApproved && asked > most) refusals.push(refuseRun('PLACES_NEED_APPROVAL', 'places', { asked, available: most }));
  if (asked < taken && asked < run.places) refusals.push(refuseRun('PLACES_BELOW_ROSTER', 'places', { taken, asked, available: taken }));
  return refusals;
}
