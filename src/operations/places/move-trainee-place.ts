import { countOneLess } from '../../ledger/counted-persons.js';
import { type Pool, quotaAccount } from '../../ledger/place-accounts.js';
import { movePlace } from '../../ledger/places.js';
import type { Refusal } from '../../policy/refusals/refusal.js';
import { countPersons, releasePersons, renameCounted } from '../../store/ledger/counted-places.js';
import type { CourseRunRow } from '../../store/rows/course-run-row.js';
import type { EnrolmentRow } from '../../store/rows/enrolment-row.js';
import type { Act } from '../acting/act.js';
import { type OwnPlace, ownPlaceOf } from './counted-place.js';
import { movePlaces } from './move-places.js';
import { type CountingBook, countedKeyOf, holdOf, lockPlaces, seekersOf } from './name-places.js';

/** Where a trainee goes: to another run, or to another region in the same one, within a year. */
export interface PlaceMove {
  readonly enrolment: EnrolmentRow;
  readonly run: CourseRunRow;
  readonly regionCode: string;
  /** the enrolment that goes on; the same one for another region */
  readonly enrolmentId: string;
}

/**
 * Moves the place of an enrolment. Within a region it goes along, and a place that the other run holds is given back; else one is given back there and taken here.
 * Gives the refusal where there is none here; null when it is done, and for a market enrolment, which has none.
 * Source: our design, docs/decisions/0011-places-ledger.md; 辽人社发〔2023〕36号, 五(三), 附件7; Q47
 */
export async function moveTraineePlace(act: Act, move: PlaceMove): Promise<Refusal | null> {
  const { enrolment, run } = move;
  if (enrolment.fundingMode === 'MARKET') return null;
  const from: Pool = { regionCode: enrolment.regionCode, year: enrolment.year };
  const to: Pool = { regionCode: move.regionCode, year: run.year };
  const places = await lockPlaces(act, isSame(from, to) ? [from] : [from, to], run.holdId === null ? [] : [run.holdId]);
  const own = await ownPlaceOf(act.manager, places.book, from, { ...enrolment, enrolmentId: enrolment.id });
  const requests = await requestsOf(act, places, own, move, from, to);
  const moved = await movePlaces(act, { ...places, book: own.book }, requests);
  if (moved.kind === 'refused') return moved.refusal;
  const naming = moved.transfers.find(({ kind, enrolmentId }) => kind === 'PENDING' && enrolmentId === move.enrolmentId)?.id ?? null;
  await recount(act, places, own, move, isSame(from, to) ? null : to, naming);
  return null;
}

const isSame = (one: Pool, other: Pool): boolean => quotaAccount(one) === quotaAccount(other);

async function requestsOf(
  { manager, at }: Act,
  { book, unit }: CountingBook,
  { place, named }: OwnPlace,
  { enrolment, run, regionCode, enrolmentId }: PlaceMove,
  from: Pool,
  to: Pool,
) {
  const [seeker] = await seekersOf(manager, unit, to.year, [{ regionCode, personId: enrolment.personId, enrolmentId }]);
  const hold = holdOf(book, run);
  const { isLast } = isSame(from, to) ? { isLast: false } : countOneLess(place);
  return movePlace(
    { named, courseRunId: enrolment.courseRunId, enrolmentId: enrolment.id, isLast },
    from,
    {
      pool: to,
      hold: hold?.debit === quotaAccount(to) ? hold : null,
      courseRunId: run.id,
      enrolmentId,
      isCounted: seeker?.isCounted === true,
    },
    at,
  );
}

/**
 * Within a pool (null) the same place counts, under the name of the enrolment that goes on where each counts by itself; else one enrolment fewer is counted there and
 * one more here.
 */
async function recount(
  { manager }: Act,
  { unit }: CountingBook,
  { place }: OwnPlace,
  { enrolment, regionCode, enrolmentId }: PlaceMove,
  to: Pool | null,
  transferId: string | null,
): Promise<void> {
  if (to === null) {
    const counted = `enrolment/${enrolmentId}`;
    if (place.counted.startsWith('enrolment/') && place.counted !== counted) await renameCounted(manager, place, counted);
    return;
  }
  await releasePersons(manager, [place]);
  await countPersons(manager, [{ ...countedKeyOf(unit, to.year, { regionCode, personId: enrolment.personId, enrolmentId }), transferId }]);
}
