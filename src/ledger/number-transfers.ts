import { invariant } from '../money/invariant.js';
import type { LedgerApplied } from './apply-transfers.js';
import type { LedgerBook } from './ledger-book.js';
import type { PendingTransfer, Transfer } from './transfer.js';

export interface NumberedTransfers {
  /** with the new pending transfers in it */
  readonly book: LedgerBook;
  /** in the order of the batch */
  readonly transfers: readonly Transfer[];
}

/** The transfers of a batch with the ids that they are written under. Source: our design, docs/decisions/0011-places-ledger.md */
export const numberTransfers = (applied: Pick<LedgerApplied, 'book' | 'transfers'>, ids: readonly string[]): NumberedTransfers => {
  const transfers = applied.transfers.map((transfer, index): Transfer => {
    const id = ids[index];
    invariant(id !== undefined, `${ids.length} ids for ${applied.transfers.length} transfers`);
    return { ...transfer, id };
  });
  const pendings = new Map(applied.book.pendings);
  for (const transfer of transfers) if (transfer.kind === 'PENDING') pendings.set(transfer.id, pendingOf(transfer));
  return { book: { ...applied.book, pendings }, transfers };
};

const pendingOf = ({ kind: _kind, resolves: _resolves, ...transfer }: Transfer): PendingTransfer => ({
  ...transfer,
  openAmount: transfer.amount,
});
