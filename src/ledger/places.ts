import { invariant } from '../money/invariant.js';
import { heldAccount, namedAccount, type Pool, quotaAccount, sourceAccount } from './place-accounts.js';
import { isExpired, type PendingTransfer, type ResolvingRequest, type TransferRequest, type TransferSubject } from './transfer.js';

/** Why places move. */
export type PlaceCause =
  | 'ALLOCATION'
  | 'ADJUSTMENT'
  | 'HOLD'
  | 'NAME'
  | 'ALREADY_COUNTED'
  | 'UNUSED'
  | 'CANCELLATION'
  | 'RESIZE'
  | 'WITHDRAWAL'
  | 'CERTIFICATE'
  | 'EXPIRY';

/** Whether a cause gives a place back because nobody filled it: see `quotaUsage`. */
export const RELEASING_CAUSES: readonly PlaceCause[] = ['UNUSED', 'CANCELLATION', 'WITHDRAWAL', 'EXPIRY'];

const NOBODY: TransferSubject = { courseRunId: null, enrolmentId: null };

/** Gives a region places of the province. Source: 辽人社发〔2023〕36号, 附件7 */
export const allocatePlaces = (pool: Pool, places: bigint): readonly TransferRequest[] => [
  { kind: 'DIRECT', debit: sourceAccount(pool.year), credit: quotaAccount(pool), amount: places, cause: 'ALLOCATION', ...NOBODY },
];

/** Where adjusted places come from and go to; null: the province, where a document changes the total. */
export interface PlaceAdjustment {
  readonly year: number;
  readonly fromRegion: string | null;
  readonly toRegion: string | null;
  readonly places: bigint;
}

/**
 * Moves places from one region to another, or between a region and the province. The ledger refuses (INSUFFICIENT) what would go below the places
 * reserved, whatever the mode.
 * Source: 辽人社发〔2023〕36号, 附件7
 */
export const adjustPlaces = ({ year, fromRegion, toRegion, places }: PlaceAdjustment): readonly TransferRequest[] => {
  const account = (regionCode: string | null): string => (regionCode === null ? sourceAccount(year) : quotaAccount({ regionCode, year }));
  return [{ kind: 'DIRECT', debit: account(fromRegion), credit: account(toRegion), amount: places, cause: 'ADJUSTMENT', ...NOBODY }];
};

/** Holds places for an approved course run, nobody named yet; null: the hold does not expire. Source: our design, docs/decisions/0011-places-ledger.md */
export const holdPlaces = (pool: Pool, places: bigint, courseRunId: string, expiresAt: string | null): readonly TransferRequest[] => [
  {
    kind: 'PENDING',
    debit: quotaAccount(pool),
    credit: heldAccount(pool),
    amount: places,
    cause: 'HOLD',
    courseRunId,
    enrolmentId: null,
    expiresAt,
  },
];

/** Somebody enrols: in which pool, on which run's hold, and whether a place of that pool already counts the person. */
export interface Arrival {
  readonly pool: Pool;
  /** the hold of the run, if it has one */
  readonly hold: PendingTransfer | null;
  readonly courseRunId: string;
  readonly enrolmentId: string;
  readonly isCounted: boolean;
}

/**
 * Names a place: one place of the run's hold for the person, in one batch so that the quota never shows a gap. A hold without open places (used up,
 * released, expired, or none) leaves the pool's free places, under their limit. For a person already counted in the pool the held place goes back.
 * Source: our design, docs/decisions/0011-places-ledger.md
 */
export const namePlace = ({ pool, hold, courseRunId, enrolmentId, isCounted }: Arrival, at: string): readonly TransferRequest[] => {
  const subject = { courseRunId, enrolmentId };
  const cause = isCounted ? 'ALREADY_COUNTED' : 'NAME';
  const freed = hold === null || hold.openAmount === 0n ? [] : isExpired(hold, at) ? expireOne(hold) : [voidOf(hold, 1n, cause, subject)];
  if (isCounted) return freed;
  return [
    ...freed,
    { kind: 'PENDING', debit: quotaAccount(pool), credit: namedAccount(pool), amount: 1n, cause: 'NAME', expiresAt: null, ...subject },
  ];
};

/** Gives back what is open of a run's hold: at the start, or when the run is cancelled. Source: our design, docs/decisions/0011-places-ledger.md */
export const releaseHold = (hold: PendingTransfer, cause: 'UNUSED' | 'CANCELLATION', at: string): readonly TransferRequest[] => {
  if (hold.openAmount === 0n) return [];
  return isExpired(hold, at) ? expireOne(hold) : [voidOf(hold, hold.openAmount, cause, { ...hold, enrolmentId: null })];
};

