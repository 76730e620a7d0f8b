import { CategoryListResolver } from './category-list.resolver.js';
import { ProposalResolver } from './proposal.resolver.js';
import { QuotaUsageResolver } from './quota-usage.resolver.js';
import { RegionalRateResolver } from './regional-rate.resolver.js';

/** The resolvers of what two persons decide about the rules, and of what came of it. */
export const governanceResolvers = [CategoryListResolver, ProposalResolver, QuotaUsageResolver, RegionalRateResolver] as const;
