import { categoryListRefusals } from '../../policy/proposals/check-category-list.js';
import { creditCodeRefusals, directoryStatusRefusals, listingRefusals } from '../../policy/proposals/check-directory.js';
import { readingRefusals } from '../../policy/proposals/check-reading.js';
import { regionalRateRefusals } from '../../policy/proposals/check-regional-rate.js';
import { quotaAdjustmentRefusals } from '../../policy/proposals/check-quota-adjustment.js';
import type { ProposalPayload, RulePayload } from '../../policy/proposals/proposal-payload.js';
import type { Refusal } from '../../policy/refusals/refusal.js';
import type { Act } from '../acting/act.js';
import { availablePlaces } from '../quota/quota-usage.js';

/**
 * Every reason why a proposal cannot stand, under the rules as the transaction sees them; asked when it is made and again when it is approved. Throws what the
 * checks throw.
 * Source: our design, docs/decisions/0016-two-persons.md
 */
export async function proposalRefusals(act: Act, payload: ProposalPayload): Promise<readonly Refusal[]> {
  if (payload.kind !== 'QUOTA_ADJUSTMENT') return ruleRefusals(act, payload);
  const available = await availablePlaces(act, payload.year);
  return quotaAdjustmentRefusals(act.desk.ruleBook({ on: act.today }), payload, available);
}

function ruleRefusals({ desk }: Act, payload: RulePayload): readonly Refusal[] {
  const book = desk.ruleBook({ on: payload.validFrom });
  switch (payload.kind) {
    case 'READING':
      return readingRefusals(book, payload);
    case 'CATEGORY_LIST':
      return categoryListRefusals(book, payload);
    case 'REGIONAL_RATE':
      return regionalRateRefusals(book, payload, desk.figuresOfRegion(payload.regionCode));
    case 'DIRECTORY_STATUS':
      return directoryStatusRefusals(book, payload);
    case 'LISTING':
      return listingRefusals(book, payload);
    case 'CREDIT_CODE':
      return creditCodeRefusals(book, payload);
  }
}
