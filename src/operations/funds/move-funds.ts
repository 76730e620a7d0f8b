import { applyTransfers, type LedgerApplied } from '../../ledger/apply-transfers.js';
import { type Fund, fundAccounts } from '../../ledger/fund-accounts.js';
import type { LedgerBook } from '../../ledger/ledger-book.js';
import type { Pool } from '../../ledger/place-accounts.js';
import type { Transfer, TransferRequest } from '../../ledger/transfer.js';
import { invariant } from '../../money/invariant.js';
import { type BookRequest, loadBook } from '../../store/ledger/load-book.js';
import { saveTransfers } from '../../store/ledger/save-transfers.js';
import type { Act } from '../acting/act.js';

/** The part of the ledger that an act on money touches, locked until its transaction ends. */
export interface FundBook {
  readonly book: LedgerBook;
  /** the year in which its transfers are kept */
  readonly year: number;
}

/**
 * Loads and locks the funds of a region and year, with whatever else the act will touch. Once in a transaction, before any other lock of the ledger: an act that moves
 * places too names their accounts in `besides`.
 * Source: our design, docs/decisions/0011-places-ledger.md, docs/decisions/0017-payees-and-funds.md
 */
export const loadFunds = async ({ manager }: Pick<Act, 'manager'>, pool: Pool, besides: Partial<BookRequest> = {}): Promise<FundBook> => ({
  book: await loadBook(manager, { ...besides, accounts: [...fundAccounts(pool), ...(besides.accounts ?? [])] }),
  year: pool.year,
});

/** A limited account from which more would go than there is, in fen. */
export interface FundShortage {
  readonly fund: Fund | 'PAID';
  readonly regionCode: string;
  readonly year: number;
  readonly asked: bigint;
  readonly available: bigint;
}

export interface ShortFunds {
  readonly kind: 'short';
  readonly shortage: FundShortage;
}

/** What moving money came to: the transfers as written, or the account that is short. */
export type MovedFunds = ShortFunds | { readonly kind: 'moved'; readonly transfers: readonly Transfer[] };

type Funding = Pick<Act, 'manager' | 'at' | 'entryId'>;

/**
 * Moves money as asked, all or nothing, and writes it down. A shortage is told, for the caller to say what it means.
 * Source: our design, docs/decisions/0011-places-ledger.md
 */
export async function moveFunds(
  { manager, at, entryId }: Funding,
  funds: FundBook,
  requests: readonly TransferRequest[],
): Promise<MovedFunds> {
  const applied = applyFunds(funds, requests, at);
  if (applied.kind === 'short') return applied;
  const { transfers } = await saveTransfers(manager, applied, { entryId, at, year: funds.year });
  return { kind: 'moved', transfers };
}

/**
 * The book after money is moved as asked, nothing written yet; or the account that would be short. Any other refusal of the ledger is a bug, since the book was locked.
 * Source: our design, docs/decisions/0017-payees-and-funds.md
 */
export function applyFunds({ book }: FundBook, requests: readonly TransferRequest[], at: string): LedgerApplied | ShortFunds {
  const applied = applyTransfers(book, requests, at);
  if (applied.kind === 'applied') return applied;
  const { reason } = applied;
  invariant(reason.code === 'INSUFFICIENT', `the ledger refused what was decided under its locks: ${reason.code}`);
  const account = book.accounts.get(reason.account);
  invariant(account !== undefined && account.regionCode !== null, `${reason.account} is an account of a region`);
  const { kind, regionCode, year } = account;
  return {
    kind: 'short',
    shortage: { fund: kind as FundShortage['fund'], regionCode, year, asked: reason.asked, available: reason.available },
  };
}
