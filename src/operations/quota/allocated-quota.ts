import { type Pool, poolAccounts, quotaAccount, sourceAccount } from '../../ledger/place-accounts.js';
import { allocatePlaces, expireHolds } from '../../ledger/places.js';
import type { TransferRequest } from '../../ledger/transfer.js';
import type { LedgerBook } from '../../ledger/ledger-book.js';
import { type BookRequest, loadBook } from '../../store/ledger/load-book.js';
import { type BookedQuota, bookedQuota, insertQuotaChanges, NOTHING_BOOKED } from '../../store/quota-changes.js';
import type { Act } from '../acting/act.js';
import { annexPlaces, targetAccounts } from './quota-year.js';

/** The act that touches places of one year. */
type PlacesAct = Pick<Act, 'manager' | 'desk' | 'at' | 'entryId'>;

/** The ledger as an act on some pools finds it. */
export interface AllocatedQuota {
  readonly book: LedgerBook;
  /** to be applied before the requests of the act: what Annex 7 still gives or takes back, and holds whose time is over */
  readonly opening: readonly TransferRequest[];
  /** places that each region of the pools has once the opening is applied */
  readonly allocated: ReadonlyMap<string, number>;
}

/**
 * Loads the accounts of pools of one year for an act, locked until the transaction ends, with Annex 7 booked in them. Whoever touches a pool first gives it its
 * places; a later version of the annex is booked as the difference at the next touch, and where it would take away what is reserved the ledger refuses the
 * batch (INSUFFICIENT). Safe for any number of callers: what is due is read again under the lock of the pool's own account. Pools must be of one year.
 * Call it once in a transaction, before any other lock of the ledger, with all that the act will touch besides. Throws RULE_NOT_IN_FORCE.
 * Source: 辽人社发〔2023〕36号, 附件7; our design, docs/decisions/0016-two-persons.md
 */
export async function allocatedQuota(act: PlacesAct, pools: readonly Pool[], besides: BookRequest): Promise<AllocatedQuota> {
  const { manager, desk, at } = act;
  const [{ year } = { year: 0 }] = pools;
  const annex = annexPlaces(desk, year);
  const dueIn = (booked: ReadonlyMap<string, BookedQuota>) => pools.flatMap((pool) => dueOf(pool, annex, booked) ?? []);
  const isOpening = dueIn(await bookedQuota(manager, year)).length > 0;
  const book = await loadBook(manager, {
    ...besides,
    accounts: [...besides.accounts, ...pools.flatMap(poolAccounts), ...(isOpening ? [sourceAccount(year)] : [])],
    targets: [...(besides.targets ?? []), ...targetAccounts(desk, pools)],
    expiredOutOf: { debits: pools.map(quotaAccount), at },
  });
  const booked = await bookedQuota(manager, year);
  const due = isOpening ? dueIn(booked) : [];
  await enter(act, due);
  const changes = new Map(due.map(({ pool, places }) => [pool.regionCode, places]));
  return {
    book,
    opening: [...due.flatMap(transfersOf), ...expireHolds(othersOf(book, besides), at)],
    allocated: new Map(
      pools.map(({ regionCode }) => [regionCode, (booked.get(regionCode)?.allocated ?? 0) + (changes.get(regionCode) ?? 0)]),
    ),
  };
}

/** The pending transfers that came with the accounts: those that the act asked for are its own business. */
const othersOf = ({ pendings }: LedgerBook, { pendings: asked = [] }: BookRequest) =>
  [...pendings.values()].filter(({ id }) => !asked.includes(id));

/** What Annex 7 gives a pool (above zero) or takes back from it (below zero) beyond what is booked. */
interface Due {
  readonly pool: Pool;
  readonly places: number;
  readonly before: number;
}

function dueOf(pool: Pool, annex: ReadonlyMap<string, number>, booked: ReadonlyMap<string, BookedQuota>): Due | null {
  const { allocated, byAnnex } = booked.get(pool.regionCode) ?? NOTHING_BOOKED;
  const places = (annex.get(pool.regionCode) ?? 0) - byAnnex;
  return places === 0 ? null : { pool, places, before: allocated };
}

const transfersOf = ({ pool, places }: Due): readonly TransferRequest[] =>
  places > 0
    ? allocatePlaces(pool, BigInt(places))
    : allocatePlaces(pool, BigInt(-places)).map((given) => ({ ...given, ...reversed(pool) }));

/** The way back of an allocation: from the region to the province. */
const reversed = (pool: Pool) => ({ debit: quotaAccount(pool), credit: sourceAccount(pool.year) });

/** What would go below zero is not written: the ledger refuses the whole act for it. */
const enter = ({ manager, at, entryId }: PlacesAct, due: readonly Due[]): Promise<void> =>
  insertQuotaChanges(
    manager,
    due
      .filter(({ places, before }) => before + places >= 0)
      .map(({ pool: { year, regionCode }, places, before }) => ({
        year,
        regionCode,
        cause: 'ALLOCATION',
        places,
        placesBefore: before,
        placesAfter: before + places,
        proposalId: null,
        entryId,
        at,
      })),
  );
