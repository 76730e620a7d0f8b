import { ClaimFieldsResolver, ClaimLineFieldsResolver } from './claim-fields.resolver.js';
import { ClaimWorkResolver } from './claim-work.resolver.js';
import { ClaimResolver } from './claim.resolver.js';

/** The resolvers of what institutions ask the regions to pay. */
export const claimResolvers = [ClaimFieldsResolver, ClaimLineFieldsResolver, ClaimResolver, ClaimWorkResolver] as const;
