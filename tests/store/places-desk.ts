import type { DataSource, EntityManager } from 'typeorm';

import { applyTransfers } from '../../src/ledger/apply-transfers.js';
import { countAsUsed, countedBy, type CountedPlace, countOneLess, countOneMore } from '../../src/ledger/counted-persons.js';
import type { LedgerBook } from '../../src/ledger/ledger-book.js';
import { type Pool, poolAccounts, quotaAccount, sourceAccount } from '../../src/ledger/place-accounts.js';
import {
  adjustPlaces,
  allocatePlaces,
  certifyPlace,
  expireHolds,
  holdPlaces,
  movePlace,
  namePlace,
  releaseHold,
  withdrawPlace,
} from '../../src/ledger/places.js';
import type { Transfer, TransferRequest } from '../../src/ledger/transfer.js';
import {
  type CountedKey,
  countedName,
  countPersons,
  lockCounted,
  releasePersons,
  usePersons,
} from '../../src/store/ledger/counted-places.js';
import { type BookRequest, loadBook } from '../../src/store/ledger/load-book.js';
import { lockPending } from '../../src/store/ledger/lock-pending.js';
import { saveTransfers } from '../../src/store/ledger/save-transfers.js';

/** The ledger with the counted places that an act names, and the transfers that named them. */
interface LoadedBook extends LedgerBook {
  readonly counted: ReadonlyMap<string, CountedPlace>;
}

const load = async (manager: EntityManager, counted: readonly CountedKey[], request: BookRequest): Promise<LoadedBook> => {
  const book = await loadBook(manager, request);
  const places = await lockCounted(manager, counted);
  const named = await lockPending(
    manager,
    [...places.values()].map(({ transferId }) => transferId),
  );
  return { ...book, counted: places, pendings: new Map([...book.pendings, ...named.map((one) => [one.id, one] as const)]) };
};

/** A course run as far as places go. */
export interface Run {
  readonly id: string;
  readonly pool: Pool;
  readonly hold: string | null;
}

/** An enrolment as far as places go. */
export interface Enrolled {
  readonly id: string;
  readonly person: string;
  readonly run: Run;
}

/** What an act has written, or the code of its refusal. */
export type Written = readonly Transfer[] | string;

const keyOf = (pool: Pool, person: string): CountedKey => ({
  ...pool,
  counted: countedBy('DISTINCT_PERSONS', { personId: person, enrolmentId: '' }),
});

/** The acts on places as operations do them: load under locks, decide, save, in one transaction each. */
export class PlacesDesk {
  constructor(
    private readonly dataSource: DataSource,
    private readonly targets: readonly Pool[] = [],
  ) {}

  allocate(pool: Pool, places: bigint, at: string): Promise<Written> {
    return this.act({ accounts: [sourceAccount(pool.year), quotaAccount(pool)] }, at, () => allocatePlaces(pool, places));
  }

  adjust(year: number, fromRegion: string | null, toRegion: string | null, places: bigint, at: string): Promise<Written> {
    const accounts = [fromRegion, toRegion].map((regionCode) =>
      regionCode === null ? sourceAccount(year) : quotaAccount({ regionCode, year }),
    );
    return this.act({ accounts }, at, () => adjustPlaces({ year, fromRegion, toRegion, places }));
  }

  /** Expires what is due in the pool first, so that its places can be held anew. */
  hold(pool: Pool, runId: string, places: bigint, expiresAt: string | null, at: string): Promise<Written> {
    const request = { accounts: poolAccounts(pool), expiredOutOf: { debits: [quotaAccount(pool)], at } };
    return this.act(request, at, (book) => [
      ...expireHolds([...book.pendings.values()], at),
      ...holdPlaces(pool, places, runId, expiresAt),
    ]);
  }

  release(run: Run, at: string): Promise<Written> {
    return this.act({ accounts: poolAccounts(run.pool), ...holdOf(run) }, at, (book) =>
      [...book.pendings.values()].flatMap((hold) => releaseHold(hold, 'UNUSED', at)),
    );
  }

