import type { Account } from './account.js';
import type { TransferKind } from './transfer.js';

/** By how much a transfer changes what is held and what has gone for good, on either side alike. */
export interface Movement {
  readonly pending: bigint;
  readonly posted: bigint;
}

/** What a transfer of a kind and amount moves. Source: our design, docs/decisions/0011-places-ledger.md */
export const movementOf = (kind: TransferKind, amount: bigint): Movement => {
  switch (kind) {
    case 'DIRECT':
    case 'REVERSAL':
      return { pending: 0n, posted: amount };
    case 'PENDING':
      return { pending: amount, posted: 0n };
    case 'POST':
      return { pending: -amount, posted: amount };
    case 'VOID':
    case 'EXPIRE':
      return { pending: -amount, posted: 0n };
  }
};

/** The account after a movement out of it. */
export const debited = (account: Account, { pending, posted }: Movement): Account => ({
  ...account,
  debitsPending: account.debitsPending + pending,
  debitsPosted: account.debitsPosted + posted,
});

/** The account after a movement into it. */
export const credited = (account: Account, { pending, posted }: Movement): Account => ({
  ...account,
  creditsPending: account.creditsPending + pending,
  creditsPosted: account.creditsPosted + posted,
});
