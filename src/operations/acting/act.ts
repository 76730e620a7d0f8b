import type { EntityManager } from 'typeorm';
import type { z } from 'zod';
import type { EntryValue, Subject } from '../../audit/entry.js';
import type { Actor } from '../../policy/access/actor.js';
import type { Reach } from '../../policy/access/reach.js';
import type { OperationName } from '../../policy/access/rights.js';
import type { Refusal } from '../../policy/refusals/refusal.js';
import type { KeyRing } from '../../store/keys/key-ring.js';
import type { QuoteKeys } from '../../store/keys/quote-keys.js';
import type { RuleDesk } from '../rule-desk.js';

/** What an operation works with: one transaction, one actor, one instant. */
export interface Act {
  readonly manager: EntityManager;
  readonly actor: Actor;
  /** how far the actor's roles reach for this operation */
  readonly reach: Reach;
  /** ISO instant in UTC, the same for all that the operation writes */
  readonly at: string;
  /** the calendar day of `at` in Shanghai */
  readonly today: string;
  /** the rules as the transaction saw them when it began: the act's own */
  readonly desk: RuleDesk;
  readonly keys: KeyRing;
  readonly quoteKeys: QuoteKeys;
  /** the id that this operation's entry in the audit log will have */
  readonly entryId: string;
}

/** What the audit log keeps of an operation, beside who, when and under which rules. */
export interface ActRecord {
  readonly region: string | null;
  readonly subjects: readonly Subject[];
  readonly clauses?: readonly string[];
  readonly amounts?: Readonly<Record<string, string>>;
  /** the person whose proposal or filing is approved by this act */
  readonly approved?: string | null;
  readonly reversalOf?: string | null;
  readonly details?: Readonly<Record<string, EntryValue>>;
}

/**
 * Done, with what the caller is shown and the log keeps; or refused, and then nothing has happened. What was done with some lines of a list and refused to others
 * names the refusals of those lines: they are part of the reply.
 */
export type Outcome<Done> =
  | { readonly kind: 'done'; readonly done: Done; readonly record: ActRecord; readonly lineRefusals?: readonly Refusal[] }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] };

/** One business act: load, decide, save. `Done` is plain JSON: it is stored as the reply and shown again when the request is repeated. */
export interface Operation<Input, Done> {
  readonly name: OperationName;
  readonly input: z.ZodType<Input>;
  /** the input without names and identity numbers, for its digest in the log; left out where it holds none */
  readonly digestible?: (input: Input) => unknown;
  /** how many times the usual time it may take, for one that works on long lists; left out: once */
  readonly deadlineFactor?: number;
  readonly run: (act: Act, input: Input) => Promise<Outcome<Done>>;
}

export const refused = (...refusals: readonly Refusal[]): Outcome<never> => ({ kind: 'refused', refusals });

/** The answer to a mutation. */
export interface Reply<Done> {
  readonly done: Done | null;
  /** why nothing was done; beside something done, why some lines of the list were left out */
  readonly refusals: readonly Refusal[];
  /** whether this key was answered before */
  readonly isReplayed: boolean;
}
