import { PayeeAccountResolver } from './payee-account.resolver.js';

/** The resolvers of money: where institutions are paid, and out of which funds. */
export const moneyResolvers = [PayeeAccountResolver] as const;