  enrol({ id, person, run }: Enrolled, at: string): Promise<Written> {
    const key = keyOf(run.pool, person);
    const request = { accounts: poolAccounts(run.pool), ...holdOf(run), counted: [key] };
    return this.act(
      request,
      at,
      (book) => {
        const { isCounted } = countOneMore(book.counted.get(countedName(key)) ?? null);
        const hold = book.pendings.get(run.hold ?? '') ?? null;
        return namePlace({ pool: run.pool, hold, courseRunId: run.id, enrolmentId: id, isCounted }, at);
      },
      (manager, transfers) => countPersons(manager, [{ ...key, transferId: namingOf(transfers) }]),
    );
  }

  withdraw({ id, person, run }: Enrolled, at: string): Promise<Written> {
    const key = keyOf(run.pool, person);
    return this.act(
      { accounts: poolAccounts(run.pool), counted: [key] },
      at,
      (loaded) => {
        const { named, place } = namedOf(loaded, key);
        return withdrawPlace({ named, courseRunId: run.id, enrolmentId: id, isLast: countOneLess(place).isLast });
      },
      (manager) => releasePersons(manager, [key]),
    );
  }

  certify({ id, person, run }: Enrolled, at: string): Promise<Written> {
    const key = keyOf(run.pool, person);
    let isFirst = false;
    return this.act(
      { accounts: poolAccounts(run.pool), counted: [key] },
      at,
      (loaded) => {
        const { named, place } = namedOf(loaded, key);
        isFirst = countAsUsed(place).isFirst;
        return certifyPlace({ named, courseRunId: run.id, enrolmentId: id, isFirst });
      },
      (manager) => usePersons(manager, isFirst ? [key] : []),
    );
  }

  /** Between two pools; within one there is nothing to count. */
  move(from: Enrolled, to: Enrolled, at: string): Promise<Written> {
    const [left, entered] = [keyOf(from.run.pool, from.person), keyOf(to.run.pool, to.person)];
    const isSamePool = countedName(left) === countedName(entered);
    const accounts = [...poolAccounts(from.run.pool), ...poolAccounts(to.run.pool)];
    return this.act(
      { accounts, ...holdOf(to.run), counted: [left, entered] },
      at,
      (loaded) => {
        const { named, place } = namedOf(loaded, left);
        const isLast = !isSamePool && countOneLess(place).isLast;
        const departure = { named, courseRunId: from.run.id, enrolmentId: from.id, isLast };
        const { isCounted } = countOneMore(loaded.counted.get(countedName(entered)) ?? null);
        const hold = loaded.pendings.get(to.run.hold ?? '') ?? null;
        const arrival = { pool: to.run.pool, hold, courseRunId: to.run.id, enrolmentId: to.id, isCounted };
        return movePlace(departure, from.run.pool, arrival, at);
      },
      async (manager, transfers) => {
        if (isSamePool) return;
        await releasePersons(manager, [left]);
        await countPersons(manager, [{ ...entered, transferId: namingOf(transfers) }]);
      },
    );
  }

  private act(
    { counted = [], ...request }: BookRequest & { readonly counted?: readonly CountedKey[] },
    at: string,
    decide: (loaded: LoadedBook) => readonly TransferRequest[],
    count: (manager: EntityManager, transfers: readonly Transfer[]) => Promise<void> = async () => undefined,
  ): Promise<Written> {
    return this.dataSource.transaction(async (manager) => {
      const loaded = await load(manager, counted, { ...request, targets: this.targets.map(quotaAccount) });
      const outcome = applyTransfers(loaded, decide(loaded), at);
      if (outcome.kind === 'refused') return outcome.reason.code;
      const year = [...loaded.accounts.values()][0]?.year ?? 0;
      const { transfers } = await saveTransfers(manager, outcome, { entryId: '7', at, year });
      await count(manager, transfers);
      return transfers;
    });
  }
}

const holdOf = ({ hold }: Run): { readonly pendings: readonly string[] } => ({ pendings: hold === null ? [] : [hold] });

const namingOf = (transfers: readonly Transfer[]): string | null => transfers.find(({ kind }) => kind === 'PENDING')?.id ?? null;

const namedOf = ({ pendings, counted }: LoadedBook, key: CountedKey) => {
  const place = counted.get(countedName(key));
  const named = pendings.get(place?.transferId ?? '');
  if (place === undefined || named === undefined) throw new Error(`${countedName(key)} is not counted`);
  return { place, named };
};
