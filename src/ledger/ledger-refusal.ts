import type { LedgerUnit } from './account.js';

/** Why the ledger refuses a batch of transfers. Amounts are in the unit of the account: places or fen. */
export type LedgerRefusal =
  /** more would go out of a limited account than there is: `available` counts what the same batch gives back */
  | { readonly code: 'INSUFFICIENT'; readonly account: string; readonly asked: bigint; readonly available: bigint }
  /** less is open of the pending transfer than is asked: it, or that part of it, has been posted, voided or expired before */
  | { readonly code: 'PENDING_CLOSED'; readonly pendingId: string; readonly asked: bigint; readonly open: bigint }
  /** its time is over: it can only be expired */
  | { readonly code: 'PENDING_EXPIRED'; readonly pendingId: string; readonly expiresAt: string }
  /** its time is not over: it cannot be expired */
  | { readonly code: 'PENDING_NOT_EXPIRED'; readonly pendingId: string; readonly expiresAt: string | null }
  | { readonly code: 'PENDING_UNKNOWN'; readonly pendingId: string }
  | {
      readonly code: 'UNIT_MISMATCH';
      readonly debit: string;
      readonly debitUnit: LedgerUnit;
      readonly credit: string;
      readonly creditUnit: LedgerUnit;
    }
  | { readonly code: 'ALREADY_REVERSED'; readonly transferId: string }
  | { readonly code: 'TRANSFER_UNKNOWN'; readonly transferId: string }
  /** only what went for good can be taken back; what is held is voided */
  | { readonly code: 'NOT_REVERSIBLE'; readonly transferId: string };

export interface LedgerRefused {
  readonly kind: 'refused';
  readonly reason: LedgerRefusal;
}

/** The answer that refuses a batch. */
export const refused = (reason: LedgerRefusal): LedgerRefused => ({ kind: 'refused', reason });
