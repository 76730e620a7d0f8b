import { releaseHold } from '../../ledger/places.js';
import type { CourseRunRow } from '../../store/rows/course-run-row.js';
import type { Act } from '../acting/act.js';
import { loadPlaces, movePlaces } from './move-places.js';

/**
 * Gives back what is open of a run's hold, and says how many places that were; none for a run without a hold.
 * Source: our design, docs/decisions/0011-places-ledger.md
 */
export async function releasePlaces(act: Act, run: CourseRunRow, cause: 'UNUSED' | 'CANCELLATION') {
  if (run.holdId === null) return { kind: 'released', places: 0n } as const;
  const places = await loadPlaces(act, [{ regionCode: run.regionCode, year: run.year }], [run.holdId]);
  const hold = places.book.pendings.get(run.holdId);
  if (hold === undefined) return { kind: 'released', places: 0n } as const;
  const moved = await movePlaces(act, places, releaseHold(hold, cause, act.at));
  return moved.kind === 'refused' ? moved : ({ kind: 'released', places: hold.openAmount } as const);
}
