import { QuoteVerificationResolver } from './quote-verification.resolver.js';
import { QuoteResolver } from './quote.resolver.js';

/** The resolvers of quotes: issued and listed for who may see them, verified by anybody who holds one. */
export const quoteResolvers = [QuoteResolver, QuoteVerificationResolver] as const;
