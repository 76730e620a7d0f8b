import type { ProposalPayload } from './proposal-payload.js';
import { READINGS_OF_REGIONS } from './readings-of-regions.js';

/**
 * Whether a reviewer of the region may decide a proposal for it; else it is the province's.
 * Source: our design, docs/decisions/0016-two-persons.md
 */
export function isForRegion(payload: ProposalPayload): boolean {
  switch (payload.kind) {
    case 'READING':
      return READINGS_OF_REGIONS.includes(payload.key);
    case 'REGIONAL_RATE':
    case 'CREDIT_CODE':
      return true;
    case 'CATEGORY_LIST':
    case 'DIRECTORY_STATUS':
    case 'LISTING':
    case 'QUOTA_ADJUSTMENT':
      return false;
  }
}
