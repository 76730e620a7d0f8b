import type { EntityManager } from 'typeorm';
import { type LedgerBook, ledgerBook } from '../../ledger/ledger-book.js';
import { lockAccounts } from './lock-accounts.js';
import { lockExpiredHolds, lockPending, pastTransfers } from './lock-pending.js';

export interface BookRequest {
  readonly accounts: readonly string[];
  readonly pendings?: readonly string[];
  /** ids of transfers that may be taken back */
  readonly past?: readonly string[];
  /** codes of accounts whose limit is a target today */
  readonly targets?: Iterable<string>;
  /** also loads what is open of expired holds out of these accounts */
  readonly expiredOutOf?: { readonly debits: readonly string[]; readonly at: string };
}

/**
 * The slice of the ledger that an act looks at, locked until the transaction ends: accounts in the order of their ids, then pending transfers in theirs.
 * Counted places are locked after them. Once in a transaction.
 * Source: our design, docs/decisions/0011-places-ledger.md
 */
export const loadBook = async (manager: EntityManager, request: BookRequest): Promise<LedgerBook> => {
  const { pendings = [], past = [], targets = [], expiredOutOf } = request;
  const accounts = await lockAccounts(manager, request.accounts);
  const wanted = await lockPending(manager, pendings);
  const expired = expiredOutOf === undefined ? [] : await lockExpiredHolds(manager, expiredOutOf.debits, expiredOutOf.at);
  return ledgerBook({ accounts, pendings: [...wanted, ...expired], past: await pastTransfers(manager, past), targets });
};
