import type { EntityManager } from 'typeorm';
import type { CountedPlace } from '../../ledger/counted-persons.js';
import { type LedgerBook, ledgerBook } from '../../ledger/ledger-book.js';
import { type CountedKey, lockCounted, placesOfCounted } from './counted-places.js';
import { lockAccounts } from './lock-accounts.js';
import { lockExpiredHolds, lockPending, pastTransfers } from './lock-pending.js';

export interface BookRequest {
  readonly accounts: readonly string[];
  readonly pendings?: readonly string[];
  /** counted places, loaded with the pending transfers that named them */
  readonly counted?: readonly CountedKey[];
  /** ids of transfers that may be taken back */
  readonly past?: readonly string[];
  /** codes of accounts whose limit is a target today */
  readonly targets?: Iterable<string>;
  /** also loads what is open of expired holds out of these accounts */
  readonly expiredOutOf?: { readonly debits: readonly string[]; readonly at: string };
}

export interface LoadedBook extends LedgerBook {
  /** the counted places that exist, by `countedName` */
  readonly counted: ReadonlyMap<string, CountedPlace>;
}

/**
 * The slice of the ledger that an act looks at, locked until the transaction ends: accounts in the order of their ids, then pending transfers in theirs,
 * then counted places in theirs. Once in a transaction.
 * Source: our design, docs/decisions/0011-places-ledger.md
 */
export const loadBook = async (manager: EntityManager, request: BookRequest): Promise<LoadedBook> => {
  const { pendings = [], counted = [], past = [], targets = [], expiredOutOf } = request;
  const accounts = await lockAccounts(manager, request.accounts);
  const named = await placesOfCounted(manager, counted);
  const wanted = await lockPending(manager, [...pendings, ...named]);
  const expired = expiredOutOf === undefined ? [] : await lockExpiredHolds(manager, expiredOutOf.debits, expiredOutOf.at);
  const book = ledgerBook({ accounts, pendings: [...wanted, ...expired], past: await pastTransfers(manager, past), targets });
  return { ...book, counted: await lockCounted(manager, counted) };
};
