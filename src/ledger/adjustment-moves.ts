import type { PlaceAdjustment } from './places.js';

/** By how many places a region's quota changes: below zero gives, above zero takes. */
export interface PoolChange {
  readonly regionCode: string;
  readonly places: bigint;
}

/**
 * The moves that bring changes about: who gives is paired with who takes, in their order; what is left over comes from the province or goes back to it. Every
 * move has places; their sums are the changes.
 * Source: 辽人社发〔2023〕36号, 附件7; our design, docs/decisions/0016-two-persons.md
 */
export const adjustmentMoves = (year: number, changes: readonly PoolChange[]): readonly PlaceAdjustment[] => {
  const giving = changes.filter(({ places }) => places < 0n).map(({ regionCode, places }) => ({ regionCode, left: -places }));
  const moves: PlaceAdjustment[] = [];
  for (const { regionCode: toRegion, places } of changes.filter((change) => change.places > 0n)) {
    let wanted = places;
    for (const giver of giving) {
      const moved = giver.left < wanted ? giver.left : wanted;
      if (moved === 0n) continue;
      moves.push({ year, fromRegion: giver.regionCode, toRegion, places: moved });
      giver.left -= moved;
      wanted -= moved;
    }
    if (wanted > 0n) moves.push({ year, fromRegion: null, toRegion, places: wanted });
  }
  const back = giving.filter(({ left }) => left > 0n);
  return [...moves, ...back.map(({ regionCode, left }) => ({ year, fromRegion: regionCode, toRegion: null, places: left }))];
};
