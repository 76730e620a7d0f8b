import { type Balance, EMPTY_BALANCE } from './account.js';
import type { Transfer } from './transfer.js';

/** What the history alone says. */
export interface Replayed {
  readonly balances: ReadonlyMap<string, Balance>;
  /** what is open of each pending transfer; below zero where the history ends one twice */
  readonly open: ReadonlyMap<string, bigint>;
}

/** A transfer of the history, as far as a replay looks at it. */
export type ReplayableTransfer = Pick<Transfer, 'id' | 'kind' | 'debit' | 'credit' | 'amount' | 'resolves'>;

/**
 * The balance of every account and the open amount of every pending transfer, from the history alone, in any order; `before` goes on from an earlier part
 * of it. Written apart from what moves the counters, so that the two can check each other.
 * Source: our design, docs/decisions/0011-places-ledger.md
 */
export const replay = (transfers: Iterable<ReplayableTransfer>, before?: Replayed): Replayed => {
  const balances = new Map(before?.balances);
  const open = new Map(before?.open);
  for (const { id, kind, debit, credit, amount, resolves } of transfers) {
    const held = kind === 'PENDING' ? amount : kind === 'DIRECT' || kind === 'REVERSAL' ? 0n : -amount;
    const gone = kind === 'DIRECT' || kind === 'REVERSAL' || kind === 'POST' ? amount : 0n;
    const from = balances.get(debit) ?? EMPTY_BALANCE;
    balances.set(debit, { ...from, debitsPending: from.debitsPending + held, debitsPosted: from.debitsPosted + gone });
    const to = balances.get(credit) ?? EMPTY_BALANCE;
    balances.set(credit, { ...to, creditsPending: to.creditsPending + held, creditsPosted: to.creditsPosted + gone });
    const pending = kind === 'PENDING' ? id : resolves;
    if (held !== 0n && pending !== null) open.set(pending, (open.get(pending) ?? 0n) + held);
  }
  return { balances, open };
};

/** Where counters and history part. */
export interface ReplayDifference {
  /** an account's code, or a pending transfer's id */
  readonly subject: string;
  readonly field: keyof Balance | 'openAmount';
  readonly counter: bigint;
  readonly replayed: bigint;
}

const FIELDS = ['debitsPending', 'debitsPosted', 'creditsPending', 'creditsPosted'] as const;

/**
 * The first account, then the first pending transfer, whose counter is not what the history says; null when all agree. What only the history knows is
 * compared with zero.
 * Source: our design, docs/decisions/0011-places-ledger.md
 */
export const firstDifference = (
  counters: { readonly balances: ReadonlyMap<string, Balance>; readonly open: ReadonlyMap<string, bigint> },
  replayed: Replayed,
): ReplayDifference | null => {
  for (const subject of [...new Set([...counters.balances.keys(), ...replayed.balances.keys()])].sort()) {
    const counted = counters.balances.get(subject) ?? EMPTY_BALANCE;
    const told = replayed.balances.get(subject) ?? EMPTY_BALANCE;
    const field = FIELDS.find((name) => counted[name] !== told[name]);
    if (field !== undefined) return { subject, field, counter: counted[field], replayed: told[field] };
  }
  for (const subject of [...new Set([...counters.open.keys(), ...replayed.open.keys()])].sort()) {
    const counter = counters.open.get(subject) ?? 0n;
    const told = replayed.open.get(subject) ?? 0n;
    if (counter !== told) return { subject, field: 'openAmount', counter, replayed: told };
  }
  return null;
};
