import { exact } from '../../money/exact.js';
import { requireInForce, TRAINING_NOTICE } from '../citations.js';
import type { Figure } from '../figure.js';
import { overlap } from '../period.js';
import { refuseProposal } from '../refusals/proposals.js';
import type { Refusal } from '../refusals/refusal.js';
import type { RuleBook } from '../rule-book.js';
import type { RegionalRatePayload } from './proposal-payload.js';

/** The key of a regional figure: the cell, or for a rate without an occupation the level. */
export const rateKeyOf = ({ occupationCode, level }: Pick<RegionalRatePayload, 'occupationCode' | 'level'>): string =>
  occupationCode === null ? level : `${occupationCode}/${level}`;

/**
 * Why a region's own rate or hours cannot be recorded beside what the region recorded before; empty where they can. Throws RULE_NOT_IN_FORCE for a day before
 * the notice.
 * Source: 辽人社发〔2023〕36号, 附件5; Q10
 */
export function regionalRateRefusals(book: RuleBook, payload: RegionalRatePayload, recorded: readonly Figure[]): readonly Refusal[] {
  requireInForce(book, TRAINING_NOTICE);
  const { regionCode: region, figure, value, validFrom, validTo, replacesEarlier } = payload;
  if (validTo !== null && validTo < validFrom) return [refuseProposal('DAYS_REVERSED', 'validTo', { validFrom, validTo })];
  if (exact(value).isZero())
    return [refuseProposal('RATE_OF_NOTHING', figure === 'HOURLY_RATE' ? 'hourlyRate' : 'requiredHours', { figure, value })];
  if (replacesEarlier) return [];
  const key = rateKeyOf(payload);
  return recorded
    .filter((row) => row.regionCode === region && row.kind === figure && row.key === key && row.citation.knownTo === null)
    .filter(({ citation }) => overlap({ from: citation.validFrom, to: citation.validTo }, { from: validFrom, to: validTo }))
    .map(({ citation }) =>
      refuseProposal('RATE_OVERLAPS', 'validFrom', {
        region,
        figure,
        key,
        validFrom: citation.validFrom ?? '…',
        validTo: citation.validTo ?? '…',
        document: citation.documentNumber ?? citation.documentCode,
      }),
    );
}
