import { mayTotalChange, requireYearlyQuota } from '../quota-mode.js';
import { refuseProposal } from '../refusals/proposals.js';
import type { Refusal } from '../refusals/refusal.js';
import type { RuleBook } from '../rule-book.js';
import type { QuotaAdjustmentPayload } from './proposal-payload.js';

/** The places of a region that nothing and nobody has reserved, by its code. */
export type AvailablePlaces = ReadonlyMap<string, number>;

/**
 * Why the places of a year cannot be adjusted so; empty where they can. The total stays unless the reading of Q50 and the proposal both say otherwise, and no
 * quota goes below what is reserved. Throws READING_NOT_COMPUTED.
 * Source: 辽人社发〔2023〕36号, 附件7; Q50
 */
export function quotaAdjustmentRefusals(book: RuleBook, payload: QuotaAdjustmentPayload, available: AvailablePlaces): readonly Refusal[] {
  requireYearlyQuota(book);
  const { changes, changesTotal, year } = payload;
  const twice = changes.filter(({ regionCode }, index) => changes.findIndex((line) => line.regionCode === regionCode) < index);
  if (twice.length > 0) return twice.map(({ regionCode: region }) => refuseProposal('REGION_TWICE', 'changes', { region }));
  if (changesTotal && !mayTotalChange(book)) return [refuseProposal('TOTAL_FIXED', 'changesTotal')];
  const sum = changes.reduce((total, { by }) => total + by, 0);
  if (!changesTotal && sum !== 0) return [refuseProposal('NOT_ZERO_SUM', 'changes', { sum })];
  return changes.flatMap(({ regionCode, by }, index) => {
    const left = available.get(regionCode) ?? 0;
    return -by <= left || by > 0 ? [] : [placesReserved(`changes[${index}].by`, regionCode, year, -by, left)];
  });
}

/** A region cannot give so many places: they are reserved. */
export const placesReserved = (field: string | null, region: string, year: number, asked: number, available: number): Refusal =>
  refuseProposal('PLACES_RESERVED', field, { region, year, asked, available: Math.max(0, available) });
