/** What is stored under a client's key: the hash of the canonical request, and the reply once there is one. */
export interface StoredRequest<Reply> {
  readonly requestHash: string;
  readonly reply: Reply | null;
}

/** What to do with a request that bears a key. */
export type RepeatDecision<Reply> =
  | { readonly kind: 'FIRST' }
  | { readonly kind: 'REPLAY'; readonly reply: Reply }
  /** the key has been used for another request */
  | { readonly kind: 'CONFLICT' }
  /** the same request is being worked on */
  | { readonly kind: 'IN_PROGRESS' };

/**
 * Whether a request is the first under its key, a repetition that gets the stored reply, another request under a used key, or one still in work.
 * Source: our design, docs/decisions/0011-places-ledger.md
 */
export const decideRepeat = <Reply>(stored: StoredRequest<Reply> | null, requestHash: string): RepeatDecision<Reply> => {
  if (stored === null) return { kind: 'FIRST' };
  if (stored.requestHash !== requestHash) return { kind: 'CONFLICT' };
  return stored.reply === null ? { kind: 'IN_PROGRESS' } : { kind: 'REPLAY', reply: stored.reply };
};
