import type { LedgerBook } from '../../ledger/ledger-book.js';
import { applyTransfers } from '../../ledger/apply-transfers.js';
import type { Pool } from '../../ledger/place-accounts.js';
import type { Transfer, TransferRequest } from '../../ledger/transfer.js';
import { bilingual } from '../../policy/bilingual.js';
import { Failure } from '../../policy/failure.js';
import { lastDayOf } from '../../policy/quota.js';
import { refuseRun } from '../../policy/refusals/course-runs.js';
import type { Refusal } from '../../policy/refusals/refusal.js';
import { invariant } from '../../money/invariant.js';
import { saveTransfers } from '../../store/ledger/save-transfers.js';
import type { Act } from '../acting/act.js';
import { type AllocatedQuota, allocatedQuota } from '../quota/allocated-quota.js';

/** The part of the ledger that an act on places touches, locked until its transaction ends. */
export interface PlaceBook {
  readonly book: LedgerBook;
  readonly year: number;
}

type Placing = Pick<Act, 'manager' | 'desk' | 'at' | 'entryId'>;

/**
 * Loads and locks the places of pools, with pending transfers. Pools get what Annex 7 gives them first, and holds whose time is over are taken back, so that the book is as
 * it must be. Once in a transaction, before any lock on persons or key tables. All pools are of one year.
 * Source: our design, docs/decisions/0011-places-ledger.md; 辽人社发〔2023〕36号, 附件7
 */
export async function loadPlaces(act: Placing, pools: readonly Pool[], pendings: readonly string[]): Promise<PlaceBook> {
  const [year, ...others] = new Set(pools.map((pool) => pool.year));
  invariant(year !== undefined && others.length === 0, 'places are moved within one year');
  return { book: await opened(act, await allocatedQuota(act, pools, { accounts: [], pendings }), year), year };
}

/** The book once its opening is booked. Under a later annex that takes away what is reserved nothing can move: that is for an adjustment to settle. */
async function opened(act: Placing, { book, opening }: AllocatedQuota, year: number): Promise<LedgerBook> {
  if (opening.length === 0) return book;
  const applied = applyTransfers(book, opening, act.at);
  if (applied.kind === 'refused') throw annexBelowReserved(year);
  return (await saveTransfers(act.manager, applied, { entryId: act.entryId, at: act.at, year })).book;
}

const annexBelowReserved = (year: number): Failure =>
  new Failure(
    'QUOTA_BELOW_RESERVED',
    bilingual(
      `附件7 的新版本使 ${year} 年名额低于已预留和已使用的数量，名额暂不能变动。请由省厅以文件调整名额。`,
      `A later Annex 7 gives ${year} fewer places than are reserved: no place can move. The province adjusts the quota by a document.`,
    ),
  );

/** The rules that decide a region's places of a year: those of the year's last day. */
export const bookOfPool = ({ desk }: Pick<Act, 'desk'>, { regionCode, year }: Pool) =>
  desk.ruleBook({ on: lastDayOf(year), region: regionCode });

/** What moving places came to: the transfers as written, or the shortage. */
export type MovedPlaces =
  | { readonly kind: 'moved'; readonly transfers: readonly Transfer[] }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/**
 * Moves places as asked, all or nothing, and writes it down. A shortage is a refusal that tells how many places are left; any other refusal of the ledger is a bug,
 * since the book was locked.
 * Source: our design, docs/decisions/0011-places-ledger.md
 */
export async function movePlaces(act: Placing, { book, year }: PlaceBook, requests: readonly TransferRequest[]): Promise<MovedPlaces> {
  const applied = applyTransfers(book, requests, act.at);
  if (applied.kind === 'applied') {
    const { transfers } = await saveTransfers(act.manager, applied, { entryId: act.entryId, at: act.at, year });
    return { kind: 'moved', transfers };
  }
  const { reason } = applied;
  invariant(reason.code === 'INSUFFICIENT', `the ledger refused what was decided under its locks: ${reason.code}`);
  const region = book.accounts.get(reason.account)?.regionCode ?? '';
  const facts = { region, year, asked: parseInt(`${reason.asked}`, 10), available: parseInt(`${reason.available}`, 10) };
  return { kind: 'refused', refusal: refuseRun('PLACES_SHORT', null, facts) };
}
