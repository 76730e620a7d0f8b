import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { Caller, Language } from '../graphql/context.js';
import type { Refusal } from './answer.js';
import type { Authenticated, Authenticator } from './authenticate.js';
import { clientAddress } from './limits/client-address.js';
import { type Allowance, rateRefusal, RateLimits, type RateLimitSettings } from './limits/rate-limits.js';
import { WRONG_TOKEN_COST } from './limits/request-cost.js';

export interface ReceptionOptions {
  readonly authenticator: Authenticator;
  readonly rateLimits: RateLimitSettings;
  /** How many proxies of our own stand in front and write X-Forwarded-For. */
  readonly trustedProxies: number;
  /** Milliseconds on a clock that never goes back. */
  readonly nowMs: () => number;
}

/** A caller who may ask, with what is left to spend (null: anything); or why not. */
export type Admission =
  | { readonly kind: 'admitted'; readonly caller: Caller; readonly allowance: Allowance | null }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/**
 * Finds out who sends a request and whether that caller may ask now. Without a token, and with one that was verified lately, it tells at once.
 * Source: our design, docs/decisions/0010-callers.md
 */
export class Reception {
  readonly #limits: RateLimits;

  constructor(private readonly options: ReceptionOptions) {
    this.#limits = new RateLimits(options.rateLimits, options.nowMs);
  }

  /** Admits or refuses a request that came from a connection's address. Rejects only on a bug. */
  admit(headers: IncomingHttpHeaders, connection: string, language: Language): Admission | Promise<Admission> {
    const known = this.options.authenticator.recall(headers.authorization);
    if (known?.kind === 'known') return this.#admitted(known, headers, connection, language);
    return this.#doubtful(known, headers, connection, language);
  }

  /** A token that is wrong or not known yet is on the account of its address: verifying costs more than most questions. */
  #doubtful(
    known: Authenticated | null,
    headers: IncomingHttpHeaders,
    connection: string,
    language: Language,
  ): Admission | Promise<Admission> {
    const allowance = this.#ofAddress(headers, connection);
    const wait = allowance?.waitSeconds() ?? 0;
    if (wait > 0) return { kind: 'refused', refusal: rateRefusal(wait) };
    const settle = (found: Authenticated): Admission => {
      if (found.kind === 'refused') allowance?.spend(WRONG_TOKEN_COST);
      return this.#admitted(found, headers, connection, language);
    };
    return known === null ? this.options.authenticator.verify(headers.authorization ?? '').then(settle) : settle(known);
  }

  #admitted(found: Authenticated, headers: IncomingHttpHeaders, connection: string, language: Language): Admission {
    if (found.kind === 'refused') return found;
    const { actor } = found;
    const allowance = actor === null ? this.#ofAddress(headers, connection) : this.#limits.ofPerson(actor);
    const wait = allowance?.waitSeconds() ?? 0;
    if (wait > 0) return { kind: 'refused', refusal: rateRefusal(wait) };
    return { kind: 'admitted', caller: { language, actor, requestId: randomUUID() }, allowance };
  }

  #ofAddress(headers: IncomingHttpHeaders, connection: string): Allowance | null {
    const isLimited = this.options.rateLimits.anonymousPerMinute > 0;
    return isLimited ? this.#limits.ofAddress(clientAddress(connection, headers, this.options.trustedProxies)) : null;
  }
}
