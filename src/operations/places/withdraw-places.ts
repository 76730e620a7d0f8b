import { countOneLess } from '../../ledger/counted-persons.js';
import { withdrawPlace } from '../../ledger/places.js';
import { invariant } from '../../money/invariant.js';
import { releasePersons } from '../../store/ledger/counted-places.js';
import type { EnrolmentRow } from '../../store/rows/enrolment-row.js';
import type { Act } from '../acting/act.js';
import { ownPlaceOf } from './counted-place.js';
import { loadPlaces, movePlaces } from './move-places.js';

/**
 * Gives the place of an enrolment back, unless it still counts another enrolment of the person; says whether it fell free. A market enrolment has none.
 * Source: our design, docs/decisions/0011-places-ledger.md; Q47
 */
export async function withdrawPlaces(act: Act, enrolment: EnrolmentRow): Promise<boolean> {
  if (enrolment.fundingMode === 'MARKET') return false;
  const { id: enrolmentId, courseRunId, regionCode, year } = enrolment;
  const pool = { regionCode, year };
  const { book: before } = await loadPlaces(act, [pool], []);
  const { place, named, book } = await ownPlaceOf(act.manager, before, pool, { ...enrolment, enrolmentId });
  const { isLast } = countOneLess(place);
  const moved = await movePlaces(act, { book, year }, withdrawPlace({ named, courseRunId, enrolmentId, isLast }));
  invariant(moved.kind === 'moved', 'a named place can be given back');
  await releasePersons(act.manager, [place]);
  return isLast;
}
