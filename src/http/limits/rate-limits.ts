import type { Actor } from '../../policy/access/actor.js';
import { bilingual } from '../../policy/bilingual.js';
import type { Refusal } from '../answer.js';
import { BoundedMap } from '../bounded-map.js';

export interface RateLimitSettings {
  /** What an address without a token may spend in a minute, in units of request cost; 0: as much as it likes. */
  readonly anonymousPerMinute: number;
  /** What a person with a token may spend in a minute; 0: as much as it likes. */
  readonly authenticatedPerMinute: number;
}

const MS_PER_SECOND = 1_000;
const MS_PER_MINUTE = 60_000;
/** Callers of each kind that are remembered; one that is forgotten starts with a full allowance. */
const CALLERS_MAX = 10_000;

/**
 * What one caller may still spend. It fills up steadily to the amount of a minute; a request may overdraw it, and the next one waits.
 * Source: our design, docs/decisions/0010-callers.md
 */
export class Allowance {
  /** In units of cost times milliseconds per minute, which keeps it whole: a millisecond earns `perMinute` of them. */
  #level: number;
  #atMs: number;

  constructor(
    private readonly perMinute: number,
    private readonly nowMs: () => number,
  ) {
    this.#level = perMinute * MS_PER_MINUTE;
    this.#atMs = Math.floor(nowMs());
  }

  /** Whole seconds until the caller may ask again; 0 means now. */
  waitSeconds(): number {
    const atMs = Math.floor(this.nowMs());
    const earned = Math.max(0, atMs - this.#atMs) * this.perMinute;
    this.#level = Math.min(this.perMinute * MS_PER_MINUTE, this.#level + earned);
    this.#atMs = atMs;
    return this.#level > 0 ? 0 : 1 + Math.floor(-this.#level / (this.perMinute * MS_PER_SECOND));
  }

  /** Takes the cost of a request; one request never costs more than a minute's allowance. */
  spend(cost: number): void {
    this.#level -= Math.min(Math.ceil(cost), this.perMinute) * MS_PER_MINUTE;
  }
}

/**
 * The allowances of all callers: of a person by its token, of anybody else by address. `nowMs` is a clock in milliseconds that never goes back.
 * Source: our design, docs/decisions/0010-callers.md
 */
export class RateLimits {
  readonly #persons = new BoundedMap<string, Allowance>(CALLERS_MAX);
  readonly #addresses = new BoundedMap<string, Allowance>(CALLERS_MAX);

  constructor(
    private readonly settings: RateLimitSettings,
    private readonly nowMs: () => number,
  ) {}

  /** The allowance of a person; null when persons are not limited. */
  ofPerson({ person }: Actor): Allowance | null {
    return this.#find(this.#persons, person, this.settings.authenticatedPerMinute);
  }

  /** The allowance of an address; null when addresses are not limited. */
  ofAddress(address: string): Allowance | null {
    return this.#find(this.#addresses, address, this.settings.anonymousPerMinute);
  }

  #find(known: BoundedMap<string, Allowance>, name: string, perMinute: number): Allowance | null {
    if (perMinute === 0) return null;
    let allowance = known.get(name);
    if (allowance === undefined) {
      allowance = new Allowance(perMinute, this.nowMs);
      known.set(name, allowance);
    }
    return allowance;
  }
}

/**
 * The refusal of a caller whose allowance is spent: 429 with the seconds to wait.
 * Source: our design, docs/decisions/0010-callers.md
 */
export const rateRefusal = (waitSeconds: number): Refusal => ({
  status: 429,
  code: 'RATE_LIMITED',
  text: bilingual(
    `查询过于频繁，额度已用完；请在 ${waitSeconds} 秒后重试，或减少每次查询的字段和每页条数。`,
    `Too many requests: the allowance is spent; ask again in ${waitSeconds} s, or ask for fewer fields and shorter pages.`,
  ),
  facts: { retryAfterSeconds: waitSeconds },
  headers: { 'retry-after': `${waitSeconds}` },
});
