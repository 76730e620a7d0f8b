import type { EntityManager } from 'typeorm';
import { countedBy, type CountedPlace } from '../../ledger/counted-persons.js';
import type { LedgerBook } from '../../ledger/ledger-book.js';
import type { Pool } from '../../ledger/place-accounts.js';
import type { PendingTransfer } from '../../ledger/transfer.js';
import { invariant } from '../../money/invariant.js';
import { countedName, lockCounted } from '../../store/ledger/counted-places.js';
import { lockPending } from '../../store/ledger/lock-pending.js';
import type { PlaceSubject } from './name-places.js';

/** A named place that counts an enrolment, with the ledger that knows the transfer which named it. */
export interface OwnPlace {
  readonly place: CountedPlace;
  readonly named: PendingTransfer;
  readonly book: LedgerBook;
}

/**
 * The place that counts an enrolment in a pool, locked: that of the enrolment itself where each counted by itself when it was named, else that of its person. One that
 * does not exist is a bug. After the accounts of the pool.
 * Source: our design, docs/decisions/0011-places-ledger.md; Q47
 */
export async function ownPlaceOf(manager: EntityManager, before: LedgerBook, pool: Pool, subject: PlaceSubject): Promise<OwnPlace> {
  const keys = (['CERTIFICATES', 'DISTINCT_PERSONS'] as const).map((unit) => ({ ...pool, counted: countedBy(unit, subject) }));
  const counted = await lockCounted(manager, keys);
  const place = keys.map((key) => counted.get(countedName(key))).find((one) => one !== undefined);
  invariant(place !== undefined, `no place of ${pool.regionCode} in ${pool.year} counts enrolment ${subject.enrolmentId}`);
  const [named] = await lockPending(manager, [place.transferId]);
  invariant(named !== undefined, `transfer ${place.transferId} names a place`);
  return { place, named, book: { ...before, pendings: new Map([...before.pendings, [named.id, named]]) } };
}