/** How many places an approved run shall hold open instead of those it holds. */
export interface Resize {
  readonly pool: Pool;
  readonly hold: PendingTransfer;
  readonly places: bigint;
  /** of the new hold, if there is to be one */
  readonly expiresAt: string | null;
}

/**
 * Changes the open places of a run's hold: fewer give back the difference (UNUSED), more or an expired hold give way to a new hold in one batch (RESIZE,
 * or EXPIRY).
 * Source: our design, docs/decisions/0011-places-ledger.md
 */
export const resizeHold = ({ pool, hold, places, expiresAt }: Resize, at: string): readonly TransferRequest[] => {
  const { courseRunId, openAmount } = hold;
  invariant(courseRunId !== null, `hold ${hold.id} is of no course run`);
  const subject = { courseRunId, enrolmentId: null };
  if (isExpired(hold, at)) return [...expireHolds([hold], at), ...newHold(pool, places, courseRunId, expiresAt)];
  if (places <= openAmount) return places === openAmount ? [] : [voidOf(hold, openAmount - places, 'UNUSED', subject)];
  const given = openAmount === 0n ? [] : [voidOf(hold, openAmount, 'RESIZE', subject)];
  return [...given, ...holdPlaces(pool, places, courseRunId, expiresAt)];
};

const newHold = (pool: Pool, places: bigint, courseRunId: string, expiresAt: string | null): readonly TransferRequest[] =>
  places === 0n ? [] : holdPlaces(pool, places, courseRunId, expiresAt);

/** Somebody leaves: `isLast` as the counted persons say, so that a place that counts another enrolment stays named. */
export interface Departure {
  readonly named: PendingTransfer;
  readonly courseRunId: string;
  readonly enrolmentId: string;
  readonly isLast: boolean;
}

/** Gives a named place back to everyone when the person's last enrolment counted on it ends. Source: our design, docs/decisions/0011-places-ledger.md */
export const withdrawPlace = ({ named, courseRunId, enrolmentId, isLast }: Departure): readonly TransferRequest[] =>
  isLast ? [voidOf(named, 1n, 'WITHDRAWAL', { courseRunId, enrolmentId })] : [];

/** Somebody is certified: `isFirst` as the counted persons say. */
export interface Certification {
  readonly named: PendingTransfer;
  readonly courseRunId: string;
  readonly enrolmentId: string;
  readonly isFirst: boolean;
}

/** Uses the named place; a second certificate of the same counted person does nothing. Source: our design, docs/decisions/0011-places-ledger.md */
export const certifyPlace = ({ named, courseRunId, enrolmentId, isFirst }: Certification): readonly TransferRequest[] =>
  isFirst ? [{ kind: 'POST', pendingId: named.id, amount: 1n, cause: 'CERTIFICATE', courseRunId, enrolmentId }] : [];

/**
 * Moves a person to another run. Within a pool the named place goes along, the new run's hold gives back one place (the person is already counted) and
 * the old run's hold gets none. Between pools the place is withdrawn there and named here.
 * Source: our design, docs/decisions/0011-places-ledger.md
 */
export const movePlace = (from: Departure, fromPool: Pool, to: Arrival, at: string): readonly TransferRequest[] =>
  quotaAccount(fromPool) === quotaAccount(to.pool)
    ? namePlace({ ...to, isCounted: true }, at)
    : [...withdrawPlace(from), ...namePlace(to, at)];

/** Expires what is open of the holds whose time is over, and leaves the others. Source: our design, docs/decisions/0011-places-ledger.md */
export const expireHolds = (holds: readonly PendingTransfer[], at: string): readonly TransferRequest[] =>
  holds.filter((hold) => hold.openAmount > 0n && isExpired(hold, at)).flatMap(expireOne);

const expireOne = (hold: PendingTransfer): readonly ResolvingRequest[] => [
  { kind: 'EXPIRE', pendingId: hold.id, amount: hold.openAmount, cause: 'EXPIRY', courseRunId: hold.courseRunId, enrolmentId: null },
];

const voidOf = (
  pending: PendingTransfer,
  amount: bigint,
  cause: PlaceCause,
  { courseRunId, enrolmentId }: TransferSubject,
): ResolvingRequest => ({ kind: 'VOID', pendingId: pending.id, amount, cause, courseRunId, enrolmentId });
