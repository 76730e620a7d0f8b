import type { Account } from './account.js';
import type { PastTransfer, PendingTransfer } from './transfer.js';

/** The slice of the ledger that a decision looks at, as loaded under row locks. */
export interface LedgerBook {
  readonly accounts: ReadonlyMap<string, Account>;
  readonly pendings: ReadonlyMap<string, PendingTransfer>;
  /** transfers that may have to be taken back */
  readonly past: ReadonlyMap<string, PastTransfer>;
  /** codes of limited accounts whose limit is a target today (Q46): pending transfers may pass it, nothing else */
  readonly targets: ReadonlySet<string>;
}

export interface LedgerSlice {
  readonly accounts: readonly Account[];
  readonly pendings?: readonly PendingTransfer[];
  readonly past?: readonly PastTransfer[];
  readonly targets?: Iterable<string>;
}

/** The book of loaded accounts and transfers. Source: our design, docs/decisions/0011-places-ledger.md */
export const ledgerBook = ({ accounts, pendings = [], past = [], targets = [] }: LedgerSlice): LedgerBook => ({
  accounts: new Map(accounts.map((account) => [account.code, account])),
  pendings: new Map(pendings.map((pending) => [pending.id, pending])),
  past: new Map(past.map((transfer) => [transfer.id, transfer])),
  targets: new Set(targets),
});
