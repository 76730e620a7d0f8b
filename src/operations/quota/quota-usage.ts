import type { EntityManager } from 'typeorm';
import type { QuotaMode } from '../../policy/quota-mode.js';
import { type RegionUsage, usageOfYear } from '../../store/ledger/usage-of-year.js';
import { bookedQuota, countedPersonsOf, NOTHING_BOOKED } from '../../store/quota-changes.js';
import type { RuleDesk } from '../rule-desk.js';
import { annexPlaces, quotaModeIn } from './quota-year.js';

/** Places of a year, in persons. allocated = held + named + used + available, always; `available` is below zero where a target has been passed. */
export interface PlacesUsage {
  readonly allocated: number;
  /** for approved runs, nobody named yet */
  readonly held: number;
  /** for named persons without a level certificate */
  readonly named: number;
  /** by persons with a level certificate */
  readonly used: number;
  /** given back since the year began; no part of `allocated` */
  readonly released: number;
  readonly available: number;
  /** different persons named or certified */
  readonly persons: number;
}

export interface RegionPlaces extends PlacesUsage {
  readonly regionCode: string;
  readonly mode: QuotaMode;
}

export interface QuotaUsageOfYear {
  readonly year: number;
  /** in the order of Annex 7 */
  readonly regions: readonly RegionPlaces[];
  /** `persons` counts somebody of two regions once */
  readonly total: PlacesUsage;
}

/** What a look at the places of a year needs. */
interface Looking {
  readonly manager: EntityManager;
  readonly desk: RuleDesk;
  readonly at: string;
}

/**
 * How the places of a year stand at an instant, by region and together: what Annex 7 gives and nobody has booked yet counts as given, what is held beyond its
 * time as given back. Throws RULE_NOT_IN_FORCE for a year before the notice.
 * Source: 辽人社发〔2023〕36号, 七(一), 附件7; Q46, Q47
 */
export async function quotaUsageOf({ manager, desk, at }: Looking, year: number): Promise<QuotaUsageOfYear> {
  const annex = annexPlaces(desk, year);
  const booked = await bookedQuota(manager, year);
  const used = new Map((await usageOfYear(manager, year, at)).map((usage) => [usage.regionCode, usage]));
  const persons = await countedPersonsOf(manager, year);
  const regions = [...annex].map(([regionCode, places]) => ({
    regionCode,
    mode: quotaModeIn(desk, { regionCode, year }),
    ...placesOf(used.get(regionCode) ?? null, places - (booked.get(regionCode) ?? NOTHING_BOOKED).byAnnex, persons.get(regionCode) ?? 0),
  }));
  return { year, regions, total: { ...sumOf(regions), persons: persons.get('') ?? 0 } };
}

/** The places of a year that each region could give. */
export async function availablePlaces(looking: Looking, year: number): Promise<ReadonlyMap<string, number>> {
  const { regions } = await quotaUsageOf(looking, year);
  return new Map(regions.map(({ regionCode, available }) => [regionCode, available]));
}

/** Counters of places fit into a number by far: the database keeps them to sixteen digits, the annex to four. */
const count = (places: bigint): number => parseInt(`${places}`, 10);

const placesOf = (usage: RegionUsage | null, due: number, persons: number): PlacesUsage =>
  usage === null
    ? { allocated: due, held: 0, named: 0, used: 0, released: 0, available: due, persons }
    : {
        allocated: count(usage.allocated) + due,
        held: count(usage.held),
        named: count(usage.named),
        used: count(usage.used),
        released: count(usage.released),
        available: count(usage.available) + due,
        persons,
      };

function sumOf(regions: readonly PlacesUsage[]): PlacesUsage {
  const total = (places: (usage: PlacesUsage) => number): number => regions.reduce((sum, usage) => sum + places(usage), 0);
  return {
    allocated: total(({ allocated }) => allocated),
    held: total(({ held }) => held),
    named: total(({ named }) => named),
    used: total(({ used }) => used),
    released: total(({ released }) => released),
    available: total(({ available }) => available),
    persons: 0,
  };
}
