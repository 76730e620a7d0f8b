import type { Actor } from '../policy/access/actor.js';

/** The two languages of every text; Chinese is the default. */
export type Language = 'zh' | 'en';

/** Who asks, as the transport found out. */
export interface Caller {
  /** the language that the answer is read in */
  readonly language: Language;
  /** whom a verified token names; null for a caller without a token */
  readonly actor: Actor | null;
  /** names this one request in the log and in what it leaves behind */
  readonly requestId: string;
}

/** What every resolver gets beside its arguments: the caller and the desk that answers. */
export interface RequestContext<Desk = unknown> extends Caller {
  readonly desk: Desk;
}
