import { ClassTotalResolver } from './class-total.resolver.js';
import { DeliveredHoursResolver } from './delivered-hours.resolver.js';
import { FeeGapResolver } from './fee-gap.resolver.js';
import { FundSplitResolver } from './fund-split.resolver.js';
import { InstitutionTotalResolver } from './institution-total.resolver.js';
import { OnlineShareResolver } from './online-share.resolver.js';
import { ParticipationResolver } from './participation.resolver.js';
import { ReceiptResolver } from './receipt.resolver.js';
import { RecoveryEstimateResolver } from './recovery-estimate.resolver.js';
import { SubsidyEstimateResolver } from './subsidy-estimate.resolver.js';
import { TraineeDecisionResolver } from './trainee-decision.resolver.js';

/** The resolvers of the subsidy and money calculators and of their receipts. */
export const calculatorResolvers = [
  SubsidyEstimateResolver,
  TraineeDecisionResolver,
  ParticipationResolver,
  ClassTotalResolver,
  InstitutionTotalResolver,
  FeeGapResolver,
  OnlineShareResolver,
  DeliveredHoursResolver,
  FundSplitResolver,
  RecoveryEstimateResolver,
  ReceiptResolver,
] as const;
