import { arithmetic } from './arithmetic.js';
import { budgetBounds } from './budget-bounds.js';
import { claimLine } from './claims/claim-line.js';
import { classTotal } from './class-total.js';
import { cumulativeGoal } from './cumulative-goal.js';
import { deadline } from './deadline.js';
import { deliveredHours } from './delivered-hours.js';
import { distinctPersons } from './distinct-persons.js';
import { feeGap } from './fee-gap.js';
import { fundSplit } from './fund-split.js';
import { goalProgress } from './goal-progress.js';
import { institutionTotal } from './institution-total.js';
import { onlineShare } from './online-share.js';
import { openQuestionEffect } from './open-question-effect.js';
import { participation } from './participation.js';
import { quotaApportionment } from './quota-apportionment.js';
import { quotaCheck } from './quota-check.js';
import { quotaCompletion } from './quota-completion.js';
import { quotaTransferCheck } from './quota-transfer-check.js';
import { recoveryEstimate } from './recovery-estimate.js';
import { rewardEstimate } from './reward-estimate.js';
import type { Rule } from './rule.js';
import { subsidyEstimate } from './subsidy-estimate.js';
import { traineeDecision } from './trainee-decision.js';
import { traineeDecisions } from './trainee-decisions.js';
import { workingDays } from './working-days-rule.js';

/** A rule whose input and outcome types are not known here: what a replay needs. */
export type AnyRule = Rule<unknown, unknown>;

const RULES = [
  arithmetic,
  budgetBounds,
  claimLine,
  classTotal,
  cumulativeGoal,
  deadline,
  deliveredHours,
  distinctPersons,
  feeGap,
  fundSplit,
  goalProgress,
  institutionTotal,
  onlineShare,
  openQuestionEffect,
  participation,
  quotaApportionment,
  quotaCheck,
  quotaCompletion,
  quotaTransferCheck,
  recoveryEstimate,
  rewardEstimate,
  subsidyEstimate,
  traineeDecision,
  traineeDecisions,
  workingDays,
] as unknown as readonly AnyRule[];

/** The rule of a name, or null. Every rule that issues receipts is here, so that they can be replayed. */
export const findRule = (name: string): AnyRule | null => RULES.find((rule) => rule.name === name) ?? null;
