import { available, type Balance } from './account.js';

/**
 * How a region's places of a year stand, in places. allocated = held + named + used + available, always; `available` is below zero where a target has been
 * passed.
 */
export interface QuotaUsage {
  readonly allocated: bigint;
  /** for approved runs, nobody named yet */
  readonly held: bigint;
  /** for named persons without a level certificate */
  readonly named: bigint;
  /** by persons with a level certificate */
  readonly used: bigint;
  /**
   * places given back since the year began, because nobody filled them after all: unused at the start of the run, cancelled, withdrawn, expired. A place
   * that a naming takes out of a hold is not given back, nor one that its person did not need for being counted already. These places are available
   * again or taken anew: no part of `allocated`.
   */
  readonly released: bigint;
  readonly available: bigint;
}

export interface QuotaSums {
  readonly quota: Balance;
  readonly held: Balance;
  readonly named: Balance;
  /** by the causes of RELEASING_CAUSES */
  readonly released: bigint;
  /** what is still in the counters of holds whose time is over */
  readonly expired: bigint;
}

/** How places stand, with expired holds already counted as given back. Source: our design, docs/decisions/0011-places-ledger.md */
export const quotaUsage = ({ quota, held, named, released, expired }: QuotaSums): QuotaUsage => {
  const used = named.creditsPosted - named.debitsPosted;
  const usage = { held: held.creditsPending - expired, named: named.creditsPending, used, available: available(quota) + expired };
  return { allocated: quota.creditsPosted - (quota.debitsPosted - used), ...usage, released: released + expired };
};
