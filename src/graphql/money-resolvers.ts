import { AppropriationResolver } from './appropriation.resolver.js';
import { FundAccountResolver } from './fund-account.resolver.js';
import { PaymentResolver } from './payment.resolver.js';
import { RecoveryResolver } from './recovery.resolver.js';
import { PayeeAccountResolver } from './payee-account.resolver.js';

/** The resolvers of money: where institutions are paid, and out of which funds. */
export const moneyResolvers = [
  AppropriationResolver,
  FundAccountResolver,
  PayeeAccountResolver,
  PaymentResolver,
  RecoveryResolver,
] as const;
