import { ArithmeticResolver } from './arithmetic.resolver.js';
import { BudgetBoundsResolver } from './budget-bounds.resolver.js';
import { CalendarResolver } from './calendar.resolver.js';
import { CumulativeGoalResolver } from './cumulative-goal.resolver.js';
import { DistinctPersonsResolver } from './distinct-persons.resolver.js';
import { GoalProgressResolver } from './goal-progress.resolver.js';
import { OpenQuestionEffectResolver } from './open-question-effect.resolver.js';
import { QuotaApportionmentResolver } from './quota-apportionment.resolver.js';
import { QuotaCheckResolver } from './quota-check.resolver.js';
import { QuotaCompletionResolver } from './quota-completion.resolver.js';
import { QuotaTransferCheckResolver } from './quota-transfer-check.resolver.js';
import { RewardEstimateResolver } from './reward-estimate.resolver.js';

/** What officials plan with: places, goals, budgets, days, rewards, exact arithmetic and the weight of open questions. */
export const planningResolvers = [
  QuotaCheckResolver,
  QuotaTransferCheckResolver,
  QuotaCompletionResolver,
  DistinctPersonsResolver,
  QuotaApportionmentResolver,
  GoalProgressResolver,
  CumulativeGoalResolver,
  BudgetBoundsResolver,
  CalendarResolver,
  ArithmeticResolver,
  RewardEstimateResolver,
  OpenQuestionEffectResolver,
] as const;
