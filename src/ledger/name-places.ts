import { invariant } from '../money/invariant.js';
import { available } from './account.js';
import type { LedgerBook } from './ledger-book.js';
import { type Pool, quotaAccount } from './place-accounts.js';
import { namePlace } from './places.js';
import { isExpired, type PendingTransfer, type ResolvingRequest, type TransferRequest } from './transfer.js';

/** One of many who enrol in one run. */
export interface Seeker {
  readonly pool: Pool;
  readonly enrolmentId: string;
  /** whether a place of the pool counts the person already */
  readonly isCounted: boolean;
}

/** How a place is found: one is named, the person's own serves, there is none left in the pool, or the run has no more room. */
export type PlaceFinding = 'NAMED' | 'COUNTED' | 'SHORT' | 'FULL';

/** The run that everybody enrols in. */
export interface NamingRun {
  readonly courseRunId: string;
  /** its hold, if it has one */
  readonly hold: PendingTransfer | null;
  /** how many more it may take in; null: as many as find places */
  readonly room: number | null;
}

export interface NamedPlaces {
  /** in the order of the seekers */
  readonly findings: readonly PlaceFinding[];
  /** of all who are NAMED or COUNTED, in one batch */
  readonly requests: readonly TransferRequest[];
  /** by the code of a quota account: how many the seekers of its pool could have had at most, the run's open hold included */
  readonly availableBefore: ReadonlyMap<string, bigint>;
}

/**
 * Names places for any number of seekers in their order, as `namePlace` does for one: the run's hold serves those of its own pool first, then free places do, and
 * a pool under a target has no end. What is given back out of one hold is one transfer for each cause. A hold whose time is over serves nobody.
 * Source: our design, docs/decisions/0011-places-ledger.md
 */
export const namePlaces = (book: LedgerBook, run: NamingRun, seekers: readonly Seeker[], at: string): NamedPlaces => {
  const { hold, courseRunId } = run;
  const room = roomOf(book, seekers);
  let open = hold === null || isExpired(hold, at) ? 0n : hold.openAmount;
  const availableBefore = new Map([...room].map(([code, places]) => [code, places + (hold?.debit === code ? open : 0n)]));
  const requests: TransferRequest[] = [];
  let left = run.room ?? seekers.length;
  const findings = seekers.map((seeker): PlaceFinding => {
    if (left <= 0) return 'FULL';
    const quota = quotaAccount(seeker.pool);
    const isHeld = hold?.debit === quota && open > 0n;
    const free = room.get(quota) ?? 0n;
    if (!seeker.isCounted && !isHeld && free <= 0n && !book.targets.has(quota)) return 'SHORT';
    left -= 1;
    if (isHeld) open -= 1n;
    if (isHeld && seeker.isCounted) room.set(quota, free + 1n);
    if (!isHeld && !seeker.isCounted) room.set(quota, free - 1n);
    requests.push(...namePlace({ ...seeker, hold: isHeld ? hold : null, courseRunId }, at));
    return seeker.isCounted ? 'COUNTED' : 'NAMED';
  });
  return { findings, requests: together(requests, courseRunId), availableBefore };
};

/** The free places of each pool that is asked. */
const roomOf = (book: LedgerBook, seekers: readonly Seeker[]): Map<string, bigint> => {
  const room = new Map<string, bigint>();
  for (const { pool } of seekers) {
    const code = quotaAccount(pool);
    if (room.has(code)) continue;
    const account = book.accounts.get(code);
    invariant(account !== undefined, `account ${code} is not in the book`);
    room.set(code, available(account));
  }
  return room;
};

/** One transfer instead of many that give back single places of the same hold for the same cause; it names nobody. */
const together = (requests: readonly TransferRequest[], courseRunId: string): readonly TransferRequest[] => {
  const given = new Map<string, ResolvingRequest>();
  const others: TransferRequest[] = [];
  for (const request of requests) {
    if (request.kind !== 'VOID') {
      others.push(request);
      continue;
    }
    const key = `${request.pendingId}/${request.cause}`;
    const before = given.get(key);
    given.set(key, before === undefined ? request : { ...request, courseRunId, enrolmentId: null, amount: before.amount + request.amount });
  }
  return [...given.values(), ...others];
};
