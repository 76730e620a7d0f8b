import type { LedgerUnit } from './account.js';

export type TransferKind = 'DIRECT' | 'PENDING' | 'POST' | 'VOID' | 'EXPIRE' | 'REVERSAL';

/** What a transfer was made for. */
export interface TransferSubject {
  readonly courseRunId: string | null;
  readonly enrolmentId: string | null;
}

interface Asked extends TransferSubject {
  /** why, in one word of ours such as HOLD */
  readonly cause: string;
}

/** From one account to another for good. */
export interface DirectRequest extends Asked {
  readonly kind: 'DIRECT';
  readonly debit: string;
  readonly credit: string;
  readonly amount: bigint;
}

/** Held for the other account until it is posted, voided or expired, whole or in parts. */
export interface PendingRequest extends Asked {
  readonly kind: 'PENDING';
  readonly debit: string;
  readonly credit: string;
  readonly amount: bigint;
  /** from this instant on it can only be expired; null: never expires */
  readonly expiresAt: string | null;
}

/** Ends a pending transfer, or a part of it: used, given back, or given back because its time is over. */
export interface ResolvingRequest extends Asked {
  readonly kind: 'POST' | 'VOID' | 'EXPIRE';
  readonly pendingId: string;
  readonly amount: bigint;
}

/** Takes back the whole of a direct or posted transfer, once. */
export interface ReversalRequest extends Asked {
  readonly kind: 'REVERSAL';
  /** id of the transfer that is taken back */
  readonly of: string;
}

export type TransferRequest = DirectRequest | PendingRequest | ResolvingRequest | ReversalRequest;

/** A transfer that the rules of the ledger allow; it gets its id when it is written. */
export interface AppliedTransfer extends Asked {
  readonly kind: TransferKind;
  readonly unit: LedgerUnit;
  readonly debit: string;
  readonly credit: string;
  readonly amount: bigint;
  /** the pending transfer that it ends, or the transfer that it takes back */
  readonly resolves: string | null;
  readonly expiresAt: string | null;
}

/** A transfer as it stands in the history. */
export interface Transfer extends AppliedTransfer {
  readonly id: string;
}

/** A pending transfer with what is still open of it. */
export interface PendingTransfer extends TransferSubject {
  readonly id: string;
  readonly unit: LedgerUnit;
  readonly debit: string;
  readonly credit: string;
  readonly amount: bigint;
  readonly openAmount: bigint;
  readonly cause: string;
  readonly expiresAt: string | null;
}

/** A transfer of the history that somebody wants to take back. */
export interface PastTransfer {
  readonly id: string;
  readonly kind: TransferKind;
  readonly unit: LedgerUnit;
  readonly debit: string;
  readonly credit: string;
  readonly amount: bigint;
  readonly isReversed: boolean;
}

/** Whether the pending transfer's time is over at an instant: from `expiresAt` on, the instant itself included. */
export const isExpired = (pending: Pick<PendingTransfer, 'expiresAt'>, at: string): boolean =>
  pending.expiresAt !== null && pending.expiresAt <= at;
