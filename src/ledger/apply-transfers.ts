import { invariant } from '../money/invariant.js';
import { type Account, available } from './account.js';
import type { LedgerBook } from './ledger-book.js';
import { type LedgerRefused, refused } from './ledger-refusal.js';
import { credited, debited, movementOf } from './movement.js';
import {
  type AppliedTransfer,
  type DirectRequest,
  isExpired,
  type PastTransfer,
  type PendingRequest,
  type PendingTransfer,
  type ResolvingRequest,
  type ReversalRequest,
  type TransferRequest,
} from './transfer.js';

/** The book after a batch, and the transfers that led there in the order of the requests. New pending transfers are not in the book: they have no id yet. */
export interface LedgerApplied {
  readonly kind: 'applied';
  readonly book: LedgerBook;
  readonly transfers: readonly AppliedTransfer[];
}

interface Draft extends LedgerBook {
  readonly accounts: Map<string, Account>;
  readonly pendings: Map<string, PendingTransfer>;
  readonly past: Map<string, PastTransfer>;
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/**
 * Applies all requests or none. A limited account is looked at after the whole batch, as the database does, so that a place which one request gives back
 * serves another one. Refuses with the first reason in the order of the requests, then INSUFFICIENT. An account that the book lacks is a bug.
 * Source: our design, docs/decisions/0011-places-ledger.md
 */
export const applyTransfers = (book: LedgerBook, requests: readonly TransferRequest[], at: string): LedgerApplied | LedgerRefused => {
  invariant(INSTANT.test(at), `'${at}' is no instant to the millisecond in UTC`);
  const draft: Draft = {
    accounts: new Map(book.accounts),
    pendings: new Map(book.pendings),
    past: new Map(book.past),
    targets: book.targets,
  };
  const transfers: AppliedTransfer[] = [];
  for (const request of requests) {
    const step = decide(draft, request, at);
    if (step.kind === 'refused') return step;
    enter(draft, step.transfer);
    transfers.push(step.transfer);
  }
  return shortage(book, draft, transfers) ?? { kind: 'applied', book: draft, transfers };
};

/**
 * Whether a batch may take a limited account below zero: its limit is a target today, and nothing goes out of it for good at once (an adjustment never
 * takes away what is reserved).
 * Source: our design, docs/decisions/0011-places-ledger.md
 */
export const mayExceed = (targets: ReadonlySet<string>, code: string, transfers: readonly AppliedTransfer[]): boolean =>
  targets.has(code) && !transfers.some(({ kind, debit }) => debit === code && (kind === 'DIRECT' || kind === 'REVERSAL'));

type Step = LedgerRefused | { readonly kind: 'step'; readonly transfer: AppliedTransfer };

const decide = (draft: Draft, request: TransferRequest, at: string): Step => {
  switch (request.kind) {
    case 'DIRECT':
    case 'PENDING':
      return decideNew(draft, request);
    case 'POST':
    case 'VOID':
    case 'EXPIRE':
      return decideResolving(draft, request, at);
    case 'REVERSAL':
      return decideReversal(draft, request);
  }
};

const decideNew = (draft: Draft, request: DirectRequest | PendingRequest): Step => {
  const { kind, amount, cause, courseRunId, enrolmentId } = request;
  invariant(amount > 0n, `a transfer of ${amount}`);
  invariant(request.debit !== request.credit, `a transfer from ${request.debit} to itself`);
  const debit = accountOf(draft, request.debit);
  const credit = accountOf(draft, request.credit);
  if (debit.unit !== credit.unit)
    return refused({ code: 'UNIT_MISMATCH', debit: debit.code, debitUnit: debit.unit, credit: credit.code, creditUnit: credit.unit });
  const expiresAt = request.kind === 'PENDING' ? request.expiresAt : null;
  invariant(expiresAt === null || INSTANT.test(expiresAt), `'${expiresAt}' is no instant to the millisecond in UTC`);
  const { unit } = debit;
  const transfer = {
    kind,
    unit,
    debit: debit.code,
    credit: credit.code,
    amount,
    resolves: null,
    cause,
    courseRunId,
    enrolmentId,
    expiresAt,
  };
  return { kind: 'step', transfer };
};

const decideResolving = (draft: Draft, request: ResolvingRequest, at: string): Step => {
  const { kind, pendingId, amount, cause, courseRunId, enrolmentId } = request;
  invariant(amount > 0n, `a ${kind} of ${amount}`);
  const pending = draft.pendings.get(pendingId);
  if (pending === undefined) return refused({ code: 'PENDING_UNKNOWN', pendingId });
  const open = pending.openAmount;
  if (amount > open) return refused({ code: 'PENDING_CLOSED', pendingId, asked: amount, open });
  const { expiresAt } = pending;
  if (kind === 'EXPIRE' && !isExpired(pending, at)) return refused({ code: 'PENDING_NOT_EXPIRED', pendingId, expiresAt });
  if (kind !== 'EXPIRE' && expiresAt !== null && isExpired(pending, at)) return refused({ code: 'PENDING_EXPIRED', pendingId, expiresAt });
  const { unit, debit, credit } = pending;
  const transfer = { kind, unit, debit, credit, amount, resolves: pendingId, cause, courseRunId, enrolmentId, expiresAt: null };
  return { kind: 'step', transfer };
};

const decideReversal = (draft: Draft, request: ReversalRequest): Step => {
  const { kind, of, cause, courseRunId, enrolmentId } = request;
  const past = draft.past.get(of);
  if (past === undefined) return refused({ code: 'TRANSFER_UNKNOWN', transferId: of });
  if (past.kind !== 'DIRECT' && past.kind !== 'POST') return refused({ code: 'NOT_REVERSIBLE', transferId: of });
  if (past.isReversed) return refused({ code: 'ALREADY_REVERSED', transferId: of });
  const { unit, debit, credit, amount } = past;
  const transfer = { kind, unit, debit: credit, credit: debit, amount, resolves: of, cause, courseRunId, enrolmentId, expiresAt: null };
  return { kind: 'step', transfer };
};

const accountOf = (book: LedgerBook, code: string): Account => {
  const account = book.accounts.get(code);
  invariant(account !== undefined, `account ${code} is not in the book`);
  return account;
};

const enter = (draft: Draft, { kind, debit, credit, amount, resolves }: AppliedTransfer): void => {
  const movement = movementOf(kind, amount);
  draft.accounts.set(debit, debited(accountOf(draft, debit), movement));
  draft.accounts.set(credit, credited(accountOf(draft, credit), movement));
  const pending = draft.pendings.get(resolves ?? '');
  if (pending !== undefined) draft.pendings.set(pending.id, { ...pending, openAmount: pending.openAmount - amount });
  const past = draft.past.get(resolves ?? '');
  if (kind === 'REVERSAL' && past !== undefined) draft.past.set(past.id, { ...past, isReversed: true });
};

/** A batch that takes nothing more out of an account is never refused for it, even where the limit has been passed before. */
const shortage = (book: LedgerBook, draft: Draft, transfers: readonly AppliedTransfer[]): LedgerRefused | null => {
  for (const code of new Set(transfers.map(({ debit }) => debit))) {
    const after = accountOf(draft, code);
    const left = available(after);
    if (!after.isLimited || left >= 0n || left >= available(accountOf(book, code))) continue;
    if (mayExceed(book.targets, code, transfers)) continue;
    const asked = takenFrom(code, transfers);
    return refused({ code: 'INSUFFICIENT', account: code, asked, available: left + asked });
  }
  return null;
};

const takenFrom = (code: string, transfers: readonly AppliedTransfer[]): bigint =>
  transfers
    .filter(({ kind, debit }) => debit === code && (kind === 'DIRECT' || kind === 'PENDING' || kind === 'REVERSAL'))
    .reduce((sum, { amount }) => sum + amount, 0n);
